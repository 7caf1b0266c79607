pragma ComponentBehavior: Bound
import QtQuick
import Vouch.Components
import Vouch.Kiosk

// The manager's PIN: entered to open the view, or set (twice the same) when there is none yet.
FocusScope {
    id: root

    required property ManagerModel manager

    property string entered
    property string first
    readonly property bool setting: manager.pinNeeded
    readonly property bool again: setting && first.length > 0
    readonly property bool ready: !manager.pinBusy && manager.pinLockSeconds === 0
    readonly property string heading: again ? qsTr("Enter the new PIN once more")
        : setting ? qsTr("Choose a PIN for the manager, four to eight digits")
        : qsTr("Manager's PIN")
    readonly property int least: 4
    readonly property int most: 8

    signal givenUp()

    objectName: "pinPage"
    focus: true
    Accessible.role: Accessible.Pane
    Accessible.name: heading
    Keys.onPressed: event => {
        FocusMark.use();
        event.accepted = root.key(event);
    }

    // Whether the key was one of the PIN's.
    function key(event): bool {
        if (event.key === Qt.Key_Escape && !setting && !event.isAutoRepeat)
            givenUp();
        else if (event.isAutoRepeat || !ready)
            return false;
        else if (/^[0-9]$/.test(event.text))
            type(Number(event.text));
        else if (event.key === Qt.Key_Backspace)
            entered = entered.slice(0, -1);
        else if ((event.key === Qt.Key_Return || event.key === Qt.Key_Enter)
                && entered.length >= least)
            confirm();
        else
            return false;
        return true;
    }

    function type(digit: int) {
        if (entered.length === 0)
            manager.clearPinProblem();
        if (entered.length < most)
            entered += digit;
    }

    function confirm() {
        const pin = entered;
        entered = "";
        if (!setting) {
            manager.tryPin(pin);
        } else if (!again) {
            first = pin;
        } else {
            const chosen = first;
            first = "";
            manager.setPin(chosen, pin);
        }
    }

    readonly property string problem: {
        if (manager.pinLockSeconds > 0)
            return qsTr("Locked after wrong tries. Try again in %1 s.")
                .arg(Digits.of(manager.pinLockSeconds, manager.numberTag));
        switch (manager.pinProblem) {
        case ManagerModel.NotFourToEightDigits:
            return qsTr("Four to eight digits, please.");
        case ManagerModel.NotTheSame:
            return qsTr("The two were not the same. Start again.");
        case ManagerModel.Wrong:
            return qsTr("That PIN is wrong.");
        case ManagerModel.NotStored:
            return qsTr("The PIN could not be stored. Is the disk full?");
        default:
            return "";
        }
    }

    Column {
        anchors.centerIn: parent
        width: Math.min(parent.width - 2 * Theme.margin, Math.round(440 * Theme.unit))
        spacing: Theme.gap

        FittedText {
            objectName: "pinTitle"
            Accessible.role: Accessible.Heading
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            most: Theme.large
            least: Theme.body
            text: root.heading
        }
        Row {
            anchors.horizontalCenter: parent.horizontalCenter
            height: Theme.wide
            spacing: Theme.gap
            Accessible.role: Accessible.EditableText
            Accessible.readOnly: true
            Accessible.name: root.heading
            Accessible.description: Digits.of(root.entered.length, root.manager.numberTag)

            Repeater {
                model: Math.max(root.least, root.entered.length)

                Rectangle {
                    required property int index

                    width: Math.round(18 * Theme.unit)
                    height: width
                    radius: width / 2
                    border.width: Theme.line
                    border.color: Theme.ink
                    color: index < root.entered.length ? Theme.ink : "transparent"
                }
            }
        }
        VouchText {
            objectName: "pinProblem"
            width: parent.width
            height: Math.round(Theme.body * 3)
            horizontalAlignment: Text.AlignHCenter
            verticalAlignment: Text.AlignVCenter
            color: Theme.problem
            text: root.problem
            Accessible.role: Accessible.AlertMessage
            Accessible.ignored: text.length === 0
            font.pixelSize: Theme.small
        }
        Grid {
            id: pad

            readonly property int cell: Math.floor((width - 2 * spacing) / 3)

            width: parent.width
            columns: 3
            spacing: Theme.gap
            LayoutMirroring.enabled: false

            Repeater {
                model: [1, 2, 3, 4, 5, 6, 7, 8, 9, -1, 0, -2]

                VouchButton {
                    required property int modelData

                    objectName: modelData >= 0 ? "pin" + modelData
                        : modelData === -1 ? "pinDelete" : "pinOk"
                    width: pad.cell
                    height: Math.round(80 * Theme.unit)
                    kind: modelData === -2 ? VouchButton.Filled
                        : modelData === -1 ? VouchButton.Quiet : VouchButton.Outlined
                    pixelSize: modelData >= 0 ? Math.round(Theme.large / Theme.script) : Theme.small
                    language: /[0-9]/.test(text) ? "en" : Theme.language
                    text: modelData >= 0 ? Digits.of(modelData, root.manager.numberTag)
                        : modelData === -1 ? qsTr("Delete") : qsTr("OK")
                    available: root.ready && (modelData !== -2 || root.entered.length >= root.least)
                    onTapped: {
                        if (modelData >= 0)
                            root.type(modelData);
                        else if (modelData === -1)
                            root.entered = root.entered.slice(0, -1);
                        else
                            root.confirm();
                    }
                }
            }
        }
        VouchButton {
            objectName: "pinCancel"
            anchors.horizontalCenter: parent.horizontalCenter
            visible: !root.setting
            kind: VouchButton.Quiet
            text: qsTr("Back to the survey")
            onTapped: root.givenUp()
        }
    }
}
