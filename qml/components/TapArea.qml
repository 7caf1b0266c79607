import QtQuick

// The one way to answer: one finger, pressed and lifted on the same place with little movement.
// A second finger anywhere on the screen, a drag or a long hold makes the touch no answer.
Item {
    id: area

    property string name
    property bool available: true
    property int role: Accessible.Button
    readonly property bool pressed: handler.pressed && !area.spoiled

    property bool spoiled: false
    readonly property real reach: 24

    signal tapped()

    enabled: available
    Accessible.role: area.role
    Accessible.name: area.name
    Accessible.focusable: area.enabled && !Touches.held
    Accessible.onPressAction: if (area.enabled) area.tapped()

    TapHandler {
        id: handler

        gesturePolicy: TapHandler.WithinBounds
        longPressThreshold: 2
        onPressedChanged: if (pressed) area.spoiled = Touches.refused
        onPointChanged: if (pressed && strayed()) area.spoiled = true
        onTapped: if (!area.spoiled && !strayed() && !Touches.refused) area.tapped()

        function strayed(): bool {
            const dx = point.scenePosition.x - point.scenePressPosition.x;
            const dy = point.scenePosition.y - point.scenePressPosition.y;
            return dx * dx + dy * dy > area.reach * area.reach;
        }
    }
    Connections {
        target: Touches

        function onRefusedChanged() {
            if (Touches.refused)
                area.spoiled = true;
        }
    }
}
