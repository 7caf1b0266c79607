// The controls above the figures. They show a filter and report a changed one.

import { byId, element } from "./dom.js";
import { isBackwards, periods } from "./filter.js";
import { text } from "./strings.js";

export class FilterBar {
    // onChange(filter) is called with a new filter when a person changes one; `shownDays()` gives
    // the days shown at present, for a custom period to start from.
    constructor(onChange, shownDays) {
        this.filter = null;
        this.change = (part) => onChange({ ...this.filter, ...part });
        this.shownDays = shownDays;
        this.buildPeriods();
        byId("filters").addEventListener("submit", (event) => event.preventDefault());
        byId("from").addEventListener("change", () => this.changeDays());
        byId("to").addEventListener("change", () => this.changeDays());
        byId("region").addEventListener("change", (e) => this.change({ region: e.target.value }));
        byId("marked").addEventListener("change", (e) => this.change({ marked: e.target.checked }));
        byId("sort").append(...Object.entries(text.sortChoice).map(([value, label]) =>
            element("option", { value }, label)));
        byId("sort").addEventListener("change", (event) => {
            const [sort, order] = event.target.value.split("-");
            this.change({ sort, down: order === "desc" });
        });
    }

    buildPeriods() {
        byId("periods").append(...periods.map((period) => element("label", { class: "segment" },
            element("input", {
                type: "radio", name: "period", value: period,
                onchange: () => this.changePeriod(period),
            }),
            element("span", {}, text.periods[period]))));
    }

    changePeriod(period) {
        if (period === "custom") {
            const { from, to } = this.shownDays();
            this.change({ period, from: from ?? to ?? "", to: to ?? "" });
        } else {
            this.change({ period, from: "", to: "" });
        }
    }

    changeDays() {
        const from = byId("from").value;
        const to = byId("to").value;
        const backwards = isBackwards({ from, to });
        byId("to").setCustomValidity(backwards ? text.backwards : "");
        if (!backwards && !byId("from").validity.badInput && !byId("to").validity.badInput) {
            this.change({ period: "custom", from, to });
        } else {
            this.showBackwards(backwards);
        }
    }

    showBackwards(backwards) {
        byId("filter-error").textContent = backwards ? text.backwards : "";
        byId("filter-error").hidden = !backwards;
    }

    show(filter) {
        this.filter = filter;
        for (const input of byId("periods").querySelectorAll("input")) {
            input.checked = input.value === filter.period;
        }
        byId("custom").hidden = filter.period !== "custom";
        byId("from").value = filter.from;
        byId("to").value = filter.to;
        byId("marked").checked = filter.marked;
        byId("sort").value = `${filter.sort}-${filter.down ? "desc" : "asc"}`;
        this.showBackwards(isBackwards(filter));
    }

    // The region stays to choose when an address names one that no store has.
    showRegions(regions) {
        const chosen = this.filter.region;
        const all = chosen && !regions.includes(chosen) ? [...regions, chosen] : regions;
        byId("region-field").hidden = all.length < 2 && !chosen;
        byId("region").replaceChildren(
            element("option", { value: "" }, text.allRegions),
            ...all.map((region) => element("option", { value: region, dir: "auto" }, region)));
        byId("region").value = chosen;
    }
}
