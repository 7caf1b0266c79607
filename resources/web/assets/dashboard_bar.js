// The dashboard's controls. They show a filter and report what a person changes of it.

import { byId, element } from "./dom.js";
import { isBackwards, periods } from "./filter.js";
import { text } from "./strings.js";

export class DashboardBar {
    // onChange(part) is called with the changed members; `shownDays()` gives the days shown at
    // present, for a custom period to start from.
    constructor({ onChange, shownDays }) {
        this.onChange = onChange;
        this.shownDays = shownDays;
        byId("periods").append(...periods.map((period) => element("label", { class: "segment" },
            element("input", { type: "radio", name: "period", value: period,
                onchange: () => this.changePeriod(period) }),
            element("span", {}, text.periods[period]))));
        byId("filters").addEventListener("submit", (event) => event.preventDefault());
        for (const id of ["from", "to"]) {
            byId(id).addEventListener("change", () => this.changeDays());
        }
        byId("region").addEventListener("change", (e) =>
            onChange({ region: e.target.value, store: "" }));
        byId("store").addEventListener("change", (e) => onChange({ store: e.target.value }));
        byId("touchpoint").addEventListener("change", (e) =>
            onChange({ touchpoint: e.target.value }));
        byId("marked").addEventListener("change", (e) => onChange({ marked: e.target.checked }));
        byId("print").addEventListener("click", () => print());
    }

    changePeriod(period) {
        const { from, to } = period === "custom" ? this.shownDays() : {};
        this.onChange({ period, from: from ?? to ?? "", to: to ?? "" });
    }

    changeDays() {
        const days = { from: byId("from").value, to: byId("to").value };
        this.showBackwards(isBackwards(days));
        if (!isBackwards(days) && !byId("from").validity.badInput && !byId("to").validity.badInput) {
            this.onChange({ period: "custom", ...days });
        }
    }

    showBackwards(backwards) {
        byId("filter-error").textContent = backwards ? text.backwards : "";
        byId("filter-error").hidden = !backwards;
    }

    // What there is to choose, as lists of [value, name]; what the address names stays. `everyStore`
    // is what no choice of a store is called.
    show(filter, { everyStore, regions, stores, touchpoints }) {
        for (const input of byId("periods").querySelectorAll("input")) {
            input.checked = input.value === filter.period;
        }
        byId("custom").hidden = filter.period !== "custom";
        byId("from").value = filter.from;
        byId("to").value = filter.to;
        byId("marked").checked = filter.marked;
        this.showBackwards(isBackwards(filter));
        fill("region", text.allRegions, regions, filter.region, 1);
        fill("store", everyStore, stores, filter.store, 1);
        fill("touchpoint", text.allTouchpoints, touchpoints, filter.touchpoint, 2);
    }
}

// Hidden while there is nothing to choose between.
function fill(id, everything, choices, chosen, least) {
    const all = chosen && !choices.some(([value]) => value === chosen)
        ? [...choices, [chosen, chosen]] : choices;
    byId(`${id}-field`).hidden = all.length < least && !chosen;
    const select = byId(id);
    const signature = JSON.stringify(all);
    if (select.dataset.signature !== signature) {
        select.dataset.signature = signature;
        select.replaceChildren(element("option", { value: "" }, everything),
            ...all.map(([value, name]) => element("option", { value, dir: "auto" }, name)));
    }
    select.value = chosen;
}
