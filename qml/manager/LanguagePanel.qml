pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Vouch.Components
import Vouch.Kiosk

// The manager's own language, each by its own name.
Panel {
    id: root

    required property ManagerModel manager

    signal chosen()

    objectName: "languagePanel"
    heading: qsTr("Language of the manager's pages")

    Grid {
        id: grid

        readonly property int cell: Math.floor((width - (columns - 1) * spacing) / columns)

        Layout.fillWidth: true
        Layout.topMargin: Theme.gap
        columns: Theme.portrait ? 2 : 5
        spacing: Theme.gap

        Repeater {
            model: root.manager.languages

            VouchButton {
                required property var modelData

                objectName: "managerLang_" + modelData.code
                role: Accessible.RadioButton
                Accessible.checkable: true
                Accessible.checked: modelData.code === root.manager.language
                width: grid.cell
                pixelSize: Theme.sizeIn(modelData.code, Theme.body)
                kind: modelData.code === root.manager.language ? VouchButton.Filled
                                                               : VouchButton.Outlined
                text: modelData.name
                language: modelData.code
                onTapped: {
                    root.manager.setLanguage(modelData.code);
                    root.chosen();
                }
            }
        }
    }
    Item {
        Layout.fillHeight: true
    }
}
