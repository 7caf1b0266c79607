// The score by weekday and hour: a table whose cells are coloured, so that the chart and its table
// are one.

import { coverageLine, coverageShown, coverageWords } from "./coverage.js";
import { heatMetrics } from "./dashboard_filter.js";
import { byId, element } from "./dom.js";
import { saveCsv, savePicture } from "./download.js";
import { level, moreForRange, pool } from "./figures.js";
import { formatCount, formatDays, formatPoints, formatRange, parting } from "./format.js";
import { between, inkOn, paperPalette } from "./palette.js";
import { text } from "./strings.js";

const weekdays = [1, 2, 3, 4, 5, 6, 7];
const blank = { n: 0, promoters: 0, passives: 0, detractors: 0, nps: null, low: null, high: null };

export class HeatView {
    // onMetric(metric) is called when another one is chosen.
    constructor({ onMetric }) {
        this.metric = element("select", { id: "heat-metric", onchange: () => {
            onMetric(this.metric.value);
            this.draw();
            byId("announcer").textContent = this.told();
        } }, ...heatMetrics.map((value) => element("option", { value }, text.heatMetrics[value])));
        this.table = element("table", { class: "heat" });
        this.scroll = element("div", { class: "scroll", tabIndex: 0, role: "group",
            "aria-label": text.heatChart }, this.table);
        this.hint = element("p", { class: "quiet" });
        const button = (label, name, onclick) => element("button", { type: "button",
            class: "small-button", "aria-label": name, onclick }, label);
        this.files = [button(text.csv, text.csvOf(text.heatChart), () => this.saveCsv()),
            button(text.png, text.pngOf(text.heatChart), () => this.savePicture())];
        this.node = element("section",
            { class: "card figure figure-heat", "aria-labelledby": "heat-title" },
            element("div", { class: "card-head" },
                element("h2", { id: "heat-title" }, text.heatChart),
                element("div", { class: "card-tools" },
                    element("label", { class: "inline-field" },
                        element("span", {}, text.heatShows), this.metric),
                    ...this.files)),
            this.scroll, this.hint);
    }

    choose(metric) {
        if (this.metric.value !== metric) {
            this.metric.value = metric;
            this.draw();
        }
    }

    // `coverage` is null where it is not known (yet).
    show({ heat, coverage, subtitle, name }) {
        Object.assign(this, { heat, coverage, subtitle, name });
        this.draw();
    }

    showCoverage(coverage) {
        this.coverage = coverage;
        this.draw();
    }

    grid() {
        return gridOf(this.heat.rows, this.metric.value, this.coverage);
    }

    say(message) {
        this.heat = null;
        this.blank(message);
    }

    // Without figures there are no files of them, and nothing to scroll.
    blank(message) {
        this.showParts(false);
        this.table.replaceChildren();
        this.hint.textContent = message;
    }

    showParts(areShown) {
        for (const part of [this.scroll, ...this.files]) {
            part.hidden = !areShown;
        }
    }

    // What it shows, for who cannot see that its colours changed.
    told() {
        const range = this.heat?.rows.length > 0 ? rangeOf(this.grid()) : this.hint.textContent;
        return `${captionOf(this.metric.value)}. ${range}`.trim();
    }

    draw() {
        if (!this.heat) {
            return;
        }
        if (this.heat.rows.length === 0) {
            this.blank(text.figureEmpty);
            return;
        }
        this.showParts(true);
        const grid = this.grid();
        this.table.replaceChildren(
            element("caption", { class: "only-read" }, captionOf(this.metric.value)),
            element("thead", {}, element("tr", {},
                element("td", {}, element("span", { class: "only-read" }, text.hour)),
                ...grid.columns.map((name) => element("th", { scope: "col" }, name)))),
            element("tbody", {}, ...grid.rows.map(({ name, long, cells }) => element("tr", {},
                element("th", { scope: "row" },
                    element("span", { "aria-hidden": "true" }, name),
                    element("span", { class: "only-read" }, long)),
                ...cells.map(heatCell)))));
        this.hint.textContent = [text.heatHint(formatDays(this.heat)), rangeOf(grid),
            coverageLine(this.coverage)].filter(Boolean).join(" ");
    }

    saveCsv() {
        saveCsv(this.name, [...text.heatColumns, text.coverageShort], this.heat.rows.map((row) => [
            text.weekdays[row.weekday - 1], row.hour, row.n, row.nps, row.low, row.high,
            this.coverage?.ofWeekHour(row.weekday, row.hour) ?? null]));
    }

    savePicture() {
        savePicture(this.name, pictureOf(this.grid(), this.subtitle));
    }
}

const captionOf = (metric) => `${text.heatChart}: ${text.heatMetrics[metric]}`;

const rangeOf = ({ least, most, format }) =>
    (least === null ? "" : text.lowHigh(format(least), format(most)));

