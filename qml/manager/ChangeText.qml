import QtQuick
import Vouch.Components
import Vouch.Kiosk

// Whether the score is news, in words; how today goes; how it stands to the target.
Column {
    id: root

    required property change value
    required property string language

    // qmllint disable unqualified
    readonly property string changed: own(value.verdict === Verdict.Better
        ? qsTr("Better than in the %n days before", "", value.days)
        : value.verdict === Verdict.Worse
        ? qsTr("Worse than in the %n days before", "", value.days)
        : value.verdict === Verdict.NoClearChange
        ? qsTr("No clear change from the %n days before", "", value.days)
        : value.verdict === Verdict.TooFewAnswers
        ? qsTr("Too few answers to judge a change")
        : value.verdict === Verdict.TooFewBefore
        ? qsTr("Too few answers before this period to compare with")
        : value.verdict === Verdict.TooFewDays
        ? qsTr("Too few days to judge a change")
        : value.verdict === Verdict.TodaySoFar && value.usualCount.length > 0
        ? qsTr("Answers on such a day until now: %1").arg(value.usualCount) : "")
    readonly property bool judged: value.verdict === Verdict.Better
        || value.verdict === Verdict.Worse
    readonly property string numbers: judged
        ? isolated(value.deltaText + " (" + value.lowText + " … " + value.highText + ")")
        : value.verdict === Verdict.TodaySoFar && value.usualScore.length > 0
        ? "NPS " + isolated(value.usualScore) : ""
    readonly property string target: value.targetVerdict === Verdict.Below
        ? qsTr("Below the target of %1").arg(isolated(value.targetText))
        : value.targetVerdict === Verdict.Above
        ? qsTr("Above the target of %1").arg(isolated(value.targetText))
        : value.targetVerdict === Verdict.NotClear
        ? qsTr("Target %1: not clear yet").arg(isolated(value.targetText))
        : value.targetVerdict === Verdict.NotJudged
        ? qsTr("Target %1").arg(isolated(value.targetText)) : ""
    readonly property string today: value.verdict === Verdict.TodaySoFar
        || value.todayCount.length === 0 ? ""
        : value.usualCount.length > 0
        ? qsTr("Today so far: %1 (usually %2)").arg(value.todayCount).arg(value.usualCount)
        : qsTr("Today so far: %1").arg(value.todayCount)
    // qmllint enable unqualified

    // With the digits of the language, which qsTr() does not write.
    function own(said: string): string {
        return said.replace(String(value.days), Digits.of(value.days, language));
    }

    function isolated(number: string): string {
        return "\u2066" + number + "\u2069";
    }

    visible: changed.length > 0 || today.length > 0 || target.length > 0

    FittedText {
        objectName: "change"
        width: parent.width
        visible: text.length > 0
        text: root.changed
        // Read from two metres away, in two lines where they hold it.
        most: Theme.large
        least: Theme.small
        room: Math.ceil(2 * most * (Theme.lineOf(Theme.language)
            + Math.max(0, Theme.paddingOf(Theme.language))))
        font.bold: true
    }
    VouchText {
        objectName: "changeNumbers"
        width: parent.width
        visible: text.length > 0
        text: root.numbers
        font.pixelSize: Theme.small
        font.bold: true
    }
    VouchText {
        objectName: "today"
        width: parent.width
        visible: text.length > 0
        text: root.today
        font.pixelSize: Theme.small
    }
    VouchText {
        objectName: "target"
        width: parent.width
        visible: text.length > 0
        text: root.target
        font.pixelSize: Theme.small
    }
}
