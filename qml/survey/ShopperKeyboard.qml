import QtQuick
import QtQuick.VirtualKeyboard
import QtQuick.VirtualKeyboard.Settings
import Vouch.Kiosk

// Qt's keyboard in the shopper's language only: nothing to change, nothing it remembers.
Item {
    id: root

    required property SurveyModel survey

    readonly property string layout: ({
        en: "en_GB",
        fa: "fa_FA",
        ta: "ta_IN",
        ru: "ru_RU"
    })[survey.language] ?? "en_GB"

    objectName: "keyboard"
    implicitHeight: panel.height
    LayoutMirroring.enabled: false
    LayoutMirroring.childrenInherit: true

    onLayoutChanged: use()
    Component.onCompleted: use()

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
