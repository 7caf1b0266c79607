import QtQuick
import Vouch.Components
import Vouch.Kiosk

// What makes the page easier to use, each with one tap, for this shopper only.
Sheet {
    id: root

    required property SurveyModel survey

    readonly property var texts: survey.texts
    readonly property int columns: innerWidth / 2 >= 9 * Theme.body ? 2 : 1
    readonly property int cell: Math.floor((innerWidth - (columns - 1) * Theme.gap) / columns)
    readonly property int tall: Math.max(contrast.implicitHeight, larger.implicitHeight,
        lower.implicitHeight, aloud.visible ? aloud.implicitHeight : 0,
        Math.round(84 * Theme.unit))

    objectName: "easeSheet"
    title: texts.accessibility ?? ""
    closeText: texts.done ?? ""
    needed: grid.implicitHeight

    Flow {
        id: grid

        readonly property int shown: 2 + (lower.visible ? 1 : 0) + (aloud.visible ? 1 : 0)

        width: root.innerWidth
        spacing: Theme.gap

        ChoiceTile {
            id: contrast

            objectName: "easeContrast"
            width: root.cell
            height: root.tall
            text: root.texts.contrast ?? ""
            picked: Ease.contrast
            selectedText: root.texts.selected ?? ""
            onTapped: Ease.contrast = !Ease.contrast
        }
        ChoiceTile {
            id: larger

            objectName: "easeLarger"
            width: root.cell
            height: root.tall
            text: root.texts.larger ?? ""
            picked: Ease.larger
            selectedText: root.texts.selected ?? ""
            onTapped: Ease.larger = !Ease.larger
        }
        ChoiceTile {
            id: lower

            objectName: "easeLower"
            width: root.cell
            height: root.tall
            visible: root.survey.lowReachOffered
            text: root.texts.lower ?? ""
            picked: Ease.lower
            selectedText: root.texts.selected ?? ""
            onTapped: Ease.lower = !Ease.lower
        }
        ChoiceTile {
            id: aloud

            objectName: "easeAloud"
            width: root.cell
            height: root.tall
            visible: root.survey.readAloudOffered && Voice.speaks(root.survey.language)
            text: root.texts.readAloud ?? ""
            picked: Ease.aloud
            selectedText: root.texts.selected ?? ""
            onTapped: Ease.aloud = !Ease.aloud
        }
        VouchButton {
            objectName: "easeNormal"
            width: grid.shown % root.columns === 0 ? root.innerWidth : root.cell
            height: root.tall
            kind: VouchButton.Quiet
            text: root.texts.normal ?? ""
            available: Ease.asked
            onTapped: Ease.reset()
        }
    }
}
