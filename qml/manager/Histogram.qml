pragma ComponentBehavior: Bound
import QtQuick
import Vouch.Components

// How often each value from 0 to 10 was given.
Item {
    id: root

    property list<int> counts
    required property string language

    readonly property int highest: {
        let most = 1;
        for (const count of counts)
            most = Math.max(most, count);
        return most;
    }

    implicitHeight: Math.round(150 * Theme.unit)
    Accessible.role: Accessible.Chart
    Accessible.name: qsTr("How often each value was given")
    Accessible.description: [...counts].map((count, value) =>
        Digits.of(value, language) + ": " + Digits.of(count, language)).join(", ")

    Row {
        id: bars

        readonly property real space: 4

        anchors.left: parent.left
        anchors.right: parent.right
        // Higher bars would say no more.
        height: Math.min(parent.height, Math.round(320 * Theme.unit))
        spacing: space

        Repeater {
            model: root.counts

            Item {
                id: bar

                required property int index
                required property int modelData

                width: (bars.width - 10 * bars.space) / 11
                height: bars.height

                VouchText {
                    anchors.horizontalCenter: parent.horizontalCenter
                    anchors.bottom: column.top
                    visible: bar.modelData > 0
                    text: Digits.of(bar.modelData, root.language)
                    font.pixelSize: Math.round(Theme.small * 0.72)
                    wrapMode: Text.NoWrap
                    color: Theme.softInk
                }
                Rectangle {
                    id: column

                    anchors.left: parent.left
                    anchors.right: parent.right
                    anchors.bottom: label.top
                    height: Math.max(2, Math.round(
                        (bar.height - 2 * label.height) * bar.modelData / root.highest))
                    radius: 3
                    color: bar.index >= 9 ? Theme.promoter
                        : bar.index >= 7 ? Theme.passive : Theme.detractor
                }
                VouchText {
                    id: label

                    anchors.horizontalCenter: parent.horizontalCenter
                    anchors.bottom: parent.bottom
                    text: Digits.of(bar.index, root.language)
                    font.pixelSize: Math.round(Theme.small * 0.85)
                    wrapMode: Text.NoWrap
                }
            }
        }
    }
}
