import QtQuick
import Vouch.Components
import Vouch.Kiosk

// The manager's one screen: this tablet and the whole store, the reasons, the sending. Whose PIN
// opened it decides what else there is.
FocusScope {
    id: root

    enum Sheet { Figures, Device, Languages, Comments, Details }

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
        dated: root.sheet === ManagerView.Figures || root.sheet === ManagerView.Details
    }
    Item {
        id: board

        visible: root.sheet === ManagerView.Figures

        readonly property int gap: Theme.gap
        readonly property int columns: Theme.portrait ? 2 : 3
        readonly property int column: Math.floor((width - (columns - 1) * gap) / columns)
        readonly property int above: height - more.height - gap
        readonly property int hoursHeight: Math.floor(above * (Theme.portrait ? 0.13 : 0.23))
        readonly property int reasonsHeight: Math.floor(
            Theme.portrait ? liked.usualHeight : (above - hoursHeight - 2 * gap) / 2)
        readonly property int figuresHeight: 
            Theme.portrait ? above - reasonsHeight - hoursHeight - 2 * gap : height

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: header.bottom
        anchors.bottom: footer.top
        anchors.margins: Theme.gap

        // The whole store's where they are known; said where both stand side by side.
        readonly property var whoseReasons: root.manager.store.reasonsKnown
            ? root.manager.store : root.manager.tablet
        readonly property string ofWhom: !root.manager.store.known ? ""
            : " – " + (root.manager.store.reasonsKnown ? qsTr("Whole store") : qsTr("This tablet"))

        // What stands below the reasons: in their column, or below everything.
        readonly property int beside: Theme.portrait ? 0 : edge(2)
        readonly property int beneath: Theme.portrait ? width : column

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
            title: qsTr("This tablet")
            value: root.manager.tablet
            change: root.manager.change
            shown: root.manager.figuresShown
            language: root.manager.numberTag
        }
        FiguresPanel {
            objectName: "storeFigures"
            x: board.edge(1)
            width: board.column
            height: board.figuresHeight
            title: qsTr("Whole store")
            value: root.manager.store
            change: root.manager.storeChange
            shown: root.manager.figuresShown
            language: root.manager.numberTag
        }
        ReasonsPanel {
            id: liked

            objectName: "reasonsLiked"
            x: board.edge(Theme.portrait ? 0 : 2)
            y: Theme.portrait ? board.figuresHeight + board.gap : 0
            width: board.column
            height: board.reasonsHeight
            heading: qsTr("Liked most (9–10)") + board.ofWhom
            reasons: board.whoseReasons.reasonsLiked
            tint: Theme.promoter
        }
        ReasonsPanel {
            objectName: "reasonsImprove"
            x: board.edge(Theme.portrait ? 1 : 2)
            y: Theme.portrait ? board.figuresHeight + board.gap : board.reasonsHeight + board.gap
            width: board.column
            height: board.reasonsHeight
            heading: qsTr("Could be better (0–8)") + board.ofWhom
            reasons: board.whoseReasons.reasonsImprove
            tint: Theme.detractor
        }
        HoursPanel {
            objectName: "hours"
            x: board.beside
            y: board.height - more.height - board.gap - height
            width: board.beneath
            height: board.hoursHeight
            visible: !sync.visible
            hours: (root.manager.store.known ? root.manager.store : root.manager.tablet).hours
            whose: root.manager.store.known ? qsTr("Whole store") : qsTr("This tablet")
        }
        // Only what somebody has to act on takes the place of the hours.
        SyncPanel {
            id: sync

            x: board.beside
            y: board.height - more.height - board.gap - height
            width: board.beneath
            height: Math.max(implicitHeight, board.hoursHeight)
            visible: bad
            manager: root.manager
        }
        Row {
            id: more

            readonly property int button: Math.floor((width - spacing) / 2)

            x: board.beside
            y: board.height - height
            width: board.beneath
            height: Theme.touch
            spacing: Theme.tight

            VouchButton {
                objectName: "showComments"
                width: more.button
                height: more.height
                pixelSize: Theme.small
                spread: Theme.tight
                text: qsTr("Comments")
                onTapped: root.sheet = ManagerView.Comments
            }
            VouchButton {
                objectName: "showDetails"
                width: more.button
                height: more.height
                pixelSize: Theme.small
                spread: Theme.tight
                text: qsTr("Details")
                onTapped: root.sheet = ManagerView.Details
            }
        }
    }
    Stage {
        id: sheets

        anchors.fill: board
        given: ({
            manager: root.manager
        })
        shown: root.sheet === ManagerView.Device ? Qt.resolvedUrl("DevicePanel.qml")
            : root.sheet === ManagerView.Comments ? Qt.resolvedUrl("CommentsPanel.qml")
            : root.sheet === ManagerView.Details ? Qt.resolvedUrl("DetailsPanel.qml")
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
