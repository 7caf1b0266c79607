import QtQuick
import QtQuick.Layouts
import Vouch.Components
import Vouch.Kiosk

// A comment in the shopper's own words; the keyboard is loaded here and nowhere else.
Item {
    id: root

    required property SurveyModel survey

    readonly property var texts: survey.texts

    objectName: "commentPage"

    ColumnLayout {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.bottom: keyboard.top
        anchors.margins: Theme.gap
        anchors.leftMargin: Theme.margin
        anchors.rightMargin: Theme.margin
        spacing: Theme.tight

        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.gap

            VouchButton {
                objectName: "back"
                text: root.texts.back ?? ""
                onTapped: root.survey.back()
            }
            Item {
                Layout.fillWidth: true
            }
            VouchButton {
                objectName: "startAgain"
                kind: VouchButton.Quiet
                text: root.texts.startAgain ?? ""
                onTapped: root.survey.startAgain()
            }
        }
        VouchText {
            objectName: "question"
            Layout.fillWidth: true
            text: root.survey.question
            font.pixelSize: Theme.large
        }
        RowLayout {
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.maximumHeight: Math.round(300 * Theme.unit)
            spacing: Theme.gap

            CommentField {
                Layout.fillWidth: true
                Layout.fillHeight: true
                survey: root.survey
            }
            VouchButton {
                objectName: "saveComment"
                Layout.alignment: Qt.AlignBottom
                Layout.preferredWidth: Math.max(implicitWidth, Math.round(160 * Theme.unit))
                Layout.preferredHeight: Math.max(implicitHeight, Math.round(76 * Theme.unit))
                kind: VouchButton.Filled
                pixelSize: Theme.large
                text: root.texts.done ?? ""
                onTapped: root.survey.saveComment()
            }
        }
        Item {
            Layout.fillHeight: true
        }
    }
    // Loaded with the page only: it costs start-up time, and nothing of it outlives a shopper.
    Stage {
        id: keyboard

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        height: Theme.keyboard
        shown: Qt.resolvedUrl("ShopperKeyboard.qml")
        given: ({
            survey: root.survey
        })
    }
}
