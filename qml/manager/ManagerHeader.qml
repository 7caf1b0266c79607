import QtQuick
import QtQuick.Layouts
import Vouch.Components
import Vouch.Kiosk

// Where this is, and of which days the figures are.
GridLayout {
    id: root

    required property ManagerModel manager
    // What is below depends on the days.
    property bool dated: true

    columns: Theme.portrait ? 1 : 2
    columnSpacing: Theme.gap
    rowSpacing: Theme.gap

    VouchText {
        Layout.fillWidth: true
        Layout.minimumHeight: Theme.touch
        verticalAlignment: Text.AlignVCenter
        text: root.manager.storeName
            + (root.manager.storeName && root.manager.kioskName ? " · " : "")
            + root.manager.kioskName
        font.pixelSize: Theme.large
        font.bold: true
    }
    Segments {
        visible: root.dated
        objectName: "period"
        labels: [qsTr("Today"), qsTr("7 days"), qsTr("30 days"), qsTr("All")]
        current: root.manager.period
        onChosen: index => root.manager.period = index
    }
}
