import QtQuick
import Vouch.Components
import Vouch.Kiosk

// Nobody has touched the page for a while: how long it stays, in words and as a ring.
Card {
    id: root

    required property SurveyModel survey

    readonly property var texts: survey.texts
    property int total: 1

    objectName: "warningCard"
    innerHeight: column.implicitHeight
    Accessible.role: Accessible.AlertMessage
    Accessible.name: texts.idle ?? ""
    Accessible.description: survey.warningText
    // The first key answers; what it does is said with the warning itself.
    Component.onCompleted: {
        total = Math.max(1, survey.warningSeconds);
        more.forceActiveFocus();
        Ease.say(survey.warningSpoken);
    }
    Keys.onEscapePressed: survey.moreTime()

    Connections {
        target: root.survey

        function onWarningChanged() {
            Ease.say(root.survey.warningSpoken);
        }
    }

    Column {
        id: column

        anchors.centerIn: parent
        width: root.innerWidth
        spacing: Theme.wide

        Ring {
            anchors.horizontalCenter: parent.horizontalCenter
            width: Math.round((Ease.larger ? 64 : 96) * Theme.unit)
            height: width
            share: root.survey.warningSeconds / root.total
        }
        FittedText {
            objectName: "idle"
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: root.texts.idle ?? ""
            least: Theme.title
        }
        FittedText {
            objectName: "countdown"
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: root.survey.warningText
            most: Theme.body
            least: Theme.body
            color: Theme.softInk
        }
        Row {
            id: buttons

            readonly property int cell: Math.floor((width - spacing) / 2)

            width: parent.width
            height: Math.max(more.implicitHeight, finish.implicitHeight, Math.round(80 * Theme.unit))
            spacing: Theme.gap

            VouchButton {
                id: more

                objectName: "moreTime"
                width: buttons.cell
                height: buttons.height
                pixelSize: Theme.large
                text: root.texts.moreTime ?? ""
                onTapped: root.survey.moreTime()
            }
            VouchButton {
                id: finish

                objectName: "finish"
                width: buttons.cell
                height: buttons.height
                pixelSize: Theme.large
                text: root.texts.finish ?? ""
                onTapped: root.survey.finish()
            }
        }
    }
}
