import QtQuick

// A button with a word on it, or a sign, or both: filled (one a page), outlined, or quiet.
TapArea {
    id: button

    enum Kind { Outlined, Filled, Quiet }

    property string text
    property int sign: Sign.None
    property int kind: VouchButton.Outlined
    property int pixelSize: Theme.body
    property real spread: Theme.wide

    readonly property color tint: kind === VouchButton.Filled ? Theme.accentInk
        : kind === VouchButton.Quiet ? Theme.accent : Theme.ink
    readonly property real signWidth: sign === Sign.None ? 0
        : picture.width + (text.length > 0 ? Theme.tight : 0)

    // How far a quiet one, at the edge of a page, reaches over it: its word stands on the edge then.
    // (At twice the text it may have been made narrower than its word is long.)
    readonly property real overhang: Ease.larger ? 0 : text.length > 0 ? spread : Theme.gap

    // The width under which a word would be broken.
    readonly property real leastWidth: metrics.height > 0 ? Math.max(Theme.touch, signWidth
        + 2 * Theme.tight + 2 + text.split(" ").reduce((most, word) =>
            Math.max(most, metrics.advanceWidth(word)), 0)) : Theme.touch

    name: text
    implicitWidth: Math.max(Theme.touch, text.length > 0
        ? measure.implicitWidth + 1 + signWidth + 2 * spread : signWidth + 2 * Theme.gap)
    implicitHeight: Math.max(Theme.touch, label.implicitHeight + Theme.tight)
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
    Sign {
        id: picture

        anchors.verticalCenter: parent.verticalCenter
        anchors.left: parent.left
        anchors.leftMargin: Math.max(Theme.tight, Math.round((button.width - button.signWidth
            - (button.text.length > 0 ? Math.min(measure.implicitWidth, label.width) : 0)) / 2))
        width: Math.round(32 * Theme.unit * (Ease.larger ? 1.5 : 1))
        height: width
        visible: button.sign !== Sign.None
        kind: button.sign
        color: button.tint
    }
    FontMetrics {
        id: metrics

        font: label.font
    }
    // The word in one line, however narrow the button was made.
    VouchText {
        id: measure

        visible: false
        wrapMode: Text.NoWrap
        text: button.text
        font.pixelSize: button.pixelSize
        language: button.language
        Accessible.ignored: true
    }
    VouchText {
        id: label

        anchors.fill: parent
        anchors.leftMargin: Theme.tight + (button.sign === Sign.None ? 0
            : picture.width + Theme.tight)
        anchors.rightMargin: Theme.tight
        horizontalAlignment: button.sign === Sign.None ? Text.AlignHCenter : Text.AlignLeft
        leftPadding: button.sign === Sign.None ? 0
            : Math.max(0, Math.floor((width - measure.implicitWidth) / 2) - 1)
        rightPadding: leftPadding
        verticalAlignment: Text.AlignVCenter
        visible: button.text.length > 0
        text: button.text
        font.pixelSize: button.pixelSize
        language: button.language
        color: button.tint
        Accessible.ignored: true
    }
}
