// How many answers each score got.

import { baseOptions } from "./chart.js";
import { Figure } from "./figure.js";
import { formatCount, formatShare, parting } from "./format.js";
import { segments } from "./parts.js";
import { text } from "./strings.js";
import { countCell } from "./trend_view.js";

const segmentOf = (value) => segments[value >= 9 ? 0 : value >= 7 ? 1 : 2];

export class HistogramView {
    constructor() {
        this.figure = new Figure({ id: "histogram", title: text.histogramChart });
        this.node = this.figure.node;
    }

    async show({ figures, subtitle, name }) {
        if (figures.n === 0) {
            this.figure.say(text.figureEmpty);
            return;
        }
        await this.figure.show({
            name,
            subtitle,
            label: text.histogramLabel(figures.n),
            columns: text.histogramColumns,
            rows: histogramRows(figures),
            config: (palette) => histogramConfig(palette, figures),
        });
    }
}

// Under text.histogramColumns.
export const histogramRows = ({ histogram, n }) => histogram.map((count, value) => [
    { value, shown: formatCount(value) }, countCell(count),
    { value: Math.round((1000 * count) / n) / 1000, shown: formatShare(count, n) },
    text.segmentNames[segmentOf(value)]]);

export function histogramConfig(palette, { histogram, n }) {
    const options = baseOptions(palette, { format: formatCount, min: 0 });
    options.scales.y.ticks.precision = 0;
    options.plugins.tooltip.callbacks = {
        label: ({ raw }) => `${text.answers(raw)}${parting}${formatShare(raw, n)}`,
    };
    return {
        type: "bar",
        data: {
            labels: histogram.map((_, value) => formatCount(value)),
            datasets: [{
                data: histogram,
                backgroundColor: histogram.map((_, value) => palette[segmentOf(value)]),
                borderRadius: 3,
                categoryPercentage: 0.9,
            }],
        },
        options,
    };
}
