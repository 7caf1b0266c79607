// One chart of the dashboard with what belongs to it: a title, its table, its CSV and its picture.

import { loadChart } from "./chart.js";
import { byId, element } from "./dom.js";
import { saveCsv, savePicture } from "./download.js";
import { paperPalette, screenPalette } from "./palette.js";
import { pictureOf } from "./picture.js";
import { text } from "./strings.js";

const all = new Set();

export class Figure {
    // `controls` stand beside the title; `after` under the drawing.
    constructor({ id, title, controls = [], after = [] }) {
        this.title = title;
        this.shown = null;
        this.told = ""; // what was last told of it
        this.chart = null;
        this.canvas = element("canvas", { role: "img" });
        this.drawing = element("div", { class: "drawing" }, this.canvas);
        this.message = element("p", { class: "quiet", hidden: true });
        this.table = element("table", { "aria-label": title });
        this.more = element("details", { class: "figure-table" },
            element("summary", {}, text.asTable),
            element("div", { class: "scroll", tabIndex: 0, role: "group", "aria-label": title },
                this.table));
        this.csv = element("button", { type: "button", class: "small-button",
            "aria-label": text.csvOf(title), onclick: () => this.saveCsv() }, text.csv);
        this.png = element("button", { type: "button", class: "small-button",
            "aria-label": text.pngOf(title), onclick: () => this.savePicture() }, text.png);
        this.hint = element("p", { class: "quiet" });
        this.node = element("section", { class: `card figure figure-${id}`,
            "aria-labelledby": `${id}-title` },
        element("div", { class: "card-head" },
            element("h2", { id: `${id}-title` }, title),
            element("div", { class: "card-tools" }, ...controls, this.csv, this.png)),
        this.message, this.drawing, ...after, this.hint, this.more);
        all.add(this);
    }

    // `config(palette)` is what Chart.js draws, `label` says it in words; `columns` and `rows` are
    // the table (rows of cells); `name` is the files' name, `subtitle` what the picture is of;
    // `told` is for announce() where the label is not what one wants to hear.
    async show(content) {
        this.shown = content;
        this.sayNothing();
        this.hint.textContent = content.hint ?? "";
        this.canvas.setAttribute("aria-label", `${this.title}. ${content.label}`);
        this.announce(content.told ?? `${this.title}. ${content.label}`);
        fillTable(this.table, content.columns, content.rows);
        await this.draw();
    }

    // Whoever changes from within what is shown is told of it; a repetition is not.
    announce(words) {
        if (words !== this.told && this.node.contains(document.activeElement)) {
            byId("announcer").textContent = words;
        }
        this.told = words;
    }

    // Other cells in the same table, and other words under the drawing, which stays.
    refill({ rows, hint }) {
        if (this.shown) {
            Object.assign(this.shown, { rows, hint });
            this.hint.textContent = hint;
            fillTable(this.table, this.shown.columns, rows);
        }
    }

    // Words instead of a drawing.
    say(message) {
        this.shown = null;
        this.chart?.destroy();
        this.chart = null;
        this.message.textContent = message;
        this.setHidden(true);
    }

    sayNothing() {
        this.setHidden(false);
    }

    setHidden(hidden) {
        this.message.hidden = !hidden;
        for (const node of [this.drawing, this.more, this.csv, this.png]) {
            node.hidden = hidden;
        }
        this.hint.hidden = hidden;
    }

    async draw(palette = screenPalette()) {
        const content = this.shown;
        const Chart = await loadChart();
        if (content && content === this.shown) {
            this.drawNow(Chart, palette);
        }
    }

    drawNow(Chart, palette) {
        this.chart?.destroy();
        this.chart = new Chart(this.canvas, this.shown.config(palette));
    }

    saveCsv() {
        saveCsv(this.shown.name, this.shown.columns, plainRows(this.shown.rows));
    }

    async savePicture() {
        const { name, subtitle, config } = this.shown;
        savePicture(name, await pictureOf({ title: this.title, subtitle, config }));
    }
}

// What the CSV has of rows as in fillTable().
export const plainRows = (rows) => rows.map((row) =>
    row.map((cell) => (cell !== null && typeof cell === "object" ? cell.value : cell)));

// A cell is a text or a number, or { value, shown } where the table shows it in other words than
// the CSV has it.
export function fillTable(table, columns, rows) {
    const isNumber = (cell) => typeof (cell?.value ?? cell) === "number";
    table.replaceChildren(
        element("thead", {}, element("tr", {}, ...columns.map((name, i) => element("th",
            { scope: "col", class: rows.some((row) => isNumber(row[i])) ? "number" : "" }, name)))),
        element("tbody", {}, ...rows.map((row) => element("tr", {}, ...row.map((cell, i) =>
            element(i === 0 ? "th" : "td", {
                scope: i === 0 ? "row" : undefined, class: isNumber(cell) ? "number" : "",
            }, element("bdi", {}, String(cell?.shown ?? cell?.value ?? cell ?? ""))))))));
}

// On paper the charts are light and as wide as the sheet; they are drawn at once, because the
// browser does not wait.
function redraw(palette) {
    if (globalThis.Chart) {
        for (const figure of all) {
            if (figure.shown?.config) {
                figure.drawNow(globalThis.Chart, palette);
            }
        }
    }
}

addEventListener("beforeprint", () => {
    document.documentElement.classList.add("paper");
    redraw(paperPalette());
});
addEventListener("afterprint", () => {
    document.documentElement.classList.remove("paper");
    redraw(screenPalette());
});
matchMedia("(prefers-color-scheme: dark)").addEventListener("change",
    () => redraw(screenPalette()));
