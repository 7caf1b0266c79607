// The page of the chain's structure: administrators change it, others read what they see of it.

import { currentSession, send } from "./api.js";
import { byId, element } from "./dom.js";
import { formatPoints, leftToRight, parting } from "./format.js";
import { showWho } from "./head.js";
import { fillTexts } from "./page.js";
import { treeOf } from "./structure_hours.js";
import { structureText as words } from "./structure_strings.js";
import * as view from "./structure_view.js";
import { showFailure, showTrouble } from "./signed_in.js";
import { text } from "./strings.js";

let mayChange = false;
const open = new Set(); // what is open, so that saving closes nothing

// Sends the rows; gives what to say. When all was taken, the page is drawn anew.
async function save(rows) {
    const report = await send("POST", "/api/v1/structure", rows);
    if (report.refusals.length > 0) {
        return view.refusalList(report.refusals);
    }
    if (report.changes.length === 0) {
        return words.unchanged;
    }
    const form = document.activeElement?.closest("form");
    const key = form?.closest("details")?.dataset.key;
    const section = form?.closest("#touchpoints, #chain")?.id;
    await show();
    byId("announcer").textContent = words.saved;
    // The form is another one now; whoever works by keyboard stays where they were.
    const again = key === undefined ? document.querySelector(`#${section} button[type="submit"]`)
        : [...document.querySelectorAll("details")].find((each) => each.dataset.key === key)
            ?.querySelector("summary");
    again?.focus();
    return words.saved;
}

// Something that opens onto its form or its facts, which are made when they are first asked for.
function opening(key, summary, content) {
    const out = element("details", { "data-key": key }, element("summary", {}, ...summary));
    const fill = () => {
        if (out.open && out.childElementCount === 1) {
            out.append(content());
        }
        open[out.open ? "add" : "delete"](key);
    };
    out.open = open.has(key);
    fill();
    out.addEventListener("toggle", fill);
    return out;
}

function storeItem(structure, store) {
    const facts = [leftToRight(store.id), leftToRight(store.timezone), store.target_nps
        ? words.targetIs(formatPoints(Number(store.target_nps))) : ""]
        .filter(Boolean).join(parting);
    return element("li", {}, opening(`store ${store.id}`,
        [element("strong", {}, element("bdi", { dir: "auto" }, store.name)),
            element("bdi", { class: "quiet", dir: "auto" }, facts)],
        () => (mayChange ? view.storeForm(structure, store, save)
            : view.storeFacts(structure, store))));
}

function regionItem(structure, { region, regions, stores }) {
    const name = [element("strong", {}, element("bdi", { dir: "auto" }, region.name)),
        element("span", { class: "quiet" }, words.region)];
    const within = element("ul", {}, ...regions.map((each) => regionItem(structure, each)),
        ...stores.map((each) => storeItem(structure, each)));
    return element("li", {}, mayChange
        ? opening(`region ${region.id}`, name, () => view.regionForm(structure, region, save))
        : element("p", { class: "region-name" }, ...name), within);
}

function draw(structure) {
    const outside = structure.stores.filter((store) =>
        !structure.regions.some((region) => region.id === store.region));
    byId("tree").replaceChildren(element("ul", { class: "tree" },
        ...treeOf(structure).map((each) => regionItem(structure, each)),
        ...outside.map((each) => storeItem(structure, each))));
    byId("additions").replaceChildren(...mayChange ? [
        ["new region", words.newRegion, () => view.regionForm(structure, null, save)],
        ["new store", words.newStore, () => view.storeForm(structure, null, save)],
    ].map(([key, title, content]) => {
        const out = opening(key, [title], content);
        out.className = "new-user";
        return out;
    }) : []);
    byId("touchpoints").replaceChildren(mayChange ? view.touchpointForm(structure, save)
        : view.touchpointFacts(structure));
    byId("chain").replaceChildren(mayChange ? view.chainForm(structure, save)
        : view.chainFacts(structure));
}

async function show() {
    draw(await send("GET", "/api/v1/structure"));
}

async function start() {
    showTrouble("");
    try {
        const session = await currentSession();
        byId("sign-in-first").hidden = Boolean(session);
        byId("structure").hidden = !session;
        if (!session) {
            return;
        }
        mayChange = session.role === "admin";
        showWho(session);
        await show();
    } catch (error) {
        showFailure(error, "structure");
    }
}

fillTexts(words);
document.title = text.title(words.structureTitle);
byId("skip").addEventListener("click", (event) => {
    event.preventDefault();
    byId("main").focus();
});
byId("retry").addEventListener("click", start);
start();
