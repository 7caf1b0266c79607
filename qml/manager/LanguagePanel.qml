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

    Flow {
        Layout.fillWidth: true
        Layout.topMargin: Theme.gap
        spacing: Theme.gap

        Repeater {
            model: root.manager.languages

            VouchButton {
                required property var modelData

                objectName: "managerLang_" + modelData.code
                role: Accessible.RadioButton
                Accessible.checkable: true
                Accessible.checked: modelData.code === root.manager.language
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
