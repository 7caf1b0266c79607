pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Vouch.Components

// What was picked most on one branch of the survey.
Panel {
    id: root

    property var reasons: []
    property int most: 4
    property color tint: Theme.accent

    readonly property int highest: reasons.length > 0 ? Math.max(1, reasons[0].count) : 1

    Repeater {
        model: root.reasons.slice(0, root.most)

        ColumnLayout {
            id: reason

            required property var modelData

            Layout.fillWidth: true
            spacing: 3

            RowLayout {
                Layout.fillWidth: true
                spacing: Theme.tight

                VouchText {
                    Layout.fillWidth: true
                    text: reason.modelData.label
                    font.pixelSize: Theme.small
                }
                VouchText {
                    text: reason.modelData.countText
                    font.pixelSize: Theme.small
                    font.bold: true
                }
            }
            Rectangle {
                Layout.preferredWidth: root.width * 0.9 * reason.modelData.count / root.highest
                implicitHeight: Math.round(6 * Theme.unit)
                radius: height / 2
                color: root.tint
            }
        }
    }
    VouchText {
        Layout.fillWidth: true
        visible: root.reasons.length === 0
        text: qsTr("Nothing picked yet.")
        font.pixelSize: Theme.small
        color: Theme.softInk
    }
    Item {
        Layout.fillHeight: true
    }
}
