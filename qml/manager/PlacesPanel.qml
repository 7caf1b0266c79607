pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Vouch.Components
import Vouch.Kiosk

// Where it was asked, and the tablets that stand there.
Panel {
    id: root

    required property figures value
    // A line each, in a corner of the page.
    property bool brief: false
    // Why there is no more.
    property string note

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
            spacing: root.brief ? 2 : Theme.tight

            Repeater {
                model: root.value.touchpoints

                DetailRow {
                    required property var modelData

                    objectName: "touchpoint_" + modelData.code
                    width: places.width
                    oneLine: root.brief
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
                objectName: "placesNote"
                width: parent.width
                visible: root.note.length > 0
                text: root.note
                font.pixelSize: Theme.small
                color: Theme.softInk
            }
            Rectangle {
                width: parent.width
                height: 1
                visible: root.brief && root.value.tablets.length > 0
                color: Theme.hairline
            }
            VouchText {
                width: parent.width
                visible: !root.brief && root.value.tablets.length > 0
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
                    oneLine: root.brief
                    // Apart, so that a Latin name does not turn a Persian line around.
                    name: "\u2068" + modelData.name + "\u2069"
                        + (!root.brief && modelData.last.length > 0
                        ? " – " + qsTr("last one: %1").arg(modelData.last) : "")
                    value: root.said(modelData)
                }
            }
        }
    }
}
