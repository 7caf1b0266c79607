import QtQuick
import QtQuick.Layouts
import Vouch.Components
import Vouch.Kiosk

// What every page of the shopper has in common: back, language, easier use and start again at the
// top, then progress, question and hint, the page's own controls, and the filled button below.
// Whoever asked for it has all that is touched in the lower half, and what is read above it.
FocusScope {
    id: page

    required property SurveyModel survey

    // The controls, and the height that they need at least.
    default property alias content: scroller.content
    property real needed: 0
    readonly property alias contentWidth: scroller.innerWidth
    // The height that is there for them when they need no more.
    readonly property alias room: scroller.height
    property alias footer: footerRow.data
    property string title: survey.question
    property string hint: survey.hint
    // The hint says what is wrong.
    property bool alarming: false
    // What is read aloud when the page comes; pages add to it.
    property var alsoSpoken: []
    readonly property string spoken: sentences([survey.progress, page.title, page.hint,
        ...alsoSpoken])
    // Question and controls about the middle, as at rest.
    property bool middle: false
    property bool atRest: false
    property bool showsGoOn: false
    // Passing over a page that a tap answers stands back.
    property int goOnKind: VouchButton.Filled
    property string goOnText: survey.goOnText
    property bool goOnAvailable: survey.canGoOn
    // A sign above the words that all is done, and nothing below them.
    property bool thanks: false
    property bool alone: false
    // Something lies behind the words: they bring a ground of their own.
    property bool grounded: false
    // What lies over the lower end: the keyboard. Then there is no footer; the filled button stands
    // beside what is written, or with the others in the lower half.
    property real covered: 0
    property string goOnName: "done"
    // The page has a place of its own for what else stands in the footer.
    property bool footless: false

    readonly property var texts: survey.texts
    readonly property bool low: Ease.lower
    readonly property bool writing: covered > 0
    readonly property int lowerHalf: Math.ceil(height / 2)

    signal goOn()

    // It is shown, perhaps once more: as if it were new.
    function begin() {
        nowhere.focus = true;
        scroller.begin();
    }

    // With the pause of a full stop after each.
    function sentences(parts): string {
        return parts.filter(part => part.length > 0)
            .map(part => /[.!?।؟]$/.test(part) ? part : part + ".").join(" ");
    }

    focus: true
    Accessible.role: Accessible.Pane
    Accessible.name: title

    // Its words are fitted anew when it is shown, not with every page that is shown meanwhile.
    Binding {
        target: question
        property: "text"
        value: page.title
        when: page.visible
        restoreMode: Binding.RestoreNone
    }
    // Where the keys are before they are anywhere.
    Item {
        id: nowhere
    }
    Item {
        id: words

        readonly property real before: page.low || page.atRest ? Theme.margin
            : head.y + head.height + (page.middle ? Theme.tight : Theme.gap)
        readonly property real most: page.writing
            ? scroller.end - before - page.needed - Theme.gap
            : page.middle || page.low
            ? page.lowerHalf - before - (page.low ? Theme.gap : Theme.wide)
            : Math.max((scroller.end - before) * 0.36,
                scroller.end - before - page.needed - 2 * Theme.gap)

        x: Theme.margin
        y: page.alone ? Math.round((page.height - height) / 2)
            : page.writing || !page.middle && !page.low ? before
            : page.low ? page.lowerHalf - Theme.gap - height
            : page.lowerHalf - Theme.wide * (Ease.larger ? 1 : 2) - height
        width: page.width - 2 * Theme.margin
        height: column.height

        Rectangle {
            anchors.centerIn: column
            width: Math.min(parent.width + 2 * Theme.gap, 2 * Theme.wide
                + Math.max(question.contentWidth, logo.visible ? logo.paintedWidth : 0))
            height: column.height + 2 * Theme.gap
            visible: page.grounded
            radius: Theme.radius
            color: Theme.surface
        }
        Column {
            id: column

            width: parent.width
            spacing: Math.round(Theme.tight / 2)

            DoneSign {
                id: done

                anchors.horizontalCenter: parent.horizontalCenter
                visible: page.thanks && !Ease.larger
            }
            Image {
                id: logo

                anchors.horizontalCenter: parent.horizontalCenter
                height: Math.round(72 * Theme.unit)
                width: parent.width
                visible: page.atRest && status === Image.Ready
                source: page.atRest ? Theme.logo : ""
                sourceSize.height: height
                fillMode: Image.PreserveAspectFit
                Accessible.ignored: true
            }
            VouchText {
                id: progress

                objectName: "progress"
                width: parent.width
                visible: text.length > 0 && !(page.writing && Ease.larger)
                horizontalAlignment: page.middle ? Text.AlignHCenter : Text.AlignLeft
                text: page.survey.progress
                font.pixelSize: Theme.small
                color: Theme.softInk
            }
            FittedText {
                id: question

                objectName: "question"
                width: parent.width
                // At twice the text there is room for what is wrong only.
                visible: !(page.writing && page.alarming && Ease.larger && !page.low
                    && page.width > page.height)
                room: words.most - (progress.visible ? progress.height + column.spacing : 0)
                    - (hint.visible ? hint.height + column.spacing : 0)
                    - (logo.visible ? logo.height + column.spacing : 0)
                    - (done.visible ? done.height + column.spacing : 0)
                horizontalAlignment: page.middle ? Text.AlignHCenter : Text.AlignLeft
                least: Ease.larger ? Theme.body : Theme.large
                Accessible.role: Accessible.Heading
            }
            VouchText {
                id: hint

                objectName: "hint"
                width: parent.width
                visible: text.length > 0
                horizontalAlignment: page.middle ? Text.AlignHCenter : Text.AlignLeft
                text: page.hint
                font.pixelSize: page.writing && Ease.larger ? Theme.small : Theme.body
                color: page.alarming ? Theme.problem : Theme.softInk
                Accessible.role: page.alarming ? Accessible.AlertMessage : Accessible.StaticText
            }
        }
    }
    Scroller {
        id: scroller

        readonly property real end: !page.writing ? foot.y - (foot.height > 0 ? Theme.gap : 0)
            : (page.low ? head.y : page.height - page.covered) - Theme.tight
        readonly property real start: page.low && !page.writing
            ? (head.active ? head.y + head.height + Theme.tight : page.lowerHalf)
            : page.middle ? page.lowerHalf : words.y + words.height + Theme.gap

        x: Theme.margin
        y: start
        width: page.width - 2 * x
        height: Math.max(0, end - start)
        needed: page.needed
    }
    RowLayout {
        id: foot

        x: Theme.margin
        y: page.height - height - (page.low ? Theme.gap : Theme.wide)
        width: page.width - 2 * Theme.margin
        height: visible ? implicitHeight : 0
        visible: !page.writing && !page.footless && (footerRow.children.length > 0 || page.showsGoOn)
        spacing: Theme.gap

        readonly property real beside: {
            let sum = 2 * spacing;
            for (let i = 0; i < footerRow.children.length; ++i) {
                const button = footerRow.children[i] as VouchButton;
                sum += button?.visible ? button.leastWidth + spacing : 0;
            }
            return sum;
        }

        RowLayout {
            id: footerRow

            Layout.fillWidth: true
            spacing: Theme.gap
        }
        Item {
            Layout.fillWidth: page.showsGoOn
        }
        VouchButton {
            objectName: page.goOnName
            Layout.minimumWidth: leastWidth
            Layout.preferredWidth: Math.max(leastWidth, Math.min(foot.width - foot.beside,
                Math.max(implicitWidth, Math.round(260 * Theme.unit))))
            Layout.preferredHeight: Math.max(implicitHeight, Theme.touch,
                page.low || Ease.larger ? 0 : Math.round(76 * Theme.unit))
            visible: page.showsGoOn
            kind: page.goOnKind
            pixelSize: Ease.larger ? Theme.body : Theme.large
            text: page.goOnText
            available: page.goOnAvailable
            onTapped: page.goOn()
        }
    }
    // Not made at rest, where nobody goes back. (Unbound: Loader of Qt 6.4 makes no others.)
    Loader {
        id: head

        x: Theme.margin
        y: !page.low ? Theme.wide
            : page.writing ? page.height - page.covered - height - Theme.tight : page.lowerHalf
        width: page.width - 2 * Theme.margin
        active: !page.atRest
        // qmllint disable unqualified
        sourceComponent: PageHead {
            survey: page.survey
            crowded: page.writing && page.low
            goOnName: page.goOnName
            goOnKind: page.goOnKind
            goOnText: page.goOnText
            goOnAvailable: page.goOnAvailable
            onGoOn: page.goOn()
        }
    }
}
