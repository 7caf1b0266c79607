// Tables of scores: regions, touchpoints and kiosks, and the stores in an order that luck does not
// lead.

import { coverageFigure, coverageHint } from "./coverage.js";
import { element } from "./dom.js";
import { saveCsv } from "./download.js";
import { formatCount } from "./format.js";
import { axis, intervalFigure, scoreFigure } from "./parts.js";
import { text } from "./strings.js";

const firstShown = 25;
const moreShown = 200;

function head(columns) {
    return element("thead", {}, element("tr", {}, ...columns.map((key) => element("th",
        { scope: "col", class: `rank-${key}` }, text.rankingColumns[key],
        key === "interval" ? axis() : null))));
}

function nameCell({ name, note, address, open }) {
    const link = element("a", { href: address, onclick: (event) => {
        if (open) {
            event.preventDefault();
            open();
        }
    } }, element("bdi", { dir: "auto" }, name));
    return element("th", { scope: "row", class: "rank-name" }, address ? link
        : element("bdi", { dir: "auto" }, name),
    note ? element("span", { class: "note" }, note) : null);
}

const coverageCell = (share) => element("td", { class: "rank-coverage number" },
    ...coverageFigure(share));

const figureCells = (figures) => [
    element("td", { class: "rank-nps" }, ...scoreFigure(figures)),
    element("td", { class: "rank-interval" }, ...intervalFigure(figures)),
    element("td", { class: "rank-n number" }, formatCount(figures.n)),
];

// A table of entries { name, note, figures, address, open, shareIn } (`address` when there is more
// to see, `open` when this page shows it, `note` what is said of a name; shareIn(coverage) is the
// entry's share).
export class ScoreList {
    constructor({ id, title, caption }) {
        this.entries = [];
        this.hintOf = () => "";
        this.hint = element("p", { class: "quiet", hidden: true });
        this.body = element("tbody");
        this.csv = element("button", { type: "button", class: "small-button",
            "aria-label": text.csvOf(title), onclick: () => this.saveCsv() }, text.csv);
        this.node = element("section", { class: `card card-${id}`, "aria-labelledby": `${id}-title` },
            element("div", { class: "card-head" },
                element("h2", { id: `${id}-title` }, title),
                element("div", { class: "card-tools" }, this.csv)),
            element("div", { class: "scroll", tabIndex: 0, role: "group", "aria-label": title },
                element("table", { class: "rank-table score-list" },
                    element("caption", { class: "only-read" }, caption),
                    head(["name", "nps", "interval", "n", "coverage"]), this.body)), this.hint);
    }

    // `coverage` is null where it is not known (yet); hintOf(coverage) stands under the table.
    show({ entries, name, coverage, hintOf = () => "" }) {
        Object.assign(this, { entries, name, hintOf });
        this.showCoverage(coverage);
    }

    showCoverage(coverage) {
        this.coverage = coverage;
        this.body.replaceChildren(...this.entries.map((entry) => element("tr", {},
            nameCell(entry), ...figureCells(entry.figures), coverageCell(this.shareOf(entry)))));
        this.hint.textContent = this.hintOf(coverage);
        this.hint.hidden = !this.hint.textContent;
    }

    shareOf({ shareIn }) {
        return this.coverage ? shareIn(this.coverage) : null;
    }

    saveCsv() {
        saveCsv(this.name, [...text.compareColumns, text.coverageShort], this.entries.map((entry) => {
            const { name, figures: f } = entry;
            return [name, f.n, f.nps, f.low, f.high, f.promoters, f.passives, f.detractors,
                this.shareOf(entry)];
        }));
    }
}

// The stores by place. Rows come as the server orders them.
export class RankingView {
    constructor() {
        this.entries = [];
        this.body = element("tbody");
        this.more = element("button", { type: "button", class: "button", hidden: true,
            onclick: () => this.showMore() });
        this.coverageHint = element("p", { class: "quiet" });
        this.csv = element("button", { type: "button", class: "small-button",
            "aria-label": text.csvOf(text.rankingTitle), onclick: () => this.saveCsv() }, text.csv);
        this.node = element("section", { class: "card", "aria-labelledby": "ranking-title" },
            element("div", { class: "card-head" },
                element("h2", { id: "ranking-title" }, text.rankingTitle),
                element("div", { class: "card-tools" }, this.csv)),
            element("div", { class: "scroll", tabIndex: 0, role: "group",
                "aria-label": text.rankingTitle },
            element("table", { class: "rank-table" },
                element("caption", { class: "only-read" }, text.rankingCaption),
                head(["place", "name", "nps", "interval", "n", "coverage", "against"]), this.body)),
            element("p", { class: "more" }, this.more),
            element("p", { class: "quiet" }, text.rankingHint), this.coverageHint);
    }

    // Entries as in ScoreList, with store, region and row.
    show({ entries, name, coverage }) {
        const same = this.name === name;
        Object.assign(this, { entries, name });
        this.shown = Math.max(same ? this.shown : 0, firstShown);
        this.showCoverage(coverage);
    }

    showCoverage(coverage) {
        this.coverage = coverage;
        this.coverageHint.textContent = coverageHint(coverage);
        this.draw();
    }

    showMore() {
        const first = this.shown;
        this.shown += moreShown;
        this.draw();
        this.body.querySelectorAll("a")[first]?.focus();
    }

    draw() {
        const sizes = new Map();
        for (const { row } of this.entries) {
            sizes.set(row.group, (sizes.get(row.group) ?? 0) + 1);
        }
        const rows = [];
        let group;
        for (const entry of this.entries.slice(0, this.shown)) {
            if (entry.row.group !== group) {
                group = entry.row.group;
                rows.push(groupRow(group === null ? text.unplacedHead
                    : text.groupHead(sizes.get(group))));
            }
            rows.push(storeRow(entry, this.coverage));
        }
        this.body.replaceChildren(...rows);
        const left = this.entries.length - this.shown;
        this.more.hidden = left <= 0;
        this.more.textContent = text.showMoreStores(Math.min(left, moreShown));
    }

    saveCsv() {
        saveCsv(this.name, text.rankingCsv, this.entries.map(({ name, store, region, row }) => [
            name, store, region, row.place, row.best_place, row.worst_place, row.n, row.promoters,
            row.passives, row.detractors, row.nps, row.low, row.high, row.drawn,
            text.against[row.against], this.coverage?.shareOf([store]) ?? null]));
    }
}

const groupRow = (words) => element("tr", { class: "group-row" },
    element("th", { colSpan: 7, scope: "rowgroup" }, words));

function storeRow(entry, coverage) {
    const { row } = entry;
    return element("tr", {},
        element("td", { class: "rank-place number" }, row.place === null ? text.undefined
            : text.placeRange(row.best_place, row.worst_place)),
        nameCell(entry),
        ...figureCells(row),
        coverageCell(coverage?.shareOf([entry.store]) ?? null),
        element("td", { class: `rank-against is-${row.place === null ? "blank" : row.against}` },
            row.place === null ? text.undefined : text.against[row.against]));
}
