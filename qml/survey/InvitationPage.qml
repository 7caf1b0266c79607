import QtQuick
import QtQuick.Layouts
import Vouch.Components
import Vouch.Kiosk

// Before the first question, where the shop wants it: the theme's picture, and one button.
SurveyPage {
    id: root

    objectName: "invitationPage"
    middle: true
    atRest: true
    grounded: picture.visible
    needed: begin.implicitHeight + begin.anchors.topMargin
    footer: LanguageBar {
        Layout.fillWidth: true
        survey: root.survey
    }

    Image {
        id: picture

        // Behind the words, above the controls.
        parent: root
        z: -1
        width: root.width
        height: root.lowerHalf
        visible: status === Image.Ready
        source: Theme.attract
        sourceSize.width: width
        fillMode: Image.PreserveAspectCrop
        Accessible.ignored: true
    }
    VouchButton {
        id: begin

        objectName: "begin"
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.top: parent.top
        anchors.topMargin: picture.visible ? Theme.wide : 0
        width: Math.min(parent.width, Math.max(implicitWidth, Math.round(420 * Theme.unit)))
        height: Math.max(implicitHeight, Math.round(116 * Theme.unit))
        kind: VouchButton.Filled
        pixelSize: Theme.large
        text: root.texts.begin ?? ""
        available: !root.survey.locked
        onTapped: root.survey.begin()
    }
}
