// The dashboard's figures: asks the server for what the filter says and shows it.

import { answersFragment } from "./answers_filter.js";
import { ApiError, comparison, drivers, exportAddress, funnel, heatMap, kiosks, nps, ranking,
    touchpoints, trend } from "./api.js";
import { ComparisonView } from "./comparison_view.js";
import { Coverage } from "./coverage.js";
import { dashboardFragment, fileName, grainOf, otherSide, parseDashboard, questionOf }
    from "./dashboard_filter.js";
import { DashboardBar } from "./dashboard_bar.js";
import { byId, element } from "./dom.js";
import { daysOf, isBackwards } from "./filter.js";
import { formatClock, formatDay, formatDays, formatPoints, formatRange } from "./format.js";
import { FunnelView } from "./funnel_view.js";
import { HeatView } from "./heat_view.js";
import { HistogramView } from "./histogram_view.js";
import { language } from "./language.js";
import { NotesView } from "./notes_view.js";
import { OrderView } from "./order_view.js";
import { ScoreList } from "./ranking_view.js";
import { ReasonsView } from "./reasons_view.js";
import { ReportDialog } from "./report_dialog.js";
import { text } from "./strings.js";
import { SummaryView } from "./summary_view.js";
import { TrendView } from "./trend_view.js";

export class Dashboard {
    // onError(error) is called when the figures cannot be had, onFresh() when they can.
    constructor({ places, mayNote, mayReadAnswers, onError, onFresh }) {
        Object.assign(this, { places, mayReadAnswers, onError, onFresh });
        this.asked = 0;
        this.touchpointNames = [];
        this.bar = new DashboardBar({ onChange: (part) => this.change(part),
            shownDays: () => daysOf(this.filter, this.places.today) });
        this.summary = new SummaryView();
        this.notes = new NotesView({ mayWrite: mayNote, onChange: () => this.refresh(),
            place: () => {
                const { store, region } = questionOf(this.filter, this.places.today);
                return { store, region };
            } });
        this.trend = new TrendView({ onGrain: (by) => this.change({ by }),
            after: [this.notes.node] });
        this.histogram = new HistogramView();
        this.heat = new HeatView({ onMetric: (heat) => this.look({ heat }) });
        this.reasons = new ReasonsView({ onView: (reasons) => this.look({ reasons }) });
        this.funnel = new FunnelView();
        this.comparison = new ComparisonView({ onChange: (part) => this.change(part) });
        this.order = new OrderView({ places, entryOf: (part, name) => ({ name,
            address: this.addressOf(part), open: () => {
                this.change(part);
                byId("main").focus();
            } }) });
        this.touchpointList = new ScoreList({ id: "touchpoints", title: text.touchpointsTitle,
            caption: text.touchpointsCaption });
        this.kioskList = new ScoreList({ id: "kiosks", title: text.kiosksTitle,
            caption: text.kiosksCaption, withCoverage: true });
        byId("cards").append(this.summary.node, this.trend.node, this.histogram.node,
            this.order.regions.node, this.order.stores.node, this.touchpointList.node,
            this.kioskList.node, this.reasons.node, this.funnel.node, this.heat.node,
            this.comparison.node);
        this.report = new ReportDialog({ place: () => ({
            store: this.filter.store || undefined,
            region: this.filter.store ? undefined : this.filter.region,
            name: byId("place-title").textContent }) });
        this.readAddress();
        addEventListener("popstate", () => {
            this.readAddress();
            this.refresh({ announce: true });
        });
    }

    readAddress() {
        this.filter = parseDashboard(location.hash);
        this.showControls();
    }

    change(part) {
        this.look(part);
        this.showControls();
        this.refresh({ announce: true });
    }

    // What needs no other figures: only the address follows.
    look(part) {
        this.filter = { ...this.filter, ...part };
        history.pushState(null, "", location.pathname + dashboardFragment(this.filter));
    }

    showControls() {
        const { filter, places } = this;
        const touchpointChoices = this.touchpointNames.map((key) =>
            [key, key || text.unnamedTouchpoint]);
        this.bar.show(filter, {
            regions: places.regionChoices(),
            stores: places.storeChoices(filter.region),
            touchpoints: touchpointChoices,
        });
        this.comparison.showChoices(filter, {
            store: places.storeChoices("").filter(([id]) => id !== filter.store),
            region: places.regionChoices().filter(([id]) => id !== filter.region),
            touchpoint: touchpointChoices.filter(([key]) => key !== filter.touchpoint),
        });
        this.reasons.choose(filter.reasons);
        this.heat.choose(filter.heat);
        this.showPlace();
    }

