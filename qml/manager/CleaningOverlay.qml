import QtQuick
import Vouch.Components
import Vouch.Kiosk

// The screen can be wiped: touches do nothing until the time is over.
Rectangle {
    id: root

    required property ManagerModel manager

    property int total: 1

    objectName: "cleaning"
    color: Theme.paper
    Component.onCompleted: total = Math.max(1, manager.cleaningSeconds)

    Column {
        anchors.centerIn: parent
        width: parent.width - 2 * Theme.margin
        spacing: Theme.wide

        Ring {
            anchors.horizontalCenter: parent.horizontalCenter
            width: Math.round(160 * Theme.unit)
            height: width
            share: root.manager.cleaningSeconds / root.total

            VouchText {
                anchors.centerIn: parent
                language: /[0-9]/.test(text) ? "en" : Theme.language
                text: root.manager.cleaningText
                font.pixelSize: Theme.number
            }
        }
        FittedText {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: qsTr("You can wipe the screen now")
        }
    }
}
