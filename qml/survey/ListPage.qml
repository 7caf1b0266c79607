import QtQuick
import QtQuick.Layouts
import Vouch.Components
import Vouch.Kiosk

// Several values of a list: up to so many picks.
SurveyPage {
    id: root

    objectName: "listPage"
    needed: grid.implicitHeight
    showsGoOn: true
    onGoOn: survey.done()
    footer: VouchButton {
        objectName: "writeComment"
        Layout.fillWidth: true
        Layout.minimumWidth: leastWidth
        Layout.maximumWidth: implicitWidth
        Layout.leftMargin: -overhang
        kind: VouchButton.Quiet
        visible: root.survey.commentOffered
        text: root.texts.writeComment ?? ""
        onTapped: root.survey.writeComment()
    }

    ChoiceGrid {
        id: grid

        width: root.contentWidth
        survey: root.survey
        room: root.room
    }
}
