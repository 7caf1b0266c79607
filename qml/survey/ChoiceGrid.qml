pragma ComponentBehavior: Bound
import QtQuick
import Vouch.Components
import Vouch.Kiosk

// The values of a list as tiles of one size, in as many columns as their words fit in.
Item {
    id: root

    required property SurveyModel survey
    // One value is the answer; else as many as may be picked.
    property bool single: false
    property real room: 0

    readonly property var texts: survey.texts

    readonly property int columns: {
        const most = Theme.portrait ? (single && tiles.count < 7 ? 1 : 2) : single ? 3 : 4;
        let count = Math.min(most, Math.max(1, tiles.count));
        while (count > 1 && (width - (count - 1) * Theme.gap) / count < tileWidth)
            --count;
        // In as many rows: four are two and two, not three and one.
        return Math.ceil(Math.max(1, tiles.count) / Math.ceil(Math.max(1, tiles.count) / count));
    }
    // No word is broken, and a tile is no column of single words.
    readonly property real tileWidth: {
        let word = 0;
        // Measured again with every font.
        if (metrics.height <= 0)
            return 0;
        for (const label of survey.choices.labels)
            for (const part of label.split(" "))
                word = Math.max(word, metrics.advanceWidth(part));
        return Math.max(10 * Theme.body / Theme.script,
            word + Theme.body * 1.7 + 2 * Theme.gap + Theme.tight);
    }
    readonly property int rows: Math.max(1, Math.ceil(tiles.count / columns))
    readonly property int cellWidth: Math.floor((width - (columns - 1) * Theme.gap) / columns)
    readonly property int least: {
        let height = Theme.touch;
        for (let i = 0; i < tiles.count; ++i)
            height = Math.max(height, tiles.itemAt(i)?.implicitHeight ?? 0);
        return height;
    }
    readonly property int cellHeight: Math.max(least, Math.min(
        Math.floor((room - (rows - 1) * Theme.gap) / rows), Math.round((Theme.portrait ? 148 : 124) * Theme.unit)))

    implicitHeight: rows * least + (rows - 1) * Theme.gap
    height: implicitHeight

    FontMetrics {
        id: metrics

        font.family: Theme.family
        font.pixelSize: Theme.body
    }
    Grid {
        columns: root.columns
        spacing: Theme.gap

        Repeater {
            id: tiles

            model: root.survey.choices

            ChoiceTile {
                required property var model

                objectName: "choice_" + model.code
                width: root.cellWidth
                height: root.cellHeight
                text: model.label
                picked: model.picked
                single: root.single
                selectedText: root.texts.selected ?? ""
                available: root.single || model.enabled
                onTapped: root.survey.toggle(model.code)
            }
        }
    }
}
