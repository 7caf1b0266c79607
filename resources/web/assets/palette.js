// The colours of charts, read from the style sheet: what is drawn on a canvas follows the page.

const names = ["page", "surface", "sunken", "ink", "quiet", "line", "line-strong", "accent",
    "range", "promoters", "passives", "detractors", "heat-low", "heat-high"];

function read(node) {
    const style = getComputedStyle(node);
    return {
        ...Object.fromEntries(names.map((name) => [name, style.getPropertyValue(`--${name}`).trim()])),
        font: getComputedStyle(document.body).fontFamily,
    };
}

export const screenPalette = () => read(document.documentElement);

// Light, whatever the screen has: for paper and for pictures that leave the page.
export function paperPalette() {
    const probe = document.createElement("div");
    probe.className = "paper";
    document.body.append(probe);
    const colours = read(probe);
    probe.remove();
    return colours;
}

function channels(colour) {
    const [, hex] = /^#([0-9a-f]{6})$/i.exec(colour);
    return [0, 2, 4].map((at) => parseInt(hex.slice(at, at + 2), 16));
}

// Between two colours "#rrggbb"; `at` from 0 to 1.
export function between(low, high, at) {
    const [a, b] = [channels(low), channels(high)];
    return `#${a.map((value, i) => Math.round(value + at * (b[i] - value))
        .toString(16).padStart(2, "0")).join("")}`;
}

// Black or white, whichever is read better on the colour (WCAG 2 relative luminance).
export function inkOn(colour) {
    const [r, g, b] = channels(colour).map((value) => {
        const part = value / 255;
        return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b > 0.179 ? "#000000" : "#ffffff";
}
