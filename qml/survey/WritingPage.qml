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

    covered: keyboard.height
    // At twice the text a narrow screen has no room beside the field.
    readonly property bool stacked: Ease.larger && width < height && !low

    needed: Math.round(Theme.body * (address ? 2.2 : 3)) + (below.visible
        ? below.implicitHeight + Theme.tight : 0) + (stacked ? beside.height + Theme.tight : 0)

    ColumnLayout {
        width: root.contentWidth
        height: Math.min(root.room, Math.round((root.address ? 200 : 300) * Theme.unit
            * (root.stacked ? 1.5 : 1)))
        spacing: Theme.tight

        GridLayout {
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.maximumHeight: root.address
                ? Math.round(Theme.body * 3.4) * (root.stacked ? 2 : 1) : -1
            columns: root.stacked ? 1 : 2
            columnSpacing: Theme.gap
            rowSpacing: Theme.tight

            WritingField {
                id: field

                Layout.fillWidth: true
                Layout.fillHeight: true
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
                Layout.alignment: (root.address ? Qt.AlignVCenter : Qt.AlignBottom) | Qt.AlignRight
                Layout.preferredWidth: Math.max(implicitWidth, Math.round(160 * Theme.unit))
                Layout.maximumHeight: parent.height
                Layout.preferredHeight: Math.max(implicitHeight, Math.round(76 * Theme.unit))
                visible: !root.low
                kind: VouchButton.Filled
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
