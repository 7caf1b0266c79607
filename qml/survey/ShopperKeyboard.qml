import QtQuick
import QtQuick.VirtualKeyboard
import QtQuick.VirtualKeyboard.Settings
import Vouch.Components
import Vouch.Kiosk

// Qt's keyboard in the shopper's language only: nothing to change, nothing it remembers.
Item {
    id: root

    required property SurveyModel survey
    // For an address: Latin letters in every language.
    property bool latin: false

    readonly property var layouts: ({
        en: "en_GB",
        fa: "fa_FA",
        ta: "ta_IN",
        ru: "ru_RU",
        ar: "ar_AR",
        de: "de_DE",
        es: "es_ES",
        fr: "fr_FR",
        hi: "hi_IN",
        tr: "tr_CY"
    })
    // Languages that are not written in Latin letters.
    readonly property string others: "fa ta ru ar hi"
    readonly property string layout: latin && others.indexOf(survey.language) >= 0
        ? "en_GB" : layouts[survey.language] ?? "en_GB"

    objectName: "keyboard"
    implicitHeight: panel.height
    LayoutMirroring.enabled: false
    LayoutMirroring.childrenInherit: true
    onLayoutChanged: use()
    Component.onCompleted: {
        use();
        name();
    }

    readonly property var names: ({
        space: "keySpace",
        shift: "keyShift",
        enter: "keyEnter",
        erase: "delete",
        hide: "keyHide",
        symbols: "keySymbols"
    })
    readonly property var texts: survey.texts

    onTextsChanged: name()

    function name() {
        for (const key in names)
            KeyNames[key] = texts[names[key]] ?? "";
    }

    function use() {
        VirtualKeyboardSettings.styleName = "vouch";
        VirtualKeyboardSettings.activeLocales = [layout];
        VirtualKeyboardSettings.locale = layout;
        VirtualKeyboardSettings.handwritingModeDisabled = true;
        VirtualKeyboardSettings.defaultInputMethodDisabled = true;
    }

    InputPanel {
        id: panel

        width: root.width
    }
}
