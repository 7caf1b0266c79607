// What opens under a store: its answers by score, and how its score went day by day.

import { ApiError, nps } from "./api.js";
import { CoverageReader, coverageHint, coverageShown } from "./coverage.js";
import { dashboardFragment, fileName, parseDashboard } from "./dashboard_filter.js";
import { element, withVariables } from "./dom.js";
import { saveCsv, savePicture } from "./download.js";
import { plainRows } from "./figure.js";
import { rollingScores } from "./figures.js";
import { addDays } from "./filter.js";
import { formatCount, formatDay, formatDays, formatPoints, formatRange, formatShare, parting }
    from "./format.js";
import { histogramConfig, histogramRows } from "./histogram_view.js";
import { lineDrawing, widthFor } from "./line_drawing.js";
import { segments } from "./parts.js";
import { pictureOf } from "./picture.js";
import { text } from "./strings.js";
import { trendConfig } from "./trend_view.js";

// Each point of the line pools this many days; the longer one for periods over two months.
const shortSpan = 7;
const longSpan = 28;
const longestShortTrend = 62;

export class StoreDetail {
    constructor() {
        this.asked = 0;
        this.coverages = new CoverageReader();
        this.histogram = element("div", { class: "histogram" });
        this.chart = element("div", {}, element("p", { class: "quiet" }, text.trendLoading));
        this.days = element("tbody");
        this.covered = element("p", { class: "quiet" });
        this.table = element("details", { class: "trend-table", hidden: true },
            element("summary", {}, text.trendTable),
            element("div", { class: "scroll", tabIndex: 0, role: "group",
                "aria-label": text.trendChart },
            element("table", {}, trendHead(), this.days)),
            this.covered);
        this.more = element("a", {}, text.storeDashboard);
        this.histogramFiles = filesOf(text.histogramTitle, () => this.histogramContent());
        this.trendFiles = filesOf(text.trendChart, () => this.trendContent());
        this.trendFiles.hidden = true;
        this.node = element("div", { class: "detail" },
            element("div", {}, this.histogram, this.histogramFiles),
            element("div", { class: "trend" }, this.chart, this.table, this.trendFiles,
                element("p", {}, this.more)));
    }

    // `scope` has period, from, to (undefined when open), marked and today. What was shown stays until the
    // new days are here.
    async update({ store, figures }, scope) {
        Object.assign(this, { store, figures, scope });
        this.histogramFiles.hidden = figures.n === 0;
        this.histogram.replaceChildren(histogramTable(figures));
        const { period, from = "", to = "", marked } = scope;
        this.more.href = `/dashboard${dashboardFragment({ ...parseDashboard(""), period, from, to,
            store: store.id, marked: marked === "include" })}`;
        const asked = ++this.asked;
        try {
            const trend = await loadTrend(store, scope);
            if (asked === this.asked) {
                this.coverage = this.coverages.known(this.coverageQuestion());
                this.showTrend(trend);
                this.readCoverage(asked);
            }
        } catch {
            if (asked === this.asked) {
                this.chart.replaceChildren(element("p", { class: "quiet" }, text.trendFailed));
                this.table.hidden = true;
                this.trendFiles.hidden = true;
            }
        }
    }

    coverageQuestion() {
        const { store, scope } = this;
        return { store: store.id, from: scope.from, to: scope.to };
    }

    // The scores do not wait for it; where it cannot be had it stays unknown.
    async readCoverage(asked) {
        try {
            const coverage = await this.coverages.of(this.coverageQuestion());
            if (asked === this.asked && coverage !== this.coverage) {
                this.coverage = coverage;
                this.showDays();
            }
        } catch (error) {
            if (!(error instanceof ApiError)) {
                throw error;
            }
        }
    }

    // Of the day itself.
    shareOn(day) {
        return this.coverage?.between(day, day) ?? null;
    }

    // What the files of both charts are called, and what their pictures say that they are of.
    named(part) {
        const { store, scope } = this;
        const marked = scope.marked === "include";
        return {
            name: fileName(part, { store: store.id, marked }, scope),
            subtitle: [store.name, formatDays(scope), marked ? text.withMarked : text.withoutMarked]
                .filter(Boolean).join(parting),
        };
    }

    histogramContent() {
        const { figures } = this;
        return { ...this.named("histogram"), title: text.histogramTitle,
            columns: text.histogramColumns, rows: plainRows(histogramRows(figures)),
            config: (palette) => histogramConfig(palette, figures) };
    }

