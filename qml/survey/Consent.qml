import QtQuick
import Vouch.Components
import Vouch.Kiosk

// What a contact is used for, and two equal answers; neither is chosen beforehand.
Column {
    id: root

    required property SurveyModel survey
    property bool centred: false

    readonly property var texts: survey.texts

    spacing: Theme.wide

    FittedText {
        objectName: "consent"
        anchors.horizontalCenter: parent.horizontalCenter
        width: root.centred ? Math.min(root.width, 46 * Theme.body) : root.width
        horizontalAlignment: root.centred ? Text.AlignHCenter : Text.AlignLeft
        text: root.survey.consentText
        most: Theme.body
        least: Theme.body
    }
    Pair {
        id: pair

        width: root.width
        least: Math.round(84 * Theme.unit)
        needed: Math.max(yes.implicitHeight, no.implicitHeight)
        wish: Math.max(yes.implicitWidth, no.implicitWidth)

        VouchButton {
            id: yes

            objectName: "consentYes"
            width: pair.cell
            height: pair.tall
            text: root.texts.consentYes ?? ""
            onTapped: root.survey.giveConsent()
        }
        VouchButton {
            id: no

            objectName: "consentNo"
            width: pair.cell
            height: pair.tall
            text: root.texts.consentNo ?? ""
            onTapped: root.survey.refuseConsent()
        }
    }
}
