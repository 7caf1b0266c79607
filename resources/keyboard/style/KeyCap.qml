import QtQuick
import QtQuick.VirtualKeyboard
import QtQuick.VirtualKeyboard.Styles
import Vouch.Components

// One key: light with dark letters, or dark with a white sign where it does something else than
// type.
KeyPanel {
    id: cap

    property bool dark: control ? control.functionKey : false
    property url icon
    property string label: control ? control.displayText : ""
    // The first of what a held key offers; not the cog that Qt puts on the comma.
    readonly property string small: {
        if (!control || !control.smallTextVisible || control.smallText === "\u2699")
            return "";
        const onCircle = control.smallText.startsWith("\u25cc");
        return control.smallText.slice(0, onCircle ? 2 : 1);
    }
    property color tint: "transparent"
    // For keys without a letter of their own.
    property string name

    readonly property bool pressed: control ? control.pressed : false
    readonly property bool shifted: control ? control.uppercased && !control.functionKey : false

    Accessible.role: Accessible.Button
    Accessible.name: name.length > 0 ? name : shifted ? label.toLocaleUpperCase() : label
    Accessible.ignored: Accessible.name.length === 0
    Accessible.onPressAction: press()

    // By assistive technology: the keyboard itself follows fingers only.
    function press() {
        if (!control || !control.enabled)
            return;
        if (!control.noKeyEvent)
            InputContext.inputEngine.virtualKeyClick(control.key,
                control.uppercased ? control.text.toUpperCase() : control.text,
                control.uppercased ? Qt.ShiftModifier : 0);
        control.clicked();
    }

    // Who asked for easier use is not hurried by a key that goes on by itself.
    Binding {
        target: cap.control
        property: "repeat"
        value: false
        when: cap.control !== null && Ease.asked
    }

    // A mark that sits on a letter is shown on a dotted circle.
    function withBase(text: string): string {
        return /^[\u064b-\u0652]$/.test(text) ? "\u25cc" + text : text;
    }

    Rectangle {
        anchors.fill: parent
        anchors.margins: Math.round(3 * Theme.unit)
        radius: Math.round(8 * Theme.unit)
        border.width: Ease.contrast ? Theme.line : 0
        border.color: Theme.edge
        color: cap.dark ? (cap.pressed ? Qt.darker(Theme.key, 1.6) : Theme.key)
                        : (cap.pressed ? Theme.pressed : Theme.surface)
        opacity: cap.control && cap.control.enabled ? 1 : 0.5

        Text {
            anchors.fill: parent
            horizontalAlignment: Text.AlignHCenter
            verticalAlignment: Text.AlignVCenter
            visible: cap.icon.toString().length === 0
            text: cap.withBase(cap.shifted ? cap.label.toLocaleUpperCase() : cap.label)
            color: cap.dark ? "#ffffff" : Theme.ink
            font.family: Theme.family
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: 12
            font.pixelSize: Math.round(Math.min(parent.height * 0.48, parent.width * 0.42,
                (cap.dark ? 24 : 30) * Theme.unit * (Ease.larger ? 1.5 : 1)))
        }
        Text {
            anchors.right: parent.right
            anchors.top: parent.top
            anchors.margins: Math.round(4 * Theme.unit)
            text: cap.withBase(cap.small)
            color: Theme.softInk
            font.family: Theme.family
            font.pixelSize: Math.round(15 * Theme.unit)
        }
        Image {
            anchors.centerIn: parent
            visible: source.toString().length > 0
            source: cap.icon
            width: Math.min(implicitWidth, parent.width * 0.7)
            fillMode: Image.PreserveAspectFit
            sourceSize.height: Math.round(parent.height * 0.42)
        }
        Rectangle {
            anchors.horizontalCenter: parent.horizontalCenter
            anchors.bottom: parent.bottom
            anchors.bottomMargin: Math.round(6 * Theme.unit)
            width: Math.round(20 * Theme.unit)
            height: Math.round(4 * Theme.unit)
            radius: 2
            color: cap.tint
        }
    }
}
