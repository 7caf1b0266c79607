import QtQuick

// Lies over a whole window and sees every finger without taking it from what is below.
Item {
    id: watch

    signal touched()

    readonly property int fingers: (first.active ? 1 : 0) + (second.active ? 1 : 0)

    onFingersChanged: Touches.count = fingers
    onTouched: FocusMark.shown = false

    PointHandler {
        id: first

        onActiveChanged: if (active) watch.touched()
    }
    PointHandler {
        id: second

        onActiveChanged: if (active) watch.touched()
    }
}
