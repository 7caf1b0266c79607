pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Vouch.Components
import Vouch.Kiosk

// What the shopper liked, or what could be better: up to so many picks, none is fine too.
Item {
    id: root

    required property SurveyModel survey

    readonly property var texts: survey.texts

    objectName: "listPage"

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: Theme.wide
        anchors.leftMargin: Theme.margin
        anchors.rightMargin: Theme.margin
        spacing: Theme.gap

        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.gap

            VouchButton {
                objectName: "back"
                text: root.survey.backText
                onTapped: root.survey.back()
            }
            Item {
                Layout.fillWidth: true
            }
            VouchButton {
                objectName: "startAgain"
                kind: VouchButton.Quiet
                text: root.texts.startAgain ?? ""
                onTapped: root.survey.startAgain()
            }
        }
        VouchText {
            objectName: "question"
            Layout.fillWidth: true
            Layout.topMargin: Theme.tight
            text: root.survey.question
            font.pixelSize: Theme.title
        }
        VouchText {
            objectName: "hint"
            Layout.fillWidth: true
            text: root.survey.hint
            color: Theme.softInk
        }
        Item {
            id: space

            readonly property int columns: Theme.portrait ? 2 : 4
            readonly property int rows: Math.max(1, Math.ceil(tiles.count / columns))
            readonly property int cellWidth:
                Math.floor((width - (columns - 1) * Theme.gap) / columns)
            readonly property int cellHeight:
                Math.max(48, Math.min(Math.floor((height - (rows - 1) * Theme.gap) / rows),
                    Math.round(124 * Theme.unit)))

            Layout.fillWidth: true
            Layout.fillHeight: true

            Grid {
                columns: space.columns
                spacing: Theme.gap

                Repeater {
                    id: tiles

                    model: root.survey.choices

                    ChoiceTile {
                        required property var model

                        objectName: "choice_" + model.code
                        width: space.cellWidth
                        height: space.cellHeight
                        text: model.label
                        picked: model.picked
                        available: model.enabled
                        onTapped: root.survey.toggle(model.code)
                    }
                }
            }
        }
        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.gap

            VouchButton {
                objectName: "writeComment"
                kind: VouchButton.Quiet
                visible: root.survey.commentOffered
                text: root.texts.writeComment ?? ""
                onTapped: root.survey.writeComment()
            }
            Item {
                Layout.fillWidth: true
            }
            VouchButton {
                objectName: "done"
                kind: VouchButton.Filled
                pixelSize: Theme.large
                Layout.preferredWidth: Math.max(implicitWidth, Math.round(260 * Theme.unit))
                Layout.preferredHeight: Math.max(implicitHeight, Math.round(76 * Theme.unit))
                text: root.texts.done ?? ""
                onTapped: root.survey.done()
            }
        }
    }
}
