// The dashboard: what is chosen, in its address, and above the figures what they are of.

import { ApiError, exportAddress } from "./api.js";
import { DashboardBar } from "./dashboard_bar.js";
import { DashboardCards } from "./dashboard_cards.js";
import { dashboardFragment, parseDashboard } from "./dashboard_filter.js";
import { byId, element } from "./dom.js";
import { daysOf, isBackwards } from "./filter.js";
import { isolated, parting } from "./format.js";
import { ReportDialog } from "./report_dialog.js";
import { Selection } from "./selection.js";
import { text } from "./strings.js";

export class Dashboard {
    // onError(error) is called when the figures cannot be had, onFresh() when they can.
    constructor({ places, mayNote, mayReadAnswers, onError, onFresh }) {
        Object.assign(this, { places, onError, onFresh });
        this.asked = 0;
        this.touchpointNames = [];
        this.bar = new DashboardBar({ onChange: (part) => this.change(part),
            shownDays: () => daysOf(this.filter, places.today) });
        this.cards = new DashboardCards({ places, mayNote, mayReadAnswers, dashboard: this,
            onSelection: () => this.showHeading(),
            onTouchpoints: (names) => {
                this.touchpointNames = names;
                this.showControls();
            } });
        this.report = new ReportDialog({ place: () => {
            const { filter, place } = this.shown;
            return { store: filter.store || undefined,
                region: filter.store ? undefined : filter.region, name: place };
        } });
        this.readAddress();
        addEventListener("popstate", () => {
            this.readAddress();
            this.refresh({ announce: true });
        });
    }

    readAddress() {
        this.filter = parseDashboard(location.hash);
        this.showControls();
        this.showHeading();
    }

    change(part) {
        this.look(part);
        this.showControls();
        this.refresh({ announce: true });
    }

    // As change(), from a link that leaves the page's focus behind.
    follow(part) {
        this.change(part);
        byId("main").focus();
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
            everyStore: places.everyStore,
            regions: places.regionChoices(),
            stores: places.storeChoices(filter.region),
            touchpoints: touchpointChoices,
        });
        this.cards.choose(filter, {
            store: places.storeChoices("").filter(([id]) => id !== filter.store),
            region: places.regionChoices().filter(([id]) => id !== filter.region),
            touchpoint: touchpointChoices.filter(([key]) => key !== filter.touchpoint),
        });
    }

    // What the figures are of: without any, what is chosen.
    get shown() {
        return this.cards.selection ?? new Selection(this.filter, this.places);
    }

    showHeading() {
        const { shown } = this;
        const { filter, question: { store, region, from, to } } = shown;
        const steps = shown.path();
        const [last] = steps.pop();
        byId("place-title").replaceChildren(element("bdi", { dir: "auto" }, last));
        byId("crumbs").hidden = steps.length === 0;
        byId("crumbs").replaceChildren(element("ol", {}, ...steps.map(([name, part]) =>
            element("li", {}, this.linkTo(part, name)))));
        byId("report").hidden = !filter.store && !filter.region;
        // All touchpoints, and marked answers with their marks.
        byId("download").href = exportAddress({ store, region, from, to });
        document.title = text.title(`${last}${parting}${shown.period}`);
    }

    linkTo(part, name) {
        return element("a", { href: this.addressOf(part), onclick: (event) => {
            event.preventDefault();
            this.follow(part);
        } }, element("bdi", { dir: "auto" }, name));
    }

    addressOf(part) {
        return location.pathname + dashboardFragment({ ...this.filter, ...part });
    }

    // Nothing of the figures stays on the page.
    clear() {
        this.asked += 1;
        this.cards.clear();
    }

    // When the figures on the page were read; null without any.
    get asOf() {
        return this.cards.selection ? this.cards.asOf : null;
    }

    async refresh({ announce = false } = {}) {
        if (isBackwards(this.filter)) {
            return;
        }
        const asked = ++this.asked;
        const selection = new Selection(this.filter, this.places);
        byId("cards").setAttribute("aria-busy", "true");
        try {
            await this.cards.load(selection, () => asked === this.asked);
            if (asked === this.asked) {
                this.onFresh();
                // Of a change in a card the card tells.
                if (announce && !byId("cards").contains(document.activeElement)) {
                    byId("announcer").textContent = text.shown(isolated(selection.place), selection.period,
                        this.cards.figures.n);
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
}
