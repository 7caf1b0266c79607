// The ledger's page: who is signed in, what they may see, and what to do about trouble.

import { currentSession, stores } from "./api.js";
import { byId, element } from "./dom.js";
import { showWho } from "./head.js";
import { KeptChoices } from "./kept_choices.js";
import { LedgerView } from "./ledger_view.js";
import { definitions, fillTexts } from "./page.js";
import { QuarantineView } from "./quarantine_view.js";
import { everyStore } from "./places.js";
import { askToSignIn, showFailure, showTrouble } from "./signed_in.js";
import { text } from "./strings.js";

const seesLedger = ["admin", "regional"];
const seesQuarantine = [...seesLedger, "manager"];

let ledgerView = null;
let quarantineView = null;
let shown = ""; // the selection of what is on the page
const choices = new KeptChoices({ store: byId("store"), all: byId("all-chains") }, refresh);

const parts = ["ledger", "quarantine"];
const failed = (error) => showFailure(error, ...parts);

function selection() {
    return { store: byId("store").value || undefined, all: byId("all-chains").checked };
}

// What is of another selection than the one above is not shown.
function blank(isBlank) {
    for (const part of document.querySelectorAll("#ledger > section, #kept-aside")) {
        part.classList.toggle("is-awaited", isBlank);
    }
}

async function refresh() {
    showTrouble("");
    const chosen = selection();
    const name = JSON.stringify(chosen);
    blank(name !== shown);
    try {
        await Promise.all([ledgerView?.show(chosen), quarantineView?.show({ store: chosen.store })]);
        if (name === JSON.stringify(selection())) {
            shown = name;
            blank(false);
        }
    } catch (error) {
        failed(error);
    }
}

async function fillStores(everywhere) {
    const all = await stores();
    const names = new Map(all.map(({ id, name }) => [id, name]));
    byId("store").replaceChildren(element("option", { value: "" }, everyStore(everywhere)),
        ...all.map(({ id, name }) => element("option", { value: id, dir: "auto" }, name)));
    return names;
}

async function start() {
    showTrouble("");
    try {
        const session = await currentSession();
        if (!session) {
            askToSignIn(...parts);
            return;
        }
        showWho(session);
        byId("not-for-you").hidden = seesLedger.includes(session.role);
        const names = await fillStores(session.everywhere);
        choices.read();
        if (seesLedger.includes(session.role)) {
            byId("ledger").hidden = false;
            ledgerView ??= new LedgerView({ names, onError: failed });
        }
        if (seesQuarantine.includes(session.role)) {
            byId("quarantine").hidden = false;
            quarantineView ??= new QuarantineView({ names, onError: failed });
        }
        await refresh();
    } catch (error) {
        failed(error);
    }
}

fillTexts();
document.title = text.title(text.ledgerTitle);
byId("terms").append(...definitions(text.terms));
byId("skip").addEventListener("click", (event) => {
    event.preventDefault();
    byId("main").focus();
});
byId("retry").addEventListener("click", start);
byId("filters").addEventListener("change", () => {
    choices.write();
    refresh();
});
byId("filters").addEventListener("submit", (event) => event.preventDefault());
start();
