import QtQuick
import Vouch.Components
import Vouch.Kiosk

// The manager's one screen: this tablet and the whole store, the reasons, the sending. Whose PIN
// opened it decides what else there is.
FocusScope {
    id: root

    enum Sheet { Figures, Device, Languages }

    required property ManagerModel manager

    property int sheet: ManagerView.Figures

    objectName: "managerView"
    focus: true
    Accessible.role: Accessible.Pane
    Accessible.name: manager.storeName
    Keys.onPressed: event => {
        FocusMark.use();
        event.accepted = false;
    }

    ManagerHeader {
        id: header

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.margins: Theme.gap
        manager: root.manager
        dated: root.sheet === ManagerView.Figures
    }
    Item {
        id: board

        visible: root.sheet === ManagerView.Figures

        readonly property int gap: Theme.gap
        readonly property int columns: Theme.portrait ? 2 : 3
        readonly property int column: Math.floor((width - (columns - 1) * gap) / columns)
        readonly property int above: height - sync.implicitHeight - gap
        readonly property int reasonsHeight: Math.floor(
            Theme.portrait ? above * 0.3 : (above - gap) / 2)
        readonly property int figuresHeight: Theme.portrait ? above - reasonsHeight - gap : height

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: header.bottom
        anchors.bottom: footer.top
        anchors.margins: Theme.gap

        // The left edge of a column, counted from where reading begins.
        function edge(index: int): int {
            const from = index * (column + gap);
            return root.manager.rightToLeft ? width - column - from : from;
        }

        FiguresPanel {
            objectName: "tabletFigures"
            x: board.edge(0)
            width: board.column
            height: board.figuresHeight
            heading: qsTr("This tablet")
            value: root.manager.tablet
            language: root.manager.numberTag
        }
        FiguresPanel {
            objectName: "storeFigures"
            x: board.edge(1)
            width: board.column
            height: board.figuresHeight
            heading: qsTr("Whole store")
            value: root.manager.store
            language: root.manager.numberTag
        }
        ReasonsPanel {
            objectName: "reasonsLiked"
            x: board.edge(Theme.portrait ? 0 : 2)
            y: Theme.portrait ? board.figuresHeight + board.gap : 0
            width: board.column
            height: board.reasonsHeight
            heading: qsTr("Liked most (9–10)")
            reasons: root.manager.tablet.reasonsLiked
            tint: Theme.promoter
        }
        ReasonsPanel {
            objectName: "reasonsImprove"
            x: board.edge(Theme.portrait ? 1 : 2)
            y: Theme.portrait ? board.figuresHeight + board.gap : board.reasonsHeight + board.gap
            width: board.column
            height: board.reasonsHeight
            heading: qsTr("Could be better (0–8)")
            reasons: root.manager.tablet.reasonsImprove
            tint: Theme.detractor
        }
        SyncPanel {
            id: sync

            x: Theme.portrait ? 0 : board.edge(2)
            y: board.height - height
            width: Theme.portrait ? board.width : board.column
            height: implicitHeight
            manager: root.manager
        }
    }
    Stage {
        id: sheets

        anchors.fill: board
        given: ({
            manager: root.manager
        })
        shown: root.sheet === ManagerView.Device ? Qt.resolvedUrl("DevicePanel.qml")
            : root.sheet === ManagerView.Languages ? Qt.resolvedUrl("LanguagePanel.qml") : ""
    }
    Connections {
        target: sheets.item as LanguagePanel

        function onChosen() {
            root.sheet = ManagerView.Figures;
        }
    }
    ManagerFooter {
        id: footer

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        anchors.margins: Theme.gap
        manager: root.manager
        sheet: root.sheet
        onTurned: sheet => root.sheet = sheet
    }
}
