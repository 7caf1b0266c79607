// How far conversations came, and what tablets and tills tell around them.

import { baseOptions, categoryTicks } from "./chart.js";
import { element } from "./dom.js";
import { Figure } from "./figure.js";
import { formatCount, formatDays, formatShare, leftToRight } from "./format.js";
import { segments } from "./parts.js";
import { text } from "./strings.js";

const steps = ["listed", "completed", "reasons", "comment", "contact"];

export class FunnelView {
    constructor() {
        this.around = element("dl", { class: "facts" });
        this.figure = new Figure({ id: "funnel", title: text.funnelChart, after: [this.around] });
        this.node = this.figure.node;
    }

    say(message) {
        this.around.replaceChildren();
        this.figure.say(message);
    }

    async show({ funnel, subtitle, name }) {
        this.around.replaceChildren(...aroundOf(funnel.tablets));
        if (funnel.scored === 0) {
            this.figure.say(text.figureEmpty);
            return;
        }
        const days = formatDays({ from: funnel.from, to: funnel.to });
        await this.figure.show({
            name,
            subtitle,
            label: text.funnelLabel(funnel.scored),
            hint: text.funnelHint(days),
            columns: text.funnelColumns,
            rows: [["", funnel], ...segments.map((key) =>
                [key, funnel.groups.find((each) => each.key === key)])].flatMap(rowsOf),
            config: (palette) => configOf(funnel, palette),
        });
    }
}

const rate = (value) => ({ value, shown: formatShare(value, 1) });

function rowsOf([key, group]) {
    const who = key ? text[key] : text.funnelAll;
    return steps.filter((step) => group[step]).map((step) => [who, text.funnelSteps[step],
        { value: group[step].count, shown: formatCount(group[step].count) },
        { value: group[step].base, shown: formatCount(group[step].base) },
        rate(group[step].value), rate(group[step].low), rate(group[step].high)]);
}

const interval = (share) => `${formatShare(share.value, 1)} (${text.range(
    formatShare(share.low, 1), formatShare(share.high, 1))})`;

function aroundOf(tablets) {
    const fact = (name, words) => [element("dt", {}, name), element("dd", {}, words)];
    return [
        ...fact(text.responseRate, tablets.response_rate
            ? text.ofSales(interval(tablets.response_rate), tablets.response_rate.base)
            : text.responseUnknown),
        ...fact(text.scoredOfOpened, tablets.scored
            ? text.ofOpened(interval(tablets.scored), tablets.opened) : text.openedUnknown),
        ...fact(text.coverage, tablets.coverage
            ? text.coverageOf(formatShare(tablets.coverage.share, 1)) : text.coverageUnknown),
        ...fact(text.aroundDays, formatDays(tablets)),
    ];
}

function configOf(funnel, palette) {
    const shown = steps.filter((step) => funnel[step]);
    const options = baseOptions(palette, { format: (value) => formatShare(value, 1) });
    const { x, y } = options.scales;
    options.indexAxis = "y";
    options.scales = {
        x: { ...y, min: 0, max: 1 },
        y: { ...x, ticks: { ...x.ticks, ...categoryTicks(palette) } },
    };
    options.interaction = { mode: "nearest", axis: "y", intersect: false };
    options.plugins.tooltip.callbacks = {
        label: ({ dataIndex: i }) => leftToRight(interval(funnel[shown[i]])),
        afterLabel: ({ dataIndex: i }) => text.answers(funnel[shown[i]].count),
    };
    return {
        type: "bar",
        data: {
            labels: shown.map((step) => text.funnelSteps[step]),
            datasets: [{ data: shown.map((step) => funnel[step].value),
                backgroundColor: palette.accent, borderRadius: 4, barPercentage: 0.6 }],
        },
        options,
    };
}
