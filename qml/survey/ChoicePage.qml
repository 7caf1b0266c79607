import QtQuick
import Vouch.Components
import Vouch.Kiosk

// One value of a list: the tap is the answer.
SurveyPage {
    id: root

    objectName: "choicePage"
    needed: grid.implicitHeight
    showsGoOn: survey.canGoOn
    goOnKind: VouchButton.Outlined
    onGoOn: survey.done()

    ChoiceGrid {
        id: grid

        width: root.contentWidth
        survey: root.survey
        single: true
        room: root.room
    }
}
