import QtQuick
import Vouch.Components
import Vouch.Kiosk

// The same words and colours for every answer. Any tap ends it, unless there is something to decide
// or to note down.
SurveyPage {
    id: root

    readonly property bool kept: survey.erasureText.length > 0
    readonly property bool offers: survey.contactOffered && !kept

    objectName: "thanksPage"
    // Twice the text leaves no upper half to spare.
    middle: !(Ease.larger && (offers || kept))
    atRest: true
    thanks: true
    alone: !offers && !kept
    hint: ""
    alsoSpoken: offers ? [survey.consentText]
        : kept ? [survey.erasureSpoken, texts.erasureHint ?? ""] : []
    needed: offers ? consent.implicitHeight : kept ? code.implicitHeight : 0

    TapArea {
        objectName: "thanks"
        parent: root
        anchors.fill: parent
        z: -1
        name: root.title
        available: !root.offers && !root.kept
        visible: available
        onTapped: root.survey.dismissThanks()
    }
    Consent {
        id: consent

        width: root.contentWidth
        visible: root.offers
        centred: root.middle
        survey: root.survey
    }
    Column {
        id: code

        width: root.contentWidth
        visible: root.kept
        spacing: Theme.gap

        FittedText {
            objectName: "erasure"
            remembers: false
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: root.survey.erasureText
            // A code is read in one line.
            room: Math.round(Theme.large * 1.8)
            most: Theme.large
            least: Theme.small
        }
        FittedText {
            objectName: "erasureHint"
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: root.texts.erasureHint ?? ""
            most: Theme.body
            least: Theme.body
            color: Theme.softInk
        }
        // The button stands apart.
        Item {
            width: 1
            height: Theme.tight
        }
        VouchButton {
            objectName: "thanksDone"
            anchors.horizontalCenter: parent.horizontalCenter
            width: Math.min(parent.width, Math.max(implicitWidth, Math.round(260 * Theme.unit)))
            kind: VouchButton.Filled
            pixelSize: Theme.large
            text: root.texts.done ?? ""
            onTapped: root.survey.dismissThanks()
        }
    }
}
