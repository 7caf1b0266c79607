// How the score goes, with its band, and what is marked on the line.

import { baseOptions } from "./chart.js";
import { coverageCell, coverageHint, coverageWords } from "./coverage.js";
import { slopeWords } from "./dashboard_words.js";
import { element } from "./dom.js";
import { level } from "./figures.js";
import { Figure } from "./figure.js";
import { formatCount, formatDay, formatDayShort, formatMonthKey, formatPoints, formatRange,
    ownDirection, parting } from "./format.js";
import { noteWords } from "./notes_strings.js";
import { text } from "./strings.js";

const step = 25;

// A cell of a table that has the rounded score, or a dash.
export const pointsCell = (value) => (value === null ? text.undefined
    : { value: Math.round(10 * value) / 10, shown: formatPoints(value) });

// What the line shows at a row: of days what they pool; nulls under 30 answers.
function pointOf(row, by) {
    const figures = by === "day" ? row.pooled : row;
    return ["rough", "enough"].includes(level(figures.n)) ? figures
        : { ...figures, nps: null, low: null, high: null };
}

const nameOf = (row, by) => ownDirection(by === "month"
    ? formatMonthKey(row.key) : formatDayShort(row.first));

export class TrendView {
    constructor({ onGrain, after = [] }) {
        this.grain = element("select", { id: "grain", onchange: (e) => onGrain(e.target.value) },
            ...Object.entries(text.grains).map(([value, label]) =>
                element("option", { value }, label)));
        this.marks = element("ol", { class: "marks", hidden: true,
            "aria-label": text.marksTitle });
        this.figure = new Figure({
            id: "trend",
            title: text.trendChart,
            controls: [element("label", { class: "inline-field" },
                element("span", {}, text.grain), this.grain)],
            after: [this.marks, ...after],
        });
        this.node = this.figure.node;
        this.coverage = null;
    }

    // `marks` are { day, kind, words } in the order of their days; `coverage` is null where it is
    // not known (yet).
    async show({ trend, marks, coverage, subtitle, name }) {
        Object.assign(this, { trend, marked: marks, coverage });
        this.grain.value = trend.by;
        const points = trend.rows.map((row) => pointOf(row, trend.by));
        const known = points.filter((point) => point.nps !== null);
        this.points = points;
        this.marks.hidden = marks.length === 0 || known.length < 2;
        this.marks.replaceChildren(...marks.map((mark) =>
            element("li", { class: `mark-${mark.kind}` }, mark.words)));
        if (known.length < 2) {
            this.figure.say(text.trendEmpty);
            return;
        }
        await this.figure.show({
            name,
            subtitle,
            label: text.trendLabel(known.length, formatPoints(known[0].nps),
                formatPoints(known.at(-1).nps)),
            columns: [...trend.by === "day" ? text.pooledColumns : text.trendColumns,
                text.coverageShort, noteWords.column],
            config: (palette) => trendConfig(palette, { trend, points, marks,
                shareIn: (row) => this.shareIn(row) }),
            ...this.covered(),
        });
    }

    showCoverage(coverage) {
        this.coverage = coverage;
        if (this.figure.shown) {
            this.figure.refill(this.covered());
        }
    }

    // What of the figure knows the coverage.
    covered() {
        const { trend, points, marked, coverage } = this;
        return {
            hint: [slopeWords(trend),
                trend.by === "day" ? text.pooledHint(trend.window) : text.periodHint,
                coverageHint(coverage)].filter(Boolean).join(" "),
            rows: trend.rows.map((row, i) => [...tableRow(row, points[i], trend.by),
                coverageCell(this.shareIn(row)), wordsAt(row, marked)]),
        };
    }

    // Of a row's days, those of today and before.
    shareIn({ first, last }) {
        const { today } = this.trend;
        return this.coverage?.between(first, last < today ? last : today) ?? null;
    }
}

// What is marked in a row's days.
const wordsAt = (row, marks) => marks.filter(({ day }) => row.first <= day && day <= row.last)
    .map((mark) => mark.words).join(" ");

function tableRow(row, point, by) {
    const day = (value) => ({ value, shown: formatDay(value) });
    const figures = [pointsCell(point.nps), pointsCell(point.low), pointsCell(point.high)];
    return by === "day"
        ? [day(row.first), countCell(row.n), countCell(row.pooled.n), ...figures]
        : [day(row.first), day(row.last), countCell(row.n), ...figures, countCell(row.promoters),
            countCell(row.passives), countCell(row.detractors)];
}

