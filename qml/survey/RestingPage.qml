pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Vouch.Components
import Vouch.Kiosk

// The question and its scale: the first tap is the answer. Also where an answer is changed.
Item {
    id: root

    required property SurveyModel survey

    readonly property var texts: survey.texts

    objectName: survey.page === SurveyModel.Resting ? "restingPage" : "scalePage"

    RowLayout {
        id: header

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.margins: Theme.margin
        spacing: Theme.gap
        visible: root.survey.page === SurveyModel.Scale

        VouchButton {
            objectName: "done"
            visible: root.survey.canGoOn
            text: root.survey.goOnText
            onTapped: root.survey.done()
        }
        VouchText {
            Layout.fillWidth: true
            horizontalAlignment: Text.AlignHCenter
            text: root.survey.echo
            color: Theme.softInk
        }
        VouchButton {
            objectName: "startAgain"
            kind: VouchButton.Quiet
            text: root.texts.startAgain ?? ""
            onTapped: root.survey.startAgain()
        }
    }
    VouchText {
        objectName: "question"
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: scale.top
        anchors.leftMargin: Theme.margin
        anchors.rightMargin: Theme.margin
        anchors.bottomMargin: Theme.wide * 2
        horizontalAlignment: Text.AlignHCenter
        text: root.survey.question
        font.pixelSize: Theme.title
    }
    ScoreScale {
        id: scale

        survey: root.survey
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.leftMargin: Math.round(Theme.margin * 0.75)
        anchors.rightMargin: Math.round(Theme.margin * 0.75)
        y: Math.round(parent.height * 0.5)
    }
    Flow {
        id: languages

        readonly property real natural: {
            let sum = (tongues.count - 1) * spacing;
            for (let i = 0; i < tongues.count; ++i)
                sum += tongues.itemAt(i)?.width ?? 0;
            return sum;
        }

        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.wide
        anchors.horizontalCenter: parent.horizontalCenter
        width: Math.min(parent.width - 2 * Theme.margin, natural + 1)
        spacing: Theme.gap

        Repeater {
            id: tongues

            model: root.survey.languages

            VouchButton {
                required property var modelData

                objectName: "lang_" + modelData.code
                text: modelData.name
                language: modelData.code
                kind: modelData.code === root.survey.language ? VouchButton.Outlined
                                                              : VouchButton.Quiet
                onTapped: root.survey.setLanguage(modelData.code)
            }
        }
    }
}
