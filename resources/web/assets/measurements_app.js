// The page of measurements beside the score of a purchase.

import { currentSession, measurements, regions, stores } from "./api.js";
import { DashboardBar } from "./dashboard_bar.js";
import { fileName } from "./dashboard_filter.js";
import { byId, focusAgain } from "./dom.js";
import { isBackwards } from "./filter.js";
import { formatDays } from "./format.js";
import { showWho } from "./head.js";
import { language } from "./language.js";
import { measurementsFragment, measurementsQuestions, parseMeasurements }
    from "./measurements_filter.js";
import { measureText as words } from "./measurements_strings.js";
import { measuredCards, withSingle } from "./measurements_view.js";
import { fillTexts } from "./page.js";
import { Places } from "./places.js";
import { showFailure, showTrouble } from "./signed_in.js";
import { text } from "./strings.js";

let places = null;
let bar = null;
let shown = {};
let asked = 0;

const filter = () => parseMeasurements(location.hash);
const failed = (error) => showFailure(error, "measurements");

// A changed filter goes into the address, which shows it.
function change(part) {
    const address = measurementsFragment({ ...filter(), ...part });
    if (address !== location.hash) {
        history.pushState(null, "", address || location.pathname);
        show();
    }
}

function showAnswer(answer, now) {
    shown = { from: answer.from, to: answer.to };
    const days = formatDays(shown);
    byId("days").textContent = words.ofDays(days);
    const held = document.activeElement?.closest("#kinds .card")?.id;
    byId("kinds").replaceChildren(...measuredCards(answer, { period: days,
        nameOf: (part) => fileName(part, now, shown),
        onRead: (checklist) => change({ checklist }) }));
    if (held) {
        focusAgain(byId(held)); // it went with the button that was pressed
    }
    byId("announcer").textContent = words.shown(days);
}

async function show() {
    const mine = ++asked;
    const now = filter();
    bar.show(now, { everyStore: places.everyStore, regions: places.regionChoices(),
        stores: places.storeChoices(now.region), touchpoints: [] });
    if (isBackwards(now)) {
        return;
    }
    const { all, single } = measurementsQuestions(now, places.today, language);
    byId("kinds").setAttribute("aria-busy", "true");
    try {
        const [answer, ofOne] = await Promise.all([measurements(all),
            single ? measurements(single) : null]);
        if (mine !== asked) {
            return;
        }
        showTrouble("");
        showAnswer(ofOne ? withSingle(answer, ofOne) : answer, now);
    } catch (error) {
        if (mine === asked) {
            byId("kinds").replaceChildren();
            failed(error);
        }
    } finally {
        if (mine === asked) {
            byId("kinds").setAttribute("aria-busy", "false");
        }
    }
}

async function start() {
    showTrouble("");
    try {
        const session = await currentSession();
        byId("sign-in-first").hidden = Boolean(session);
        if (!session) {
            return;
        }
        showWho(session);
        byId("measurements").hidden = false;
        places = new Places(...await Promise.all([regions(), stores()]), session.everywhere);
        bar ??= new DashboardBar({ onChange: change, shownDays: () => shown });
        await show();
    } catch (error) {
        failed(error);
    }
}

fillTexts(words);
document.title = text.title(words.measurementsTitle);
byId("skip").addEventListener("click", (event) => {
    event.preventDefault();
    byId("main").focus();
});
byId("retry").addEventListener("click", () => (places ? show() : start()));
addEventListener("popstate", () => places && show());
addEventListener("hashchange", () => places && show());
start();
