import QtQuick
import QtQuick.Layouts
import Vouch.Components
import Vouch.Kiosk

// The first question and its scale: the first tap is the answer.
SurveyPage {
    id: root

    objectName: "restingPage"
    middle: true
    atRest: true
    hint: ""
    alsoSpoken: scale.ends
    needed: scale.implicitHeight
    footer: LanguageBar {
        Layout.fillWidth: true
        survey: root.survey
    }

    PointScale {
        id: scale

        width: root.contentWidth
        survey: root.survey
        room: root.room
    }
}
