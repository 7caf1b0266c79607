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
        text: inLines(!root.value.known ? qsTr("Not known: the server could not be asked yet.")
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
    SharesBar {
        Layout.fillWidth: true
        visible: root.some
        value: root.value
        language: root.language
    }
    Histogram {
        Layout.fillWidth: true
        Layout.fillHeight: true
        visible: root.some
        counts: root.value.histogram
        language: root.language
    }
    // Empty on the tablet's own: the bars of both panels stand on one line.
    VouchText {
        Layout.fillWidth: true
        visible: root.some || root.value.asOf.length > 0
        text: root.value.asOf.length > 0 ? qsTr("As of %1").arg(root.value.asOf) : " "
        Accessible.ignored: root.value.asOf.length === 0
        font.pixelSize: Theme.small
        color: Theme.softInk
    }
    Item {
        Layout.fillHeight: true
        visible: !root.some
    }
}
