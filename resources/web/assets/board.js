// The figures: asks the server for what the filter says and shows it.

import { ApiError, exportAddress, nps, stores } from "./api.js";
import { CoverageReader, coverageLine } from "./coverage.js";
import { byId, element } from "./dom.js";
import { pool, shrunkScores } from "./figures.js";
import { daysOf, filterFragment, isBackwards, parseFilter } from "./filter.js";
import { FilterBar } from "./filter_bar.js";
import { formatClock, formatDays, isolated, parting } from "./format.js";
import { sharesFigure } from "./parts.js";
import { nameOfAll } from "./places.js";
import { StoreTable, greatestFirst } from "./store_table.js";
import { locale, text } from "./strings.js";
import { headline } from "./summary_view.js";

const collator = new Intl.Collator(locale, { numeric: true, sensitivity: "base" });
const none = { n: 0, promoters: 0, passives: 0, detractors: 0, nps: null, low: null, high: null,
    histogram: new Array(11).fill(0) };

export class Board {
    // onError(error) is called when a refresh fails, onFresh() when one succeeds.
    constructor({ onError, onFresh }) {
        this.onError = onError;
        this.onFresh = onFresh;
        this.asked = 0;
        this.announcing = false;
        this.data = null;
        this.everywhere = false; // whether the one who looks sees the whole chain
        this.coverage = new CoverageReader();
        this.table = new StoreTable((key) => this.sortBy(key));
        this.bar = new FilterBar((filter) => this.setFilter(filter),
            () => (this.data ? this.data.days : {}));
        byId("table").append(this.table.node);
        this.readAddress();
        addEventListener("popstate", () => {
            this.readAddress();
            if (this.data) {
                this.refresh({ announce: true });
            }
        });
    }

    readAddress() {
        this.filter = parseFilter(location.hash);
        this.bar.show(this.filter);
    }

    setFilter(filter) {
        const reordered = filter.sort !== this.filter.sort || filter.down !== this.filter.down;
        this.filter = filter;
        history.pushState(null, "", location.pathname + filterFragment(filter));
        this.bar.show(filter);
        if (reordered && this.data) {
            this.show();
        } else {
            this.refresh({ announce: true });
        }
    }

    sortBy(key) {
        const down = this.filter.sort === key ? !this.filter.down : greatestFirst.has(key);
        this.setFilter({ ...this.filter, sort: key, down });
    }

    // Nothing of the figures stays on the page.
    clear() {
        this.asked += 1;
        this.data = null;
        this.table.update({ entries: [], total: none, totalName: "", withRegions: false });
        for (const id of ["summary-figure", "summary-shares"]) {
            byId(id).replaceChildren();
        }
        byId("figures").hidden = true;
        byId("announcer").textContent = "";
    }

    async refresh({ announce = false } = {}) {
        if (isBackwards(this.filter)) {
            return;
        }
        const asked = ++this.asked;
        const filter = this.filter;
        // A live refresh may overtake the one that a person waits to hear of.
        this.announcing ||= announce;
        byId("board").setAttribute("aria-busy", "true");
        try {
            const data = await load(filter);
            if (asked === this.asked) {
                this.data = { ...data, coverage: this.coverage.known(data.scope) };
                this.show();
                this.onFresh();
                this.readCoverage(asked);
                if (this.announcing) {
                    this.announcing = false;
                    byId("announcer").textContent = text.shown(
                        isolated(this.nameOf(data)), periodName(this.filter, data.days), data.total.n);
                }
            }
        } catch (error) {
            if (!(error instanceof ApiError)) {
                throw error;
            }
            if (asked === this.asked) {
                this.onError(error);
            }
        } finally {
            if (asked === this.asked) {
                byId("board").setAttribute("aria-busy", "false");
            }
        }
    }

    // The scores do not wait for it; where it cannot be had it stays unknown.
    async readCoverage(asked) {
        try {
            const coverage = await this.coverage.of(this.data.scope);
            if (asked === this.asked && coverage !== this.data.coverage) {
                this.data.coverage = coverage;
                this.show();
            }
        } catch (error) {
            if (!(error instanceof ApiError)) {
                throw error;
            }
        }
    }

    nameOf({ filter, entries }) {
        return filter.region || nameOfAll(entries.map(({ store }) => store), this.everywhere);
    }

