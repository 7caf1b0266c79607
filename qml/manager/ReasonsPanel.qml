pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Vouch.Components

// What was picked most on one branch of the survey; as many as there is room for.
Panel {
    id: root

    property var reasons: []
    property color tint: Theme.accent

    readonly property int highest: reasons.length > 0 ? Math.max(1, reasons[0].count) : 1
    readonly property int rowHeight: Math.ceil(Theme.small * (Theme.lineOf(Theme.language)
        + 2 * Math.max(0, Theme.paddingOf(Theme.language))) + 5 * Theme.unit)
    /// With three of them.
    readonly property int usualHeight: Math.ceil(
        2 * Theme.gap + headingHeight + Theme.tight + 3 * rowHeight + 2 * rows.spacing)
    readonly property int fitting: Math.max(1, Math.min(5,
        Math.floor((rows.height + rows.spacing) / (rowHeight + rows.spacing))))

    Column {
        id: rows

        Layout.fillWidth: true
        Layout.fillHeight: true
        spacing: 2

        Repeater {
            model: root.reasons.slice(0, root.fitting)

            Item {
                id: reason

                required property var modelData

                objectName: "reason"
                width: rows.width
                height: root.rowHeight

                VouchText {
                    anchors.left: parent.left
                    anchors.right: count.left
                    anchors.rightMargin: Theme.tight
                    anchors.bottom: bar.top
                    height: root.rowHeight - bar.height
                    verticalAlignment: Text.AlignVCenter
                    wrapMode: Text.NoWrap
                    fontSizeMode: Text.HorizontalFit
                    minimumPixelSize: 12
                    text: reason.modelData.label
                    font.pixelSize: Theme.small
                }
                VouchText {
                    id: count

                    anchors.right: parent.right
                    anchors.bottom: bar.top
                    height: root.rowHeight - bar.height
                    verticalAlignment: Text.AlignVCenter
                    text: reason.modelData.countText
                    font.pixelSize: Theme.small
                    font.bold: true
                }
                Rectangle {
                    id: bar

                    anchors.left: parent.left
                    anchors.bottom: parent.bottom
                    width: parent.width * reason.modelData.count / root.highest
                    height: Math.round(5 * Theme.unit)
                    radius: height / 2
                    color: root.tint
                }
            }
        }
        VouchText {
            width: parent.width
            visible: root.reasons.length === 0
            text: qsTr("Nothing picked yet.")
            font.pixelSize: Theme.small
            color: Theme.softInk
        }
    }
}
