// The cards of the dashboard: asks the server for the figures of a selection and shows each as it
// comes.

import { answersFragment } from "./answers_filter.js";
import { ApiError, comparison, drivers, funnel, heatMap, kiosks, notes, nps, ranking, touchpoints,
    trend } from "./api.js";
import { ComparisonView } from "./comparison_view.js";
import { Coverage, CoverageReader } from "./coverage.js";
import { grainOf, otherSide } from "./dashboard_filter.js";
import { changeWords, marksOf, touchpointCoverageWords, weightedWords } from "./dashboard_words.js";
import { byId } from "./dom.js";
import { formatClock, formatDays } from "./format.js";
import { FunnelView } from "./funnel_view.js";
import { HeatView } from "./heat_view.js";
import { HistogramView } from "./histogram_view.js";
import { language } from "./language.js";
import { NotesView } from "./notes_view.js";
import { OrderView } from "./order_view.js";
import { ScoreList } from "./ranking_view.js";
import { ReasonsView } from "./reasons_view.js";
import { Selection } from "./selection.js";
import { text } from "./strings.js";
import { SummaryView } from "./summary_view.js";
import { TrendView } from "./trend_view.js";

export class DashboardCards {
    // change(part), look(part), addressOf(part), follow(part) and refresh() are the dashboard's.
    // onSelection() is called when figures of another selection begin to show, onTouchpoints(keys)
    // with those that it has.
    constructor({ places, mayNote, mayReadAnswers, dashboard, onSelection, onTouchpoints }) {
        Object.assign(this, { mayReadAnswers, dashboard, onSelection, onTouchpoints });
        const change = (part) => dashboard.change(part);
        this.selection = null; // what the figures are of
        this.reader = new CoverageReader();
        this.coverage = null; // of the selection; null where it is not known (yet)
        this.asOf = null;
        this.summary = new SummaryView();
        this.notes = new NotesView({ mayWrite: mayNote, onChange: () => dashboard.refresh() });
        this.trend = new TrendView({ onGrain: (by) => change({ by }), after: [this.notes.node] });
        this.histogram = new HistogramView();
        this.heat = new HeatView({ onMetric: (heat) => dashboard.look({ heat }) });
        this.reasons = new ReasonsView({ onView: (reasons) => dashboard.look({ reasons }) });
        this.funnel = new FunnelView();
        this.comparison = new ComparisonView({ onChange: change });
        this.order = new OrderView({ places, entryOf: (part, name) => ({ name,
            address: dashboard.addressOf(part), open: () => dashboard.follow(part) }) });
        this.touchpointList = new ScoreList({ id: "touchpoints", title: text.touchpointsTitle,
            caption: text.touchpointsCaption });
        this.kioskList = new ScoreList({ id: "kiosks", title: text.kiosksTitle,
            caption: text.kiosksCaption });
        this.nodes = [this.summary.node, this.trend.node, this.histogram.node,
            this.order.regions.node, this.order.stores.node, this.touchpointList.node,
            this.kioskList.node, this.reasons.node, this.funnel.node, this.heat.node,
            this.comparison.node];
        byId("cards").append(...this.nodes);
    }

    // What is chosen in the cards, and what of the chain and its touchpoints can be.
    choose(filter, choices) {
        this.comparison.showChoices(filter, choices);
        this.reasons.choose(filter.reasons);
        this.heat.choose(filter.heat);
    }

    // Nothing of the figures stays on the page.
    clear() {
        this.selection = null;
        byId("cards").hidden = true;
    }

    // Cards whose figures are of another selection are blank until theirs have come.
    enter(selection, nodes) {
        if (!selection.isSame(this.selection)) {
            this.nodes.forEach((node) => node.classList.add("is-awaited"));
            this.summary.forget();
            this.selection = selection;
            this.coverage = this.reader.known(selection.question);
            this.onSelection();
        }
        this.selection = selection;
        nodes.forEach((node) => node.classList.remove("is-awaited"));
    }

    // The score and the order of stores are asked for first, the coverage last.
    async load(selection, isLatest) {
        const { question } = selection;
        // One card's trouble is no trouble of the others, unless the server or the session is gone.
        const card = async (nodes, asking, show, fail) => {
            let words = fail;
            try {
                const answer = await asking;
                words = () => show(answer);
            } catch (error) {
                if (!(error instanceof ApiError) || error.status === 401 || error.status === 0) {
                    throw error;
                }
            }
            if (isLatest()) {
                this.enter(selection, nodes);
                await words();
            }
        };
        const scores = this.loadScores(selection, isLatest);
        const order = this.loadOrder(selection, card, scores);
        const rest = this.loadRest(selection, card, scores);
        const covered = card([], this.reader.of(question), (coverage) => this.cover(coverage),
            () => this.cover(null));
        await Promise.all([scores, order, rest, covered]);
    }

    // The scores do not wait for it: cards that come later ask for this.coverage.
    cover(coverage) {
        this.coverage = coverage;
        this.summary.showCoverage(coverage, this.selection.question.touchpoint);
        for (const card of [this.order, this.trend, this.heat, this.touchpointList]) {
            card.showCoverage(coverage);
        }
    }

