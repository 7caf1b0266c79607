// The table of stores: one body row a store, a row of detail under each that is open, and a totals
// row. Rows are kept between refreshes, so that the focus and what is open stay.

import { StoreDetail } from "./detail.js";
import { element } from "./dom.js";
import { formatCount, formatMoment, formatShare } from "./format.js";
import { axis, intervalFigure, scoreFigure, segments, sharesFigure } from "./parts.js";
import { text } from "./strings.js";

const columns = ["name", "region", "nps", "interval", "n", "shares", "coverage", "last"];
const sortable = new Set(["name", "region", "nps", "n", "last"]);
// The first click on these shows the greatest first.
export const greatestFirst = new Set(["nps", "n", "last"]);

export class StoreTable {
    // onSort(key) is called when a header is pressed.
    constructor(onSort) {
        this.rows = new Map();
        this.headers = new Map();
        this.body = element("tbody", { role: "rowgroup" });
        this.foot = element("tfoot", { role: "rowgroup" });
        this.node = element("table", { class: "store-table", role: "table" },
            element("caption", { class: "only-read" }, text.caption),
            element("thead", { role: "rowgroup" },
                element("tr", { role: "row" }, ...columns.map((key) => this.header(key, onSort)))),
            this.body, this.foot);
    }

    header(key, onSort) {
        const cell = element("th", { role: "columnheader", scope: "col", class: `col-${key}` });
        if (sortable.has(key)) {
            const arrow = element("span", { class: "arrow", "aria-hidden": "true" });
            cell.append(element("button",
                { type: "button", class: "sort", onclick: () => onSort(key) },
                text.columns[key], arrow));
        } else {
            cell.append(text.columns[key]);
        }
        if (key === "interval") {
            cell.append(axis());
        }
        if (key === "shares") {
            cell.append(element("span", { class: "legend" }, ...segments.map((name) =>
                element("span", { class: "share" },
                    element("span", { class: `swatch fill-${name}`, "aria-hidden": "true" }),
                    ` ${text[name]} `))));
        }
        this.headers.set(key, cell);
        return cell;
    }

    // `entries` in the order to show: { store, figures, coverage }, `coverage` that of the total (a
    // share, or null when it is not known); `scope` is what the figures were asked with, for the
    // detail; `withRegions` shows the column.
    update({ entries, total, coverage, totalName, sort, down, withRegions, scope }) {
        this.node.classList.toggle("without-regions", !withRegions);
        for (const [key, cell] of this.headers) {
            if (key === sort) {
                cell.setAttribute("aria-sort", down ? "descending" : "ascending");
            } else {
                cell.removeAttribute("aria-sort");
            }
        }
        const wanted = new Set(entries.map((entry) => entry.store.id));
        for (const [id, row] of this.rows) {
            if (!wanted.has(id)) {
                row.remove();
                this.rows.delete(id);
            }
        }
        let place = this.body.firstChild;
        for (const entry of entries) {
            let row = this.rows.get(entry.store.id);
            if (!row) {
                row = new StoreRow();
                this.rows.set(entry.store.id, row);
            }
            row.update(entry, scope);
            for (const node of [row.node, row.detail].filter(Boolean)) {
                if (node === place) {
                    place = place.nextSibling;
                } else {
                    this.body.insertBefore(node, place);
                }
            }
        }
        this.foot.replaceChildren(...(entries.length > 1 ? [totalRow(totalName, total, coverage)] : []));
    }
}

class StoreRow {
    constructor() {
        this.signature = "";
        this.detail = null;
        this.content = null;
        this.name = element("bdi", { dir: "auto" });
        this.toggle = element("button", {
            type: "button", class: "toggle", "aria-expanded": "false",
            onclick: () => this.setOpen(!this.detail),
        }, element("span", { class: "chevron", "aria-hidden": "true" }), this.name);
        this.cells = Object.fromEntries(columns.slice(1).map((key) => [key, cell(key)]));
        this.node = element("tr", { role: "row", class: "store-row" },
            element("th", { role: "rowheader", scope: "row", class: "col-name" }, this.toggle),
            ...Object.values(this.cells));
        this.node.addEventListener("click", (event) => {
            // A pressed name button has done it already; selecting text is no click on the row.
            if (!event.target.closest("button") && String(getSelection()) === "") {
                this.setOpen(!this.detail);
            }
        });
    }

    update({ store, figures, coverage }, scope) {
        this.entry = { store, figures };
        this.scope = scope;
        const last = store.last_answer
            ? formatMoment(store.last_answer, store.timezone) : text.never;
        const signature = JSON.stringify([store, figures, coverage, scope, last]);
        if (signature === this.signature) {
            return;
        }
        this.signature = signature;
        this.name.textContent = store.name;
        fill(this.cells.region, element("bdi", { dir: "auto" }, store.region || text.undefined));
        fillFigures(this.cells, figures, coverage);
        fill(this.cells.last, store.last_answer
            ? element("time", { dateTime: store.last_answer }, last) : last);
        this.content?.update(this.entry, scope);
    }

    setOpen(open) {
        this.toggle.setAttribute("aria-expanded", String(open));
        this.node.classList.toggle("is-open", open);
        if (open) {
            this.content = new StoreDetail();
            const id = `detail-${++detailNumber}`;
            this.detail = element("tr", { role: "row", class: "detail-row" },
                element("td", { role: "cell", colSpan: columns.length, id }, this.content.node));
            this.toggle.setAttribute("aria-controls", id);
            this.node.after(this.detail);
            this.content.update(this.entry, this.scope);
        } else {
            this.toggle.removeAttribute("aria-controls");
            this.detail.remove();
            this.detail = null;
            this.content = null;
        }
    }

    remove() {
        this.node.remove();
        this.detail?.remove();
    }
}

let detailNumber = 0;

function cell(key) {
    return element("td", { role: "cell", class: `col-${key}` },
        element("span", { class: "cell-label", "aria-hidden": "true" }, text.columns[key]),
        element("div", { class: "cell-value" }));
}

function fill(target, ...content) {
    target.querySelector(".cell-value").replaceChildren(...content);
}

function fillFigures(cells, figures, coverage) {
    fill(cells.nps, ...scoreFigure(figures));
    fill(cells.interval, ...intervalFigure(figures));
    fill(cells.n, formatCount(figures.n));
    fill(cells.shares, ...sharesFigure(figures));
    fill(cells.coverage, coverage === null ? text.undefined : formatShare(coverage, 1));
}

function totalRow(name, total, coverage) {
    const cells = Object.fromEntries(columns.slice(1).map((key) => [key, cell(key)]));
    fillFigures(cells, total, coverage);
    cells.region.classList.add("is-empty");
    cells.last.classList.add("is-empty");
    return element("tr", { role: "row", class: "total-row" },
        element("th", { role: "rowheader", scope: "row", class: "col-name" }, name),
        ...Object.values(cells));
}
