// The dashboard's life: who is signed in, and what to do about trouble.

import { ApiError, currentSession, regions, stores } from "./api.js";
import { Dashboard } from "./dashboard.js";
import { byId } from "./dom.js";
import { formatClock } from "./format.js";
import { showWho } from "./head.js";
import { listen } from "./live.js";
import { definitions, fillTexts } from "./page.js";
import { Places } from "./places.js";
import { showFailure, showTrouble } from "./signed_in.js";
import { text } from "./strings.js";

// Figures of many answers need no second; a page that stays open moves with them all the same.
const leastPause = 10_000;

let dashboard = null;
let live = null;
let lastRefresh = 0;
let waiting = 0;

const parts = ["dashboard", "live-state"];

function failed(error) {
    if (error instanceof ApiError && error.status === 0) {
        live?.doubt();
        showTrouble(dashboard?.asOf ? text.staleFigures(formatClock(dashboard.asOf))
            : text.unreachable);
        return;
    }
    if (error.status === 401) {
        forget();
    }
    showFailure(error, ...parts);
}

function forget() {
    live?.stop();
    live = null;
    dashboard?.clear();
}

function refreshSoon() {
    if (!waiting) {
        waiting = setTimeout(async () => {
            waiting = 0;
            lastRefresh = Date.now();
            await dashboard.refresh();
        }, Math.max(0, lastRefresh + leastPause - Date.now()));
    }
}

function showLiveState(isLive) {
    byId("live-state").hidden = false;
    byId("live-state").classList.toggle("is-live", isLive);
    byId("live-state").textContent = isLive ? text.live : text.notLive;
    if (isLive && !byId("trouble").hidden) {
        refreshSoon();
    }
}

async function start() {
    showTrouble("");
    try {
        const [session, allRegions, allStores] = await Promise.all([currentSession(), regions(),
            stores()]);
        showWho(session);
        byId("download").hidden = !session.export;
        byId("dashboard").hidden = false;
        dashboard ??= new Dashboard({
            places: new Places(allRegions, allStores, session.everywhere),
            mayNote: session.role !== "viewer",
            mayReadAnswers: session.role !== "viewer", onError: failed,
            onFresh: () => showTrouble("") });
        lastRefresh = Date.now();
        await dashboard.refresh();
        live ??= listen({ onChange: refreshSoon, onState: showLiveState });
    } catch (error) {
        failed(error);
    }
}

fillTexts();
document.title = text.title(text.dashboardTitle);
byId("reading").append(...definitions(text.dashboardReading));
// The part of the address after the # is the filter's.
byId("skip").addEventListener("click", (event) => {
    event.preventDefault();
    byId("main").focus();
});
byId("retry").addEventListener("click", () => (dashboard ? dashboard.refresh() : start()));
start();
