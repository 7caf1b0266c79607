import QtQuick
import QtQuick.Layouts
import Vouch.Components

// A name and its number at the end of the line.
RowLayout {
    id: root

    required property string name
    required property string value

    spacing: Theme.gap

    VouchText {
        Layout.fillWidth: true
        text: root.name
        font.pixelSize: Theme.small
    }
    VouchText {
        Layout.alignment: Qt.AlignTop
        text: root.value
        wrapMode: Text.NoWrap
        font.pixelSize: Theme.small
        font.bold: true
    }
}
