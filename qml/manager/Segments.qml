pragma ComponentBehavior: Bound
import QtQuick
import Vouch.Components

// One of a few, side by side.
Row {
    id: root

    property list<string> labels
    property int current: 0

    signal chosen(index: int)

    spacing: Theme.tight

    Repeater {
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
            height: Theme.touch
            text: modelData
            onTapped: root.chosen(index)
        }
    }
}
