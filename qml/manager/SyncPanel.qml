import QtQuick
import QtQuick.Layouts
import Vouch.Components
import Vouch.Kiosk

// Whether the answers reach the server.
Panel {
    id: root

    required property ManagerModel manager

    readonly property string stateText: {
        switch (manager.syncState) {
        case ManagerModel.NotEnrolled:
            return qsTr("Not enrolled: answers stay on this tablet.");
        case ManagerModel.Enrolling:
            return qsTr("Enrolling…");
        case ManagerModel.UpToDate:
            return qsTr("Everything has reached the server.");
        case ManagerModel.Sending:
            return qsTr("Sending…");
        case ManagerModel.Waiting:
            return qsTr("Server not reached. Answers are kept here and sent later.");
        case ManagerModel.Refused:
            return qsTr("The server shuts this tablet out. Please call your IT.");
        default:
            return "";
        }
    }
    readonly property bool bad: manager.syncState === ManagerModel.Refused
        || manager.outboxQuarantined > 0

    heading: qsTr("Sending")

    VouchText {
        objectName: "syncState"
        Layout.fillWidth: true
        text: root.stateText
        font.pixelSize: Theme.small
        color: root.bad ? Theme.problem : Theme.ink
    }
    VouchText {
        objectName: "outbox"
        Layout.fillWidth: true
        // A point in the middle of the line would be a Persian zero.
        readonly property string between: root.manager.rightToLeft ? "، " : " · "

        text: qsTr("Waiting: %1").arg(root.manager.outboxText)
            + (root.manager.outboxQuarantined > 0 ? between + qsTr("Set aside: %1")
                .arg(Digits.of(root.manager.outboxQuarantined, root.manager.numberTag)) : "")
            + between + (root.manager.lastSync.length > 0
                ? qsTr("Last sent: %1").arg(root.manager.lastSync) : qsTr("Never sent yet"))
        font.pixelSize: Theme.small
        color: Theme.softInk
    }
    VouchText {
        Layout.fillWidth: true
        visible: text.length > 0
        text: root.manager.syncProblem
        font.pixelSize: Theme.small
        color: Theme.softInk
    }
}
