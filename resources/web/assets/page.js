// What the pages share before anything is known: their words and the way to one another.

import { byId, element } from "./dom.js";
import { language, languageName, offered, setLanguage } from "./language.js";
import { direction, locale, text } from "./strings.js";

const views = [
    ["/", text.scoresView],
    ["/dashboard", text.dashboardView],
    ["/measurements", text.measurementsView],
    ["/comments", text.commentsView],
    ["/ledger", text.ledgerView],
    ["/devices", text.devicesView],
    ["/contacts", text.contactsView],
    ["/structure", text.structureView],
];

function viewLink([address, name]) {
    const link = element("a", { href: address }, name);
    if (address === location.pathname) {
        link.setAttribute("aria-current", "page");
    }
    return link;
}

// Fills the words into a page that names them, and its links to the others; `own` are words of this
// page alone.
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
    byId("views").replaceChildren(...views.map(viewLink));
    if (offered.length > 1) {
        offerLanguages(byId("language"));
    }
}

function offerLanguages(choice) {
    choice.replaceChildren(...offered.map((code) =>
        element("option", { value: code, lang: code }, languageName(code))));
    choice.value = language;
    choice.addEventListener("change", () => setLanguage(choice.value));
}

// The content of a list of definitions from pairs of term and meaning.
export function definitions(pairs) {
    return pairs.map(([term, meaning]) =>
        element("div", {}, element("dt", {}, term), element("dd", {}, meaning)));
}
