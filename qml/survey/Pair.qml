import QtQuick
import Vouch.Components

// The places of two controls of one size: side by side, or one below the other where their words
// want it. Each takes `cell` and `tall` as its size.
Grid {
    id: pair

    // The height that their words need.
    property int needed: 0
    property int least: Theme.touch

    readonly property int half: Math.floor((width - spacing) / 2)
    readonly property bool stacked: half < 8.5 * Theme.large / Theme.script
    readonly property int cell: stacked ? width : half
    readonly property int tall: Math.max(Theme.touch, stacked ? 0 : least, needed)

    columns: stacked ? 1 : 2
    spacing: Theme.gap
}
