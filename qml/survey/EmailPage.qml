import QtQuick
import QtQuick.Layouts
import Vouch.Components
import Vouch.Kiosk

// An address to be contacted at, after the consent.
WritingPage {
    id: root

    readonly property string problem: survey.contactProblem

    objectName: "emailPage"
    title: texts.email ?? ""
    hint: problem
    alarming: problem.length > 0
    address: true
    most: 254
    initial: survey.contact
    goOnName: "confirm"
    goOnText: texts.confirm ?? ""
    goOnAvailable: survey.contact.length > 0
    onProblemChanged: Ease.say(problem)
    onEdited: text => survey.setContact(text)
    onGoOn: survey.confirmContact()
    aside: [
        VouchButton {
            objectName: "usePhone"
            // Out of a low reach; "back" leads there too.
            visible: !root.low
            Layout.fillWidth: true
            Layout.minimumWidth: leastWidth
            Layout.maximumWidth: implicitWidth
            Layout.leftMargin: -overhang
            kind: VouchButton.Quiet
            text: root.texts.usePhone ?? ""
            onTapped: root.survey.byEmail = false
        },
        Item {
            Layout.fillWidth: true
        },
        // Every address has one, and the keyboard only behind its signs.
        VouchButton {
            objectName: "at"
            visible: !root.low
            text: "@"
            language: "en"
            onTapped: root.insert("@")
        }
    ]
}
