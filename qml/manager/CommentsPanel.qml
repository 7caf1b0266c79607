pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Vouch.Components
import Vouch.Kiosk

// What shoppers wrote, names and numbers masked, or each of their answers: by day and part of day, so
// that nobody is unmasked. Of the whole store, with the time of it, or of this tablet.
Panel {
    id: root

    required property ManagerModel manager

    // Answers, with a comment or without.
    property bool single: false
    property var read: ({})
    readonly property var groups: read.groups ?? []
    readonly property string asOf: read.asOf ?? ""
    readonly property var parts: [qsTr("Night"), qsTr("Morning"), qsTr("Afternoon"), qsTr("Evening")]

    objectName: "commentsPanel"
    heading: (single ? qsTr("Single answers") : qsTr("Latest comments")) + " – "
        + (asOf ? qsTr("Whole store") + " – " + qsTr("As of %1").arg(asOf) : qsTr("This tablet"))

    function reload() {
        read = single ? manager.answers() : manager.comments();
    }

    onSingleChanged: reload()
    Component.onCompleted: reload()

    Segments {
        objectName: "given"
        labels: [qsTr("Comments"), qsTr("Single answers")]
        current: root.single ? 1 : 0
        onChosen: index => root.single = index === 1
    }

    Connections {
        target: root.manager

        function onFiguresChanged() {
            root.reload();
        }
        function onLatestChanged() {
            root.reload();
        }
    }
    VouchText {
        Layout.fillWidth: true
        visible: !root.single
        text: qsTr("Phone numbers, e-mail addresses and most names are masked.")
        font.pixelSize: Theme.small
        color: Theme.softInk
    }
    VouchText {
        objectName: "heldBack"
        Layout.fillWidth: true
        visible: (root.read.heldBack ?? 0) > 0
        text: qsTr("Shown in threes, or after closing; still waiting: %1")
            .arg(root.read.heldBackText ?? "")
        font.pixelSize: Theme.small
        color: Theme.softInk
    }
    VouchText {
        Layout.fillWidth: true
        visible: root.groups.length === 0
        text: root.single ? qsTr("No answers to be shown yet.") : qsTr("No comments to be shown yet.")
        font.pixelSize: Theme.body
    }
    Scroller {
        Layout.fillWidth: true
        Layout.fillHeight: true
        needed: list.implicitHeight

        Column {
            id: list

            width: parent.width
            spacing: Theme.gap

            Repeater {
                model: root.groups

                Column {
                    id: group

                    required property var modelData

                    width: list.width
                    spacing: Theme.tight

                    VouchText {
                        objectName: "commentGroup"
                        width: parent.width
                        text: group.modelData.day + " – " + root.parts[group.modelData.part]
                        font.pixelSize: Theme.small
                        font.bold: true
                        color: Theme.softInk
                        Accessible.role: Accessible.Heading
                    }
                    Repeater {
                        model: group.modelData.entries

                        RowLayout {
                            id: entry

                            required property var modelData

                            width: group.width
                            spacing: Theme.gap

                            Rectangle {
                                Layout.alignment: Qt.AlignTop
                                implicitWidth: Math.round(44 * Theme.unit)
                                implicitHeight: implicitWidth
                                radius: width / 2
                                color: "transparent"
                                border.width: 3
                                border.color: [Theme.detractor, Theme.passive, Theme.promoter][
                                    entry.modelData.segment] ?? Theme.hairline

                                VouchText {
                                    anchors.centerIn: parent
                                    text: entry.modelData.score
                                    font.pixelSize: Theme.small
                                    font.bold: true
                                    wrapMode: Text.NoWrap
                                    Accessible.name: qsTr("Score %1").arg(entry.modelData.score)
                                }
                            }
                            // A short one stands by its score, whichever way it is written.
                            ColumnLayout {
                                Layout.fillWidth: true
                                Layout.maximumWidth: Math.ceil(implicitWidth)
                                spacing: 0

                                VouchText {
                                    objectName: "comment"
                                    Layout.fillWidth: true
                                    language: entry.modelData.language
                                    text: entry.modelData.text || qsTr("No reasons picked")
                                    font.pixelSize: Theme.sizeIn(entry.modelData.language, Theme.body)
                                    horizontalAlignment: /[\u0590-\u08FF]/.test(text) ? Text.AlignRight
                                                                                  : Text.AlignLeft
                                    LayoutMirroring.enabled: false
                                }
                                VouchText {
                                    objectName: "marked"
                                    Layout.fillWidth: true
                                    visible: entry.modelData.marked === true
                                    text: qsTr("Marked")
                                    font.pixelSize: Theme.small
                                    color: Theme.softInk
                                }
                            }
                            Item {
                                Layout.fillWidth: true
                            }
                        }
                    }
                }
            }
        }
    }
}
