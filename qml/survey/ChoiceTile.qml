import QtQuick
import Vouch.Components

// One value of a list, with a box that shows whether it is picked; round where there is one answer.
TapArea {
    id: tile

    property string text
    property bool picked: false
    property bool single: false
    property string selectedText

    name: text
    role: single ? Accessible.RadioButton : Accessible.CheckBox
    condition: picked ? selectedText : ""
    Accessible.checkable: true
    Accessible.checked: tile.picked
    implicitHeight: Math.max(Theme.touch, label.implicitHeight + 2 * Theme.tight)
    opacity: available ? 1 : 0.5

    Rectangle {
        anchors.fill: parent
        radius: Theme.radius
        border.width: Theme.line
        border.color: tile.picked ? Theme.accent : Theme.edge
        color: tile.pressed ? Theme.pressed : tile.picked ? Theme.picked : Theme.surface
    }
    Rectangle {
        id: box

        anchors.left: parent.left
        anchors.leftMargin: Theme.gap
        anchors.verticalCenter: parent.verticalCenter
        width: Math.round(28 * Theme.unit * (Ease.larger ? 1.4 : 1))
        height: width
        radius: tile.single ? width / 2 : Theme.tight / 2
        border.width: Theme.line
        border.color: tile.picked ? Theme.accent : Theme.edge
        color: tile.picked ? Theme.accent : Theme.surface

        CheckMark {
            anchors.fill: parent
            visible: tile.picked
        }
    }
    VouchText {
        id: label

        anchors.left: box.right
        anchors.right: parent.right
        anchors.leftMargin: Math.round(Theme.gap * 0.75)
        anchors.rightMargin: Theme.gap
        height: parent.height
        verticalAlignment: Text.AlignVCenter
        text: tile.text
        Accessible.ignored: true
    }
}
