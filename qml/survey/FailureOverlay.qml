import QtQuick
import Vouch.Components
import Vouch.Kiosk

// The answer could not be stored: said kindly, away with any tap.
TapArea {
    id: root

    required property SurveyModel survey

    objectName: "failure"
    name: survey.failure
    role: Accessible.AlertMessage
    onTapped: survey.dismissFailure()
    Component.onCompleted: {
        forceActiveFocus();
        Ease.say(survey.failure);
    }

    Card {
        anchors.fill: parent
        innerHeight: words.implicitHeight

        FittedText {
            id: words

            anchors.centerIn: parent
            width: parent.width - 2 * Theme.wide
            horizontalAlignment: Text.AlignHCenter
            text: root.survey.failure
            most: Theme.large
            least: Theme.large
            Accessible.ignored: true
        }
    }
}
