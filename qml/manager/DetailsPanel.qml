import QtQuick
import QtQuick.Layouts
import Vouch.Components
import Vouch.Kiosk

// What stands behind the score: what is marked and why, where it was asked, by which tablets; the
// sending. Of the whole store where the server has said it.
GridLayout {
    id: root

    required property ManagerModel manager

    required property bool ofStore

    readonly property figures value: ofStore ? manager.store : manager.tablet
    // Where the server does not tell the store's.
    readonly property bool marksOfTablet: ofStore && !manager.store.marksKnown
    readonly property string whose: ofStore ? qsTr("Whole store") : qsTr("This tablet")

    objectName: "detailsPanel"
    columns: Theme.portrait ? 1 : 2
    columnSpacing: Theme.gap
    rowSpacing: Theme.gap

    MarkedPanel {
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.preferredWidth: 1
        Layout.preferredHeight: 1
        heading: qsTr("Marked answers") + " – " + root.whose
        value: root.value
        reasons: root.marksOfTablet ? root.manager.tablet.marks : root.value.marks
        reasonsOf: root.marksOfTablet ? qsTr("This tablet") : ""
    }
    ColumnLayout {
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.preferredWidth: 1
        Layout.preferredHeight: 1
        spacing: Theme.gap

        PlacesPanel {
            Layout.fillWidth: true
            Layout.fillHeight: true
            heading: qsTr("Where it was asked") + " – " + root.whose
            value: root.value
        }
        SyncPanel {
            Layout.fillWidth: true
            manager: root.manager
        }
    }
}
