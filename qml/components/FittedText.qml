import QtQuick

// A text as large as it may be and still fits into the room that there is for it, with no word
// broken; its lines are about as long as each other, and none is left with one word if a slightly
// smaller letter takes it in.
VouchText {
    id: fitted

    property real room: Infinity
    property int most: Theme.title
    property int least: Theme.large
    property bool lastAlone: false
    // A text that comes again is fitted as it was. Not for what is one shopper's own.
    property bool remembers: true
    readonly property var fits: new Map()

    function fit() {
        const key = `${language} ${font.family} ${effectiveHorizontalAlignment} ${width} ${room} `
            + `${most} ${least} ${text}`;
        const known = fits.get(key);
        if (known) {
            font.pixelSize = known.size;
            leftPadding = known.left;
            rightPadding = known.right;
            return;
        }
        search();
        if (!remembers)
            return;
        if (fits.size > 60)
            fits.clear();
        fits.set(key, {
            size: font.pixelSize,
            left: leftPadding,
            right: rightPadding
        });
    }

    function search() {
        let size = most;
        font.pixelSize = size;
        while ((implicitHeight > room || breaks()) && size > least) {
            size = Math.max(least, Math.floor(size * 0.93));
            font.pixelSize = size;
        }
        balance();
        if (lastAlone && size > least)
            takeIn(size);
    }

    // A step or two smaller where that saves the line.
    function takeIn(size: int) {
        const lines = lineCount;
        for (const share of [0.94, 0.88]) {
            font.pixelSize = Math.max(least, Math.floor(size * share));
            balance();
            if (lineCount < lines)
                return;
        }
        font.pixelSize = size;
        balance();
    }

    // Narrowed as far as it takes no more lines.
    function balance() {
        leftPadding = 0;
        rightPadding = 0;
        lastAlone = false;
        const lines = lineCount;
        if (lines < 2 || text.includes("\n"))
            return;
        const words = text.split(" ").map(word => metrics.advanceWidth(word));
        const space = metrics.advanceWidth(" ");
        let narrow = Math.max(...words);
        for (let wider = narrow; wider > 0 && wider < width; wider = widerThan(narrow, words, space, lines))
            narrow = wider;
        lastAlone = lines > 2 && lastLine(narrow, words, space) < narrow / 2;
        // A line is laid out a little longer than its words are together.
        for (const more of [4, 0.02 * narrow, 0.05 * narrow]) {
            pad(Math.max(0, Math.floor(width - narrow - more)));
            if (lineCount <= lines)
                return;
        }
        pad(0);
    }

    // Beside the lines, or at their end.
    function pad(spare: int) {
        const centred = effectiveHorizontalAlignment === Text.AlignHCenter;
        const mirrored = effectiveHorizontalAlignment === Text.AlignRight;
        leftPadding = centred ? Math.floor(spare / 2) : mirrored ? spare : 0;
        rightPadding = centred ? leftPadding : mirrored ? 0 : spare;
    }

    // The next width at which words fall otherwise; 0 when at this one they are in so few lines.
    function widerThan(narrow: real, words, space: real, most: int): real {
        let lines = 1;
        let line = 0;
        let next = Infinity;
        for (const word of words) {
            const longer = line > 0 ? line + space + word : word;
            if (longer <= narrow) {
                line = longer;
            } else {
                next = Math.min(next, longer);
                line = word;
                ++lines;
            }
        }
        return lines > most ? next : 0;
    }

    // How long the last line is where one word stands alone in it.
    function lastLine(narrow: real, words, space: real): real {
        let line = 0;
        let count = 0;
        for (const word of words) {
            const fits = count > 0 && line + space + word <= narrow;
            line = fits ? line + space + word : word;
            count = fits ? count + 1 : 1;
        }
        return count === 1 ? line : Infinity;
    }

    function breaks(): bool {
        return width > 0 && text.split(" ").some(word => metrics.advanceWidth(word) > width);
    }

    FontMetrics {
        id: metrics

        font: fitted.font
    }

    font.pixelSize: most
    onTextChanged: fit()
    onWidthChanged: fit()
    onRoomChanged: fit()
    onMostChanged: fit()
    onLanguageChanged: fit()
    onEffectiveHorizontalAlignmentChanged: fit()
    Component.onCompleted: fit()
}
