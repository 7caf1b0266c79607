import QtQuick
import QtQuick.VirtualKeyboard
import QtQuick.VirtualKeyboard.Styles
import QtQuick.VirtualKeyboard.Styles.Builtin
import Vouch.Components

// Qt's keyboard in the kiosk's own colours and sizes. Settings, languages and handwriting are not
// drawn, because a shopper has no use for them.
KeyboardStyle {
    id: style

    readonly property string icons:
        "qrc:/qt-project.org/imports/QtQuick/VirtualKeyboard/Styles/Builtin/default/images/"

    keyboardDesignWidth: 2560
    keyboardDesignHeight: 2560 * Theme.keyboard / Math.max(1, Theme.window.width)
    keyboardRelativeLeftMargin: 0.004
    keyboardRelativeRightMargin: 0.004
    keyboardRelativeTopMargin: 0.012
    keyboardRelativeBottomMargin: 0.012

    keyboardBackground: Rectangle {
        color: Theme.hairline
    }
    keyPanel: KeyCap {
    }
    symbolKeyPanel: KeyCap {
        name: KeyNames.symbols
    }
    spaceKeyPanel: KeyCap {
        dark: false
        label: ""
        name: KeyNames.space
    }
    backspaceKeyPanel: KeyCap {
        dark: true
        icon: style.icons + "backspace-fff.svg"
        name: KeyNames.erase
    }
    enterKeyPanel: KeyCap {
        dark: true
        icon: style.icons + "enter-fff.svg"
        name: KeyNames.enter
    }
    shiftKeyPanel: KeyCap {
        dark: true
        icon: style.icons + "shift-fff.svg"
        name: KeyNames.shift
        tint: InputContext.capsLockActive || InputContext.shiftActive ? "#ffffff"
                                                                      : "transparent"
    }
    hideKeyPanel: KeyCap {
        dark: true
        icon: style.icons + "hidekeyboard-fff.svg"
        name: KeyNames.hide
    }
    modeKeyPanel: KeyCap {
        dark: true
        name: KeyNames.symbols
    }

    alternateKeysListItemWidth: Math.round(72 * Theme.unit)
    alternateKeysListItemHeight: Math.round(80 * Theme.unit)
    alternateKeysListDelegate: Item {
        width: style.alternateKeysListItemWidth
        height: style.alternateKeysListItemHeight

        Text {
            anchors.centerIn: parent
            text: model.text
            color: Theme.ink
            font.family: Theme.family
            font.pixelSize: Math.round(30 * Theme.unit)
        }
    }
    alternateKeysListHighlight: Rectangle {
        radius: Math.round(8 * Theme.unit)
        color: Theme.picked
    }
    alternateKeysListBackground: Rectangle {
        radius: Math.round(8 * Theme.unit)
        color: Theme.surface
        border.width: Theme.line
        border.color: Theme.edge
    }
}
