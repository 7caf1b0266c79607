import QtQuick
import QtQuick.Layouts
import Vouch.Components

// A name and its number at the end of the line.
RowLayout {
    id: root

    required property string name
    required property string value
    // A long name is smaller instead of in two lines.
    property bool oneLine: false

    spacing: Theme.gap

    VouchText {
        Layout.alignment: Qt.AlignBaseline
        Layout.fillWidth: true
        text: root.name
        font.pixelSize: Theme.small
        wrapMode: root.oneLine ? Text.NoWrap : Text.Wrap
        fontSizeMode: root.oneLine ? Text.HorizontalFit : Text.FixedSize
        minimumPixelSize: 12
    }
    VouchText {
        Layout.alignment: Qt.AlignBaseline
        text: root.value
        wrapMode: Text.NoWrap
        font.pixelSize: Theme.small
        font.bold: true
    }
}
