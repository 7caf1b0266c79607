import QtQuick
import Vouch.Kiosk

// A phone number to be contacted at, after the consent; e-mail is one tap away.
KeypadPage {
    id: root

    objectName: "phonePage"
    title: texts.phone ?? ""
    hint: ""
    typed: survey.contact
    problem: survey.contactProblem
    signText: "+"
    signName: "+"
    goOnText: texts.confirm ?? ""
    goOnAvailable: survey.contact.length > 0
    goOnName: "confirm"
    onGoOn: survey.confirmContact()
    otherName: "useEmail"
    otherText: texts.useEmail ?? ""
    onOther: survey.byEmail = true
}
