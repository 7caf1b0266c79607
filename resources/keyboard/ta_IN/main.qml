import QtQuick
import QtQuick.VirtualKeyboard
import QtQuick.VirtualKeyboard.Components

// Tamil with nothing hidden: vowels, vowel signs with the pulli, consonants, each on a key of its
// own that types exactly the letter it shows, in the order of the alphabet. Held, a few Grantha
// letters offer their conjuncts.
KeyboardLayout {
    // Shares of a row: each has 12 of the normal ones.
    readonly property real normalKeyWidth: 100
    readonly property real functionKeyWidth: 200

    inputMode: InputEngine.InputMode.Latin
    keyWeight: normalKeyWidth

    KeyboardRow {
        Key {
            text: "\u0B85"
        }
        Key {
            text: "\u0B86"
        }
        Key {
            text: "\u0B87"
        }
        Key {
            text: "\u0B88"
        }
        Key {
            text: "\u0B89"
        }
        Key {
            text: "\u0B8A"
        }
        Key {
            text: "\u0B8E"
        }
        Key {
            text: "\u0B8F"
        }
        Key {
            text: "\u0B90"
        }
        Key {
            text: "\u0B92"
        }
        Key {
            text: "\u0B93"
        }
        Key {
            text: "\u0B94"
        }
    }
    KeyboardRow {
        Key {
            text: "\u0BBE"
            displayText: "\u25CC\u0BBE"
            highlighted: true
        }
        Key {
            text: "\u0BBF"
            displayText: "\u25CC\u0BBF"
            highlighted: true
        }
        Key {
            text: "\u0BC0"
            displayText: "\u25CC\u0BC0"
            highlighted: true
        }
        Key {
            text: "\u0BC1"
            displayText: "\u25CC\u0BC1"
            highlighted: true
        }
        Key {
            text: "\u0BC2"
            displayText: "\u25CC\u0BC2"
            highlighted: true
        }
        Key {
            text: "\u0BC6"
            displayText: "\u25CC\u0BC6"
            highlighted: true
        }
        Key {
            text: "\u0BC7"
            displayText: "\u25CC\u0BC7"
            highlighted: true
        }
        Key {
            text: "\u0BC8"
            displayText: "\u25CC\u0BC8"
            highlighted: true
        }
        Key {
            text: "\u0BCA"
            displayText: "\u25CC\u0BCA"
            highlighted: true
        }
        Key {
            text: "\u0BCB"
            displayText: "\u25CC\u0BCB"
            highlighted: true
        }
        Key {
            text: "\u0BCC"
            displayText: "\u25CC\u0BCC"
            highlighted: true
        }
        Key {
            text: "\u0BCD"
            displayText: "\u25CC\u0BCD"
            highlighted: true
        }
    }
    KeyboardRow {
        Key {
            text: "\u0B95"
        }
        Key {
            text: "\u0B99"
        }
        Key {
            text: "\u0B9A"
        }
        Key {
            text: "\u0B9E"
        }
        Key {
            text: "\u0B9F"
        }
        Key {
            text: "\u0BA3"
        }
        Key {
            text: "\u0BA4"
        }
        Key {
            text: "\u0BA8"
        }
        Key {
            text: "\u0BAA"
        }
        Key {
            text: "\u0BAE"
        }
        Key {
            text: "\u0BAF"
        }
        Key {
            text: "\u0BB0"
        }
    }
    KeyboardRow {
        Key {
            text: "\u0BB2"
        }
        Key {
            text: "\u0BB5"
        }
        Key {
            text: "\u0BB4"
        }
        Key {
            text: "\u0BB3"
        }
        Key {
            text: "\u0BB1"
        }
        Key {
            text: "\u0BA9"
        }
        Key {
            text: "\u0B9C"
        }
        Key {
            text: "\u0BB7"
            alternativeKeys: ["ஷ", "க்ஷ"]
        }
        Key {
            text: "\u0BB8"
            alternativeKeys: ["ஸ", "ஸ்ரீ", "ஶ"]
        }
        Key {
            text: "\u0BB9"
        }
        Key {
            text: "\u0B83"
        }
        BackspaceKey {
        }
    }
    KeyboardRow {
        SymbolModeKey {
            weight: functionKeyWidth
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
            highlighted: true
        }
        EnterKey {
            weight: functionKeyWidth
        }
    }
}
