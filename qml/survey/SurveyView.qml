import QtQuick
import Vouch.Components
import Vouch.Kiosk

// The shopper's side: the page that the conversation is at, and what may lie over it.
FocusScope {
    id: root

    required property SurveyModel survey
    // How long the page at rest stays as a shopper made it who then went away, in ms.
    property int forgetsAfter: 60000

    // Changes whenever what is touched may have changed.
    readonly property string turned: survey.pageKey + survey.warning + survey.dimmed + Sheets.shown
        + survey.consented + survey.byEmail
    readonly property bool alarmed: survey.warning || survey.failure.length > 0
    readonly property bool covered: alarmed || survey.dimmed || Sheets.shown !== Sheets.None
    readonly property bool resting: survey.page === SurveyModel.Resting
        || survey.page === SurveyModel.Invitation

    objectName: "surveyView"
    focus: true
    LayoutMirroring.enabled: survey.rightToLeft
    LayoutMirroring.childrenInherit: true
    // A second tap of the finger that turned the page is no answer on the next one.
    onTurnedChanged: settling.restart()
    onVisibleChanged: if (!visible) forget()
    Keys.onPressed: event => {
        FocusMark.use();
        if (event.key === Qt.Key_Right || event.key === Qt.Key_Down) {
            nextItemInFocusChain(true)?.forceActiveFocus(Qt.TabFocusReason);
            event.accepted = true;
        } else {
            event.accepted = false;
        }
    }

    // Somebody is there.
    function activity() {
        forgetting.restart();
        // Who goes on need not hear the rest.
        Voice.stop();
        survey.activity();
    }

    // Nothing that a shopper asked for, wrote or chose is there for the next one. Who is still to be
    // told that the answer could not be kept reads or hears that in the way asked for.
    function forget() {
        Sheets.shown = Sheets.None;
        ShopperTraces.wipe();
        if (survey.failure.length > 0)
            return;
        FocusMark.shown = false;
        Ease.reset();
        Voice.stop();
    }

    function file(): string {
        switch (survey.page) {
        case SurveyModel.Invitation:
            return "InvitationPage.qml";
        case SurveyModel.Scale:
            return "ScalePage.qml";
        case SurveyModel.List:
            return "ListPage.qml";
        case SurveyModel.Choice:
            return "ChoicePage.qml";
        case SurveyModel.YesNo:
            return "YesNoPage.qml";
        case SurveyModel.Number:
            return "NumberPage.qml";
        case SurveyModel.Text:
            return "TextPage.qml";
        case SurveyModel.Comment:
            return "CommentPage.qml";
        case SurveyModel.Contact:
            return !survey.consented ? "ConsentPage.qml"
                : survey.byEmail ? "EmailPage.qml" : "PhonePage.qml";
        case SurveyModel.Thanks:
            return "ThanksPage.qml";
        default:
            return "RestingPage.qml";
        }
    }

    // The page in words, for who hears it.
    function read() {
        if (!alarmed)
            Ease.say((page.item as SurveyPage)?.spoken ?? "");
    }

    Timer {
        id: settling

        interval: Touches.hold
        onRunningChanged: Touches.held = running
        Component.onDestruction: Touches.held = false
    }
    Timer {
        id: forgetting

        interval: root.forgetsAfter
        running: root.resting && (Ease.asked || Sheets.shown !== Sheets.None)
        onTriggered: root.forget()
    }
    Connections {
        target: root.survey

        function onShopperLeft() {
            root.forget();
        }
        function onPageChanged() {
            Sheets.shown = Sheets.None;
        }
        function onLanguageChanged() {
            // When the page has its words in it.
            Qt.callLater(root.read); // qmllint disable
        }
    }
    Connections {
        target: Ease

        function onSaid(text, language) {
            Voice.say(text, Voice.speaks(language) ? language : root.survey.language);
        }
        function onAloudChanged() {
            if (Ease.aloud)
                root.read();
            else
                Voice.stop();
        }
    }
    Connections {
        target: Voice

        function onBegan() {
            root.survey.setSpeaking(true);
        }
        function onEnded() {
            root.survey.setSpeaking(false);
        }
    }
    Pages {
        id: page

        objectName: "page"
        anchors.fill: parent
        enabled: !root.covered
        focus: !root.covered
        given: ({
            survey: root.survey
        })
        shown: root.file() + "#" + root.survey.pageKey
        onTurned: {
            if (Theme.motion)
                appearing.restart();
            // When the page has its words in it.
            Qt.callLater(root.read); // qmllint disable
        }

        OpacityAnimator {
            id: appearing

            target: page
            from: 0
            to: 1
            duration: Theme.quick
        }
    }
    Stage {
        id: sheet

        anchors.fill: parent
        enabled: !root.alarmed
        focus: Sheets.shown !== Sheets.None && !root.alarmed
        given: page.given
        shown: Sheets.shown === Sheets.None ? "" : Qt.resolvedUrl(
            Sheets.shown === Sheets.Languages ? "LanguageSheet.qml" : "EaseSheet.qml")
    }
    Connections {
        target: sheet.item as Sheet

        function onClosed() {
            Sheets.shown = Sheets.None;
        }
    }
    Stage {
        anchors.fill: parent
        focus: root.survey.warning
        given: page.given
        shown: root.survey.warning ? Qt.resolvedUrl("WarningOverlay.qml") : ""
    }
    Stage {
        anchors.fill: parent
        focus: root.survey.failure.length > 0
        given: page.given
        shown: root.survey.failure.length > 0 ? Qt.resolvedUrl("FailureOverlay.qml") : ""
    }
}
