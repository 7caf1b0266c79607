// One chart of the dashboard with what belongs to it: a title, its table, its CSV and its picture.

import { loadChart } from "./chart.js";
import { element } from "./dom.js";
import { saveCsv, savePicture } from "./download.js";
import { paperPalette, screenPalette } from "./palette.js";
import { text } from "./strings.js";

const all = new Set();
const pictureSize = { width: 1200, height: 560 };
const pictureHead = 72;

export class Figure {
    // `controls` stand beside the title; `after` under the drawing.
    constructor({ id, title, controls = [], after = [] }) {
        this.title = title;
        this.shown = null;
        this.chart = null;
        this.canvas = element("canvas", { role: "img" });
        this.drawing = element("div", { class: "drawing" }, this.canvas);
        this.message = element("p", { class: "quiet", hidden: true });
        this.table = element("table");
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
    // the table (rows of cells); `name` is the files' name, `subtitle` what the picture is of.
    async show(content) {
        this.shown = content;
        this.sayNothing();
        this.hint.textContent = content.hint ?? "";
        this.canvas.setAttribute("aria-label", `${this.title}. ${content.label}`);
        fillTable(this.table, content.columns, content.rows);
        await this.draw();
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
        const { name, subtitle } = this.shown;
        const inner = await this.picture(paperPalette());
        const whole = document.createElement("canvas");
        whole.width = 2 * pictureSize.width;
        whole.height = 2 * (pictureSize.height + pictureHead);
        const context = whole.getContext("2d");
        const palette = paperPalette();
        context.scale(2, 2);
        context.fillStyle = "#ffffff";
        context.fillRect(0, 0, whole.width, whole.height);
        const rtl = document.documentElement.dir === "rtl";
        context.direction = rtl ? "rtl" : "ltr";
        context.textAlign = "start";
        const x = rtl ? pictureSize.width - 16 : 16;
        context.fillStyle = palette.ink;
        context.font = `600 20px ${palette.font}`;
        context.fillText(this.title, x, 30);
        context.fillStyle = palette.quiet;
        context.font = `14px ${palette.font}`;
        context.fillText(subtitle ?? "", x, 54);
        context.drawImage(inner, 0, pictureHead, pictureSize.width, pictureSize.height);
        savePicture(name, whole);
    }

    // A canvas of the drawing alone, twice as fine as pictureSize.
    async picture(palette) {
        const Chart = await loadChart();
        const canvas = document.createElement("canvas");
        Object.assign(canvas, pictureSize);
        const config = this.shown.config(palette);
        config.options = { ...config.options, responsive: false, devicePixelRatio: 2 };
        const chart = new Chart(canvas, config);
        const copy = document.createElement("canvas");
        copy.width = canvas.width;
        copy.height = canvas.height;
        copy.getContext("2d").drawImage(canvas, 0, 0);
        chart.destroy();
        return copy;
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
