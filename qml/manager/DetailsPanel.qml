pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Vouch.Components
import Vouch.Kiosk

// What stands behind this tablet's score: where it was asked, what is marked and why, the sending.
GridLayout {
    id: root

    required property ManagerModel manager

    readonly property figures value: manager.tablet
    readonly property var markNames: ({
        burst: qsTr("Many within a minute"),
        repeat: qsTr("Many equal scores in a row"),
        closed_hours: qsTr("Outside opening hours")
    })
    readonly property var placeNames: ({
        checkout: qsTr("Checkout"),
        exit: qsTr("Exit"),
        "service-desk": qsTr("Service desk")
    })

    objectName: "detailsPanel"
    columns: Theme.portrait ? 1 : 2
    columnSpacing: Theme.gap
    rowSpacing: Theme.gap

    Panel {
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.preferredWidth: 1
        Layout.preferredHeight: 1
        heading: qsTr("Marked answers")

        Scroller {
            Layout.fillWidth: true
            Layout.fillHeight: true
            needed: marked.implicitHeight

            Column {
                id: marked

                width: parent.width
                spacing: Theme.tight

                VouchText {
                    width: parent.width
                    visible: root.value.marked === 0
                    text: qsTr("No answer is marked in this period.")
                    font.pixelSize: Theme.small
                }
                Repeater {
                    model: root.value.marks

                    DetailRow {
                        required property var modelData

                        objectName: "mark_" + modelData.mark
                        width: marked.width
                        name: root.markNames[modelData.mark] ?? modelData.mark
                        value: modelData.countText
                    }
                }
                DetailRow {
                    objectName: "withMarked"
                    width: marked.width
                    visible: root.value.marked > 0 && root.value.withMarkedText.length > 0
                    name: qsTr("NPS with them")
                    value: root.value.withMarkedText
                }
                DetailRow {
                    objectName: "withoutMarked"
                    width: marked.width
                    visible: root.value.marked > 0 && root.value.unmarkedText.length > 0
                    name: qsTr("NPS without them")
                    value: root.value.unmarkedText
                }
                VouchText {
                    objectName: "official"
                    width: parent.width
                    text: root.value.unmarkedIsOfficial
                        ? qsTr("The chain's official score leaves marked answers out.")
                        : qsTr("The chain's official score counts marked answers too.")
                    font.pixelSize: Theme.small
                    color: Theme.softInk
                }
                VouchText {
                    width: parent.width
                    text: qsTr("A mark is no accusation: such runs happen honestly too.")
                    font.pixelSize: Theme.small
                    color: Theme.softInk
                }
            }
        }
    }
    ColumnLayout {
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.preferredWidth: 1
        Layout.preferredHeight: 1
        spacing: Theme.gap

        Panel {
            Layout.fillWidth: true
            Layout.fillHeight: true
            heading: qsTr("Where it was asked")

            Repeater {
                model: root.value.touchpoints

                DetailRow {
                    required property var modelData

                    objectName: "touchpoint_" + modelData.code
                    Layout.fillWidth: true
                    name: root.placeNames[modelData.code] ?? modelData.code
                    value: modelData.countText + (modelData.score.length > 0
                        ? "  \u2066" + modelData.score + "\u2069" : "")
                }
            }
            VouchText {
                Layout.fillWidth: true
                visible: root.value.touchpoints.length === 0
                text: qsTr("No answers in this period.")
                font.pixelSize: Theme.small
            }
            Item {
                Layout.fillHeight: true
            }
        }
        SyncPanel {
            Layout.fillWidth: true
            manager: root.manager
        }
    }
}
