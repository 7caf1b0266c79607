// The head of every page: the ways to the others, the language, who is signed in and the way out.

import { signOut } from "./api.js";
import { byId, element } from "./dom.js";
import { language, languageName, offered, setLanguage } from "./language.js";
import { showTrouble } from "./signed_in.js";
import { text } from "./strings.js";

const views = [
    ["/", text.scoresView],
    ["/dashboard", text.dashboardView],
    ["/measurements", text.measurementsView],
    ["/comments", text.commentsView],
    ["/ledger", text.ledgerView],
    ["/devices", text.devicesView],
    ["/contacts", text.contactsView],
    ["/structure", text.structureView],
];
// The others have nothing for them.
const viewersViews = ["/", "/dashboard", "/measurements", "/structure"];

function linkTo([address, name]) {
    return element("a", { href: address,
        "aria-current": address === location.pathname ? "page" : null }, name);
}

function languageChoice() {
    const choice = element("select", { id: "language" }, ...offered.map((code) =>
        element("option", { value: code, lang: code }, languageName(code))));
    choice.value = language;
    choice.addEventListener("change", () => setLanguage(choice.value));
    return element("label", { class: "language" },
        element("span", { class: "only-read" }, text.languageLabel), choice);
}

// Ends the session wherever one is; the page of scores says so and asks to sign in.
async function leave() {
    try {
        await signOut();
    } catch (error) {
        if (error.status !== 401) {
            showTrouble(text.signOutFailed);
            return;
        }
    }
    location.assign("/?signed-out");
}

// Who is signed in, which opens what there is to do about that.
function whoMenu() {
    const way = element("button", { type: "button", class: "button", id: "sign-out" }, text.signOut);
    way.addEventListener("click", leave);
    const summary = element("summary", {},
        element("bdi", { id: "who-name" }), element("span", { class: "only-read" }, text.account),
        element("span", { class: "chevron" }));
    const menu = element("details", { class: "who-menu", id: "who", hidden: true }, summary,
        element("div", { class: "who-ways" }, element("p", { class: "quiet", id: "who-role" }),
            linkTo(["/access", text.account]), way));
    menu.addEventListener("keydown", (event) => {
        if (event.key === "Escape" && menu.open) {
            menu.open = false;
            summary.focus();
        }
    });
    // Whoever goes on elsewhere has done with it.
    for (const kind of ["focusin", "pointerdown"]) {
        document.addEventListener(kind, ({ target }) => {
            menu.open &&= menu.contains(target);
        });
    }
    return menu;
}

// Fills the head of a page, which names nobody yet.
export function fillHead() {
    byId("head").append(
        element("nav", { class: "views", id: "views", "aria-label": text.views },
            ...views.map(linkTo)),
        element("p", { class: "state", id: "live-state", hidden: true }),
        element("div", { class: "who" }, languageChoice(), whoMenu()));
}

export function showWho(session) {
    byId("who").hidden = false;
    byId("who-name").textContent = session.name;
    byId("who-role").textContent = text.roles[session.role] ?? session.role;
    byId("views").hidden = false;
    for (const link of byId("views").children) {
        link.hidden = session.role === "viewer"
            && !viewersViews.includes(link.getAttribute("href"));
    }
}

// On the page that asks to sign in nothing else is near.
export function showNobody() {
    for (const id of ["who", "live-state", "views"]) {
        byId(id).hidden = true;
    }
}
