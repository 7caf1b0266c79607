import QtQuick
import QtQuick.Layouts
import Vouch.Components

// A sheet with a heading.
Rectangle {
    id: panel

    default property alias content: column.data
    property string heading
    readonly property real headingHeight: head.implicitHeight

    radius: Theme.radius
    color: Theme.surface
    border.width: 1
    border.color: Theme.hairline
    implicitHeight: column.implicitHeight + 2 * Theme.gap

    ColumnLayout {
        id: column

        anchors.fill: parent
        anchors.margins: Theme.gap
        spacing: Theme.tight

        VouchText {
            id: head

            Layout.fillWidth: true
            text: panel.heading
            wrapMode: Text.NoWrap
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: 12
            font.bold: true
            font.pixelSize: Theme.small
            color: Theme.softInk
        }
    }
}
