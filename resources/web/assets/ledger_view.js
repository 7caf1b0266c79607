// The tablets of the ledger: sums over all, one row a tablet's history, and what opens under it.

import { ledger } from "./api.js";
import { ChainDetail } from "./chain_detail.js";
import { byId, element } from "./dom.js";
import { formatClock, formatCount } from "./format.js";
import { text } from "./strings.js";

const summed = ["made", "received", "missing", "refused", "conflicting", "forked", "late",
    "marked"];
const columns = ["tablet", "state", "made", "received", "missing", "refused", "conflicting"];

export class LedgerView {
    // `names` are those of the stores by id.
    constructor({ names, onError }) {
        this.names = names;
        this.onError = onError;
        this.asked = 0;
        this.body = element("tbody", { role: "rowgroup" });
        this.table = element("table", { class: "ledger-table", role: "table", hidden: true },
            element("caption", { class: "only-read" }, text.chainsCaption),
            element("thead", { role: "rowgroup" }, element("tr", { role: "row" },
                ...columns.map((key) => element("th",
                    { role: "columnheader", scope: "col", class: `col-${key}` },
                    text.ledgerColumns[key])))),
            this.body);
        byId("chains").append(this.table);
        byId("more-chains").addEventListener("click", () => this.more());
    }

    async show({ store, all }) {
        const asked = ++this.asked;
        this.query = { store, show: all ? "all" : "open", verify: "no" };
        const answer = await ledger(this.query);
        if (asked !== this.asked) {
            return;
        }
        showSums(answer.totals);
        byId("as-of").textContent = text.asOf(formatClock(new Date(answer.as_of)));
        this.body.replaceChildren();
        this.add(answer);
        const none = answer.chains.length === 0;
        this.table.hidden = none;
        byId("no-chains").hidden = !none;
        byId("no-chains").textContent = all || answer.totals.chains === 0
            ? text.noChains : text.noOpenChains;
        byId("announcer").textContent = text.ledgerShown(this.body.querySelectorAll(
            ".chain-row").length);
    }

    async more() {
        const asked = this.asked;
        try {
            const answer = await ledger({ ...this.query, after: this.next });
            if (asked === this.asked) {
                const first = this.add(answer);
                first?.querySelector("button").focus();
            }
        } catch (error) {
            this.onError(error);
        }
    }

    // The first row that was added.
    add({ chains, next }) {
        const rows = chains.map((chain) => new ChainRow(chain, this.names));
        this.body.append(...rows.map((row) => row.node));
        this.next = next;
        byId("more-chains").hidden = next === null;
        return rows[0]?.node;
    }
}

function showSums(totals) {
    byId("sum-title").textContent = totals.chains === 0 ? text.noChains
        : totals.open === 0 ? text.allIsHere : text.somethingOpen(totals.open, totals.chains);
    byId("sums").replaceChildren(...summed.map((key) => element("div", {},
        element("dt", {}, text.ledgerColumns[key]),
        element("dd", {}, formatCount(totals[key])))));
}

// The state in words: what there is to look at, or that all is here.
export function stateOf(chain) {
    if (!chain.attention) {
        return [element("span", { class: "quiet" }, text.partly)];
    }
    if (chain.attention.length === 0) {
        return [element("span", { class: "flag flag-whole" }, text.whole)];
    }
    return chain.attention.map((code) => element("span",
        { class: code === "waiting" ? "flag flag-waiting" : "flag" }, text.attention[code]));
}

let detailNumber = 0;

class ChainRow {
    constructor(chain, names) {
        this.chain = chain;
        this.names = names;
        this.detail = null;
        this.toggle = element("button", {
            type: "button", class: "toggle", "aria-expanded": "false",
            onclick: () => this.setOpen(!this.detail),
        }, element("span", { class: "chevron", "aria-hidden": "true" }),
        element("bdi", { dir: "auto" }, chain.name || text.unnamedTablet));
        const shop = element("span", { class: "quiet shop" },
            element("bdi", { dir: "auto" }, names.get(chain.store) ?? chain.store ?? ""));
        this.node = element("tr", { role: "row", class: "chain-row" },
            element("th", { role: "rowheader", scope: "row", class: "col-tablet" }, this.toggle,
                shop, chain.revoked ? element("span", { class: "quiet" }, ` ${text.revoked}`) : null,
                chain.replaced_by ? element("span", { class: "quiet" }, ` ${text.replaced}`) : null),
            cell("state", ...stateOf(chain)),
            ...columns.slice(2).map((key) => cell(key, chain[key] === null
                ? text.undefined : formatCount(chain[key]))));
    }

    setOpen(open) {
        this.toggle.setAttribute("aria-expanded", String(open));
        this.node.classList.toggle("is-open", open);
        if (!open) {
            this.toggle.removeAttribute("aria-controls");
            this.detail.remove();
            this.detail = null;
            return;
        }
        const id = `chain-${++detailNumber}`;
        const content = new ChainDetail(this.chain, this.names);
        this.detail = element("tr", { role: "row", class: "detail-row" },
            element("td", { role: "cell", colSpan: columns.length, id }, content.node));
        this.toggle.setAttribute("aria-controls", id);
        this.node.after(this.detail);
        content.load();
    }
}

function cell(key, ...content) {
    return element("td", { role: "cell", class: `col-${key}` },
        element("span", { class: "cell-label", "aria-hidden": "true" }, text.ledgerColumns[key]),
        element("div", { class: "cell-value" }, ...content));
}
