// What the figures of the dashboard are of: how they are asked for and how they are named.

import { fileName, questionOf } from "./dashboard_filter.js";
import { daysOf } from "./filter.js";
import { formatDays, ownDirection, parting } from "./format.js";
import { text } from "./strings.js";

export class Selection {
    constructor(filter, places) {
        Object.assign(this, { filter, places });
        this.days = daysOf(filter, places.today);
        this.question = questionOf(filter, places.today);
        this.isOne = Boolean(filter.store);
    }

    // Whether figures of both may stand beside each other, under one name.
    isSame(other) {
        const named = (selection) => JSON.stringify([selection?.question, selection?.filter.period]);
        return named(this) === named(other);
    }

    // The second side of a comparison as a question of its own; `other` as otherSide() gives it.
    static second(question, other) {
        const members = Object.entries(other).map(([name, value]) =>
            [name.replace(/^other_/, ""), value || undefined]);
        return { ...question, ...Object.fromEntries(members) };
    }

    // From all stores down to the place as pairs of its name and its part of the filter.
    path() {
        const { filter, places } = this;
        const above = places.pathAbove(filter.store ? places.stores.get(filter.store)?.region
            : filter.region);
        if (!filter.store && above.length === 0) {
            return [[places.nameOfAll, { region: "", store: "" }]];
        }
        const steps = [[places.everyStore, { region: "", store: "" }],
            ...above.map((id) => [places.regionName(id), { region: id, store: "" }])];
        if (filter.store) {
            steps.push([places.storeName(filter.store), { store: filter.store }]);
        }
        return steps;
    }

    get place() {
        return this.path().at(-1)[0];
    }

    get period() {
        const { filter } = this;
        const days = formatDays(this.days);
        return filter.period === "custom" ? days || text.periods.all
            : [text.periods[filter.period], days].filter(Boolean).join(parting);
    }

    // What every picture says under its title.
    get subtitle() {
        const { filter } = this;
        const names = [this.place, filter.touchpoint].filter(Boolean).map(ownDirection);
        return [...names, this.period,
            filter.marked ? text.withMarked : text.withoutMarked].filter(Boolean).join(parting);
    }

    fileName(part) {
        return fileName(part, this.filter, this.days);
    }

    // The names of this side of the comparison and of the other one, { other_from, other_to }.
    comparedNames(other) {
        const { filter, places } = this;
        switch (filter.vs) {
        case "store":
            return [this.place, places.storeName(filter.vsValue)];
        case "region":
            return [this.place, places.regionName(filter.vsValue)];
        case "touchpoint":
            return [filter.touchpoint || text.allTouchpoints, filter.vsValue];
        default:
            return [formatDays(this.question) || text.periods.all,
                formatDays({ from: other.other_from || undefined, to: other.other_to || undefined })];
        }
    }
}
