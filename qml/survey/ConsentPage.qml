import QtQuick
import Vouch.Components
import Vouch.Kiosk

// Before a contact is asked for in the path.
SurveyPage {
    id: root

    objectName: "consentPage"
    // Twice the text leaves no upper half to spare.
    middle: !Ease.larger
    alsoSpoken: [survey.consentText]
    needed: consent.implicitHeight

    Consent {
        id: consent

        width: root.contentWidth
        centred: root.middle
        survey: root.survey
    }
}
