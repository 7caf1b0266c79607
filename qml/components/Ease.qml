pragma Singleton
import QtQuick

// What a shopper has asked for to have it easier. Theme.qml and the pages read it; SurveyView.qml
// takes it back when the shopper has left.
QtObject {
    id: ease

    property bool contrast: false
    // All text at twice its size.
    property bool larger: false
    // Everything that is touched in the lower half of the screen.
    property bool lower: false
    property bool aloud: false
    readonly property bool asked: contrast || larger || lower || aloud

    // In the page's language where none is told.
    signal said(string text, string language)

    function reset() {
        contrast = false;
        larger = false;
        lower = false;
        aloud = false;
    }

    function say(text: string, language: string) {
        if (aloud && text.length > 0)
            said(text, language ?? "");
    }
}
