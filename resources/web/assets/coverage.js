// Coverage: how much of the opening hours shoppers could answer in. It stands beside every score,
// because tablets are switched off on bad days.

import { coverages } from "./api.js";
import { element } from "./dom.js";
import { formatDays, formatShare } from "./format.js";
import { text } from "./strings.js";

// Tablets tell of whole hours.
const readAgainAfter = 5 * 60 * 1000;
const mostKept = 4;

// Of coverages { minutes, minutes_open } or null, all tablets together; null where no opening hours
// are known.
function shareOfAll(coverages) {
    const known = coverages.filter(Boolean);
    const sum = (member) => known.reduce((all, each) => all + each[member], 0);
    return sum("minutes_open") > 0 ? sum("minutes") / sum("minutes_open") : null;
}

const byKey = (rows) => new Map(rows.map(({ key, coverage }) => [key, coverage]));

// In the days that were read: those asked for, or the last of them. Every share is null where it is
// not known.
export class Coverage {
    constructor({ from, to, stores, days = [], hours = [], touchpoints = [] }) {
        this.days = { from, to };
        this.stores = byKey(stores);
        this.touchpoints = byKey(touchpoints);
        Object.assign(this, { rows: days, hours });
    }

    get whole() {
        return shareOfAll([...this.stores.values()]);
    }

    // Of the stores named.
    shareOf(stores) {
        return shareOfAll(stores.map((store) => this.stores.get(store)));
    }

    // Of the tablets that stood there.
    ofTouchpoint(key) {
        return shareOfAll([this.touchpoints.get(key)]);
    }

    // Of days, both included; not known unless all of them were read.
    between(first, last) {
        return first < this.days.from || last > this.days.to ? null : shareOfAll(this.rows
            .filter(({ key }) => first <= key && key <= last).map(({ coverage }) => coverage));
    }

    // Of an hour of a weekday; null stands for all of them.
    ofWeekHour(weekday, hour) {
        return shareOfAll(this.hours.filter((each) => (weekday ?? each.weekday) === each.weekday
            && (hour ?? each.hour) === each.hour).map(({ coverage }) => coverage));
    }
}

const keyOf = ({ store, region, touchpoint, from, to }) =>
    JSON.stringify([store, region, touchpoint, from, to]);

// Reads it apart from the scores, which do not wait for it, and not at every change of theirs.
export class CoverageReader {
    constructor(read = coverages, now = Date.now) {
        Object.assign(this, { read, now });
        this.kept = new Map(); // the one asked for last at the end
    }

    // What was read last of the same stores, touchpoint and days.
    known(question) {
        return this.kept.get(keyOf(question))?.coverage ?? null;
    }

    async of({ store, region, touchpoint, from, to }) {
        const key = keyOf({ store, region, touchpoint, from, to });
        const last = this.kept.get(key);
        if (last && this.now() - last.at < readAgainAfter) {
            return last.asking;
        }
        const entry = { at: this.now(), coverage: last?.coverage ?? null };
        this.kept.delete(key);
        this.kept.set(key, entry);
        entry.asking = this.read({ store, region, touchpoint, from, to })
            .then((answer) => entry.coverage = new Coverage(answer))
            .catch((error) => {
                this.kept.delete(key);
                throw error;
            });
        if (this.kept.size > mostKept) {
            this.kept.delete(this.kept.keys().next().value);
        }
        return entry.asking;
    }
}

// "93%", or a dash.
export const coverageShown = (share) => (share === null ? text.undefined : formatShare(share, 1));

// "Coverage 93%".
export const coverageWords = (share) => `${text.coverageShort} ${coverageShown(share)}`;

// The cell of a table as in fillTable().
export const coverageCell = (share) => ({ value: share, shown: coverageShown(share) });

// Likewise; the words for a small screen go with it.
export function coverageFigure(share) {
    return [element("span", { class: "coverage-name" }, text.coverageShort, " "),
        element("span", { class: "figures" }, coverageShown(share))];
}

// What it was, in a sentence; `touchpoint` when it is of that one alone.
export function coverageLine(coverage, { share = coverage?.whole ?? null, touchpoint } = {}) {
    if (share !== null) {
        return text.coverageLine(formatShare(share, 1), formatDays(coverage.days));
    }
    return touchpoint && coverage?.touchpoints.size > 0 ? text.touchpointUncovered([touchpoint])
        : text.coverageUnknown;
}

export const coverageHint = (coverage) =>
    (coverage ? text.coverageHint(formatDays(coverage.days)) : "");
