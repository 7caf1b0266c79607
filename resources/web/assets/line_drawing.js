// A score day by day as a line with its band, drawn without Chart.js.

import { svgElement } from "./dom.js";
import { formatDayShort, formatPoints } from "./format.js";
import { text } from "./strings.js";

const high = 220;
const edge = { left: 44, right: 12, top: 12, bottom: 28 };

// As wide as its place when it is drawn, so that its letters keep their size.
export const widthFor = (place) => Math.min(704, Math.max(280, place.clientWidth));

// Of { day, nps, low, high } by day, null where there is no score; two scores at least.
export function lineDrawing(points, wide) {
    const known = points.filter((point) => point.nps !== null);
    const step = 50;
    const least = Math.min(0, ...known.map((point) => point.low));
    const most = Math.max(0, ...known.map((point) => point.high));
    const lowest = step * Math.floor(least / step);
    const highest = step * Math.ceil(most / step);
    const x = (i) => edge.left + (i / Math.max(1, points.length - 1))
        * (wide - edge.left - edge.right);
    const y = (value) => edge.top + ((highest - value) / (highest - lowest))
        * (high - edge.top - edge.bottom);
    const picture = svgElement("svg", {
        viewBox: `0 0 ${wide} ${high}`, role: "img", class: "line",
        "aria-label": text.trendSummary(known.length, formatPoints(known[0].nps),
            formatPoints(known.at(-1).nps)),
    });
    for (let value = lowest; value <= highest; value += step) {
        picture.append(
            svgElement("line", { class: value === 0 ? "axis-zero" : "axis-line",
                x1: edge.left, x2: wide - edge.right, y1: y(value), y2: y(value) }),
            svgElement("text", { x: edge.left - 8, y: y(value) + 4, "text-anchor": "end" },
                formatPoints(value)));
    }
    const names = [0, Math.floor((points.length - 1) / 2), points.length - 1];
    [...new Set(names)].forEach((i) => {
        const anchor = i === 0 ? "start" : i === points.length - 1 ? "end" : "middle";
        picture.append(svgElement("text", { x: x(i), y: high - 8, "text-anchor": anchor },
            formatDayShort(points[i].day)));
    });
    for (const run of runs(points)) {
        const over = run.map((i) => `${x(i)},${y(points[i].high)}`);
        const under = run.map((i) => `${x(i)},${y(points[i].low)}`).reverse();
        picture.append(
            svgElement("polygon", { class: "band", points: [...over, ...under].join(" ") }),
            svgElement("polyline", { class: "curve",
                points: run.map((i) => `${x(i)},${y(points[i].nps)}`).join(" ") }));
    }
    return picture;
}

// The stretches of following days that have a score, as indices.
function runs(points) {
    const all = [];
    points.forEach((point, i) => {
        if (point.nps === null) {
            return;
        }
        if (i > 0 && points[i - 1].nps !== null) {
            all.at(-1).push(i);
        } else {
            all.push([i]);
        }
    });
    return all;
}
