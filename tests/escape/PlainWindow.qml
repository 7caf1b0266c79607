import QtQuick

// What the inputs are first shown to escape from: a full screen as a beginner would write it.
Window {
    title: "Plain"
    visible: true
    visibility: Window.FullScreen

    TextEdit {
        anchors.fill: parent
        focus: true
    }
}