    async loadScores(selection, isLatest) {
        const { filter: { marked }, question, subtitle } = selection;
        const [mine, others] = await Promise.all([nps(question),
            nps({ ...question, marked: marked ? "exclude" : "include" })]);
        if (!isLatest()) {
            return;
        }
        this.enter(selection, [this.summary.node, this.histogram.node]);
        [this.figures] = mine.rows;
        this.asOf = new Date(mine.as_of);
        byId("cards").hidden = false;
        byId("as-of").textContent = text.asOf(formatClock(this.asOf));
        this.summary.show({ figures: this.figures, other: others.rows[0], withMarked: marked,
            period: subtitle });
        await this.histogram.show({ figures: this.figures, subtitle,
            name: selection.fileName("histogram") });
    }

    // A card that has nothing to ask comes with the scores.
    loadOrder(selection, card, scores) {
        const show = (answer) => this.order.show(answer, { question: selection.question,
            coverage: this.coverage, fileName: (part) => selection.fileName(part) });
        return card([this.order.regions.node, this.order.stores.node],
            selection.isOne ? scores : ranking(selection.question), show, () => show(null));
    }

    loadRest(selection, card, scores) {
        const { filter, question, subtitle } = selection;
        return Promise.all([
            card([this.trend.node], Promise.all([
                trend({ ...question, by: grainOf(filter, question) }),
                notes({ ...question, touchpoint: undefined, marked: undefined })]),
            ([answer, noted]) => this.showTrend(answer, noted, selection),
            () => {
                this.summary.showChange(null);
                this.trend.figure.say(text.figureFailed);
            }),
            card([this.touchpointList.node], touchpoints({ ...question, touchpoint: undefined }),
                (answer) => this.showTouchpoints(answer, selection),
                () => this.touchpointList.node.hidden = true),
            card([this.kioskList.node], selection.isOne ? kiosks(question) : scores,
                (answer) => this.showKiosks(answer, selection),
                () => this.kioskList.node.hidden = true),
            card([this.heat.node], heatMap(question), (heat) => this.heat.show({ heat, subtitle,
                coverage: this.coverage, name: selection.fileName("hours") }), () => this.heat.say(text.figureFailed)),
            card([this.reasons.node], drivers({ ...question, language }),
                (answer) => this.reasons.show({ drivers: answer, days: formatDays(answer), subtitle,
                    name: selection.fileName("reasons") }),
                () => this.reasons.say(text.figureFailed)),
            card([this.funnel.node], funnel(question),
                (answer) => this.funnel.show({ funnel: answer, subtitle,
                    name: selection.fileName("funnel") }),
                () => this.funnel.say(text.figureFailed)),
            this.loadComparison(selection, card, scores),
        ]);
    }

    loadComparison(selection, card, scores) {
        const { filter, question, subtitle } = selection;
        const other = otherSide(filter, question);
        const nodes = [this.comparison.node];
        if (typeof other === "string") {
            const say = () => this.comparison.say(other === "open" ? text.compareOpen
                : text.compareChoose);
            return card(nodes, scores, say, say);
        }
        const sides = [question, Selection.second(question, other)];
        const sidesOf = (coverages) => coverages.map((coverage, i) =>
            ({ coverage, touchpoint: sides[i].touchpoint }));
        const compared = card(nodes, comparison({ ...question, ...other }), (answer) =>
            this.comparison.show({ comparison: answer, names: selection.comparedNames(other),
                covered: null, name: selection.fileName("comparison"), subtitle }),
        () => this.comparison.say(text.figureFailed));
        const coverages = Promise.all([...sides.map((side) => this.reader.of(side)), compared]);
        return card([], coverages,
            ([mine, others]) => this.comparison.showCoverage(sidesOf([mine, others])),
            () => this.comparison.showCoverage(sidesOf([null, null])));
    }

    async showTrend(answer, noted, selection) {
        this.summary.showChange(changeWords(answer));
        const marks = marksOf(answer, this.notes.show(noted, selection.question));
        await this.trend.show({ trend: answer, marks, coverage: this.coverage, subtitle: selection.subtitle,
            name: selection.fileName("trend") });
    }

    showTouchpoints({ rows, weighted }, selection) {
        const { dashboard } = this;
        const entries = rows.map((row) => ({ name: row.key || text.unnamedTouchpoint, figures: row,
            shareIn: (coverage) => coverage.ofTouchpoint(row.key),
            address: dashboard.addressOf({ touchpoint: row.key }),
            open: () => dashboard.change({ touchpoint: row.key }) }));
        this.touchpointList.node.hidden = entries.length < 2 && !weighted;
        this.touchpointList.show({ entries, name: selection.fileName("touchpoints"),
            coverage: this.coverage,
            hintOf: (coverage) => [weighted ? weightedWords(weighted, rows) : "",
                touchpointCoverageWords(coverage, entries)].filter(Boolean).join(" ") });
        this.onTouchpoints(rows.map((row) => row.key));
    }

    showKiosks(answer, selection) {
        this.kioskList.node.hidden = !answer || answer.rows.length === 0;
        if (answer) {
            this.kioskList.show({ name: selection.fileName("kiosks"),
                coverage: new Coverage({ from: answer.coverage_from, to: answer.coverage_to,
                    stores: answer.rows }),
                hintOf: (coverage) => text.kiosksHint(formatDays(coverage.days)),
                entries: answer.rows.map((row) => ({ name: row.name || text.unnamedKiosk,
                    note: row.stands ? null : row.channel ? text.broughtIn : text.kioskGone,
                    shareIn: (coverage) => coverage.shareOf([row.key]), figures: row, address: this.mayReadAnswers
                        ? `/answers${answersFragment({ ...selection.filter, kiosk: row.key })}`
                        : null })) });
        }
    }
}
