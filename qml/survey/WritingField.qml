import QtQuick
import Vouch.Components

// What a shopper writes, bounded; how much is left shows only near the end.
Rectangle {
    id: root

    required property string name
    required property string initial
    required property int most
    property string placeholder
    // One line without a capital at its start: an address.
    property bool address: false
    // The digits of the shopper's language, by their value.
    property var digits: []

    readonly property int remaining: most - field.length

    signal edited(string text)
    signal entered()

    // Where the cursor is.
    function insert(text: string) {
        field.insert(field.cursorPosition, text);
    }

    radius: Theme.radius
    border.width: Theme.line
    border.color: field.activeFocus ? Theme.accent : Theme.edge
    color: Theme.surface

    Flickable {
        id: view

        anchors.fill: parent
        anchors.margins: root.address ? Theme.tight : Theme.gap
        anchors.leftMargin: Theme.gap
        anchors.rightMargin: Theme.gap
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
            selectedTextColor: Theme.accentInk
            selectByMouse: false
            wrapMode: root.address ? TextEdit.WrapAnywhere : TextEdit.Wrap
            // The cursor waits where the first letter will stand: Qt goes by the keyboard's direction,
            // which it does not know from the start. Letters go by their own.
            horizontalAlignment: root.address || length > 0 || preeditText.length > 0
                || Qt.inputMethod.inputDirection === Qt.RightToLeft // qmllint disable
                ? undefined : TextEdit.AlignLeft
            verticalAlignment: root.address ? TextEdit.AlignVCenter : TextEdit.AlignTop
            textFormat: TextEdit.PlainText
            focus: true
            activeFocusOnTab: true
            property int lastKey: 0

            inputMethodHints: Qt.ImhNoPredictiveText | Qt.ImhSensitiveData
                | (root.address ? Qt.ImhEmailCharactersOnly | Qt.ImhNoAutoUppercase : Qt.ImhMultiLine)
            Accessible.role: Accessible.EditableText
            Accessible.name: root.name
            Accessible.description: root.placeholder
            Accessible.editable: true
            Accessible.multiLine: !root.address

            Component.onCompleted: {
                text = root.initial;
                cursorPosition = length;
                write();
            }
            // A warning or a sheet that went away gives the field back.
            onEnabledChanged: if (enabled) write()
            // Tab is no letter here: it goes on.
            Keys.onPressed: event => {
                FocusMark.use();
                // Held since the page before: it was an answer there.
                const strange = event.isAutoRepeat && event.key !== lastKey;
                lastKey = event.isAutoRepeat ? lastKey : event.key;
                if (strange) {
                    event.accepted = true;
                    return;
                }
                const back = event.key === Qt.Key_Backtab;
                event.accepted = true;
                if (back || event.key === Qt.Key_Tab)
                    nextItemInFocusChain(!back)?.forceActiveFocus(Qt.TabFocusReason);
                else if (root.address && (event.key === Qt.Key_Return || event.key === Qt.Key_Enter))
                    event.isAutoRepeat || root.entered();
                else
                    event.accepted = false;
            }

            function write() {
                forceActiveFocus();
                Qt.inputMethod.show(); // qmllint disable
            }

            onTextChanged: {
                if (length > root.most)
                    remove(root.most, length);
                else
                    root.edited(text);
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
            && implicitHeight <= parent.height - Theme.gap
        text: root.placeholder
        color: Theme.softInk
        Accessible.ignored: true
    }
    VouchText {
        objectName: "commentLeft"
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        anchors.margins: Theme.tight
        visible: root.remaining <= 50
        text: String(root.remaining).split("").map(digit => root.digits[digit] ?? digit).join("")
        font.pixelSize: Theme.small
        color: Theme.softInk
    }
}
