import QtQuick
import Vouch.Components
import Vouch.Kiosk

// The kiosk's window: the shopper's side, and the manager's over it. Who locks it is C++
// (app/kiosk/lockdown.h).
Window {
    id: root

    required property SurveyModel survey
    required property ManagerModel manager
    // A window instead of the full screen: for a desk.
    property bool windowed: false

    width: 1280
    height: 800
    minimumWidth: 600
    minimumHeight: 600
    visible: true
    flags: windowed ? Qt.Window : Qt.Window | Qt.FramelessWindowHint | Qt.WindowStaysOnTopHint
    visibility: windowed ? Window.Windowed : Window.FullScreen
    title: "Vouch"
    color: Theme.paper

    Binding {
        target: Theme
        property: "window"
        value: Qt.size(root.width, root.height)
    }
    KioskView {
        id: view

        // What it lies in has no size before the window is shown.
        width: root.width
        height: root.height
        survey: root.survey
        manager: root.manager
    }
}
