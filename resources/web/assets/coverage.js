// Coverage: how much of the opening hours shoppers could answer in. It stands beside every score,
// because tablets are switched off on bad days.

import { nps } from "./api.js";
import { element } from "./dom.js";
import { formatDays, formatShare } from "./format.js";
import { text } from "./strings.js";

// Tablets tell of whole hours.
const readAgainAfter = 5 * 60 * 1000;

// Of each store, in the days that were read: those asked for, or the last of them.
export class Coverage {
    constructor({ rows, coverage_from: from, coverage_to: to }) {
        this.days = { from, to };
        this.stores = new Map(rows.map(({ key, coverage }) => [key, coverage]));
    }

    // The share of the stores named, all tablets together; null where no opening hours are known.
    shareOf(stores) {
        const known = stores.map((store) => this.stores.get(store)).filter(Boolean);
        const sum = (member) => known.reduce((all, each) => all + each[member], 0);
        return sum("minutes_open") > 0 ? sum("minutes") / sum("minutes_open") : null;
    }
}

// Reads it apart from the scores, which do not wait for it, and not at every change of theirs.
export class CoverageReader {
    constructor(read = nps, now = Date.now) {
        Object.assign(this, { read, now });
        this.last = { key: "", at: 0, coverage: null };
    }

    // What was read last, when it was of the same stores and days.
    known({ store, region, from, to }) {
        return this.last.key === JSON.stringify([store, region, from, to])
            ? this.last.coverage : null;
    }

    async of({ store, region, from, to }) {
        const known = this.known({ store, region, from, to });
        if (known && this.now() - this.last.at < readAgainAfter) {
            return known;
        }
        const at = this.now();
        const coverage = new Coverage(
            await this.read({ store, region, from, to, by: "store", coverage: "include" }));
        this.last = { key: JSON.stringify([store, region, from, to]), at, coverage };
        return coverage;
    }
}

// "93%", or a dash; the words for a small screen go with it.
export function coverageFigure(share) {
    return [element("span", { class: "coverage-name" }, text.coverageShort, " "),
        element("span", { class: "figures" }, share === null ? text.undefined
            : formatShare(share, 1))];
}

// What it was in those stores, in a sentence.
export function coverageLine(coverage, stores) {
    const share = coverage.shareOf(stores);
    return share === null ? text.coverageUnknown
        : text.coverageLine(formatShare(share, 1), formatDays(coverage.days));
}

export const coverageHint = (coverage) =>
    (coverage ? text.coverageHint(formatDays(coverage.days)) : "");
