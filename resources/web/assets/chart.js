// Chart.js, which the server brings with it (Debian's libjs-chart.js), loaded when first needed.

import { ownDirection } from "./format.js";
import { direction } from "./language.js";

let loading = null;

export function loadChart() {
    loading ??= new Promise((done, failed) => {
        const script = document.createElement("script");
        script.src = "/assets/chart.min.js";
        script.onload = () => done(globalThis.Chart);
        script.onerror = () => {
            loading = null;
            script.remove();
            failed(new Error("chart.min.js could not be loaded"));
        };
        document.head.append(script);
    });
    return loading;
}

const labelPart = 0.45; // of the picture's width, beside bars that lie

// Ticks of categories beside lying bars: what is wider than its part stands in several lines.
export const categoryTicks = (palette) => ({
    color: palette.ink,
    autoSkip: false,
    callback(value) {
        const { ctx, width } = this.chart;
        ctx.save();
        ctx.font = `12px ${palette.font}`;
        const lines = [];
        for (const word of this.getLabelForValue(value).split(" ")) {
            const longer = [lines.at(-1), word].filter(Boolean).join(" ");
            if (lines.length > 0 && ctx.measureText(longer).width <= width * labelPart) {
                lines[lines.length - 1] = longer;
            } else {
                lines.push(word);
            }
        }
        ctx.restore();
        return lines.map(ownDirection);
    },
});

// What all charts share. `format` writes a value of the y axis.
export function baseOptions(palette, { format, min, max }) {
    const ticks = { color: palette.quiet, font: { family: palette.font, size: 12 } };
    return {
        animation: false,
        maintainAspectRatio: false,
        responsive: true,
        interaction: { mode: "index", intersect: false },
        layout: { padding: { top: 18 } },
        plugins: {
            legend: { display: false },
            tooltip: {
                rtl: direction === "rtl",
                textDirection: direction,
                displayColors: false,
                backgroundColor: palette.ink,
                titleColor: palette.surface,
                bodyColor: palette.surface,
                titleFont: { family: palette.font },
                bodyFont: { family: palette.font },
            },
        },
        scales: {
            x: {
                grid: { display: false, borderColor: palette["line-strong"] },
                ticks: { ...ticks, maxRotation: 0, autoSkipPadding: 16 },
            },
            y: {
                min,
                max,
                grid: { color: palette.line, drawBorder: false },
                ticks: { ...ticks, callback: format, maxTicksLimit: 7 },
            },
        },
    };
}
