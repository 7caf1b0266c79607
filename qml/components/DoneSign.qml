import QtQuick

// All is done: a check mark on a disc, with room below it.
Item {
    width: Math.round(88 * Theme.unit)
    height: width + Theme.gap

    Rectangle {
        width: parent.width
        height: width
        radius: width / 2
        color: Theme.accent

        CheckMark {
            anchors.centerIn: parent
            width: Math.round(parent.width * 0.6)
            stroke: 2.4
        }
    }
}
