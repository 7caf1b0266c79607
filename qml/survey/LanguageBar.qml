pragma ComponentBehavior: Bound
import QtQuick
import Vouch.Components
import Vouch.Kiosk

// Below the page at rest: four languages in their own names, "…" for all, and what makes it easier.
Item {
    id: root

    required property SurveyModel survey

    readonly property var texts: survey.texts
    readonly property var offered: {
        const all = survey.languages;
        const first = all.slice(0, 4);
        const now = all.find(one => one.code === survey.language);
        if (now && !first.some(one => one.code === now.code))
            first[3] = now;
        return all.length > 1 ? first : [];
    }
    readonly property bool wordy: tongues.natural + Theme.wide + ease.wide <= width

    implicitHeight: Math.max(tongues.height, ease.height)
    height: implicitHeight

    Flow {
        id: tongues

        readonly property real natural: {
            let sum = 0;
            for (let i = 0; i < names.count; ++i)
                sum += (names.itemAt(i)?.width ?? 0) + spacing;
            return sum + (more.visible ? more.width : -spacing);
        }

        anchors.left: parent.left
        anchors.verticalCenter: parent.verticalCenter
        // In one line until there is a width: a page is not to be weighed with many.
        width: parent.width <= 0 ? natural + 1
            : Math.max(Theme.touch, Math.min(natural + 1, parent.width - ease.width - Theme.gap))
        spacing: Theme.tight

        Repeater {
            id: names

            model: root.offered

            VouchButton {
                required property var modelData

                objectName: "lang_" + modelData.code
                text: modelData.name
                language: modelData.code
                pixelSize: Theme.sizeIn(modelData.code, Theme.body)
                spread: Theme.gap
                role: Accessible.RadioButton
                Accessible.checkable: true
                Accessible.checked: modelData.code === root.survey.language
                condition: modelData.code === root.survey.language ? root.texts.selected ?? "" : ""
                kind: modelData.code === root.survey.language ? VouchButton.Outlined
                                                              : VouchButton.Quiet
                onTapped: root.survey.setLanguage(modelData.code)
            }
        }
        VouchButton {
            id: more

            objectName: "languages"
            visible: root.offered.length > 0
                && root.survey.languages.length > root.offered.length
            kind: VouchButton.Quiet
            text: "…"
            pixelSize: Theme.large
            name: root.texts.languages ?? ""
            spread: Theme.gap
            onTapped: Sheets.shown = Sheets.Languages
        }
    }
    VouchButton {
        id: ease

        readonly property real wide: words.implicitWidth + signOnly + Theme.tight + Theme.gap * 2
        readonly property real signOnly: Math.round(32 * Theme.unit * (Ease.larger ? 1.5 : 1))

        objectName: "ease"
        anchors.right: parent.right
        anchors.rightMargin: -overhang
        anchors.verticalCenter: parent.verticalCenter
        kind: VouchButton.Quiet
        sign: Sign.Person
        spread: Theme.gap
        text: root.wordy ? name : ""
        name: root.texts.accessibility ?? ""
        onTapped: Sheets.shown = Sheets.Ease

        VouchText {
            id: words

            visible: false
            wrapMode: Text.NoWrap
            text: root.texts.accessibility ?? ""
            Accessible.ignored: true
        }
    }
}
