import QtQuick
import QtQuick.Layouts
import Vouch.Components
import Vouch.Kiosk

// Where this is; of whom and of which days the figures are.
GridLayout {
    id: root

    required property ManagerModel manager
    // What is below depends on the days, and on whose figures they are.
    property bool dated: true
    // The whole store's figures are shown, not this tablet's.
    property bool ofStore: false

    signal turned(ofStore: bool)

    columns: Theme.portrait ? 2 : 3
    columnSpacing: Theme.gap
    rowSpacing: Theme.gap

    FittedText {
        Layout.fillWidth: true
        Layout.minimumHeight: Theme.touch
        Layout.columnSpan: whose.visible || !Theme.portrait ? 1 : 2
        verticalAlignment: Text.AlignVCenter
        text: root.manager.storeName
            + (root.manager.storeName && root.manager.kioskName ? " · " : "")
            + root.manager.kioskName
        most: Theme.large
        least: Theme.small
        room: Theme.touch
        font.bold: true
    }
    Segments {
        id: whose

        objectName: "whose"
        visible: root.dated && root.manager.store.known
        labels: [qsTr("Whole store"), qsTr("This tablet")]
        current: root.ofStore ? 0 : 1
        onChosen: index => root.turned(index === 0)
    }
    Segments {
        objectName: "period"
        Layout.columnSpan: Theme.portrait ? 2 : 1
        visible: root.dated
        labels: [qsTr("Today"), qsTr("7 days"), qsTr("30 days"), qsTr("All")]
        current: root.manager.period
        onChosen: index => root.manager.period = index
    }
}
