import QtQuick

// A text of the type scale that wraps and is never cut.
Text {
    id: label

    property string language: Theme.language

    color: Theme.ink
    font.family: Theme.familyOf(label.language)
    font.pixelSize: Theme.body
    lineHeight: Theme.lineHeight
    wrapMode: Text.Wrap
    textFormat: Text.PlainText
    Accessible.role: Accessible.StaticText
    Accessible.name: text
}
