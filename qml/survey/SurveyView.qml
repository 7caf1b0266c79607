import QtQuick
import Vouch.Components
import Vouch.Kiosk

// The shopper's side: the page that the conversation is at, and what may lie over it.
Item {
    id: root

    required property SurveyModel survey

    readonly property int turned: survey.page + (survey.warning ? 20 : 0) + (survey.dimmed ? 40 : 0)
    readonly property bool covered: survey.warning || survey.failure.length > 0

    LayoutMirroring.enabled: survey.rightToLeft
    LayoutMirroring.childrenInherit: true

    // A second tap of the finger that turned the page is no answer on the next one.
    onTurnedChanged: settling.restart()

    Timer {
        id: settling

        interval: 250
        onRunningChanged: Touches.held = running
        Component.onDestruction: Touches.held = false
    }
    Stage {
        id: page

        objectName: "page"
        anchors.fill: parent
        enabled: !root.covered
        given: ({
            survey: root.survey
        })
        shown: Qt.resolvedUrl(root.survey.page === SurveyModel.List
            || root.survey.page === SurveyModel.Choice ? "ListPage.qml"
            : root.survey.page === SurveyModel.Comment ? "CommentPage.qml"
            : root.survey.page === SurveyModel.Thanks ? "ThanksPage.qml" : "RestingPage.qml")
        onLoaded: appearing.restart()

        OpacityAnimator {
            id: appearing

            target: page
            from: 0
            to: 1
            duration: Theme.quick
        }
    }
    Stage {
        anchors.fill: parent
        given: page.given
        shown: root.survey.warning ? Qt.resolvedUrl("WarningOverlay.qml") : ""
    }
    Stage {
        anchors.fill: parent
        given: page.given
        shown: root.survey.failure.length > 0 ? Qt.resolvedUrl("FailureOverlay.qml") : ""
    }
}
