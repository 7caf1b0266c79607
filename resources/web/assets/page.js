// What the pages share before anything is known: their words.

import { element } from "./dom.js";
import { fillHead } from "./head.js";
import { direction, locale, text } from "./strings.js";

// Fills the words into a page that names them, and its head; `own` are words of this page alone.
export function fillTexts(own = {}) {
    const words = { ...text, ...own };
    document.documentElement.lang = locale;
    document.documentElement.dir = direction;
    for (const node of document.querySelectorAll("[data-text]")) {
        node.textContent = words[node.dataset.text];
    }
    for (const node of document.querySelectorAll("[data-label]")) {
        node.setAttribute("aria-label", words[node.dataset.label]);
    }
    fillHead();
}

// The content of a list of definitions from pairs of term and meaning.
export function definitions(pairs) {
    return pairs.map(([term, meaning]) =>
        element("div", {}, element("dt", {}, term), element("dd", {}, meaning)));
}
