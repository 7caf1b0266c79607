import QtQuick

// A text as large as it may be and still fits into the room that there is for it.
VouchText {
    id: text

    property real room: Infinity
    property int most: Theme.title
    property int least: Theme.large

    function fit() {
        let size = most;
        font.pixelSize = size;
        while (implicitHeight > room && size > least) {
            size = Math.max(least, Math.floor(size * 0.93));
            font.pixelSize = size;
        }
    }

    font.pixelSize: most
    onTextChanged: fit()
    onWidthChanged: fit()
    onRoomChanged: fit()
    onMostChanged: fit()
    onLanguageChanged: fit()
    Component.onCompleted: fit()
}
