import QtQuick

// A sheet over a dimmed page. Whoever shows it disables what is below.
Item {
    id: card

    default property alias content: sheet.data
    property real innerHeight: 0
    readonly property real innerWidth: sheet.width - 2 * Theme.wide
    readonly property real maximumInner: height - 2 * Theme.gap - 2 * Theme.wide

    function covers(place: point): bool {
        return sheet.contains(mapToItem(sheet, place));
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.shade
    }
    Rectangle {
        id: sheet

        anchors.horizontalCenter: parent.horizontalCenter
        y: Ease.lower ? Math.min(Math.max(Theme.gap, card.height / 2), card.height - height - Theme.gap)
                      : Math.round((card.height - height) / 2)
        width: Math.min(parent.width - 2 * Theme.gap,
            Math.round((Ease.larger ? 1080 : 720) * Theme.unit))
        height: card.innerHeight + 2 * Theme.wide
        radius: Theme.radius * 1.4
        border.width: Ease.contrast ? Theme.line : 0
        border.color: Theme.edge
        color: Theme.surface
    }
}
