import QtQuick
import QtQuick.Layouts
import Vouch.Components
import Vouch.Kiosk

// One tablet's or one store's figures. What stands first follows how much is known: counts and
// shares under 30 answers, the range under 100, then the score.
Panel {
    id: root

    required property figures value
    required property string language
    // Whether it is news; of this tablet only.
    property change change
    property bool shown: true
    property string title

    heading: title + (value.asOf.length > 0 ? " – " + qsTr("As of %1").arg(value.asOf) : "")

    readonly property bool some: value.known && value.count > 0
    // qmllint disable unqualified
    readonly property bool enough: value.sufficiency === Sufficiency.Enough
    readonly property bool rough: value.sufficiency === Sufficiency.Rough
    // qmllint enable unqualified
    readonly property string low: isolated(value.lowText)
    readonly property string high: isolated(value.highText)
    readonly property string range: qsTr("%1 to %2").arg(low).arg(high)

    // A signed number keeps its sign before it in a text from right to left too.
    function isolated(number: string): string {
        return "\u2066" + number + "\u2069";
    }

    VouchText {
        objectName: "headline"
        Layout.fillWidth: true
        visible: root.some
        wrapMode: Text.NoWrap
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: Theme.large
        font.pixelSize: root.rough ? Math.round(Theme.figure * 0.7) : Theme.figure
        font.bold: true
        // Digits alone need less than the words of some scripts, whose lines Qt keeps as high as the
        // font says where a text fits itself into a width.
        readonly property bool tall: Theme.paddingOf(Theme.language) < 0

        lineHeight: Math.round(font.pixelSize * 1.25)
        topPadding: tall ? Math.round((font.pixelSize * 1.1 - contentHeight) / 2) : 0
        bottomPadding: topPadding
        text: root.enough ? root.isolated(root.value.npsText)
            : root.rough ? root.isolated(root.value.lowText + " … " + root.value.highText)
            : root.value.countText
    }
    FontMetrics {
        id: metrics

        font: explanation.font
    }
    FittedText {
        id: explanation

        objectName: "explanation"
        Layout.fillWidth: true
        most: Theme.small
        least: Theme.small
        color: Theme.softInk
        text: inLines(!root.shown ? qsTr("The figures of this survey are not shown here.")
            : root.value.count === 0 ? qsTr("No answers in this period.")
            : root.enough
            ? qsTr("NPS, 95 % certain within %1 · %2 answers").arg(root.range)
                .arg(root.value.countText)
            : root.rough
            ? qsTr("Rough: NPS %1, 95 % range above · %2 answers").arg(root.isolated(root.value.npsText))
                .arg(root.value.countText)
            : qsTr("answers: too few for a score, which needs 30"))

        // What does not fit in one line is broken at the point, without it.
        function inLines(said: string): string {
            const parts = said.split(" · ");
            return parts.length < 2 || metrics.advanceWidth(said) <= width
                || parts.some(part => metrics.advanceWidth(part) > width) ? said : parts.join("\n");
        }
    }
    ChangeText {
        Layout.fillWidth: true
        value: root.change
        language: root.language
    }
    SharesBar {
        Layout.fillWidth: true
        visible: root.some
        value: root.value
        language: root.language
    }
    Histogram {
        objectName: "histogram"
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.minimumHeight: Math.round(60 * Theme.unit)
        visible: root.some
        counts: root.value.histogram
        language: root.language
    }
    Item {
        Layout.fillHeight: true
        visible: !root.some
    }
}
