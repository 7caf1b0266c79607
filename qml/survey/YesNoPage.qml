import QtQuick
import Vouch.Components
import Vouch.Kiosk

// Yes or no, alike in size and colour: the tap is the answer.
SurveyPage {
    id: root

    objectName: "yesNoPage"
    middle: true
    needed: pair.implicitHeight
    showsGoOn: survey.canGoOn
    goOnKind: VouchButton.Outlined
    onGoOn: survey.done()

    Pair {
        id: pair

        width: root.contentWidth
        room: root.room
        least: Math.round(Math.min(124 * Theme.unit, Math.max(Theme.touch, root.room)))
        needed: Math.max(yes.implicitHeight, no.implicitHeight)

        ChoiceTile {
            id: yes

            objectName: "yes"
            width: pair.cell
            height: pair.tall
            single: true
            text: root.survey.yesLabel
            picked: root.survey.yesNo === "yes"
            selectedText: root.texts.selected ?? ""
            onTapped: root.survey.answerYesNo(true)
        }
        ChoiceTile {
            id: no

            objectName: "no"
            width: pair.cell
            height: pair.tall
            single: true
            text: root.survey.noLabel
            picked: root.survey.yesNo === "no"
            selectedText: root.texts.selected ?? ""
            onTapped: root.survey.answerYesNo(false)
        }
    }
}
