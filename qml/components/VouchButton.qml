import QtQuick

// A button with a word on it: filled (one a page), outlined, or quiet.
TapArea {
    id: button

    enum Kind { Outlined, Filled, Quiet }

    property string text
    property int kind: VouchButton.Outlined
    property int pixelSize: Theme.body
    property string language: Theme.language
    property real spread: Theme.wide

    name: text
    implicitWidth: Math.max(Theme.touch, label.implicitWidth + 2 * spread)
    implicitHeight: Math.max(Theme.touch, label.implicitHeight + Theme.gap)
    opacity: available ? 1 : 0.45

    Rectangle {
        anchors.fill: parent
        radius: Theme.radius
        border.width: button.kind === VouchButton.Outlined ? Theme.line : 0
        border.color: Theme.edge
        color: button.kind === VouchButton.Filled
            ? (button.pressed ? Theme.accentPressed : Theme.accent)
            : button.pressed ? Theme.pressed
            : button.kind === VouchButton.Outlined ? Theme.surface : "transparent"
    }
    VouchText {
        id: label

        anchors.fill: parent
        anchors.leftMargin: Theme.tight
        anchors.rightMargin: Theme.tight
        horizontalAlignment: Text.AlignHCenter
        verticalAlignment: Text.AlignVCenter
        text: button.text
        font.pixelSize: button.pixelSize
        language: button.language
        color: button.kind === VouchButton.Filled ? Theme.accentInk
            : button.kind === VouchButton.Quiet ? Theme.accent : Theme.ink
        Accessible.ignored: true
    }
}
