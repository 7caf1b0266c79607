pragma ComponentBehavior: Bound
import QtQuick
import Vouch.Components
import Vouch.Kiosk

// Every language of the survey in its own name. A pick closes it.
Sheet {
    id: root

    required property SurveyModel survey

    readonly property var texts: survey.texts

    readonly property int most: innerWidth / 3 >= 6 * Theme.body ? 3
        : innerWidth / 2 >= 6 * Theme.body ? 2 : 1
    // Ten are five by two, with no place left, where there is height for it.
    readonly property bool spare: !Ease.larger && (!Ease.lower || Theme.portrait)
    readonly property int columns: spare && most === 3 && survey.languages.length % 3 === 1 ? 2 : most

    objectName: "languageSheet"
    title: texts.languages ?? ""
    closeText: texts.back ?? ""
    needed: grid.implicitHeight

    Grid {
        id: grid

        width: root.innerWidth
        columns: root.columns
        spacing: Theme.gap

        Repeater {
            model: root.survey.languages

            VouchButton {
                required property var modelData

                objectName: "sheet_" + modelData.code
                width: Math.floor((grid.width - (root.columns - 1) * grid.spacing) / root.columns)
                height: Math.max(Theme.touch, Math.round(Theme.body * 2.2))
                text: modelData.name
                language: modelData.code
                pixelSize: Theme.sizeIn(modelData.code, Theme.body)
                role: Accessible.RadioButton
                Accessible.checkable: true
                Accessible.checked: modelData.code === root.survey.language
                condition: modelData.code === root.survey.language
                    ? root.texts.selected ?? "" : ""
                kind: modelData.code === root.survey.language ? VouchButton.Filled
                                                              : VouchButton.Outlined
                onTapped: {
                    root.survey.setLanguage(modelData.code);
                    root.closed();
                }
            }
        }
    }
}
