import QtQuick
import QtQuick.Layouts
import Vouch.Components
import Vouch.Kiosk

// What a manager may do here; the language and the way out of the program stand back.
GridLayout {
    id: root

    required property ManagerModel manager
    // What the middle of the page shows.
    required property int sheet

    signal turned(sheet: int)

    columns: actions.implicitWidth + back.implicitWidth + columnSpacing > width ? 1 : 2
    columnSpacing: Theme.gap
    rowSpacing: Theme.tight

    function turn(to: int) {
        turned(sheet === to ? ManagerView.Figures : to);
    }

    RowLayout {
        id: actions

        Layout.fillWidth: true
        spacing: Theme.tight

        VouchButton {
            objectName: "showFigures"
            visible: root.sheet !== ManagerView.Figures
            kind: VouchButton.Filled
            pixelSize: Theme.small
            spread: Theme.gap
            text: qsTr("Figures")
            onTapped: root.turned(ManagerView.Figures)
        }
        VouchButton {
            objectName: "startTraining"
            visible: root.sheet === ManagerView.Figures
            pixelSize: Theme.small
            spread: Theme.gap
            text: qsTr("Try it")
            onTapped: root.manager.startTraining()
        }
        VouchButton {
            objectName: "cleanScreen"
            visible: root.sheet === ManagerView.Figures
            pixelSize: Theme.small
            spread: Theme.gap
            text: qsTr("Clean the screen")
            onTapped: root.manager.cleanScreen()
        }
        VouchButton {
            objectName: "closeManager"
            kind: VouchButton.Filled
            pixelSize: Theme.small
            spread: Theme.gap
            text: qsTr("Close")
            onTapped: root.manager.close()
        }
        Item {
            Layout.fillWidth: true
        }
    }
    RowLayout {
        id: back

        Layout.alignment: root.columns === 1 ? Qt.AlignLeft : Qt.AlignRight
        spacing: Theme.tight

        VouchButton {
            objectName: "showDevice"
            visible: root.manager.role === ManagerModel.TechnicianRole
            kind: root.sheet === ManagerView.Device ? VouchButton.Outlined : VouchButton.Quiet
            pixelSize: Theme.small
            spread: Theme.tight
            text: qsTr("Device")
            onTapped: root.turn(ManagerView.Device)
        }
        VouchButton {
            objectName: "showLanguages"
            kind: root.sheet === ManagerView.Languages ? VouchButton.Outlined : VouchButton.Quiet
            pixelSize: Theme.small
            spread: Theme.tight
            text: qsTr("Language")
            onTapped: root.turn(ManagerView.Languages)
        }
        VouchButton {
            id: exit

            property bool asked: false

            objectName: "exit"
            visible: root.manager.role >= ManagerModel.ExitRole
            kind: VouchButton.Quiet
            pixelSize: Theme.small
            spread: Theme.tight
            text: asked ? qsTr("Really exit?") : qsTr("Exit")
            onTapped: {
                if (asked)
                    root.manager.exit();
                asked = !asked;
            }
        }
    }
}