    showPlace() {
        const { filter, places } = this;
        const region = filter.store ? places.stores.get(filter.store)?.region : filter.region;
        const steps = [[text.wholeChain, { region: "", store: "" }],
            ...places.pathOf(region).map((id) => [places.regionName(id), { region: id, store: "" }])];
        if (filter.store) {
            steps.push([places.storeName(filter.store), {}]);
        }
        const [last] = steps.pop();
        byId("place-title").replaceChildren(element("bdi", { dir: "auto" }, last));
        byId("crumbs").hidden = steps.length === 0;
        byId("crumbs").replaceChildren(element("ol", {}, ...steps.map(([name, part]) =>
            element("li", {}, this.linkTo(part, name)))));
        byId("report").hidden = !filter.store && !filter.region;
        document.title = text.title(`${last} · ${this.periodWords()}`);
    }

    linkTo(part, name) {
        return element("a", { href: this.addressOf(part), onclick: (event) => {
            event.preventDefault();
            this.change(part);
            byId("main").focus();
        } }, element("bdi", { dir: "auto" }, name));
    }

    addressOf(part) {
        return location.pathname + dashboardFragment({ ...this.filter, ...part });
    }

    periodWords() {
        const { filter, places } = this;
        const days = formatDays(daysOf(filter, places.today));
        return filter.period === "custom" ? days || text.periods.all
            : [text.periods[filter.period], days].filter(Boolean).join(" · ");
    }

    // What every picture says under its title.
    subtitle() {
        const { filter } = this;
        return [byId("place-title").textContent, filter.touchpoint, this.periodWords(),
            filter.marked ? text.withMarked : text.withoutMarked].filter(Boolean).join(" · ");
    }

    fileName(part) {
        return fileName(part, this.filter, daysOf(this.filter, this.places.today));
    }

    // Nothing of the figures stays on the page.
    clear() {
        this.asked += 1;
        byId("cards").hidden = true;
    }

    async refresh({ announce = false } = {}) {
        if (isBackwards(this.filter)) {
            return;
        }
        const asked = ++this.asked;
        const question = questionOf(this.filter, this.places.today);
        const { store, region, from, to } = question;
        // All touchpoints, and marked answers with their marks.
        byId("download").href = exportAddress({ store, region, from, to });
        byId("cards").setAttribute("aria-busy", "true");
        try {
            await this.load(question, () => asked === this.asked);
            if (asked === this.asked) {
                this.onFresh();
                if (announce) {
                    byId("announcer").textContent = text.shown(this.periodWords(),
                        this.figures.n);
                }
            }
        } catch (error) {
            if (!(error instanceof ApiError)) {
                throw error;
            }
            if (asked === this.asked) {
                this.onError(error);
            }
        } finally {
            if (asked === this.asked) {
                byId("cards").setAttribute("aria-busy", "false");
            }
        }
    }

    // The score and the order of stores are asked for first, the coverage last; each is shown as it
    // comes.
    async load(question, isLatest) {
        const asOrder = { question, fileName: (part) => this.fileName(part) };
        const scores = this.showScores(question, isLatest);
        const isOne = Boolean(this.filter.store);
        const order = this.showOne({ asking: isOne ? null : ranking(question),
            show: (answer) => this.order.show(answer, asOrder),
            fail: () => this.order.show(null, asOrder), isLatest });
        const rest = this.loadRest(question, isLatest);
        // The summary tells that of one store alone.
        const covered = isOne ? null : this.showOne({
            asking: Promise.all([this.order.readCoverage(question), order]),
            show: ([coverage]) => this.order.showCoverage(coverage),
            fail: () => this.order.showCoverage(null), isLatest });
        await Promise.all([scores, order, rest, covered]);
    }

    async showScores(question, isLatest) {
        const { marked } = this.filter;
        const [mine, others] = await Promise.all([nps(question),
            nps({ ...question, marked: marked ? "exclude" : "include" })]);
        if (!isLatest()) {
            return;
        }
        [this.figures] = mine.rows;
        byId("cards").hidden = false;
        byId("as-of").textContent = text.asOf(formatClock(new Date(mine.as_of)));
        this.summary.show({ figures: this.figures, other: others.rows[0], withMarked: marked,
            period: this.subtitle() });
        await this.histogram.show({ figures: this.figures, subtitle: this.subtitle(),
            name: this.fileName("histogram") });
    }

    loadRest(question, isLatest) {
        const shown = (asking, show, fail) => this.showOne({ asking, show, fail, isLatest });
        return Promise.all([
            shown(Promise.all([trend({ ...question, by: grainOf(this.filter, question) }),
                this.notes.load(question)]),
            ([answer, noted]) => this.showTrend(answer, noted),
            () => this.trend.figure.say(text.figureFailed)),
            shown(touchpoints({ ...question, touchpoint: undefined }),
                (answer) => this.showTouchpoints(answer),
                () => this.touchpointList.node.hidden = true),
            shown(question.store ? kiosks(question) : null, (answer) => this.showKiosks(answer),
                () => this.kioskList.node.hidden = true),
            shown(heatMap(question), (heat) => this.heat.show({ heat, subtitle: this.subtitle(),
                name: this.fileName("hours") }), () => this.heat.say(text.figureFailed)),
            shown(drivers({ ...question, language }), (answer) => this.reasons.show({
                drivers: answer, days: formatDays(answer), subtitle: this.subtitle(),
                name: this.fileName("reasons") }), () => this.reasons.say(text.figureFailed)),
            shown(funnel(question), (answer) => this.showFunnel(answer),
                () => this.funnel.say(text.figureFailed)),
            this.loadComparison(question, shown),
        ]);
    }

