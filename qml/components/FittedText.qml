import QtQuick

// A text as large as it may be and still fits into the room that there is for it, with no word
// broken; about the middle, its lines are about as long as each other.
VouchText {
    id: fitted

    property real room: Infinity
    property int most: Theme.title
    property int least: Theme.large

    function fit() {
        let size = most;
        font.pixelSize = size;
        while ((implicitHeight > room || breaks()) && size > least) {
            size = Math.max(least, Math.floor(size * 0.93));
            font.pixelSize = size;
        }
        balance();
    }

    // Narrowed as far as it takes no more lines.
    function balance() {
        leftPadding = 0;
        rightPadding = 0;
        const lines = lineCount;
        if (horizontalAlignment !== Text.AlignHCenter || lines < 2 || text.includes("\n"))
            return;
        const words = text.split(" ").map(word => metrics.advanceWidth(word));
        const space = metrics.advanceWidth(" ");
        let narrow = Math.max(...words);
        for (let wider = narrow; wider > 0 && wider < width; wider = widerThan(narrow, words, space, lines))
            narrow = wider;
        const spare = Math.max(0, Math.floor((width - narrow) / 2) - 2);
        leftPadding = spare;
        rightPadding = spare;
        if (lineCount > lines) {
            leftPadding = 0;
            rightPadding = 0;
        }
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
    Component.onCompleted: fit()
}
