import QtQuick
import Vouch.Components
import Vouch.Kiosk

// The text of a comment, bounded; how much is left shows only near the end.
Rectangle {
    id: root

    required property SurveyModel survey

    readonly property var texts: survey.texts
    readonly property int remaining: survey.maxCommentLength - field.length

    radius: Theme.radius
    border.width: Theme.line
    border.color: Theme.edge
    color: Theme.surface

    Flickable {
        id: view

        anchors.fill: parent
        anchors.margins: Theme.gap
        contentWidth: width
        contentHeight: field.height
        clip: true
        boundsBehavior: Flickable.StopAtBounds

        TextEdit {
            id: field

            objectName: "commentField"
            width: view.width
            height: Math.max(view.height, implicitHeight)
            font.family: Theme.family
            font.pixelSize: Theme.body
            color: Theme.ink
            selectionColor: Theme.accent
            wrapMode: TextEdit.Wrap
            textFormat: TextEdit.PlainText
            focus: true
            inputMethodHints: Qt.ImhNoPredictiveText | Qt.ImhSensitiveData | Qt.ImhMultiLine
            Accessible.role: Accessible.EditableText
            Accessible.name: root.survey.question
            Accessible.description: root.texts.commentPlaceholder ?? ""

            Component.onCompleted: {
                text = root.survey.comment;
                cursorPosition = length;
                write();
            }
            // A warning that went away gives the field back.
            onEnabledChanged: if (enabled) write()

            function write() {
                forceActiveFocus();
                Qt.inputMethod.show(); // qmllint disable
            }

            onTextChanged: {
                if (length > root.survey.maxCommentLength)
                    remove(root.survey.maxCommentLength, length);
                else
                    root.survey.setComment(text);
            }
            onCursorRectangleChanged: {
                if (cursorRectangle.y < view.contentY)
                    view.contentY = cursorRectangle.y;
                else if (cursorRectangle.y + cursorRectangle.height > view.contentY + view.height)
                    view.contentY = cursorRectangle.y + cursorRectangle.height - view.height;
            }
        }
    }
    VouchText {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.margins: Theme.gap
        visible: field.length === 0 && field.preeditText.length === 0
        text: root.texts.commentPlaceholder ?? ""
        color: Theme.softInk
        Accessible.ignored: true
    }
    VouchText {
        objectName: "commentLeft"
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        anchors.margins: Theme.tight
        visible: root.remaining <= 50
        text: Digits.of(root.remaining, root.survey.language)
        font.pixelSize: Theme.small
        color: Theme.softInk
    }
}
