pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Vouch.Components
import Vouch.Kiosk

// Where it was asked, and the tablets that stand there.
Panel {
    id: root

    required property figures value

    readonly property var names: ({
        checkout: qsTr("Checkout"),
        exit: qsTr("Exit"),
        "service-desk": qsTr("Service desk")
    })

    function said(place: var): string {
        return place.score.length > 0
            ? "\u2066NPS " + place.score + "\u2069 (" + place.countText + ")" : place.countText;
    }

    Scroller {
        Layout.fillWidth: true
        Layout.fillHeight: true
        needed: places.implicitHeight

        Column {
            id: places

            width: parent.width
            spacing: Theme.tight

            Repeater {
                model: root.value.touchpoints

                DetailRow {
                    required property var modelData

                    objectName: "touchpoint_" + modelData.code
                    width: places.width
                    name: root.names[modelData.code] ?? modelData.code
                    value: root.said(modelData)
                }
            }
            VouchText {
                width: parent.width
                visible: root.value.touchpoints.length === 0
                text: qsTr("No answers in this period.")
                font.pixelSize: Theme.small
            }
            VouchText {
                width: parent.width
                visible: root.value.tablets.length > 0
                text: qsTr("Tablets")
                font.pixelSize: Theme.small
                font.bold: true
                color: Theme.softInk
                Accessible.role: Accessible.Heading
            }
            Repeater {
                model: root.value.tablets

                DetailRow {
                    required property int index
                    required property var modelData

                    objectName: "tablet" + index
                    width: places.width
                    // Apart, so that a Latin name does not turn a Persian line around.
                    name: "\u2068" + modelData.name + "\u2069" + (modelData.last.length > 0
                        ? " – " + qsTr("last one: %1").arg(modelData.last) : "")
                    value: root.said(modelData)
                }
            }
        }
    }
}
