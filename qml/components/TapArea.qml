import QtQuick

// The one way to answer: one finger, pressed and lifted on the same place with little movement.
// A second finger anywhere on the screen, a drag or a long hold makes the touch no answer. By keys:
// Tab and the arrows go there, Space and Enter answer.
Item {
    id: area

    property string name
    property bool available: true
    property int role: Accessible.Button
    // For reading aloud, beside the name: the word for "selected", and the name's own language.
    property string condition
    property string language: Theme.language
    readonly property bool pressed: handler.pressed && !area.spoiled

    property bool spoiled: false
    readonly property real reach: 24
    // How far around it a touch is still meant for it.
    property real around: 0

    // Where a finger came down, in this item; it may still turn out to be no answer.
    signal aimed(point place)
    signal tapped()

    enabled: available
    // Qt calls what can be reached by Tab focusable too; while touches are held back neither is so.
    activeFocusOnTab: enabled && (!Touches.held || activeFocus)
    Accessible.role: area.role
    Accessible.name: area.name
    Accessible.focusable: area.enabled && !Touches.held
    Accessible.onPressAction: area.take()
    Accessible.onToggleAction: area.take()
    onActiveFocusChanged: if (activeFocus) tell()
    onConditionChanged: if (activeFocus) tell()
    Keys.onPressed: event => {
        FocusMark.use();
        if (event.key === Qt.Key_Space || event.key === Qt.Key_Return
                || event.key === Qt.Key_Enter || event.key === Qt.Key_Select) {
            event.accepted = true;
            if (!event.isAutoRepeat && !Touches.refused)
                area.take();
        } else {
            event.accepted = FocusMark.walk(area, event.key);
        }
    }

    function tell() {
        if (FocusMark.shown)
            Ease.say(condition.length > 0 ? name + ", " + condition : name, language);
    }

    function take() {
        if (area.enabled)
            area.tapped();
    }

    TapHandler {
        id: handler

        gesturePolicy: TapHandler.WithinBounds
        margin: area.around
        longPressThreshold: 2
        onPressedChanged: {
            if (pressed) {
                area.spoiled = Touches.refused;
                area.aimed(point.pressPosition);
            }
        }
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
    Rectangle {
        z: 1
        anchors.fill: parent
        anchors.margins: -Theme.ring - 2
        visible: FocusMark.shown && area.activeFocus
        radius: Theme.radius + Theme.ring
        border.width: Theme.ring
        border.color: Theme.accent
        color: "transparent"
    }
}