    show() {
        const { data } = this;
        // The figures stay under the filter that they were asked with; only the order is of now.
        const filter = { ...data.filter, sort: this.filter.sort, down: this.filter.down };
        byId("figures").hidden = false;
        const name = this.nameOf(data);
        document.title = text.title(periodName(filter, data.days));
        const { from, to, region } = data.scope;
        byId("download").href = exportAddress({ from, to, region });
        byId("as-of").textContent = text.asOf(formatClock(data.asOf));
        this.bar.showRegions(data.regions);
        showSummary(name, filter, data);
        byId("empty").hidden = data.entries.length > 0;
        byId("empty").textContent = filter.region ? text.noStoresInRegion : text.noStores;
        this.table.node.hidden = data.entries.length === 0;
        this.table.update({
            entries: ordered(data.entries, filter).map((entry) =>
                ({ ...entry, coverage: data.coverage?.shareOf([entry.store.id]) ?? null })),
            total: data.total,
            coverage: data.coverage?.shareOf(data.entries.map(({ store }) => store.id)) ?? null,
            totalName: name,
            sort: filter.sort,
            down: filter.down,
            withRegions: data.regions.length > 0,
            scope: { ...data.scope, period: filter.period, today: data.today },
        });
    }
}

// What the server is asked with. The download is of the same days and region; it holds marked
// answers whatever the filter, with their marks in a column.
function scopeOf(filter, days) {
    return {
        from: days.from,
        to: days.to,
        region: filter.region || undefined,
        marked: filter.marked ? "include" : "exclude",
    };
}

async function load(filter) {
    const all = await stores();
    const today = all.map((store) => store.today).sort().at(-1)
        ?? new Date().toISOString().slice(0, 10);
    const days = daysOf(filter, today);
    const shown = all.filter((store) => !filter.region || store.region === filter.region);
    const scope = scopeOf(filter, days);
    const { rows, as_of, official } = shown.length === 0 ? { rows: [] }
        : await nps({ ...scope, by: "store" });
    const figures = new Map(rows.map((row) => [row.key, row]));
    const entries = shown.map((store) => ({ store, figures: figures.get(store.id) ?? none }));
    return {
        filter,
        scope,
        today,
        days,
        entries,
        total: pool(entries.map((entry) => entry.figures)),
        regions: [...new Set(all.map((store) => store.region).filter(Boolean))]
            .sort(collator.compare),
        asOf: as_of ? new Date(as_of) : new Date(),
        official,
    };
}

// Stores without a value for the column come last, whichever way it is sorted.
function ordered(entries, { sort, down }) {
    const values = {
        name: () => entries.map(() => ""),
        region: () => entries.map(({ store }) => store.region || null),
        nps: () => shrunkScores(entries.map(({ figures }) => figures)),
        n: () => entries.map(({ figures }) => figures.n),
        last: () => entries.map(({ store }) => store.last_answer),
    }[sort]();
    const compare = (a, b) => (typeof a === "number" ? a - b : collator.compare(a, b));
    return entries.map((entry, i) => ({ entry, value: values[i] })).sort((a, b) => {
        if (a.value === null || b.value === null) {
            return (a.value === null) - (b.value === null) || byName(a.entry, b.entry);
        }
        const sign = down ? -1 : 1;
        return sign * compare(a.value, b.value)
            || (sort === "name" ? sign : 1) * byName(a.entry, b.entry);
    }).map(({ entry }) => entry);
}

function byName(a, b) {
    return collator.compare(a.store.name, b.store.name)
        || collator.compare(a.store.id, b.store.id);
}

function periodName(filter, days) {
    return filter.period === "custom"
        ? formatDays(days) || text.periods.all : text.periods[filter.period];
}

// Whether what is shown is the reading that the chain calls official.
function officialName(filter, official) {
    if (!official) {
        return "";
    }
    return filter.marked === (official === "all") ? text.isOfficial : text.isNotOfficial;
}

function showSummary(name, filter, { total, days, official, entries, coverage }) {
    const range = formatDays(days);
    const period = periodName(filter, days);
    byId("summary-title").replaceChildren(element("bdi", { dir: "auto" }, name));
    byId("summary-period").textContent = [period, range === period ? "" : range,
        filter.marked ? text.withMarked : text.withoutMarked,
        officialName(filter, official)].filter(Boolean).join(parting);
    byId("summary-count").textContent = text.answers(total.n);
    byId("summary-figure").replaceChildren(...headline(total));
    byId("summary-shares").replaceChildren(...sharesFigure(total, { withCounts: true }));
    byId("summary-coverage").textContent = coverage
        ? coverageLine(coverage, { share: coverage.shareOf(entries.map(({ store }) => store.id)) })
        : "";
}
