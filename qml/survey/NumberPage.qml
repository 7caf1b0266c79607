import QtQuick
import Vouch.Kiosk

// A number with its unit, between two bounds.
KeypadPage {
    id: root

    objectName: "numberPage"
    typed: survey.number
    unit: survey.unit
    signText: survey.mayBeNegative ? "−" : ""
    signName: texts.minus ?? ""
    onGoOn: survey.done()
}
