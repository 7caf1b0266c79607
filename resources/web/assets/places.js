// Regions as a tree, and the stores in them.

import { locale } from "./strings.js";

const collator = new Intl.Collator(locale, { numeric: true, sensitivity: "base" });

export class Places {
    constructor(regions, stores) {
        this.regions = new Map(regions.map((region) => [region.id, region]));
        this.stores = new Map(stores.map((store) => [store.id, store]));
        this.today = stores.map((store) => store.today).sort().at(-1)
            ?? new Date().toISOString().slice(0, 10);
    }

    regionName(id) {
        return this.regions.get(id)?.name ?? id;
    }

    storeName(id) {
        return this.stores.get(id)?.name ?? id;
    }

    // From the top down to the region, which is the last.
    pathOf(id) {
        const path = [];
        for (let at = id; at && !path.includes(at); at = this.regions.get(at)?.parent) {
            path.unshift(at);
        }
        return path;
    }

    isWithin(store, region) {
        return !region || this.pathOf(this.stores.get(store)?.region).includes(region);
    }

    // The regions directly below one, or at the top.
    childrenOf(region) {
        return [...this.regions.values()]
            .filter(({ parent }) => (parent && this.regions.has(parent) ? parent : "") === region)
            .sort((a, b) => collator.compare(a.name, b.name));
    }

    // Pairs [value, name], for choosing.
    regionChoices() {
        const below = (region, depth) => this.childrenOf(region).flatMap(({ id, name }) =>
            [[id, `${"\u2003".repeat(depth)}${name}`], ...below(id, depth + 1)]);
        return below("", 0);
    }

    storeChoices(region) {
        return [...this.stores.values()].filter(({ id }) => this.isWithin(id, region))
            .map(({ id, name }) => [id, name]).sort((a, b) => collator.compare(a[1], b[1]));
    }
}
