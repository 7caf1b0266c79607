// The regions and the stores of a selection in order, with their coverage beside their scores.

import { pool } from "./figures.js";
import { RankingView, ScoreList } from "./ranking_view.js";
import { text } from "./strings.js";

export class OrderView {
    // entryOf(part, name) gives { name, address, open } of the way to that part of the chain.
    constructor({ places, entryOf }) {
        Object.assign(this, { places, entryOf });
        this.stores = new RankingView();
        this.regions = new ScoreList({ id: "regions", title: text.regionsTitle,
            caption: text.regionsCaption });
    }

    // `order` as the server ranks the stores that `question` asks for, or null for none;
    // fileName(part) names a file; `coverage` is null where it is not known (yet).
    show(order, { question, coverage, fileName }) {
        this.stores.node.hidden = !order || order.rows.length < 2;
        this.regions.node.hidden = true;
        if (!order) {
            return;
        }
        const { places } = this;
        this.stores.show({ name: fileName("stores"), coverage, entries: order.rows.map((row) => ({
            ...this.entryOf({ store: row.key }, places.storeName(row.key)),
            store: row.key, region: places.stores.get(row.key)?.region ?? "", row })) });
        const entries = places.childrenOf(question.region ?? "")
            .map((region) => this.regionEntry(region, order.rows));
        this.regions.node.hidden = entries.length < 2;
        this.regions.show({ entries, coverage, name: fileName("regions") });
    }

    regionEntry({ id, name }, rows) {
        const own = rows.filter(({ key }) => this.places.isWithin(key, id));
        return { ...this.entryOf({ region: id }, name),
            shareIn: (coverage) => coverage.shareOf(own.map(({ key }) => key)),
            figures: pool(own.map((row) => ({ ...row, histogram: [] }))) };
    }

    showCoverage(coverage) {
        this.stores.showCoverage(coverage);
        this.regions.showCoverage(coverage);
    }
}
