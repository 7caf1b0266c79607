pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Vouch.Components
import Vouch.Kiosk

// The technician's page: what this device is, what went wrong, which settings are in force.
GridLayout {
    id: root

    required property ManagerModel manager

    readonly property deviceState device: manager.device
    readonly property var facts: [
        [qsTr("Program"), device.version],
        [qsTr("Device"), device.id.length > 0 ? device.id : qsTr("not enrolled")],
        [qsTr("Server"), device.server.length > 0 ? device.server : "–"],
        [qsTr("Checklist"), device.checklist],
        [qsTr("PINs"), device.ownPin ? qsTr("set on this tablet") : qsTr("from the server")],
        [qsTr("Waiting"), manager.outboxText],
        [qsTr("Set aside"), Digits.of(manager.outboxQuarantined, manager.numberTag)],
        [qsTr("Last sent"), manager.lastSync.length > 0 ? manager.lastSync : "–"]
    ]

    // The widest of some names, by which their values stand.
    function widest(names): real {
        return metrics.height > 0
            ? Math.ceil(Math.max(0, ...names.map(name => metrics.advanceWidth(name)))) + 1 : -1;
    }

    readonly property real factWidth: widest(facts.map(fact => fact[0]))
    readonly property real keyWidth: widest([...device.settings].map(setting => setting.key))

    FontMetrics {
        id: metrics

        font.family: Theme.family
        font.pixelSize: Theme.small
    }

    // The refused records instead of the settings.
    property bool listing: false

    objectName: "devicePanel"
    columns: Theme.portrait ? 1 : 2
    columnSpacing: Theme.gap
    rowSpacing: Theme.gap

    Panel {
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.preferredWidth: 1
        Layout.preferredHeight: 1
        heading: qsTr("This device")

        Scroller {
            Layout.fillWidth: true
            Layout.fillHeight: true
            needed: said.implicitHeight

            ColumnLayout {
                id: said

                width: parent.width
                spacing: Theme.tight

                Repeater {
                    model: root.facts

                    Fact {
                        required property var modelData

                        Layout.fillWidth: true
                        name: modelData[0]
                        value: modelData[1]
                        nameWidth: root.factWidth
                    }
                }
                VouchText {
                    Layout.fillWidth: true
                    Layout.topMargin: Theme.tight
                    visible: refused.count > 0
                    text: qsTr("Refused by the server")
                    font.bold: true
                    font.pixelSize: Theme.small
                    color: Theme.softInk
                }
                Repeater {
                    id: refused

                    model: root.device.refusals

                    VouchText {
                        required property var modelData

                        objectName: "refusal_" + modelData.code
                        Layout.fillWidth: true
                        text: modelData.count + " × " + modelData.code + ": " + modelData.reason
                        maximumLineCount: 2
                        elide: Text.ElideRight
                        font.pixelSize: Theme.small
                    }
                }
                VouchButton {
                    objectName: "listRefused"
                    Layout.fillWidth: true
                    Layout.maximumWidth: implicitWidth
                    visible: refused.count > 0
                    pixelSize: Theme.small
                    spread: Theme.gap
                    text: root.listing ? qsTr("Show the settings") : qsTr("Show each record")
                    onTapped: root.listing = !root.listing
                }
                VouchText {
                    Layout.fillWidth: true
                    Layout.topMargin: Theme.tight
                    text: qsTr("Last problems")
                    font.bold: true
                    font.pixelSize: Theme.small
                    color: Theme.softInk
                }
                VouchText {
                    Layout.fillWidth: true
                    visible: root.device.problems.length === 0
                    text: qsTr("none")
                    font.pixelSize: Theme.small
                }
                Repeater {
                    model: root.device.problems

                    VouchText {
                        required property string modelData

                        objectName: "deviceProblem"
                        Layout.fillWidth: true
                        text: modelData
                        maximumLineCount: 2
                        elide: Text.ElideRight
                        font.pixelSize: Theme.small
                        color: Theme.problem
                    }
                }
            }
        }
    }
    RefusedPanel {
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.preferredWidth: 1
        Layout.preferredHeight: 1
        visible: root.listing
        manager: root.manager
    }
    Panel {
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.preferredWidth: 1
        Layout.preferredHeight: 1
        visible: !root.listing
        clip: true
        heading: qsTr("Settings in force")

        Repeater {
            model: root.device.settings

            Fact {
                required property var modelData

                objectName: "setting_" + modelData.key
                Layout.fillWidth: true
                name: modelData.key
                value: modelData.value.length > 0 ? modelData.value : qsTr("default")
                nameWidth: root.keyWidth
            }
        }
        Item {
            Layout.fillHeight: true
        }
    }
}
