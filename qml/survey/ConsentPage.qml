import QtQuick
import Vouch.Kiosk

// Before a contact is asked for in the path.
SurveyPage {
    id: root

    objectName: "consentPage"
    alsoSpoken: [survey.consentText]
    needed: consent.implicitHeight

    Consent {
        id: consent

        width: root.contentWidth
        survey: root.survey
    }
}
