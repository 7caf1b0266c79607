import QtQuick

// A text as large as it may be and still fits into the room that there is for it, with no word
// broken.
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
