import QtQuick
import QtQuick.Layouts
import Vouch.Components
import Vouch.Kiosk

// Digits typed on a large keypad; what is typed stands beside it, on a narrow screen above it.
SurveyPage {
    id: root

    // As shown, in local digits; the unit after it.
    property string typed
    property string unit
    property string problem
    property string signText
    property string signName
    // Another way to answer, said on a quiet button.
    property string otherText
    property string otherName

    signal other()

    readonly property bool beside: width > height
    readonly property int boxLeast: Math.max(Theme.touch, Math.round(digitSize * 1.9))
    // Beside the keys as high as one of them.
    readonly property int boxHeight: Math.max(boxLeast, beside && !low ? keypad.rowHeight : 0)
    readonly property int digitSize: Ease.larger || low ? Theme.large : Theme.title

    needed: beside ? Math.max(keypad.least, boxLeast
            + (wrong.visible ? wrong.height + said.spacing : 0)
            + (buttons.visible ? buttons.height + said.spacing : 0))
        : said.height + Theme.gap + keypad.least
    showsGoOn: true
    // Four rows of keys fill a low lower half; the buttons then stand beside them.
    footless: low && beside
    footer: VouchButton {
        objectName: root.otherName
        Layout.fillWidth: true
        Layout.minimumWidth: leastWidth
        Layout.maximumWidth: implicitWidth
        Layout.leftMargin: -overhang
        kind: VouchButton.Quiet
        visible: root.otherText.length > 0
        text: root.otherText
        onTapped: root.other()
    }
    onProblemChanged: Ease.say(problem)
    Keys.onPressed: event => {
        // A key that is held down is one answer.
        if (event.isAutoRepeat)
            return;
        if (/^[0-9]$/.test(event.text))
            survey.typeDigit(Number(event.text));
        else if (event.text === "-" || event.text === "+")
            survey.typeSign();
        else if (event.key === Qt.Key_Backspace)
            survey.eraseDigit();
        else if (event.key === Qt.Key_Return || event.key === Qt.Key_Enter)
            root.goOnAvailable && root.goOn();
        else
            return;
        FocusMark.use();
        event.accepted = true;
    }

    Column {
        id: said

        x: root.beside && root.survey.rightToLeft ? root.contentWidth - width : 0
        width: root.beside ? Math.round((root.contentWidth - Theme.wide) * 0.5) : root.contentWidth
        spacing: Theme.tight

        Rectangle {
            width: parent.width
            height: root.boxHeight
            radius: Theme.radius
            border.width: Theme.line
            border.color: Theme.edge
            color: Theme.surface
            Accessible.role: Accessible.EditableText
            Accessible.readOnly: true
            Accessible.name: root.title
            Accessible.description: root.typed

            Row {
                anchors.centerIn: parent
                spacing: Math.round(root.digitSize / 3)
                // Fifteen digits, or a long unit, at twice the text.
                scale: Math.min(1, (parent.width - 2 * Theme.gap) / Math.max(1, width))

                // A sign before digits stays before them in every direction of writing.
                VouchText {
                    id: digits

                    objectName: "typed"
                    visible: text.length > 0
                    text: root.typed.length > 0 ? "\u2066" + root.typed + "\u2069" : ""
                    // Digits are no words: as large in every language.
                    language: /[0-9]/.test(root.typed) ? "en" : Theme.language
                    font.pixelSize: Math.round(root.digitSize / Theme.script)
                    Accessible.ignored: true
                }
                VouchText {
                    objectName: "unit"
                    anchors.baseline: digits.baseline
                    visible: text.length > 0
                    text: root.unit
                    font.pixelSize: Theme.large
                    color: Theme.softInk
                }
            }
        }
        FittedText {
            id: wrong

            objectName: "problem"
            width: parent.width
            visible: text.length > 0
            text: root.problem
            most: Theme.body
            least: Theme.body
            color: Theme.problem
            Accessible.role: Accessible.AlertMessage
        }
        Row {
            id: buttons

            spacing: Theme.gap
            visible: root.footless

            VouchButton {
                objectName: root.goOnName
                kind: root.goOnKind
                text: root.goOnText
                available: root.goOnAvailable
                onTapped: root.goOn()
            }
            VouchButton {
                objectName: root.otherName
                width: Math.min(implicitWidth, said.width / 2)
                visible: root.otherText.length > 0
                kind: VouchButton.Quiet
                text: root.otherText
                onTapped: root.other()
            }
        }
    }
    Keypad {
        id: keypad

        x: !root.beside ? Math.round((root.contentWidth - width) / 2)
            : root.survey.rightToLeft ? 0 : root.contentWidth - width
        y: root.beside ? 0 : said.height + Theme.gap
        width: root.beside ? root.contentWidth - said.width - Theme.wide : root.contentWidth
        survey: root.survey
        room: root.room - (root.beside ? 0 : said.height + Theme.gap)
        signText: root.signText
        signName: root.signName
        deleteName: root.texts["delete"] ?? ""
        erasable: root.typed.length > 0
    }
}
