// What was refused or is in conflict: each with its code, its reason, what to do, and all of it.

import { quarantine } from "./api.js";
import { byId, element } from "./dom.js";
import { formatMoment, parting } from "./format.js";
import { text } from "./strings.js";

const kinds = ["refused", "conflict"];

export class QuarantineView {
    constructor({ names, onError }) {
        this.names = names;
        this.onError = onError;
        this.asked = 0;
    }

    async show({ store }) {
        const asked = ++this.asked;
        const answers = await Promise.all(kinds.map((kind) => quarantine({ kind, store })));
        if (asked === this.asked) {
            byId("kept-aside").replaceChildren(...kinds.map((kind, i) =>
                this.list(kind, store, answers[i])));
        }
    }

    list(kind, store, answer) {
        const entries = element("ul", { class: "kept" });
        const more = element("button", { type: "button", class: "button" }, text.showMore);
        let next = null;
        const add = (page) => {
            entries.append(...page.entries.map((entry) => this.entry(entry)));
            next = page.next;
            more.hidden = next === null;
        };
        more.addEventListener("click", async () => {
            try {
                add(await quarantine({ kind, store, before: next }));
            } catch (error) {
                this.onError(error);
            }
        });
        add(answer);
        const none = answer.entries.length === 0;
        return element("div", { class: "kept-list" },
            element("h3", {}, text.quarantineKinds[kind]),
            none ? element("p", { class: "quiet" }, text.nothingKept[kind]) : entries, more);
    }

    entry(entry) {
        const shop = this.names.get(entry.store) ?? entry.store ?? text.unknownStore;
        const where = [entry.name || text.unnamedTablet, shop];
        if (entry.sequence !== null) {
            where.push(text.keptPlace(entry.sequence));
        }
        const content = typeof entry.record === "string"
            ? entry.record : JSON.stringify(entry.record, null, 2);
        return element("li", {}, element("details", {},
            element("summary", {}, element("code", {}, entry.code), " ",
                element("bdi", { dir: "auto" }, where.join(parting)), " ",
                element("span", { class: "quiet" }, `${formatMoment(entry.received_at, "UTC")} UTC`)),
            element("p", {}, element("bdi", { lang: "en", dir: "ltr" }, entry.reason)),
            element("p", {}, element("strong", {}, text.whatToDo),
                text.codes[entry.code] ?? text.otherCode),
            element("pre", { tabIndex: 0, dir: "ltr" }, content)));
    }
}
