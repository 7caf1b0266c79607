pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Vouch.Components
import Vouch.Kiosk

// The manager's one screen: this tablet and the whole store, the reasons, the sending.
Item {
    id: root

    required property ManagerModel manager

    objectName: "managerView"

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: Theme.gap
        anchors.leftMargin: Theme.wide
        anchors.rightMargin: Theme.wide
        spacing: Theme.gap

        ManagerHeader {
            Layout.fillWidth: true
            manager: root.manager
        }
        GridLayout {
            Layout.fillWidth: true
            Layout.fillHeight: true
            columns: Theme.portrait ? 2 : 3
            columnSpacing: Theme.gap
            rowSpacing: Theme.gap

            FiguresPanel {
                objectName: "tabletFigures"
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.rowSpan: Theme.portrait ? 1 : 3
                heading: qsTr("This tablet")
                value: root.manager.tablet
                language: root.manager.language
            }
            FiguresPanel {
                objectName: "storeFigures"
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.rowSpan: Theme.portrait ? 1 : 3
                heading: qsTr("Whole store")
                value: root.manager.store
                language: root.manager.language
            }
            ReasonsPanel {
                Layout.fillWidth: true
                Layout.fillHeight: true
                heading: qsTr("Liked most, by promoters")
                reasons: root.manager.tablet.reasonsLiked
                tint: Theme.promoter
            }
            ReasonsPanel {
                Layout.fillWidth: true
                Layout.fillHeight: true
                heading: qsTr("To be better, by the others")
                reasons: root.manager.tablet.reasonsImprove
                tint: Theme.detractor
            }
            SyncPanel {
                Layout.fillWidth: true
                Layout.columnSpan: Theme.portrait ? 2 : 1
                manager: root.manager
            }
        }
        ManagerFooter {
            Layout.fillWidth: true
            manager: root.manager
        }
    }
}
