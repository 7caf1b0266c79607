pragma ComponentBehavior: Bound
import QtQuick
import Vouch.Components
import Vouch.Kiosk

// The shopper's side: the page that the conversation is at, and what may lie over it.
Item {
    id: root

    required property SurveyModel survey

    readonly property int turned: survey.page + (survey.warning ? 10 : 0)
    readonly property bool covered: survey.warning || survey.failure.length > 0

    LayoutMirroring.enabled: survey.rightToLeft
    LayoutMirroring.childrenInherit: true

    // A second tap of the finger that turned the page is no answer on the next one.
    onTurnedChanged: settling.restart()

    Timer {
        id: settling

        interval: 250
        onRunningChanged: Touches.held = running
    }
    Loader {
        id: page

        objectName: "page"
        anchors.fill: parent
        enabled: !root.covered
        sourceComponent: root.survey.page === SurveyModel.List ? list
            : root.survey.page === SurveyModel.Comment ? comment
            : root.survey.page === SurveyModel.Thanks ? thanks : resting
        onLoaded: appearing.restart()

        OpacityAnimator {
            id: appearing

            target: page
            from: 0
            to: 1
            duration: Theme.quick
        }
    }
    Component {
        id: resting

        RestingPage {
            survey: root.survey
        }
    }
    Component {
        id: list

        ListPage {
            survey: root.survey
        }
    }
    Component {
        id: comment

        CommentPage {
            survey: root.survey
        }
    }
    Component {
        id: thanks

        ThanksPage {
            survey: root.survey
        }
    }
    Loader {
        anchors.fill: parent
        active: root.survey.warning
        sourceComponent: WarningOverlay {
            survey: root.survey
        }
    }
    Loader {
        anchors.fill: parent
        active: root.survey.failure.length > 0
        sourceComponent: FailureOverlay {
            survey: root.survey
        }
    }
}
