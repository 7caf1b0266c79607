import QtQuick
import QtQuick.VirtualKeyboard
import QtQuick.VirtualKeyboard.Components

// Turkish Q. Qt's own, tr_TR, makes a capital I of the dotted i, which is another letter; this one
// stands beside it under a name that Qt has no layout for.
KeyboardLayout {
    // Shares of a row: each has 12 of the normal ones.
    readonly property real normalKeyWidth: 100
    readonly property real functionKeyWidth: 150

    inputMode: InputEngine.InputMode.Latin
    keyWeight: normalKeyWidth

    KeyboardRow {
        Repeater {
            model: ["q", "w", "e", "r", "t", "y", "u", "\u0131", "o", "p", "ğ", "ü"]

            Key {
                required property string modelData

                text: modelData
            }
        }
    }
    KeyboardRow {
        FillerKey {
            weight: normalKeyWidth / 2
        }
        Repeater {
            model: ["a", "s", "d", "f", "g", "h", "j", "k", "l", "ş"]

            Key {
                required property string modelData

                text: modelData
            }
        }
        Key {
            key: Qt.Key_I
            text: InputContext.uppercase ? "\u0130" : "i"
        }
        FillerKey {
            weight: normalKeyWidth / 2
        }
    }
    KeyboardRow {
        ShiftKey {
            weight: functionKeyWidth
        }
        Repeater {
            model: ["z", "x", "c", "v", "b", "n", "m", "ö", "ç"]

            Key {
                required property string modelData

                text: modelData
            }
        }
        BackspaceKey {
            weight: functionKeyWidth
        }
    }
    KeyboardRow {
        SymbolModeKey {
            weight: 2 * normalKeyWidth
        }
        Key {
            key: Qt.Key_Comma
            weight: normalKeyWidth
            text: ","
            highlighted: true
        }
        SpaceKey {
            weight: 6 * normalKeyWidth
        }
        Key {
            key: Qt.Key_Period
            weight: normalKeyWidth
            text: "."
            alternativeKeys: "!.?"
            smallText: "!?"
            smallTextVisible: true
            highlighted: true
        }
        EnterKey {
            weight: 2 * normalKeyWidth
        }
    }
}
