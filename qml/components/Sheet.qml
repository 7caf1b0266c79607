import QtQuick

// A small choice over the page: closed by its button, by a tap beside it, by Escape. It is a scope
// of its own for keys.
FocusScope {
    id: sheet

    default property alias content: scroller.content
    property string title
    property string closeText
    property real needed: 0
    readonly property alias innerWidth: scroller.innerWidth

    signal closed()

    focus: true
    Accessible.role: Accessible.Dialog
    Accessible.name: title
    Keys.onEscapePressed: closed()
    Component.onCompleted: forceActiveFocus()

    TapArea {
        // A tap on the card reaches this too.
        property bool beside: false

        objectName: "outside"
        anchors.fill: parent
        name: sheet.closeText
        activeFocusOnTab: false
        Accessible.ignored: true
        onAimed: place => beside = !card.covers(place)
        onTapped: if (beside) sheet.closed()
    }
    Card {
        id: card

        anchors.fill: parent
        innerHeight: Math.min(head.height + Theme.gap + sheet.needed, maximumInner)

        Item {
            id: head

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.top: parent.top
            anchors.margins: Theme.wide
            anchors.topMargin: Theme.wide
            height: Math.max(heading.implicitHeight, close.height)

            VouchText {
                id: heading

                objectName: "sheetTitle"
                anchors.left: parent.left
                anchors.right: close.left
                anchors.rightMargin: Theme.gap
                anchors.verticalCenter: parent.verticalCenter
                text: sheet.title
                font.pixelSize: Theme.large
            }
            VouchButton {
                id: close

                objectName: "closeSheet"
                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                text: sheet.closeText
                onTapped: sheet.closed()
            }
        }
        Scroller {
            id: scroller

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.top: head.bottom
            anchors.bottom: parent.bottom
            anchors.margins: Theme.wide
            anchors.topMargin: Theme.gap
            needed: sheet.needed
        }
    }
}
