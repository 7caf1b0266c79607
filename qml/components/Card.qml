import QtQuick

// A sheet over a dimmed page. Whoever shows it disables what is below.
Item {
    id: card

    default property alias content: sheet.data
    property real innerHeight: 0
    readonly property real innerWidth: sheet.width - 2 * Theme.wide

    Rectangle {
        anchors.fill: parent
        color: Theme.shade
    }
    Rectangle {
        id: sheet

        anchors.centerIn: parent
        width: Math.min(parent.width - 2 * Theme.gap, Math.round(720 * Theme.unit))
        height: card.innerHeight + 2 * Theme.wide
        radius: Theme.radius * 1.4
        color: Theme.surface
    }
}
