import QtQuick
import QtQuick.Layouts
import Vouch.Components
import Vouch.Kiosk

// What stands at the top of a page: back, languages, easier use and start again.
RowLayout {
    id: head

    required property SurveyModel survey
    // The filled button stands here too: the keyboard lies where it else is.
    property bool crowded: false
    property string goOnName
    property int goOnKind: VouchButton.Filled
    property string goOnText
    property bool goOnAvailable: true

    readonly property var texts: survey.texts

    signal goOn()

    spacing: Theme.gap

    // Where both do not fit in one line, the words for the start are broken first.
    readonly property real free: width - 4 * spacing - easier.implicitWidth
        - (tongues.visible ? tongues.implicitWidth : 0)
    readonly property bool fits: !back.visible
        || back.implicitWidth + again.implicitWidth - again.overhang <= free
    readonly property real againWidth: fits ? again.implicitWidth
        : Math.max(again.leastWidth, Math.min(again.implicitWidth, free - back.implicitWidth))

    VouchButton {
        id: back

        objectName: "back"
        Layout.fillWidth: head.crowded
        Layout.preferredWidth: head.crowded ? -1
            : head.fits ? implicitWidth
            : Math.max(leastWidth, Math.min(implicitWidth, head.free - head.againWidth))
        Layout.minimumWidth: leastWidth
        Layout.maximumWidth: implicitWidth
        visible: head.survey.canGoBack
        text: head.survey.backText
        onTapped: head.survey.back()
    }
    Item {
        Layout.fillWidth: true
    }
    VouchButton {
        id: tongues

        objectName: "languages"
        visible: head.survey.languages.length > 1
        kind: VouchButton.Quiet
        sign: Sign.Globe
        name: head.texts.languages ?? ""
        onTapped: Sheets.shown = Sheets.Languages
    }
    VouchButton {
        id: easier

        objectName: "ease"
        kind: VouchButton.Quiet
        sign: Sign.Person
        name: head.texts.accessibility ?? ""
        onTapped: Sheets.shown = Sheets.Ease
    }
    VouchButton {
        id: again

        objectName: "startAgain"
        Layout.fillWidth: head.crowded
        Layout.preferredWidth: head.crowded ? -1 : head.againWidth
        Layout.minimumWidth: leastWidth
        Layout.maximumWidth: implicitWidth
        Layout.rightMargin: head.fits && !head.crowded ? -overhang : 0
        kind: VouchButton.Quiet
        text: head.texts.startAgain ?? ""
        onTapped: head.survey.startAgain()
    }
    VouchButton {
        objectName: head.goOnName
        Layout.fillWidth: true
        Layout.minimumWidth: leastWidth
        Layout.maximumWidth: Math.max(implicitWidth, Math.round(160 * Theme.unit))
        visible: head.crowded
        kind: head.goOnKind
        text: head.goOnText
        available: head.goOnAvailable
        onTapped: head.goOn()
    }
}
