pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Vouch.Components
import Vouch.Kiosk

// Promoters, passives and detractors as one bar and in words.
ColumnLayout {
    id: root

    required property figures value
    required property string language

    readonly property var parts: [
        {
            share: value.detractorShare,
            text: value.detractorText,
            name: qsTr("Detractors 0–6"),
            color: Theme.detractor
        },
        {
            share: value.passiveShare,
            text: value.passiveText,
            name: qsTr("Passives 7–8"),
            color: Theme.passive
        },
        {
            share: value.promoterShare,
            text: value.promoterText,
            name: qsTr("Promoters 9–10"),
            color: Theme.promoter
        }
    ]

    spacing: Math.round(2 * Theme.unit)

    Row {
        Layout.fillWidth: true
        Layout.preferredHeight: Math.round(22 * Theme.unit)

        Repeater {
            model: root.parts

            Rectangle {
                required property var modelData

                width: root.width * modelData.share
                height: parent.height
                color: modelData.color
            }
        }
    }
    Repeater {
        model: root.parts

        RowLayout {
            id: part

            required property var modelData

            Layout.fillWidth: true
            spacing: Theme.tight

            Rectangle {
                implicitWidth: Math.round(14 * Theme.unit)
                implicitHeight: implicitWidth
                radius: 3
                color: part.modelData.color
            }
            VouchText {
                Layout.fillWidth: true
                // In one line: the height of a row is never in question.
                wrapMode: Text.NoWrap
                fontSizeMode: Text.HorizontalFit
                minimumPixelSize: 12
                text: part.modelData.name
                font.pixelSize: Theme.small
            }
            VouchText {
                text: part.modelData.text
                font.pixelSize: Theme.small
                font.bold: true
            }
        }
    }
}
