pragma ComponentBehavior: Bound
import QtQuick
import Vouch.Components
import Vouch.Kiosk

// The values in one row at every size, all alike; the ends are named below.
Item {
    id: root

    required property SurveyModel survey

    readonly property int count: Math.max(1, survey.scale.length)
    readonly property int space: Math.round(Theme.tight * 0.75)
    readonly property int cell: Math.floor((width - (count - 1) * space) / count)

    implicitHeight: row.height + Theme.tight + Math.max(low.implicitHeight, high.implicitHeight)

    Row {
        id: row

        anchors.horizontalCenter: parent.horizontalCenter
        spacing: root.space
        height: Math.max(Theme.touch, Math.min(Math.round(root.cell * 1.5), Math.round(116 * Theme.unit)))

        Repeater {
            model: root.survey.scale

            TapArea {
                id: number

                required property var modelData

                objectName: "score" + modelData.value
                name: modelData.label
                // In the second of lock a touch is no answer; the numbers look as always.
                available: !root.survey.locked
                width: root.cell
                height: row.height
                onTapped: root.survey.tapPoint(modelData.value)

                Rectangle {
                    anchors.fill: parent
                    radius: Theme.radius
                    border.width: Theme.line
                    border.color: Theme.edge
                    color: number.pressed ? Theme.pressed : Theme.surface
                }
                VouchText {
                    anchors.centerIn: parent
                    text: number.modelData.label
                    font.pixelSize: Theme.number
                    Accessible.ignored: true
                }
            }
        }
    }
    VouchText {
        id: low

        anchors.left: row.left
        anchors.top: row.bottom
        anchors.topMargin: Theme.tight
        width: Math.round(root.width * 0.46)
        text: root.survey.lowLabel
        color: Theme.softInk
    }
    VouchText {
        id: high

        anchors.right: row.right
        anchors.top: row.bottom
        anchors.topMargin: Theme.tight
        width: Math.round(root.width * 0.46)
        horizontalAlignment: Text.AlignRight
        text: root.survey.highLabel
        color: Theme.softInk
    }
}
