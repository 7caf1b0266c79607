// Regions as a tree, and the stores in them; and what all stores that somebody sees are called.

import { locale, text } from "./strings.js";

const collator = new Intl.Collator(locale, { numeric: true, sensitivity: "base" });

// Where no store is chosen; `everywhere` is of those who see the whole chain.
export const everyStore = (everywhere) => (everywhere ? text.allStores : text.yourStores);

// Over figures of all `stores` that somebody sees.
export const nameOfAll = (stores, everywhere) =>
    (stores.length === 1 ? stores[0].name : everyStore(everywhere));

export class Places {
    constructor(regions, stores, everywhere) {
        this.everyStore = everyStore(everywhere);
        this.nameOfAll = nameOfAll(stores, everywhere);
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

    // What stands above a place; of one store alone a region says nothing.
    pathAbove(region) {
        return this.stores.size === 1 ? [] : this.pathOf(region);
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
        if (this.stores.size === 1) {
            return [];
        }
        const below = (region, depth) => this.childrenOf(region).flatMap(({ id, name }) =>
            [[id, `${"\u2003".repeat(depth)}${name}`], ...below(id, depth + 1)]);
        return below("", 0);
    }

    storeChoices(region) {
        return [...this.stores.values()].filter(({ id }) => this.isWithin(id, region))
            .map(({ id, name }) => [id, name]).sort((a, b) => collator.compare(a[1], b[1]));
    }
}
