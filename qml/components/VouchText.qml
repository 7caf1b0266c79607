import QtQuick

// A text of the type scale that wraps and is never cut.
Text {
    id: label

    property string language: Theme.language

    color: Theme.ink
    font.family: Theme.familyOf(label.language)
    font.pixelSize: Theme.body
    lineHeightMode: Text.FixedHeight
    lineHeight: Math.round(font.pixelSize * Theme.lineOf(label.language))
    topPadding: Math.round(font.pixelSize * Theme.paddingOf(label.language))
    bottomPadding: topPadding
    horizontalAlignment: Text.AlignLeft
    wrapMode: Text.Wrap
    textFormat: Text.PlainText
    Accessible.role: Accessible.StaticText
    Accessible.name: text
}
