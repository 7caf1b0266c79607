pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Vouch.Components
import Vouch.Kiosk

// How many answers are marked, the score with them and without, and why.
Panel {
    id: root

    required property figures value
    // {mark, countText}; of whom, where that is not said above.
    required property var reasons
    property string reasonsOf
    // Only the other of the two scores; the count stands in the heading, and nothing is explained.
    property bool brief: false

    readonly property var names: ({
        burst: qsTr("Many within a minute"),
        repeat: qsTr("Many equal scores in a row"),
        closed_hours: qsTr("Outside opening hours")
    })

    readonly property int neededHeight: Math.ceil(
        marked.implicitHeight + headingHeight + Theme.tight + 2 * Theme.gap)

    Scroller {
        Layout.fillWidth: true
        Layout.fillHeight: true
        needed: marked.implicitHeight

        Column {
            id: marked

            width: parent.width
            spacing: root.brief ? 2 : Theme.tight

            VouchText {
                width: parent.width
                visible: root.value.marked === 0
                text: qsTr("No answer is marked in this period.")
                font.pixelSize: Theme.small
            }
            DetailRow {
                objectName: "markedCount"
                width: marked.width
                visible: root.value.marked > 0 && !root.brief
                name: qsTr("Marked")
                value: root.value.markedText
            }
            DetailRow {
                objectName: "withMarked"
                width: marked.width
                visible: root.value.marked > 0 && root.value.withMarkedText.length > 0
                    && (!root.brief || root.value.unmarkedIsOfficial)
                name: qsTr("NPS with them")
                value: "\u2066" + root.value.withMarkedText + "\u2069"
            }
            DetailRow {
                objectName: "withoutMarked"
                width: marked.width
                visible: root.value.marked > 0 && root.value.unmarkedText.length > 0
                    && !(root.brief && root.value.unmarkedIsOfficial)
                name: qsTr("NPS without them")
                value: "\u2066" + root.value.unmarkedText + "\u2069"
            }
            VouchText {
                width: parent.width
                visible: root.reasons.length > 0 && (!root.brief || root.reasonsOf.length > 0)
                text: qsTr("Why") + (root.reasonsOf.length > 0 ? " – " + root.reasonsOf : "")
                font.pixelSize: Theme.small
                font.bold: true
                color: Theme.softInk
                Accessible.role: Accessible.Heading
            }
            Repeater {
                model: root.reasons

                DetailRow {
                    required property var modelData

                    objectName: "mark_" + modelData.mark
                    width: marked.width
                    name: root.names[modelData.mark] ?? modelData.mark
                    value: modelData.countText
                }
            }
            VouchText {
                objectName: "official"
                width: parent.width
                visible: !root.brief
                text: root.value.unmarkedIsOfficial
                    ? qsTr("The chain's official score leaves marked answers out.")
                    : qsTr("The chain's official score counts marked answers too.")
                font.pixelSize: Theme.small
                color: Theme.softInk
            }
            VouchText {
                width: parent.width
                visible: !root.brief
                text: qsTr("A mark is no accusation: such runs happen honestly too.")
                font.pixelSize: Theme.small
                color: Theme.softInk
            }
        }
    }
}
