// What goes with the score: the reasons that shoppers picked. Association, never cause.

import { baseOptions, categoryTicks } from "./chart.js";
import { reasonViews } from "./dashboard_filter.js";
import { element } from "./dom.js";
import { Figure } from "./figure.js";
import { formatCount, formatPoints, formatRange, formatShare, leftToRight, parting }
    from "./format.js";
import { text } from "./strings.js";

const mostBars = 12;

const share = (value) => formatShare(value, 1);
const shareRange = (low, high) => text.range(share(low), share(high));
const rate = (value) => ({ value, shown: share(value) });
const points = (value) => (value === null ? text.undefined
    : { value, shown: formatPoints(value) });
const counted = (n) => ({ value: n, shown: formatCount(n) });
const verdict = (row) => (row.clear ? text.driverClear : "");

// Each way to look: the part of the answer, a bar for a row { at, low, high }, and its table.
const mentions = (list) => ({
    part: (drivers) => drivers[list].mentions,
    bar: ({ share: named }) => ({ at: named.value, low: named.low, high: named.high }),
    isShare: true,
    columns: () => text.mentionColumns,
    cells: ({ share: named }) => [counted(named.count), counted(named.base), rate(named.value),
        rate(named.low), rate(named.high)],
});
const splits = (list) => ({
    part: (drivers) => drivers[list].splits,
    bar: ({ difference, low, high }) => ({ at: difference, low, high }),
    columns: () => text.splitColumns[list],
    cells: (row) => [rate(row.worse.value), rate(row.better.value), points(row.difference),
        points(row.low), points(row.high), verdict(row)],
});
const weeks = (list) => ({
    part: (drivers) => drivers[list].store_weeks,
    bar: ({ slope, low, high }) => ({ at: slope, low, high }),
    columns: () => text.storeWeekColumns,
    cells: (row) => [points(row.slope), points(row.low), points(row.high), verdict(row)],
});
const views = {
    improve: mentions("improve"),
    liked: mentions("liked"),
    balance: {
        part: (drivers) => drivers.balance,
        bar: ({ value, low, high }) => ({ at: value, low, high }),
        columns: () => text.balanceColumns,
        cells: (row) => [points(row.value), points(row.low), points(row.high)],
    },
    detractors: splits("improve"),
    nines: splits("liked"),
    improveWeeks: weeks("improve"),
    likedWeeks: weeks("liked"),
    weights: {
        part: (drivers) => drivers.relative_weights,
        bar: ({ weight, low, high }) => ({ at: weight, low, high }),
        isShare: true,
        columns: () => text.weightColumns,
        cells: (row) => [rate(row.weight), rate(row.share), verdict(row)],
    },
};

export class ReasonsView {
    // onView(view) is called when another one is chosen.
    constructor({ onView }) {
        this.wanted = reasonViews[0];
        this.choice = element("select", { id: "reasons-view", onchange: () => {
            this.wanted = this.choice.value;
            onView(this.wanted);
            this.draw();
        } });
        this.words = element("p", { class: "verdict" });
        this.figure = new Figure({ id: "reasons", title: text.reasonsChart, after: [this.words],
            controls: [element("label", { class: "inline-field" },
                element("span", {}, text.reasonsShow), this.choice)] });
        this.node = this.figure.node;
        this.offer([this.wanted]);
    }

    // One that these answers do not have shows when others have it.
    choose(view) {
        if (view !== this.wanted) {
            this.wanted = view;
            this.offer([...this.choice.options].map(({ value }) => value));
            this.draw();
        }
    }

    say(message) {
        this.content = null;
        this.words.textContent = "";
        this.figure.say(message);
    }

    async show(content) {
        this.content = content;
        this.offer(reasonViews.filter((name) => views[name].part(content.drivers)));
        await this.draw();
    }

    offer(names) {
        this.choice.replaceChildren(...names.map((value) =>
            element("option", { value }, text.reasonViews[value])));
        this.choice.value = names.includes(this.wanted) ? this.wanted : names[0];
    }

    async draw() {
        if (!this.content) {
            return;
        }
        const { drivers, days, subtitle, name } = this.content;
        const view = views[this.choice.value];
        const part = view.part(drivers);
        this.words.textContent = "";
        if (part.refused) {
            this.figure.say(text.driverRefused(part.refused));
            return;
        }
        const names = new Map(drivers.criteria.map((each) => [each.code, each.name]));
        const nameOf = (row) => row.name ?? names.get(row.code) ?? row.code;
        const bars = part.rows.map((row) => ({ ...view.bar(row), clear: row.clear,
            name: nameOf(row) })).filter(({ at }) => at !== null).slice(0, mostBars);
        const title = text.reasonViews[this.choice.value];
        this.words.textContent = wordsOf(part.rows, nameOf);
        await this.figure.show({
            name: `${name}-${this.choice.value}`,
            subtitle: `${title}${parting}${subtitle}`,
            label: `${title}. ${text.reasonsLabel(bars.length)}`,
            hint: text.reasonHints[this.choice.value](days),
            columns: [text.reason, ...view.columns()],
            rows: part.rows.map((row) => [nameOf(row), ...view.cells(row)]),
            config: (palette) => configOf(bars, view, palette),
        });
    }
}

function wordsOf(rows, nameOf) {
    if (!rows.some((row) => "clear" in row)) {
        return "";
    }
    const clear = rows.filter((row) => row.clear).map(nameOf);
    return clear.length > 0 ? text.clearReasons(clear) : text.noClearReason;
}

// Each reason's interval as a bar and its figure as a line on it; a clear one in a stronger colour.
function configOf(bars, { isShare }, palette) {
    const format = isShare ? share : formatPoints;
    const range = isShare ? shareRange : formatRange;
    const options = baseOptions(palette, { format });
    const { x, y } = options.scales;
    options.indexAxis = "y";
    options.scales = {
        x: isShare ? { ...y, min: 0 } : y,
        y: { ...x, ticks: { ...x.ticks, ...categoryTicks(palette) } },
    };
    options.interaction = { mode: "nearest", axis: "y", intersect: false };
    options.plugins.tooltip.callbacks = {
        label: ({ dataIndex: i }) =>
            leftToRight(`${format(bars[i].at)} (${range(bars[i].low, bars[i].high)})`),
    };
    return {
        type: "bar",
        data: {
            labels: bars.map(({ name }) => name),
            datasets: [{ data: bars.map(({ low, high }) => [low, high]),
                backgroundColor: bars.map(({ clear }) => (clear ? palette.accent : palette.range)),
                borderRadius: 4, borderSkipped: false, barPercentage: 0.6 }],
        },
        options,
        plugins: [{
            id: "figures",
            afterDatasetsDraw(chart) {
                const { ctx, scales } = chart;
                chart.getDatasetMeta(0).data.forEach((bar, i) => {
                    ctx.fillStyle = bars[i].clear ? palette.surface : palette.ink;
                    ctx.fillRect(scales.x.getPixelForValue(bars[i].at) - 1.5,
                        bar.y - bar.height / 2, 3, bar.height);
                });
            },
        }],
    };
}
