// A chart as a picture that leaves the page: light, with its title and what it is of.

import { loadChart } from "./chart.js";
import { paperPalette } from "./palette.js";

const size = { width: 1200, height: 560 };
const head = 72;

// `config(palette)` is what Chart.js draws.
export async function pictureOf({ title, subtitle, config }) {
    const palette = paperPalette();
    const inner = await drawingOf(config(palette));
    const whole = document.createElement("canvas");
    whole.width = 2 * size.width;
    whole.height = 2 * (size.height + head);
    const context = whole.getContext("2d");
    context.scale(2, 2);
    context.fillStyle = "#ffffff";
    context.fillRect(0, 0, whole.width, whole.height);
    const rtl = document.documentElement.dir === "rtl";
    context.direction = rtl ? "rtl" : "ltr";
    context.textAlign = "start";
    const x = rtl ? size.width - 16 : 16;
    context.fillStyle = palette.ink;
    context.font = `600 20px ${palette.font}`;
    context.fillText(title, x, 30);
    context.fillStyle = palette.quiet;
    context.font = `14px ${palette.font}`;
    context.fillText(subtitle ?? "", x, 54);
    context.drawImage(inner, 0, head, size.width, size.height);
    return whole;
}

// The drawing alone, twice as fine as `size`.
async function drawingOf(config) {
    const Chart = await loadChart();
    const canvas = document.createElement("canvas");
    Object.assign(canvas, size);
    const chart = new Chart(canvas, { ...config,
        options: { ...config.options, responsive: false, devicePixelRatio: 2 } });
    const copy = document.createElement("canvas");
    copy.width = canvas.width;
    copy.height = canvas.height;
    copy.getContext("2d").drawImage(canvas, 0, 0);
    chart.destroy();
    return copy;
}
