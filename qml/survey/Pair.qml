import QtQuick
import Vouch.Components

// The places of two controls of one size: side by side, or one below the other where their words
// want it. Each takes `cell` and `tall` as its size.
Grid {
    id: pair

    // The height that their words need.
    property int needed: 0
    property int least: Theme.touch
    // The height that there is for both.
    property real room: 0
    // The width that their words like.
    property real wish: 0

    readonly property bool scarce: Ease.larger || (Ease.lower && !Theme.portrait)
    readonly property int half: Math.floor((width - spacing) / 2)
    readonly property bool stacked: half < 8.5 * Theme.large / Theme.script
        || (!scarce && half < wish)
    readonly property int cell: stacked ? width : half
    readonly property int tall: Math.max(Theme.touch, needed,
        stacked && scarce ? Math.min(least, Math.floor((room - spacing) / 2)) : least)

    columns: stacked ? 1 : 2
    spacing: Theme.gap
}
