// The page of single answers: who is signed in, of which store and kiosk, and what was answered.

import { answers, currentSession, kiosks, regions, stores, touchpoints } from "./api.js";
import { answersFragment, answersQuestion, parseAnswers } from "./answers_filter.js";
import { words } from "./answers_strings.js";
import { answerItem } from "./answers_view.js";
import { writers } from "./comments_filter.js";
import { DashboardBar } from "./dashboard_bar.js";
import { dashboardFragment } from "./dashboard_filter.js";
import { byId, element } from "./dom.js";
import { daysOf, isBackwards } from "./filter.js";
import { showWho } from "./head.js";
import { language } from "./language.js";
import { fillTexts } from "./page.js";
import { Places } from "./places.js";
import { showFailure, showTrouble } from "./signed_in.js";
import { text } from "./strings.js";

const mayRead = ["admin", "regional", "manager"];

let places = null;
let bar = null;
let touchpointChoices = [];
let next = null;
let asked = 0;

const filter = () => parseAnswers(location.hash);

const failed = (error) => showFailure(error, "answers");

// A changed filter goes into the address, which shows it. A kiosk is of its store.
function change(part) {
    const kiosk = "store" in part || "region" in part ? { kiosk: "" } : {};
    const address = answersFragment({ ...filter(), ...kiosk, ...part });
    if (address !== location.hash) {
        history.pushState(null, "", address || location.pathname);
        show();
    }
}

function showFilter(now) {
    bar.show(now, { everyStore: places.everyStore, regions: places.regionChoices(),
        stores: places.storeChoices(now.region), touchpoints: touchpointChoices });
    byId("score").value = now.score;
    byId("back").href = `/dashboard${dashboardFragment(now)}`;
    byId("place-title").textContent = now.store ? places.storeName(now.store)
        : words.answersTitle;
}

function showKiosks(rows, chosen) {
    byId("kiosk-field").hidden = rows.length === 0;
    byId("kiosk").replaceChildren(element("option", { value: "" }, words.everyKiosk),
        ...rows.map(({ key, name }) => element("option", { value: key, dir: "auto" },
            name || text.unnamedKiosk)));
    byId("kiosk").value = chosen;
}

function showAnswers(page, isFirst) {
    const list = byId("list");
    if (isFirst) {
        list.replaceChildren();
        byId("held-back").hidden = page.held_back === 0;
        byId("held-back").textContent = words.answersHeld(page.held_back);
    }
    const before = list.children.length;
    list.append(...page.answers.map(answerItem));
    next = page.next;
    byId("nothing").hidden = list.children.length > 0;
    byId("nothing").textContent = words.answersNone;
    byId("more").hidden = next === null;
    byId("announcer").textContent = words.answersShown(list.children.length);
    if (!isFirst && list.children[before]) {
        list.children[before].tabIndex = -1;
        list.children[before].focus();
    }
}

function askForStore() {
    byId("list").replaceChildren();
    byId("held-back").hidden = byId("more").hidden = byId("kiosk-field").hidden = true;
    byId("nothing").hidden = false;
    byId("nothing").textContent = words.answersChoose;
}

async function show() {
    const mine = ++asked;
    const now = filter();
    showFilter(now);
    if (isBackwards(now)) {
        return;
    }
    if (!now.store) {
        askForStore();
        return;
    }
    const question = answersQuestion(now, places.today);
    try {
        const [page, all] = await Promise.all([answers({ ...question, language }),
            kiosks({ ...question, kiosk: undefined, score: undefined })]);
        if (mine === asked) {
            showTrouble("");
            byId("list-card").classList.remove("is-awaited");
            showKiosks(all.rows, now.kiosk);
            showAnswers(page, true);
        }
    } catch (error) {
        if (mine === asked) {
            byId("list-card").classList.add("is-awaited"); // it is of another filter
            failed(error);
        }
    }
}

async function showMore() {
    const mine = asked;
    try {
        const page = await answers({ ...answersQuestion(filter(), places.today), language,
            after: next });
        if (mine === asked) {
            showAnswers(page, false);
        }
    } catch (error) {
        failed(error);
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
        byId("not-for-you").hidden = mayRead.includes(session.role);
        byId("answers").hidden = !mayRead.includes(session.role);
        if (byId("answers").hidden) {
            return;
        }
        const [allRegions, allStores, points] = await Promise.all([regions(), stores(),
            touchpoints({})]);
        places = new Places(allRegions, allStores, session.everywhere);
        touchpointChoices = points.rows.filter(({ key }) => key).map(({ key }) => [key, key]);
        bar ??= new DashboardBar({ onChange: change,
            shownDays: () => daysOf(filter(), places.today) });
        await show();
    } catch (error) {
        failed(error);
    }
}

fillTexts(words);
document.title = text.title(words.answersTitle);
byId("score").append(element("option", { value: "" }, words.everybody),
    ...writers.map((value) => element("option", { value }, words[value])));
byId("skip").addEventListener("click", (event) => {
    event.preventDefault();
    byId("main").focus();
});
byId("score").addEventListener("change", (event) => change({ score: event.target.value }));
byId("kiosk").addEventListener("change", (event) => change({ kiosk: event.target.value }));
byId("show-more").addEventListener("click", showMore);
byId("retry").addEventListener("click", () => (places ? show() : start()));
addEventListener("popstate", () => places && show());
addEventListener("hashchange", () => places && show());
start();
