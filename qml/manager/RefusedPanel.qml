pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Vouch.Components
import Vouch.Kiosk

// The records that the server refused, one by one, the newest first; read when it is shown.
Panel {
    id: root

    required property ManagerModel manager

    objectName: "refusedPanel"
    heading: qsTr("Refused records")
    onVisibleChanged: if (visible) records.model = manager.refusedRecords()

    Scroller {
        Layout.fillWidth: true
        Layout.fillHeight: true
        needed: list.implicitHeight

        Column {
            id: list

            width: parent.width
            spacing: Theme.gap

            Repeater {
                id: records

                Column {
                    id: record

                    required property var modelData

                    objectName: "refused_" + modelData.id
                    width: list.width

                    VouchText {
                        width: parent.width
                        text: record.modelData.time + " – " + record.modelData.kind + " "
                            + record.modelData.id
                        font.pixelSize: Theme.small
                        color: Theme.softInk
                    }
                    VouchText {
                        width: parent.width
                        text: record.modelData.code + ": " + record.modelData.reason
                        font.pixelSize: Theme.small
                    }
                }
            }
        }
    }
}
