// What opens under a tablet: its gaps and days, and the verdict on what is stored, on demand.

import { ApiError, ledger, verifyChain } from "./api.js";
import { element, focusAgain } from "./dom.js";
import { formatCount, formatDay, formatMoment, parting } from "./format.js";
import { locale, text } from "./strings.js";

const counted = ["received", "missing", "refused", "conflicting", "forked", "late", "marked"];

export class ChainDetail {
    constructor(chain, names) {
        this.chain = chain;
        this.names = names;
        this.verdict = element("div", { role: "status" });
        this.button = element("button",
            { type: "button", class: "button", onclick: () => this.verify() }, text.verify);
        this.days = element("div", { class: "scroll", tabIndex: 0, role: "region",
            "aria-label": text.daysCaption }, text.loading);
        this.node = element("div", { class: "chain-detail" },
            element("ul", { class: "facts" }, ...factsOf(chain)),
            chain.verdict ? element("div", { class: "verify" }, this.button, this.verdict) : null,
            this.days);
    }

    async load() {
        try {
            const { device, chain } = this.chain;
            const answer = await ledger({ device, chain, by: "day", verify: "no" });
            const days = answer.chains[0]?.days ?? [];
            this.days.replaceChildren(this.dayTable(days));
        } catch (error) {
            if (!(error instanceof ApiError)) {
                throw error;
            }
            this.days.replaceChildren(element("p", { class: "quiet" }, text.loadFailed));
        }
    }

    dayTable(days) {
        const head = ["day", "store", ...counted].map((key) =>
            element("th", { scope: "col", class: counted.includes(key) ? "number" : "" },
                text.ledgerColumns[key]));
        // The newest first, what has no day last.
        const rows = [...days.filter(({ day }) => day).reverse(), ...days.filter(({ day }) => !day)];
        return element("table", { class: "day-table" },
            element("caption", {}, text.daysCaption),
            element("thead", {}, element("tr", {}, ...head)),
            element("tbody", {}, ...rows.map((row) => element("tr", {},
                element("th", { scope: "row" }, row.day ? formatDay(row.day) : text.noDay),
                element("td", {}, element("bdi", { dir: "auto" },
                    this.names.get(row.store) ?? row.store ?? text.undefined)),
                ...counted.map((key) => element("td",
                    { class: row[key] === 0 ? "number quiet" : "number" },
                    formatCount(row[key])))))));
    }

    async verify() {
        this.button.disabled = true;
        const { device, chain } = this.chain;
        const findings = [];
        let verified = 0;
        let answer = { next: 0 };
        try {
            while (answer.next !== null) {
                this.verdict.textContent = text.verifying(verified);
                answer = await verifyChain({ device, chain, after: answer.next });
                verified += answer.verified;
                findings.push(...answer.findings);
            }
            this.showVerdict(verified, findings, answer.signed_to);
        } catch (error) {
            if (!(error instanceof ApiError)) {
                throw error;
            }
            this.verdict.textContent = text.verifyFailed;
        } finally {
            this.button.disabled = false;
            focusAgain(this.button);
        }
    }

    showVerdict(verified, findings, signedTo) {
        if (findings.length === 0) {
            const proof = signedTo === null ? "" : ` ${text.signedTo(signedTo)}`;
            this.verdict.replaceChildren(element("p", {}, text.verifiedSound(verified) + proof));
            return;
        }
        this.verdict.replaceChildren(element("p", {}, text.verifiedBroken(verified)),
            element("ul", {}, ...findings.map((each) => element("li", {},
                `${text.placeOf(each.sequence)}${parting}${text.attention[each.code]}: `,
                element("bdi", { lang: "en", dir: "ltr" }, `${each.message}.`)))));
    }
}

function factsOf(chain) {
    const facts = (chain.gaps ?? []).map((gap) => text.gap(gap.first, gap.last) + whereOf(gap, chain));
    if (chain.more_gaps) {
        facts.push(text.moreGaps);
    }
    for (const [key, word] of [["altered", text.alteredWord], ["missing", text.goneWord]]) {
        const places = chain.on_tablet?.[key] ?? [];
        if (places.length > 0) {
            facts.push(text.onTablet(word, new Intl.ListFormat(locale,
                { type: "unit" }).format(places.map(formatCount))));
        }
    }
    if (chain.on_tablet?.head_altered) {
        facts.push(text.headOnTablet);
    }
    if (chain.last_seen_at) {
        facts.push(text.lastSeen(`${formatMoment(chain.last_seen_at, "UTC")} UTC`));
    }
    facts.push(text.chainName(chain.chain));
    return facts.map((fact) => element("li", {}, fact));
}

function whereOf({ first, after, before }, chain) {
    if (first > chain.last) {
        return text.gapWaiting;
    }
    if (after && after === before) {
        return text.gapOn(formatDay(after));
    }
    if (after && before) {
        return text.gapBetween(formatDay(after), formatDay(before));
    }
    if (after) {
        return text.gapAfter(formatDay(after));
    }
    return before ? text.gapAtStart(formatDay(before)) : text.gapAlone;
}
