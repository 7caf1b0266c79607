import QtQuick
import Vouch.Components
import Vouch.Kiosk

// A question with a scale in the path. Shown again, its former answer is said in words only: no
// number is ever marked.
SurveyPage {
    id: root

    objectName: "scalePage"
    middle: true
    hint: survey.echo
    alsoSpoken: scale.ends
    needed: scale.implicitHeight
    showsGoOn: survey.canGoOn
    goOnKind: VouchButton.Outlined
    onGoOn: survey.done()

    PointScale {
        id: scale

        width: root.contentWidth
        survey: root.survey
        room: root.room
    }
}
