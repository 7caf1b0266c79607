import QtQuick
import Vouch.Components

// One criterion of the list, with a box that shows whether it is picked.
TapArea {
    id: tile

    property string text
    property bool picked: false

    name: text
    role: Accessible.CheckBox
    Accessible.checkable: true
    Accessible.checked: tile.picked
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
        width: Math.round(28 * Theme.unit)
        height: width
        radius: Theme.tight / 2
        border.width: Theme.line
        border.color: tile.picked ? Theme.accent : Theme.edge
        color: tile.picked ? Theme.accent : Theme.surface

        CheckMark {
            anchors.fill: parent
            visible: tile.picked
        }
    }
    VouchText {
        anchors.left: box.right
        anchors.right: parent.right
        anchors.leftMargin: Theme.gap
        anchors.rightMargin: Theme.tight
        height: parent.height
        verticalAlignment: Text.AlignVCenter
        text: tile.text
        Accessible.ignored: true
    }
}
