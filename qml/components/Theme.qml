pragma Singleton
import QtQuick
import Vouch.Kiosk

// The one type scale, spacing scale and palette. Main.qml tells it the window's size and the
// language on the screen, the theme file its colours; everything else only reads.
QtObject {
    id: theme

    property size window: Qt.size(1280, 800)
    property string language: "en"

    readonly property bool portrait: window.height > window.width
    readonly property real unit: Math.max(0.75, Math.min(1.4,
        Math.min(window.width, window.height) / 800, Math.max(window.width, window.height) / 1200))

    // Tamil words are long and its letters tall and wide: a step smaller reads the same size.
    readonly property real script: scriptOf(language)
    readonly property real zoom: Ease.larger ? 2 : 1
    readonly property string family: familyOf(language)

    readonly property int small: Math.round(20 * unit * script * zoom)
    readonly property int body: Math.round(24 * unit * script * zoom)
    readonly property int large: Math.round(30 * unit * script * zoom)
    readonly property int title: Math.round(42 * unit * script * zoom)
    readonly property int figure: Math.round(76 * unit)
    // Numbers of the scale: not words, the same in every language.
    readonly property int number: Math.round(36 * unit * zoom)

    readonly property int tight: Math.round(8 * unit)
    readonly property int gap: Math.round(16 * unit)
    readonly property int wide: Math.round(28 * unit)
    readonly property int margin: Math.round((portrait ? 36 : 48) * unit)
    readonly property int radius: Math.round(14 * unit)
    // The least that a finger is asked to hit.
    readonly property int touch: Math.max(48, Math.round(64 * unit))
    readonly property int line: Ease.contrast ? 3 : 2
    // The mark around what the keys are at.
    readonly property int ring: 4
    readonly property int keyboard: Ease.lower
        ? Math.floor(window.height / 2 - (portrait ? Math.max(touch, 3.8 * body) : touch) - gap)
        : Math.round(Math.min(window.height * 0.46, window.width * 0.5))

    readonly property var colours: Ease.contrast ? KioskTheme.contrastColours : KioskTheme.colours
    readonly property color paper: colours.paper
    readonly property color surface: colours.surface
    readonly property color pressed: colours.pressed
    readonly property color ink: colours.ink
    readonly property color softInk: colours.softInk
    readonly property color edge: colours.edge
    readonly property color hairline: colours.hairline
    readonly property color accent: colours.accent
    readonly property color accentPressed: colours.accentPressed
    readonly property color accentInk: colours.accentInk
    readonly property color picked: colours.picked
    readonly property color shade: colours.shade
    readonly property color notice: colours.notice
    readonly property color problem: colours.problem
    readonly property color key: colours.key
    // Told apart by the colour-blind too, and by their words beside them.
    readonly property color promoter: colours.promoter
    readonly property color passive: colours.passive
    readonly property color detractor: colours.detractor
    readonly property url logo: KioskTheme.logo
    readonly property url attract: KioskTheme.attract

    // Off where the theme says so: nothing moves.
    readonly property bool motion: KioskTheme.motion
    readonly property int quick: motion ? 120 : 0 // ms, of every motion

    function scriptOf(code: string): real {
        return code === "ta" ? 0.88 : 1;
    }

    // A size of the scale for a word of another language than the page's.
    function sizeIn(code: string, size: real): int {
        return Math.round(size / script * scriptOf(code));
    }

    // From line to line, and what is added above and below a text, in pixel sizes: the frames of
    // the fonts differ far more than their letters.
    function lineOf(code: string): real {
        return code === "fa" || code === "ar" || code === "ta" ? 1.5 : code === "hi" ? 1.45 : 1.38;
    }

    function paddingOf(code: string): real {
        return code === "fa" || code === "ar" ? -0.3 : code === "ta" || code === "hi" ? 0.1 : 0;
    }

    function familyOf(code: string): string {
        return code === "fa" || code === "ar" ? "Noto Sans Arabic"
            : code === "ta" ? "Noto Sans Tamil"
            : code === "hi" ? "Noto Sans Devanagari"
            : KioskTheme.font.length > 0 ? KioskTheme.font : "Noto Sans";
    }
}