export const countCell = (n) => ({ value: n, shown: formatCount(n) });

// The axis reaches a little beyond what is drawn, on round numbers, and holds 0 when that is near.
export function boundsOf(lows, highs) {
    const least = Math.min(...lows);
    const most = Math.max(...highs);
    const reach = (value) => (Math.abs(value) < 2 * step ? 0 : value);
    return {
        min: Math.max(-100, step * Math.floor(Math.min(least, reach(least)) / step)),
        max: Math.min(100, step * Math.ceil(Math.max(most, reach(most)) / step)),
    };
}

// What Chart.js draws of a trend as the server tells it; `points` are its rows' figures, shareIn(row)
// is a row's coverage.
export function trendConfig(palette, { trend, points, marks = [], shareIn = () => null }) {
    const known = points.filter((point) => point.nps !== null);
    const { min, max } = boundsOf(known.map((point) => point.low),
        known.map((point) => point.high));
    const broken = brokenAt(trend);
    const at = (key) => points.map((point) => point[key]);
    const segment = (colour) => ({
        borderColor: (context) => (broken.has(context.p1DataIndex) ? "transparent" : undefined),
        backgroundColor: (context) => (broken.has(context.p1DataIndex) ? "transparent" : colour),
    });
    const band = `${palette.range}66`;
    const options = baseOptions(palette, { format: formatPoints, min, max });
    options.plugins.tooltip.callbacks = {
        title: ([item]) => titleOf(trend.rows[item.dataIndex], trend.by),
        label: ({ dataIndex: i }) => [pointWords(points[i]), coverageWords(shareIn(trend.rows[i]))],
    };
    options.plugins.tooltip.filter = (item) => item.datasetIndex === 2;
    return {
        type: "line",
        data: {
            labels: trend.rows.map((row) => nameOf(row, trend.by)),
            datasets: [
                { data: at("low"), borderWidth: 0, pointRadius: 0, pointHitRadius: 0 },
                { data: at("high"), borderWidth: 0, pointRadius: 0, pointHitRadius: 0,
                    fill: "-1", backgroundColor: band, segment: segment(band) },
                { data: at("nps"), borderColor: palette.ink, borderWidth: 2,
                    pointBackgroundColor: palette.ink, segment: segment(undefined),
                    pointRadius: points.length > 40 ? 0 : 2.5, pointHitRadius: 12 },
            ],
        },
        options,
        plugins: [markLines(trend, marks, palette)],
    };
}

function titleOf(row, by) {
    const name = by === "day" ? formatDay(row.first) : by === "month" ? nameOf(row, by)
        : `${formatDay(row.first)} – ${formatDay(row.last)}`;
    return row.running ? `${name}${parting}${text.running}` : name;
}

const pointWords = (point) => `${formatPoints(point.nps)} (${formatRange(point.low, point.high)})`
    + parting + text.answers(point.n);

// Rows at which the line begins anew.
const brokenAt = (trend) => new Set(trend.breaks.map(({ day }) => rowOf(trend, day)));

const rowOf = (trend, day) =>
    trend.rows.findIndex((row) => row.first <= day && day <= row.last);

// A line for each mark with its number on top; the list under the chart has the words.
function markLines(trend, marks, palette) {
    return {
        id: "marks",
        afterDatasetsDraw({ ctx, chartArea, scales }) {
            ctx.save();
            ctx.font = `600 11px ${palette.font}`;
            ctx.textAlign = "center";
            ctx.textBaseline = "middle";
            marks.forEach((mark, i) => {
                const row = rowOf(trend, mark.day);
                if (row < 0) {
                    return;
                }
                const x = scales.x.getPixelForValue(row);
                ctx.strokeStyle = palette["line-strong"];
                ctx.setLineDash(mark.kind === "break" ? [2, 3] : []);
                ctx.beginPath();
                ctx.moveTo(x, chartArea.top);
                ctx.lineTo(x, chartArea.bottom);
                ctx.stroke();
                ctx.setLineDash([]);
                ctx.fillStyle = palette.accent;
                ctx.beginPath();
                ctx.arc(x, chartArea.top - 8, 8.5, 0, 2 * Math.PI);
                ctx.fill();
                ctx.fillStyle = palette.surface;
                ctx.fillText(formatCount(i + 1), x, chartArea.top - 7.5);
            });
            ctx.restore();
        },
    };
}