// Cells in rows of weekdays and columns of hours, each with all that is pooled at its end; `at` is
// the place of what they show between the least and the most of the single cells.
function gridOf(rows, metric, coverage) {
    const isCoverage = metric === "coverage";
    const opened = isCoverage ? coverage?.hours ?? [] : [];
    const hours = [...rows, ...opened].map((row) => row.hour);
    const columns = [];
    for (let hour = Math.min(...hours); hour <= Math.max(...hours); ++hour) {
        columns.push(hour);
    }
    const pooled = (wanted) => {
        const chosen = rows.filter(wanted).map((row) => ({ ...row, histogram: [] }));
        return chosen.length === 0 ? blank : pool(chosen);
    };
    const figuresOf = (weekday, hour) => ({ ...pooled((row) =>
        (weekday === null || row.weekday === weekday) && (hour === null || row.hour === hour)),
    covered: coverage?.ofWeekHour(weekday, hour) ?? null });
    const valueOf = (figures) => {
        if (metric === "n") {
            return figures.n > 0 ? figures.n : null;
        }
        if (isCoverage) {
            return figures.covered;
        }
        return ["rough", "enough"].includes(level(figures.n)) ? figures.nps : null;
    };
    const single = (isCoverage ? opened : rows).map(({ weekday, hour }) =>
        valueOf(figuresOf(weekday, hour))).filter((value) => value !== null);
    const sums = [...columns.map((hour) => valueOf(figuresOf(null, hour))),
        ...weekdays.map((day) => valueOf(figuresOf(day, null)))].filter((value) => value !== null);
    // Sums of counts would pale the single cells; sums of scores are of the same kind.
    const values = metric === "n" ? single : [...single, ...sums];
    const least = values.length > 0 ? Math.min(...values) : null;
    const most = values.length > 0 ? Math.max(...values) : null;
    const cell = (figures, isSum) => {
        const value = valueOf(figures);
        const plain = value === null || (isSum && metric === "n");
        return { figures, value, metric, isSum,
            at: plain ? null : most === least ? 0.5 : (value - least) / (most - least) };
    };
    const line = (weekday) => [...columns.map((hour) => cell(figuresOf(weekday, hour),
        weekday === null)), cell(figuresOf(weekday, null), true)];
    return {
        least,
        most,
        format: { n: formatCount, score: formatPoints, coverage: coverageShown }[metric],
        columns: [...columns.map((hour) => formatCount(hour)), text.allDay],
        rows: [...weekdays.map((day) => ({ name: text.weekdaysShort[day - 1],
            long: text.weekdays[day - 1], cells: line(day) })),
        { name: text.allWeek, long: text.allWeek, cells: line(null) }],
    };
}

function wordsOf({ figures }) {
    const score = figures.n === 0 ? text.noAnswers
        : level(figures.n) === "few" ? text.cellFew(figures.n, formatCount(moreForRange(figures.n)))
            : text.cellScore(formatPoints(figures.nps), formatRange(figures.low, figures.high),
                figures.n);
    return `${score}${parting}${coverageWords(figures.covered)}`;
}

function shownIn({ figures, value, metric }) {
    if (metric === "n") {
        return { words: figures.n === 0 ? "" : formatCount(figures.n), few: false };
    }
    if (metric === "coverage") {
        return { words: coverageShown(value), few: value === null };
    }
    return value === null ? { words: figures.n === 0 ? "" : formatCount(figures.n), few: true }
        : { words: formatPoints(value), few: false };
}

// Eleven steps of colour: the content security policy allows no style attribute, and a class
// prints well.
function heatCell(cell) {
    const { words, few } = shownIn(cell);
    const step = cell.at === null ? "none" : Math.round(10 * cell.at);
    return element("td", { class: `heat-${step}${few ? " is-few" : ""}${cell.isSum ? " is-sum" : ""}`,
        title: wordsOf(cell) },
    element("span", { "aria-hidden": "true" }, words),
    element("span", { class: "only-read" }, wordsOf(cell)));
}

function pictureOf(grid, subtitle) {
    const size = { cell: 52, row: 40, left: 110, top: 104, edge: 16 };
    const palette = paperPalette();
    const canvas = document.createElement("canvas");
    const wide = size.left + size.cell * grid.columns.length + 60;
    const high = size.top + size.row * grid.rows.length + size.edge;
    canvas.width = 2 * wide;
    canvas.height = 2 * high;
    const context = canvas.getContext("2d");
    context.scale(2, 2);
    context.fillStyle = "#ffffff";
    context.fillRect(0, 0, wide, high);
    const write = (words, x, y, font, colour, align = "left") => {
        context.font = `${font} ${palette.font}`;
        context.fillStyle = colour;
        context.textAlign = align;
        context.fillText(words, x, y);
    };
    write(text.heatChart, size.edge, 30, "600 20px", palette.ink);
    write(subtitle ?? "", size.edge, 54, "14px", palette.quiet);
    grid.columns.forEach((name, i) => write(name, size.left + size.cell * (i + 0.5),
        size.top - 10, "12px", palette.quiet, "center"));
    grid.rows.forEach(({ name, cells }, y) => {
        const top = size.top + y * size.row;
        write(name, size.edge, top + 25, "13px", palette.ink);
        cells.forEach((cell, x) => {
            const fill = cell.at === null ? palette.sunken
                : between(palette["heat-low"], palette["heat-high"], Math.round(10 * cell.at) / 10);
            context.fillStyle = fill;
            context.fillRect(size.left + x * size.cell + 1, top + 1, size.cell - 2, size.row - 2);
            const { words, few } = shownIn(cell);
            write(words, size.left + size.cell * (x + 0.5), top + 25, few ? "11px" : "13px",
                cell.at === null ? palette.quiet : inkOn(fill), "center");
        });
    });
    return canvas;
}
