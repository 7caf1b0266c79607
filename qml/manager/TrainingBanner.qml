import QtQuick
import QtQuick.Layouts
import Vouch.Components
import Vouch.Kiosk

// Says that what is answered now is never counted.
Rectangle {
    id: root

    required property ManagerModel manager

    objectName: "trainingBanner"
    implicitHeight: row.implicitHeight + Theme.tight
    color: Theme.notice

    RowLayout {
        id: row

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        anchors.leftMargin: Theme.wide
        anchors.rightMargin: Theme.wide
        spacing: Theme.gap

        VouchText {
            Layout.fillWidth: true
            text: qsTr("Trying it out: these answers are not counted")
            language: root.manager.language
            font.pixelSize: Theme.small
        }
        VouchButton {
            objectName: "endTraining"
            language: root.manager.language
            pixelSize: Theme.small
            spread: Theme.gap
            text: qsTr("End")
            onTapped: root.manager.endTraining()
        }
    }
}
