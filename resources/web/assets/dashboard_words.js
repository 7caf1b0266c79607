// What the dashboard says of the server's judgements and of what is marked on the trend.

import { moreForRange } from "./figures.js";
import { formatDay, formatDays, formatMissing, formatPoints, formatRange, formatTenths }
    from "./format.js";
import { text } from "./strings.js";

// The verdict on the last closed weeks, or why there is none; and on a store's target.
export function changeWords({ judgement, not_judged: refused, target }) {
    const aim = target ? text.targets[target.verdict ?? "early"](formatPoints(target.points),
        target.not_judged) : "";
    if (!judgement) {
        return { verdict: text.notJudged(refused), aim };
    }
    return {
        aim,
        verdict: text.verdicts[judgement.verdict](formatPoints(judgement.delta),
            formatRange(judgement.low, judgement.high)),
        periods: text.judged(formatDays({ from: judgement.first, to: judgement.last }),
            formatDays({ from: judgement.before_first, to: judgement.before_last })),
    };
}

// Where the score is heading; nothing as long as that cannot be told.
export function slopeWords({ slope }) {
    return slope ? text.slope[slope.clear ? "clear" : "unclear"](formatTenths(slope.per_week),
        text.range(formatTenths(slope.low), formatTenths(slope.high))) : "";
}

// `rows` are the touchpoints that have answers.
export function weightedWords({ nps: score, low, high, missing }, rows) {
    const lackOf = (key) => moreForRange(rows.find((row) => row.key === key)?.n ?? 0);
    return score === null
        ? text.weightedMissing(missing.map((key) => formatMissing([key, lackOf(key)])))
        : text.weightedScore(formatPoints(score), formatRange(low, high));
}

// What coverage of a touchpoint is, and which have none; `entries` as a ScoreList has them.
export function touchpointCoverageWords(coverage, entries) {
    if (!coverage) {
        return "";
    }
    if (coverage.touchpoints.size === 0 && coverage.whole === null) {
        return text.coverageUnknown;
    }
    const without = entries.filter(({ shareIn }) => shareIn(coverage) === null);
    return [text.touchpointCoverage(formatDays(coverage.days)), without.length > 0
        ? text.touchpointUncovered(without.map(({ name }) => name)) : ""].filter(Boolean).join(" ");
}

// Everything that is marked on the line, in the order of its day.
export function marksOf({ breaks, changes = [] }, noted) {
    const day = formatDay;
    return [
        ...noted,
        ...breaks.map((each) => ({ day: each.day, kind: "break",
            words: text.breakMark(day(each.day), each.checklist) })),
        ...changes.map((each) => ({ day: each.day, kind: each.direction,
            words: (each.direction === "fall" ? text.fallMark : text.riseMark)(day(each.day),
                day(each.earliest), day(each.latest),
                formatPoints(Math.abs(each.delta)).replace("+", "")) })),
    ].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}
