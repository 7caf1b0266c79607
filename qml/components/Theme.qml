pragma Singleton
import QtQuick

// The one type scale, spacing scale and palette. Main.qml tells it the window's size and the
// language on the screen; everything else only reads.
QtObject {
    id: theme

    property size window: Qt.size(1280, 800)
    property string language: "en"

    readonly property bool portrait: window.height > window.width
    readonly property real unit: Math.max(0.75, Math.min(1.4,
        Math.min(window.width, window.height) / 800, Math.max(window.width, window.height) / 1200))

    // Tamil words are long and its letters tall and wide: a step smaller reads the same size.
    readonly property real script: language === "ta" ? 0.88 : 1
    readonly property string family: familyOf(language)

    readonly property int small: Math.round(20 * unit * script)
    readonly property int body: Math.round(24 * unit * script)
    readonly property int large: Math.round(30 * unit * script)
    readonly property int title: Math.round(42 * unit * script)
    readonly property int figure: Math.round(76 * unit)
    // Numbers of the scale: not words, the same in every language.
    readonly property int number: Math.round(36 * unit)

    readonly property int tight: Math.round(8 * unit)
    readonly property int gap: Math.round(16 * unit)
    readonly property int wide: Math.round(28 * unit)
    readonly property int margin: Math.round((portrait ? 36 : 48) * unit)
    readonly property int radius: Math.round(14 * unit)
    // The least that a finger is asked to hit.
    readonly property int touch: Math.max(48, Math.round(64 * unit))
    readonly property int line: 2
    readonly property int keyboard: Math.round(Math.min(window.height * 0.46, window.width * 0.5))

    readonly property color paper: "#f5f4f0"
    readonly property color surface: "#ffffff"
    readonly property color pressed: "#dfe3e8"
    readonly property color ink: "#18222e"
    readonly property color softInk: "#4d5968"
    readonly property color edge: "#8b95a1"
    readonly property color hairline: "#d5d8dc"
    readonly property color accent: "#1d4f7c"
    readonly property color accentPressed: "#163d60"
    readonly property color accentInk: "#ffffff"
    readonly property color picked: "#e1ebf4"
    readonly property color shade: "#b0141c26"
    readonly property color notice: "#f3e3b8"
    readonly property color problem: "#a3341f"
    // Told apart by the colour-blind too, and by their words beside them.
    readonly property color promoter: "#1f6ea8"
    readonly property color passive: "#a7afb8"
    readonly property color detractor: "#c8621b"

    readonly property int quick: 120 // ms, of every motion

    // From line to line, and what is added above and below a text, in pixel sizes: the frames of
    // the three fonts differ far more than their letters.
    function lineOf(code: string): real {
        return code === "fa" || code === "ta" ? 1.5 : 1.38;
    }

    function paddingOf(code: string): real {
        return code === "fa" ? -0.3 : code === "ta" ? 0.1 : 0;
    }

    function familyOf(code: string): string {
        return code === "fa" ? "Noto Sans Arabic"
            : code === "ta" ? "Noto Sans Tamil" : "Noto Sans";
    }
}
