// Two of time, store, region or touchpoint, and whether they differ.

import { baseOptions, categoryTicks } from "./chart.js";
import { coverageCell, coverageLine, coverageWords } from "./coverage.js";
import { compareKinds } from "./dashboard_filter.js";
import { element } from "./dom.js";
import { moreForRange } from "./figures.js";
import { Figure } from "./figure.js";
import { formatMissing, formatPoints, formatRange, leftToRight, ownDirection, parting }
    from "./format.js";
import { locale, text } from "./strings.js";
import { boundsOf, countCell, pointsCell } from "./trend_view.js";

const probability = new Intl.NumberFormat(locale, { maximumSignificantDigits: 2 });
// Those whose two sides are different days of the same.
const ofTime = new Set(["before", "year", "days"]);
const oneDecimal = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });

// Differences are told to a tenth where a whole number would say 0.
const formatDelta = (delta) => (Math.abs(delta) < 0.95 && Math.abs(delta) >= 0.05
    ? formatPoints(Math.sign(delta)).replace(/\p{Nd}+/u, oneDecimal.format(Math.abs(delta)))
    : formatPoints(delta));

export class ComparisonView {
    // onChange(part) is called with the changed members of the filter.
    constructor({ onChange }) {
        this.kind = element("select", { id: "compare-kind",
            onchange: (e) => onChange({ vs: e.target.value, vsValue: "", vsFrom: "", vsTo: "" }) },
        ...compareKinds.map((kind) => element("option", { value: kind }, text.compareKinds[kind])));
        this.value = element("select", { id: "compare-value",
            onchange: (e) => onChange({ vsValue: e.target.value }) });
        this.valueLabel = element("span");
        this.valueField = element("label", { class: "inline-field" }, this.valueLabel, this.value);
        const day = (id) => element("input", { type: "date", id,
            onchange: () => onChange({ vsFrom: this.from.value, vsTo: this.to.value }) });
        this.from = day("compare-from");
        this.to = day("compare-to");
        this.days = element("div", { class: "compare-days" },
            element("label", { class: "inline-field" }, element("span", {}, text.from), this.from),
            element("label", { class: "inline-field" }, element("span", {}, text.to), this.to));
        this.words = element("p", { class: "verdict" });
        this.figure = new Figure({ id: "compare", title: text.compareTitle, after: [this.words] });
        this.figure.node.querySelector(".card-head").after(element("div", { class: "compare-with" },
            element("label", { class: "inline-field" }, element("span", {}, text.compareWith),
                this.kind), this.valueField, this.days));
        this.node = this.figure.node;
    }

    // `choices` are { store, region, touchpoint }, each a list of [value, name].
    showChoices(filter, choices) {
        this.kind.value = filter.vs;
        const list = choices[filter.vs];
        this.valueField.hidden = !list;
        this.days.hidden = filter.vs !== "days";
        this.from.value = filter.vsFrom;
        this.to.value = filter.vsTo;
        if (list) {
            this.valueLabel.textContent = { store: text.compareStore, region: text.compareRegion,
                touchpoint: text.compareTouchpoint }[filter.vs];
            this.value.replaceChildren(element("option", { value: "" }, text.undefined),
                ...list.map(([value, name]) => element("option", { value, dir: "auto" }, name)));
            this.value.value = filter.vsValue;
        }
    }

    say(words) {
        this.words.textContent = "";
        this.figure.say(words);
        this.figure.announce(words);
    }

    // `covered` are the sides as in showCoverage(), null where they are not known yet.
    async show({ comparison, names, covered, name, subtitle }) {
        const { a, b } = comparison;
        Object.assign(this, { sides: [a, b], names, covered });
        this.words.textContent = verdict(comparison, names);
        if ([a, b].some(({ n }) => moreForRange(n) > 0)) {
            this.figure.say("");
            this.figure.announce(this.words.textContent);
            return;
        }
        await this.figure.show({
            name,
            subtitle,
            label: text.compareLabel(...names),
            told: this.words.textContent,
            columns: [...text.compareColumns, text.coverageShort],
            config: (palette) => configOf([a, b], names, palette),
            ...this.withCoverage(),
        });
    }

    // Of each side { coverage, touchpoint }, where the touchpoint is the one it is of, if any.
    showCoverage(covered) {
        this.covered = covered;
        if (this.figure.shown) {
            this.figure.refill(this.withCoverage());
        }
    }

    withCoverage() {
        const { sides, names, covered } = this;
        const shareOf = (i) => covered?.[i].coverage?.whole ?? null;
        const why = covered?.find((side, i) => shareOf(i) === null);
        return {
            hint: covered ? [names.map((name, i) =>
                `${ownDirection(name)}: ${coverageWords(shareOf(i))}`).join(parting),
            why ? coverageLine(why.coverage, why) : "",
            ofTime.has(this.kind.value) ? text.compareTime : ""].filter(Boolean).join(". ") : "",
            rows: sides.map((side, i) => [names[i], countCell(side.n), pointsCell(side.nps),
                pointsCell(side.low), pointsCell(side.high), countCell(side.promoters),
                countCell(side.passives), countCell(side.detractors),
                coverageCell(shareOf(i))]),
        };
    }
}

function verdict({ a, b, overlap, wording_changed: changed, difference }, names) {
    if (overlap) {
        return text.compareOverlap;
    }
    if (changed.length > 0) {
        return text.compareWording(changed);
    }
    if (!difference) {
        return text.compareNone;
    }
    const missing = [a, b].map(({ n }, i) => [names[i], moreForRange(n)]).filter(([, n]) => n > 0);
    if (missing.length > 0) {
        return text.compareFew(missing.map(formatMissing));
    }
    const { delta, low, high, p_value: p } = difference;
    const told = [formatDelta(delta), formatRange(low, high),
        leftToRight(`p ${p < 0.001 ? text.smallP : probability.format(p)}`)];
    return difference.clear ? text.compareClear(...told) : text.compareNotClear(...told);
}

// Each side's interval as a bar and its score as a line on it.
function configOf(sides, names, palette) {
    const { min, max } = boundsOf(sides.map((side) => side.low), sides.map((side) => side.high));
    const options = baseOptions(palette, { format: formatPoints });
    const { x, y } = options.scales;
    options.indexAxis = "y";
    options.scales = {
        x: { ...y, min, max },
        y: { ...x, ticks: { ...x.ticks, ...categoryTicks(palette) } },
    };
    options.interaction = { mode: "nearest", axis: "y", intersect: false };
    options.plugins.tooltip.callbacks = {
        label: ({ dataIndex: i }) =>
            `${formatPoints(sides[i].nps)} (${formatRange(sides[i].low, sides[i].high)})`,
    };
    return {
        type: "bar",
        data: {
            labels: names,
            datasets: [{ data: sides.map((side) => [side.low, side.high]),
                backgroundColor: palette.range, borderRadius: 4, borderSkipped: false,
                barPercentage: 0.5 }],
        },
        options,
        plugins: [{
            id: "scores",
            afterDatasetsDraw(chart) {
                const { ctx, scales } = chart;
                chart.getDatasetMeta(0).data.forEach((bar, i) => {
                    ctx.fillStyle = palette.ink;
                    ctx.fillRect(scales.x.getPixelForValue(sides[i].nps) - 1.5,
                        bar.y - bar.height / 2 - 4, 3, bar.height + 8);
                });
            },
        }],
    };
}
