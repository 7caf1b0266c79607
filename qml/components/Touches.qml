pragma Singleton
import QtQuick

// What TapArea.qml asks before it takes a touch.
QtObject {
    // Fingers on the screen; TouchWatch.qml counts them.
    property int count: 0
    // A page has just turned: what is pressed now was meant for the former one.
    property bool held: false
    // For so long, in ms.
    property int hold: 250
    readonly property bool refused: held || count > 1
}
