pragma ComponentBehavior: Bound
import QtQuick
import Vouch.Components

// Shows the page that the conversation is at. A page on which a tap is all there is stays made for
// the next shopper, who then waits for a few new words only; one on which something is written is
// made anew each time, so that nothing of it can be left.
FocusScope {
    id: pages

    // The file here; what follows a "#" tells two pages of the same file apart.
    property string shown
    property var given: ({})
    readonly property var kept: ["RestingPage.qml", "InvitationPage.qml", "ScalePage.qml",
        "ListPage.qml", "ChoicePage.qml", "YesNoPage.qml", "ConsentPage.qml", "ThanksPage.qml"]
    readonly property Item item: stage?.item ?? null

    property Stage stage: null

    signal turned()

    onShownChanged: if (stage) turn()
    Component.onCompleted: turn()

    function turn() {
        const file = shown.split("#")[0];
        const place = kept.indexOf(file);
        // In sight before it is made: it may take the keys at once.
        stage = place < 0 ? fresh : stages.itemAt(place) as Stage;
        fresh.shown = place < 0 ? Qt.resolvedUrl(shown) : "";
        if (place >= 0) {
            stage.shown = Qt.resolvedUrl(file);
            (item as SurveyPage)?.begin();
        }
        turned();
    }

    component Place: Stage {
        anchors.fill: parent
        visible: pages.stage === this
        focus: visible
        given: pages.given
    }
    Repeater {
        id: stages

        model: pages.kept.length

        Place {}
    }
    Place {
        id: fresh
    }
}
