import QtQuick
import Vouch.Components
import Vouch.Kiosk

// The manager's one screen: the whole store or this tablet, the reasons, the sending. Whose PIN
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

    // The whole store's as soon as they are known, unless this tablet's are asked for.
    property bool tabletAsked: false
    readonly property bool ofStore: manager.store.known && !tabletAsked

    ManagerHeader {
        id: header

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.margins: Theme.gap
        manager: root.manager
        dated: root.sheet === ManagerView.Figures || root.sheet === ManagerView.Details
        ofStore: root.ofStore
        onTurned: ofStore => root.tabletAsked = !ofStore
    }
    Item {
        id: board

        visible: root.sheet === ManagerView.Figures

        readonly property figures value: root.ofStore ? root.manager.store : root.manager.tablet
        readonly property int gap: Theme.gap
        readonly property int columns: Theme.portrait ? 2 : 3
        readonly property int column: Math.floor((width - (columns - 1) * gap) / columns)
        // In portrait the reasons and the hours lie below, as wide as everything.
        readonly property int upper: Theme.portrait
            ? height - liked.usualHeight - hoursHeight - 2 * gap : height
        readonly property int lower: Theme.portrait ? upper + gap : 0
        readonly property int hoursHeight: Math.floor(
            Theme.portrait ? height * 0.135 : height - 2 * (liked.usualHeight + gap))

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
            objectName: "figures"
            x: board.edge(0)
            width: board.column
            height: board.upper
            title: root.ofStore ? qsTr("Whole store") : qsTr("This tablet")
            value: board.value
            change: root.ofStore ? root.manager.storeChange : root.manager.change
            shown: root.manager.figuresShown
            language: root.manager.numberTag
        }
        PlacesPanel {
            objectName: "places"
            x: board.edge(1)
            width: board.column
            height: marks.y - board.gap
            heading: qsTr("Where it was asked")
            value: board.value
            brief: true
            note: root.manager.store.known ? ""
                : qsTr("Whole store") + " – " + qsTr("Not known: the server could not be asked yet.")
        }
        MarkedPanel {
            id: marks

            objectName: "marks"
            x: board.edge(1)
            y: more.y - board.gap - height
            width: board.column
            height: neededHeight
            heading: qsTr("Marked answers") + (board.value.marked > 0
                ? " – " + board.value.markedText : "")
            value: board.value
            reasons: board.marksOfTablet ? root.manager.tablet.marks : board.value.marks
            reasonsOf: board.marksOfTablet ? qsTr("This tablet") : ""
            brief: true
        }
        ReasonsPanel {
            id: liked

            objectName: "reasonsLiked"
            x: board.edge(Theme.portrait ? 0 : 2)
            y: board.lower
            width: board.column
            height: usualHeight
            heading: qsTr("Liked most (9–10)") + board.whoseReasons
            reasons: board.reasonsFrom.reasonsLiked
            tint: Theme.promoter
        }
        ReasonsPanel {
            objectName: "reasonsImprove"
            x: board.edge(Theme.portrait ? 1 : 2)
            y: Theme.portrait ? board.lower : liked.height + board.gap
            width: board.column
            height: usualHeight
            heading: qsTr("Could be better (0–8)") + board.whoseReasons
            reasons: board.reasonsFrom.reasonsImprove
            tint: Theme.detractor
        }

        // Those of the store where the server tells them; else said to be this tablet's.
        readonly property bool marksOfTablet: root.ofStore && !root.manager.store.marksKnown
        readonly property bool reasonsOfTablet: root.ofStore && !root.manager.store.reasonsKnown
        readonly property figures reasonsFrom: reasonsOfTablet ? root.manager.tablet : value
        readonly property string whoseReasons: reasonsOfTablet ? " – " + qsTr("This tablet") : ""

        HoursPanel {
            objectName: "hours"
            x: Theme.portrait ? 0 : board.edge(2)
            y: board.height - height
            width: Theme.portrait ? board.width : board.column
            height: board.hoursHeight
            visible: !sync.visible
            hours: board.value.hours
        }
        // Only what somebody has to act on takes the place of the hours.
        SyncPanel {
            id: sync

            x: Theme.portrait ? 0 : board.edge(2)
            y: board.height - height
            width: Theme.portrait ? board.width : board.column
            height: Math.max(implicitHeight, board.hoursHeight)
            visible: bad
            manager: root.manager
        }
        Row {
            id: more

            readonly property int button: Math.floor((width - spacing) / 2)

            x: board.edge(1)
            y: board.upper - height
            width: board.column
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
        given: root.sheet === ManagerView.Details ? ({
            manager: root.manager,
            ofStore: root.ofStore
        }) : ({
            manager: root.manager
        })
        shown: root.sheet === ManagerView.Device ? Qt.resolvedUrl("DevicePanel.qml")
            : root.sheet === ManagerView.Comments ? Qt.resolvedUrl("CommentsPanel.qml")
            : root.sheet === ManagerView.Details ? Qt.resolvedUrl("DetailsPanel.qml")
            : root.sheet === ManagerView.Languages ? Qt.resolvedUrl("LanguagePanel.qml") : ""
    }
    Binding {
        target: sheets.item as DetailsPanel
        property: "ofStore"
        value: root.ofStore
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
