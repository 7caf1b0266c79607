pragma ComponentBehavior: Bound
import QtQuick
import Vouch.Components

// One of a few, side by side and alike in width.
Row {
    id: root

    property list<string> labels
    property int current: 0

    readonly property real widest: {
        let most = 0;
        for (let i = 0; i < buttons.count; ++i)
            most = Math.max(most, buttons.itemAt(i)?.implicitWidth ?? 0);
        return Math.ceil(most);
    }

    signal chosen(index: int)

    spacing: Theme.tight

    Repeater {
        id: buttons

        model: root.labels

        VouchButton {
            required property int index
            required property string modelData

            objectName: root.objectName + index
            role: Accessible.RadioButton
            Accessible.checkable: true
            Accessible.checked: index === root.current
            kind: index === root.current ? VouchButton.Filled : VouchButton.Outlined
            pixelSize: Theme.small
            spread: Theme.gap
            width: root.widest
            height: Theme.touch
            text: modelData
            onTapped: root.chosen(index)
        }
    }
}
