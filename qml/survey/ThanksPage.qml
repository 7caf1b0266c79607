import QtQuick
import Vouch.Components
import Vouch.Kiosk

// The same for every answer; any tap ends it.
TapArea {
    id: root

    required property SurveyModel survey

    objectName: "thanks"
    name: survey.question
    onTapped: survey.dismissThanks()

    VouchText {
        anchors.centerIn: parent
        width: parent.width - 4 * Theme.margin
        horizontalAlignment: Text.AlignHCenter
        text: root.survey.question
        font.pixelSize: Theme.title
        Accessible.ignored: true
    }
}
