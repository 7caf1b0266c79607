import QtQuick
import QtQuick.Layouts
import Vouch.Components
import Vouch.Kiosk

// Where this is, and of which days the figures are.
GridLayout {
    id: root

    required property ManagerModel manager

    columns: Theme.portrait ? 1 : 2
    columnSpacing: Theme.gap
    rowSpacing: Theme.gap

    VouchText {
        Layout.fillWidth: true
        text: root.manager.storeName
            + (root.manager.storeName && root.manager.kioskName ? " · " : "")
            + root.manager.kioskName
        font.pixelSize: Theme.large
        font.bold: true
    }
    Segments {
        objectName: "period"
        labels: [qsTr("Today"), qsTr("7 days"), qsTr("30 days"), qsTr("All")]
        current: root.manager.period
        onChosen: index => root.manager.period = index
    }
}
