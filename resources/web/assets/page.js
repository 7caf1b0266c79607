// What the pages share before anything is known: their words.

import { element } from "./dom.js";
import { direction, locale, text } from "./strings.js";

// Fills the words into a page that names them.
export function fillTexts() {
    document.documentElement.lang = locale;
    document.documentElement.dir = direction;
    for (const node of document.querySelectorAll("[data-text]")) {
        node.textContent = text[node.dataset.text];
    }
    for (const node of document.querySelectorAll("[data-label]")) {
        node.setAttribute("aria-label", text[node.dataset.label]);
    }
}

// The content of a list of definitions from pairs of term and meaning.
export function definitions(pairs) {
    return pairs.map(([term, meaning]) =>
        element("div", {}, element("dt", {}, term), element("dd", {}, meaning)));
}
