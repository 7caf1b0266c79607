import QtQuick
import Vouch.Components
import Vouch.Kiosk

// A number with its unit, between two bounds.
KeypadPage {
    id: root

    objectName: "numberPage"
    typed: survey.number
    unit: survey.unit
    problem: survey.numberProblem
    // What was typed can be heard; a phone number is nobody else's.
    onTypedChanged: Ease.say(typed + " " + unit)
    signText: survey.mayBeNegative ? "−" : ""
    signName: texts.minus ?? ""
    goOnKind: typed.length > 0 ? VouchButton.Filled : VouchButton.Outlined
    onGoOn: survey.done()
}
