import QtQuick
import QtQuick.Layouts
import Vouch.Components

// A name with its value, on one line or two.
RowLayout {
    id: root

    required property string name
    required property string value
    // Facts below each other give their names one width.
    property real nameWidth: -1

    spacing: Theme.gap

    VouchText {
        Layout.alignment: Qt.AlignTop
        Layout.preferredWidth: root.nameWidth
        text: root.name
        wrapMode: Text.NoWrap
        font.pixelSize: Theme.small
        color: Theme.softInk
    }
    VouchText {
        Layout.fillWidth: true
        text: root.value
        // Ids, addresses and JSON hold hardly a place to break at.
        wrapMode: Text.Wrap
        maximumLineCount: 2
        elide: Text.ElideRight
        font.pixelSize: Theme.small
    }
}
