pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Vouch.Components

// When the answers came: a bar an hour, promoters at its foot.
Panel {
    id: root

    property var hours: []

    readonly property int highest: Math.max(1, ...[...hours].map(hour => hour.count))
    // Not every hour has room for its number.
    readonly property int every: Math.max(1,
        Math.ceil(Theme.small * 1.6 / Math.max(1, bars.width / Math.max(1, hours.length))))

    heading: qsTr("Hours of the day")

    Item {
        id: chart

        Layout.fillWidth: true
        Layout.fillHeight: true
        implicitHeight: Math.round(90 * Theme.unit)
        visible: root.hours.length > 0
        Accessible.role: Accessible.Chart
        Accessible.name: qsTr("How many answers came in each hour")
        Accessible.description: [...root.hours].map(hour => hour.label + ": " + hour.countText)
            .join(", ")

        Row {
            id: bars

            readonly property int labels: Math.round(Theme.small * 1.4)

            anchors.fill: parent

            Repeater {
                model: root.hours

                Item {
                    id: hour

                    required property int index
                    required property var modelData

                    // So few that their segments would tell of single answers.
                    readonly property int untold: modelData.count - modelData.detractors
                        - modelData.passives - modelData.promoters

                    width: bars.width / root.hours.length
                    height: bars.height

                    Column {
                        anchors.bottom: label.top
                        anchors.horizontalCenter: parent.horizontalCenter
                        width: Math.min(parent.width - 3, Math.round(40 * Theme.unit))

                        Repeater {
                            model: [
                                [hour.modelData.detractors, Theme.detractor],
                                [hour.modelData.passives, Theme.passive],
                                [hour.modelData.promoters, Theme.promoter],
                                [hour.untold, Theme.hairline]
                            ]

                            Rectangle {
                                required property var modelData

                                width: parent?.width ?? 0
                                height: (bars.height - bars.labels) * modelData[0] / root.highest
                                color: modelData[1]
                            }
                        }
                    }
                    VouchText {
                        id: label

                        anchors.bottom: parent.bottom
                        anchors.horizontalCenter: parent.horizontalCenter
                        height: bars.labels
                        verticalAlignment: Text.AlignVCenter
                        visible: hour.index % root.every === 0
                        text: hour.modelData.label
                        font.pixelSize: Math.round(Theme.small * 0.8)
                        wrapMode: Text.NoWrap
                        Accessible.ignored: true
                    }
                }
            }
        }
    }
    VouchText {
        Layout.fillWidth: true
        visible: root.hours.length === 0
        text: qsTr("No answers in this period.")
        font.pixelSize: Theme.small
        color: Theme.softInk
    }
    Item {
        Layout.fillHeight: true
        visible: root.hours.length === 0
    }
}