    // One card's trouble is no trouble of the others, unless the server or the session is gone.
    async showOne({ asking, show, fail, isLatest }) {
        try {
            const answer = await asking;
            if (isLatest()) {
                await show(answer);
            }
        } catch (error) {
            if (!(error instanceof ApiError) || error.status === 401 || error.status === 0) {
                throw error;
            }
            if (isLatest()) {
                fail();
            }
        }
    }

    async showFunnel(answer) {
        this.summary.showCoverage(answer.tablets);
        await this.funnel.show({ funnel: answer, subtitle: this.subtitle(),
            name: this.fileName("funnel") });
    }

    async showTrend(answer, noted) {
        this.summary.showChange(changeWords(answer));
        await this.trend.show({ trend: answer, marks: marksOf(answer, noted),
            subtitle: this.subtitle(), name: this.fileName("trend") });
    }

    showTouchpoints({ rows, weighted }) {
        const entries = rows.map((row) => ({ name: row.key || text.unnamedTouchpoint, figures: row,
            address: this.addressOf({ touchpoint: row.key }),
            open: () => this.change({ touchpoint: row.key }) }));
        this.touchpointList.node.hidden = entries.length < 2 && !weighted;
        this.touchpointList.show({ entries, name: this.fileName("touchpoints"),
            hint: weighted ? weightedWords(weighted) : "" });
        this.touchpointNames = rows.map((row) => row.key);
        this.showControls();
    }

    showKiosks(answer) {
        this.kioskList.node.hidden = !answer || answer.rows.length === 0;
        if (answer) {
            this.kioskList.show({ name: this.fileName("kiosks"),
                coverage: new Coverage(answer),
                hint: text.kiosksHint(formatDays({ from: answer.coverage_from,
                    to: answer.coverage_to })),
                entries: answer.rows.map((row) => ({ name: row.name || text.unnamedKiosk,
                    note: row.stands ? null : row.channel ? text.broughtIn : text.kioskGone,
                    stores: [row.key], figures: row, address: this.mayReadAnswers
                        ? `/answers${answersFragment({ ...this.filter, kiosk: row.key })}`
                        : null })) });
        }
    }

    async loadComparison(question, shown) {
        const other = otherSide(this.filter, question);
        if (typeof other === "string") {
            this.comparison.say(other === "open" ? text.compareOpen : text.compareChoose);
            return;
        }
        await shown(comparison({ ...question, ...other }), (answer) =>
            this.comparison.show({ comparison: answer, names: this.comparedNames(question, other),
                name: this.fileName("comparison"), subtitle: this.subtitle() }),
        () => this.comparison.say(text.figureFailed));
    }

    comparedNames(question, other) {
        const { filter, places } = this;
        switch (filter.vs) {
        case "store":
            return [byId("place-title").textContent, places.storeName(filter.vsValue)];
        case "region":
            return [byId("place-title").textContent, places.regionName(filter.vsValue)];
        case "touchpoint":
            return [filter.touchpoint || text.allTouchpoints, filter.vsValue];
        default:
            return [formatDays(question) || text.periods.all,
                formatDays({ from: other.other_from || undefined, to: other.other_to || undefined })];
        }
    }
}

// The verdict on the last closed weeks, or why there is none.
function changeWords({ judgement, not_judged: refused }) {
    if (!judgement) {
        return { verdict: text.notJudged(refused) };
    }
    return {
        verdict: text.verdicts[judgement.verdict](formatPoints(judgement.delta),
            formatRange(judgement.low, judgement.high)),
        periods: text.judged(formatDays({ from: judgement.first, to: judgement.last }),
            formatDays({ from: judgement.before_first, to: judgement.before_last })),
    };
}

function weightedWords({ nps: score, low, high, missing }) {
    return score === null ? text.weightedMissing(missing)
        : text.weightedScore(formatPoints(score), formatRange(low, high));
}

// Everything that is marked on the line, in the order of its day.
function marksOf({ breaks, changes = [] }, noted) {
    const day = formatDay;
    return [
        ...noted,
        ...breaks.map((each) => ({ day: each.day, kind: "break",
            words: text.breakMark(day(each.day), each.checklist) })),
        ...changes.map((each) => ({ day: each.day, kind: each.direction,
            words: (each.direction === "fall" ? text.fallMark : text.riseMark)(day(each.day),
                day(each.earliest), day(each.latest),
                formatPoints(Math.abs(each.delta)).replace("+", "")) })),
    ].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}
