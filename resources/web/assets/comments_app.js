// The page of comments: who is signed in, what is looked for, and what is found.

import { comments, commentWords, currentSession, regions, stores, touchpoints }
    from "./api.js";
import { commentsFragment, commentsQuestion, parseComments, writers } from "./comments_filter.js";
import { words } from "./comments_strings.js";
import { commentItem } from "./comments_view.js";
import { DashboardBar } from "./dashboard_bar.js";
import { fileName } from "./dashboard_filter.js";
import { byId, element } from "./dom.js";
import { daysOf, isBackwards } from "./filter.js";
import { showWho } from "./head.js";
import { fillTexts } from "./page.js";
import { Places } from "./places.js";
import { showFailure, showTrouble } from "./signed_in.js";
import { text } from "./strings.js";
import { WordsView } from "./words_view.js";

const mayRead = ["admin", "regional", "manager"];
const typingPause = 350;

let places = null;
let bar = null;
let wordsView = null;
let touchpointChoices = [];
let next = null;
let asked = 0;
let typing = 0;

const filter = () => parseComments(location.hash);

const failed = (error) => showFailure(error, "comments");

// A changed filter goes into the address, which shows it.
function change(part) {
    const now = { ...filter(), ...part };
    const address = commentsFragment(now);
    if (address === location.hash) {
        return;
    }
    history.pushState(null, "", address || location.pathname);
    show();
}

function search(word) {
    byId("q").value = word;
    change({ q: word });
    byId("q").focus();
}

function showFilter(now) {
    bar.show(now, { everyStore: places.everyStore, regions: places.regionChoices(),
        stores: places.storeChoices(now.region), touchpoints: touchpointChoices });
    if (byId("q") !== document.activeElement || byId("q").value.trim() !== now.q) {
        byId("q").value = now.q;
    }
    byId("score").value = now.score;
}

// What was found with another filter than the one above is not shown.
function blank(isBlank) {
    for (const card of byId("comments").querySelectorAll(".card")) {
        card.classList.toggle("is-awaited", isBlank);
    }
    byId("list-title").textContent = words.commentsTitle;
}

function showFound(page, isFirst) {
    if (isFirst) {
        byId("list").replaceChildren();
    }
    const before = byId("list").children.length;
    byId("list").append(...page.comments.map((each) => commentItem(each, places)));
    next = page.next;
    const found = words.found(page.found, page.found_is_least);
    byId("list-title").textContent = found;
    byId("held-back").hidden = page.held_back === 0;
    byId("held-back").textContent = words.heldBack(page.held_back);
    byId("nothing").hidden = byId("list").children.length > 0;
    byId("nothing").textContent = filter().q ? words.notFound : words.nothing;
    byId("more").hidden = next === null;
    byId("announcer").textContent = words.shown(byId("list").children.length, found);
    if (!isFirst) {
        const first = byId("list").children[before];
        first.tabIndex = -1;
        first.focus();
    }
}

async function showWords(question, mine) {
    const isPlace = Boolean(question.store || question.region);
    const answers = await Promise.all([commentWords(question),
        isPlace && places.stores.size > 1 ? commentWords({ ...question, compare: "place" }) : null]);
    if (mine !== asked) {
        return;
    }
    const [all, byPlace] = answers;
    const name = fileName(`words${question.score ? `-${question.score}` : ""}`, filter(), question);
    wordsView.show({ all, byScore: question.score ? null : all, byPlace, name });
}

async function show() {
    const mine = ++asked;
    const now = filter();
    showFilter(now);
    if (isBackwards(now)) {
        return;
    }
    const question = commentsQuestion(now, places.today);
    try {
        const page = await comments(question);
        if (mine !== asked) {
            return;
        }
        showTrouble("");
        blank(false);
        showFound(page, true);
        await showWords(question, mine);
    } catch (error) {
        if (mine === asked) {
            blank(true);
            failed(error);
        }
    }
}

async function showMore() {
    const mine = asked;
    try {
        const page = await comments({ ...commentsQuestion(filter(), places.today), after: next });
        if (mine === asked) {
            showFound(page, false);
        }
    } catch (error) {
        failed(error);
    }
}

function build() {
    bar ??= new DashboardBar({ onChange: change,
        shownDays: () => daysOf(filter(), places.today) });
    wordsView ??= new WordsView({ onChoose: search });
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
        byId("comments").hidden = !mayRead.includes(session.role);
        if (byId("comments").hidden) {
            return;
        }
        const [allRegions, allStores, points] = await Promise.all([regions(), stores(),
            touchpoints({})]);
        places = new Places(allRegions, allStores, session.everywhere);
        touchpointChoices = points.rows.filter(({ key }) => key).map(({ key }) => [key, key]);
        build();
        await show();
    } catch (error) {
        failed(error);
    }
}

fillTexts(words);
document.title = text.title(words.commentsTitle);
byId("score").append(element("option", { value: "" }, words.everybody),
    ...writers.map((value) => element("option", { value }, words[value])));
byId("skip").addEventListener("click", (event) => {
    event.preventDefault();
    byId("main").focus();
});
byId("q").addEventListener("input", (event) => {
    clearTimeout(typing);
    typing = setTimeout(() => change({ q: event.target.value.trim() }), typingPause);
});
byId("filters").addEventListener("submit", () => {
    clearTimeout(typing);
    change({ q: byId("q").value.trim() });
});
byId("filters").addEventListener("submit", (event) => event.preventDefault());
byId("score").addEventListener("change", (event) => change({ score: event.target.value }));
byId("show-more").addEventListener("click", showMore);
byId("retry").addEventListener("click", () => (places ? show() : start()));
addEventListener("popstate", () => places && show());
addEventListener("hashchange", () => places && show());
start();