    trendContent() {
        const { points, span } = this.trend;
        const rows = points.map(({ day }) => ({ first: day, last: day, running: false }));
        return { ...this.named("trend"), title: text.trendTitle(span),
            columns: [text.day, ...text.compareColumns.slice(1), text.coverageShort],
            rows: points.filter(({ nps: score }) => score !== null).map((point) => [point.day,
                point.n, ...["nps", "low", "high"].map((key) => Math.round(10 * point[key]) / 10),
                point.promoters, point.passives, point.detractors, this.shareOn(point.day)]),
            config: (palette) => trendConfig(palette,
                { trend: { by: "day", rows, breaks: [] }, points,
                    shareIn: ({ first }) => this.shareOn(first) }) };
    }

    showTrend({ points, span }) {
        this.trend = { points, span };
        const known = points.filter((point) => point.nps !== null);
        const drawn = known.length > 1;
        this.chart.replaceChildren(element("h3", {}, text.trendTitle(span)),
            drawn ? lineDrawing(points, widthFor(this.chart)) : "",
            element("p", { class: "quiet" }, drawn ? text.trendHint(span) : text.trendNone));
        this.showDays();
        this.table.hidden = !drawn;
        this.trendFiles.hidden = !drawn;
    }

    showDays() {
        this.days.replaceChildren(...this.trend.points.filter((point) => point.nps !== null)
            .map((point) => trendRow(point, this.shareOn(point.day))));
        this.covered.textContent = coverageHint(this.coverage);
    }
}

// A chart's CSV and picture; contentOf() gives { name, title, subtitle, columns, rows, config }.
function filesOf(title, contentOf) {
    const button = (label, words, onclick) => element("button",
        { type: "button", class: "small-button", "aria-label": words, onclick }, label);
    return element("div", { class: "card-tools" },
        button(text.csv, text.csvOf(title), () => {
            const { name, columns, rows } = contentOf();
            saveCsv(name, columns, rows);
        }),
        button(text.png, text.pngOf(title), async () => {
            const content = contentOf();
            savePicture(content.name, await pictureOf(content));
        }));
}

const segmentOf = (value) => segments[value >= 9 ? 0 : value >= 7 ? 1 : 2];

function histogramTable({ histogram: bars, n }) {
    const most = Math.max(1, ...bars);
    const row = (count, value) => element("tr", {},
        element("th", { scope: "row" }, formatCount(value)),
        element("td", { class: "bar-cell", "aria-hidden": "true" },
            count === 0 ? null : withVariables(
                element("span", { class: `bar fill-${segmentOf(value)}` }),
                { part: count / most })),
        element("td", { class: "number" }, formatCount(count)),
        element("td", { class: "number quiet" }, formatShare(count, n)));
    return element("table", {},
        element("caption", {}, text.histogramTitle),
        element("thead", { class: "only-read" }, element("tr", {},
            element("th", { scope: "col" }, text.score),
            element("td", { "aria-hidden": "true" }),
            element("th", { scope: "col" }, text.columns.n),
            element("th", { scope: "col" }, text.share))),
        element("tbody", {}, ...bars.map(row).reverse()));
}

async function loadTrend(store, { from, to, marked, today }) {
    const { rows } = await nps({
        store: store.id,
        by: "day",
        from: from && addDays(from, 1 - longSpan),
        to,
        marked,
    });
    const answered = rows.filter((row) => row.n > 0).map((row) => row.key).sort();
    const days = [];
    const last = to && to < today ? to : today;
    let day = from && from > answered[0] ? from : answered[0];
    while (answered.length > 0 && day <= last) {
        days.push(day);
        day = addDays(day, 1);
    }
    const span = days.length <= longestShortTrend ? shortSpan : longSpan;
    return { points: rollingScores(rows, days, span, addDays), span };
}

function trendHead() {
    const heads = [text.day, text.columns.nps, text.columns.interval, text.columns.n,
        text.coverageShort];
    return element("thead", {}, element("tr", {},
        ...heads.map((head) => element("th", { scope: "col" }, head))));
}

function trendRow(point, share) {
    return element("tr", {},
        element("th", { scope: "row" }, formatDay(point.day)),
        element("td", { class: "number" }, formatPoints(point.nps)),
        element("td", { class: "number" }, formatRange(point.low, point.high)),
        element("td", { class: "number" }, formatCount(point.n)),
        element("td", { class: "number" }, coverageShown(share)));
}
