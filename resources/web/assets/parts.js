// The small drawings that stand beside every score. Colours say which share, never good or bad.

import { element, withVariables } from "./dom.js";
import { level, moreForRange } from "./figures.js";
import { formatCount, formatPoints, formatRange, formatShare } from "./format.js";
import { text } from "./strings.js";

export const segments = ["promoters", "passives", "detractors"];

const onAxis = (points) => (points + 100) / 200;

// The score as far as its count allows: a score, the range first, or words.
export function scoreFigure(row) {
    switch (level(row.n)) {
    case "enough":
        return [element("span", { class: "score" }, formatPoints(row.nps))];
    case "rough":
        return [
            element("span", { class: "score score-range" }, formatRange(row.low, row.high)),
            element("span", { class: "note" }, text.roughAbout(formatPoints(row.nps))),
        ];
    case "few":
        return [
            element("span", { class: "score score-none" }, text.undefined),
            element("span", { class: "note" }, text.tooFew(formatCount(moreForRange(row.n)))),
        ];
    default:
        return [
            element("span", { class: "score score-none" }, text.undefined),
            element("span", { class: "note" }, text.noAnswers),
        ];
    }
}

// A strip from −100 to +100 with the range as a bar and the score as a line on it.
export function intervalBar(row) {
    const bar = element("span", { class: "interval-bar", "aria-hidden": "true" });
    if (level(row.n) === "rough" || level(row.n) === "enough") {
        bar.append(
            withVariables(element("span", { class: "interval-range" }),
                { low: onAxis(row.low), high: onAxis(row.high) }),
            withVariables(element("span", { class: "interval-at" }), { at: onAxis(row.nps) }));
    }
    return bar;
}

// The numbers that go with an interval bar.
export function axis() {
    return element("span", { class: "axis", "aria-hidden": "true" },
        ...[-100, 0, 100].map((points) => element("span", {}, formatPoints(points))));
}

export function intervalFigure(row) {
    const known = level(row.n) === "rough" || level(row.n) === "enough";
    return [
        intervalBar(row),
        element("span", { class: "figures" },
            known ? formatRange(row.low, row.high) : text.undefined),
    ];
}

// The three shares: one stacked bar, and the figures with their names. Few answers show their
// counts too; so does `withCounts`.
export function sharesFigure(row, { withCounts = false } = {}) {
    if (row.n === 0) {
        return [element("span", { class: "figures" }, text.undefined)];
    }
    const bar = element("span", { class: "shares-bar", "aria-hidden": "true" });
    const list = element("span", { class: "shares-list" });
    const counted = withCounts || level(row.n) === "few";
    for (const name of segments) {
        if (row[name] > 0) {
            bar.append(withVariables(element("span", { class: `fill-${name}` }),
                { part: row[name] / row.n }));
        }
        list.append(element("span", { class: "share" },
            element("span", { class: `swatch fill-${name}`, "aria-hidden": "true" }),
            element("span", { class: "share-value" }, formatShare(row[name], row.n)),
            counted
                ? element("span", { class: "share-count" }, ` (${formatCount(row[name])})`) : null,
            element("span", { class: "share-name" }, ` ${text[name]}`)), " ");
    }
    return [bar, list];
}
