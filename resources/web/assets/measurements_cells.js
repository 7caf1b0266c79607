// The cells of tables of measurements: a score, a share or a mean with its interval, and what is
// said where there is none.

import { element, withVariables } from "./dom.js";
import { level } from "./figures.js";
import { formatCount, formatPoints, formatRange, formatShare, leftToRight, parting }
    from "./format.js";
import { measureText as words } from "./measurements_strings.js";
import { intervalBar, intervalFigure, scoreFigure } from "./parts.js";
import { locale, text } from "./strings.js";

const tenths = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const years = new Intl.NumberFormat(locale, { useGrouping: false });
export const formatYear = (year) => years.format(year);
export const formatMean = (value) => (value === null ? text.undefined : tenths.format(value));

export const wordsCell = (...shown) => ({ shown });
export const countCell = (n) => ({ shown: [formatCount(n)], class: "number" });
export const scoreCell = (row) => ({ shown: scoreFigure(row) });
export const intervalCell = (row) => ({ shown: intervalFigure(row), class: "cell-interval" });

// A score of few people that may be told at all: the range first, whatever their number.
export const fewScoreCell = (row) => (level(row.n) === "few"
    ? { shown: [element("span", { class: "score score-range" }, formatRange(row.low, row.high)),
        element("span", { class: "note" }, words.fewAbout(formatPoints(row.nps)))] }
    : scoreCell(row));
export const fewIntervalCell = (row) => (level(row.n) === "few"
    ? { shown: [intervalBar({ ...row, n: 30 }),
        element("span", { class: "figures" }, formatRange(row.low, row.high))],
    class: "cell-interval" } : intervalCell(row));

// A strip from `first` to `last` with low and high as a bar and the value as a line on it.
function strip(value, low, high, first, last) {
    const at = (point) => (point - first) / (last - first);
    const bar = element("span", { class: "interval-bar", "aria-hidden": "true" });
    if (low !== null) {
        bar.append(withVariables(element("span", { class: "interval-range" }),
            { low: at(low), high: at(high) }));
    }
    bar.append(withVariables(element("span", { class: "interval-at" }), { at: at(value) }));
    return bar;
}

export const bigCell = (shown) => ({ shown: [element("span", { class: "score" }, shown)] });
export const shareCell = (share) => bigCell(formatShare(share.count, share.base));
export const shareIntervalCell = ({ value, low, high }) => ({
    shown: [strip(value, low, high, 0, 1), element("span", { class: "figures" },
        text.range(formatShare(low, 1), formatShare(high, 1)))],
    class: "cell-interval share-interval",
});
export const meanIntervalCell = ({ mean, low, high }) => ({
    shown: [strip(mean, low, high, 1, 7), element("span", { class: "figures" },
        low === null ? words.noInterval : text.range(formatMean(low), formatMean(high)))],
    class: "cell-interval share-interval",
});

// How often each value of a scale was given: "1: 3 · 2: 8 …".
export const boxesCell = (counts) => wordsCell(counts
    .map((n, i) => leftToRight(`${formatCount(i + 1)}: ${formatCount(n)}`)).join(parting));

// A difference in words: how large, how sure, and whether that is news.
export function changeCell(difference, isEnough) {
    if (!difference) {
        return wordsCell(text.undefined);
    }
    return { shown: [element("span", { class: "figures" }, formatPoints(difference.delta)),
        element("span", { class: "note" }, formatRange(difference.low, difference.high)),
        element("span", { class: "note" }, !isEnough ? words.tooFewToCompare
            : difference.clear ? words.clearChange : words.noClearChange)] };
}

// The words for a figure that is not given.
export const refusalWords = ({ code, message }) => words.refused[code] ?? message;
