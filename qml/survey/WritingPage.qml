import QtQuick
import QtQuick.Layouts
import Vouch.Components
import Vouch.Kiosk

// A page to write on; the keyboard is loaded here and nowhere else.
SurveyPage {
    id: root

    property alias placeholder: field.placeholder
    property alias address: field.address
    property int most: survey.maxCommentLength
    property string initial: survey.comment
    // Beside the field, below it.
    property alias aside: below.data

    signal edited(string text)

    // As if it had been typed.
    function insert(text: string) {
        field.insert(text);
    }

    covered: keyboard.height
    // A narrow screen has no room beside the field, but for a line of the usual size.
    readonly property bool stacked: width < height && !low && (Ease.larger || !address)

    readonly property int besideHeight: Math.max(beside.implicitHeight, Math.round(76 * Theme.unit))

    needed: Math.round(Theme.body * (address ? 2.2 : 3)) + (below.visible
        ? below.implicitHeight + Theme.tight : 0) + (stacked ? besideHeight + Theme.tight : 0)

    ColumnLayout {
        width: root.contentWidth
        height: Math.max(root.needed, !root.address ? root.room
            : Math.min(root.room, Math.round(200 * Theme.unit * (root.stacked ? 1.5 : 1))))
        spacing: Theme.tight

        Item {
            id: writing

            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.maximumHeight: root.address
                ? Math.round(Theme.body * 3.4) * (root.stacked ? 2 : 1) : -1

            WritingField {
                id: field

                anchors.left: parent.left
                anchors.right: root.low || root.stacked ? parent.right : beside.left
                anchors.rightMargin: root.low || root.stacked ? 0 : Theme.gap
                height: parent.height - (root.stacked ? beside.height + Theme.tight : 0)
                name: root.title
                initial: root.initial
                most: root.most
                digits: root.survey.digits
                onEdited: text => root.edited(text)
                onEntered: root.goOn()
            }
            VouchButton {
                id: beside

                objectName: root.goOnName
                anchors.right: parent.right
                y: root.address && !root.stacked ? Math.round((parent.height - height) / 2)
                                                 : parent.height - height
                width: Math.min(parent.width, Math.max(implicitWidth, Math.round(160 * Theme.unit)))
                height: Math.min(parent.height, root.besideHeight)
                visible: !root.low
                kind: root.goOnKind
                pixelSize: Theme.large
                text: root.goOnText
                available: root.goOnAvailable
                onTapped: root.goOn()
            }
        }
        RowLayout {
            id: below

            visible: children.length > 0
        }
    }
    // Loaded with the page only: it costs start-up time, and nothing of it outlives a shopper.
    Stage {
        id: keyboard

        parent: root
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        height: Theme.keyboard
        shown: Qt.resolvedUrl("ShopperKeyboard.qml")
        given: ({
            survey: root.survey,
            latin: root.address
        })
    }
}
