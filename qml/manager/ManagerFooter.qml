pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Vouch.Components
import Vouch.Kiosk

// What a manager does here; the languages and the way out of the program stand back.
GridLayout {
    id: root

    required property ManagerModel manager

    columns: actions.implicitWidth + tongues.implicitWidth + columnSpacing > width ? 1 : 2
    columnSpacing: Theme.gap
    rowSpacing: Theme.tight

    RowLayout {
        id: actions

        Layout.fillWidth: true
        spacing: Theme.tight

        VouchButton {
            objectName: "startTraining"
            pixelSize: Theme.small
            spread: Theme.gap
            text: qsTr("Try it")
            onTapped: root.manager.startTraining()
        }
        VouchButton {
            objectName: "cleanScreen"
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
        id: tongues

        Layout.alignment: root.columns === 1 ? Qt.AlignLeft : Qt.AlignRight
        spacing: Theme.tight

        Repeater {
            model: root.manager.languages

            VouchButton {
                required property var modelData

                objectName: "managerLang_" + modelData.code
                kind: modelData.code === root.manager.language ? VouchButton.Outlined
                                                               : VouchButton.Quiet
                pixelSize: Theme.small
                spread: Theme.tight
                text: modelData.name
                language: modelData.code
                onTapped: root.manager.setLanguage(modelData.code)
            }
        }
        VouchButton {
            id: exit

            property bool asked: false

            objectName: "exit"
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
