// The page of the API for people, drawn from the document that programs read.

import { currentSession, send } from "./api.js";
import { apiText as words } from "./api_strings.js";
import { operationView, schemaView } from "./api_view.js";
import { byId, element } from "./dom.js";
import { showWho } from "./head.js";
import { fillTexts } from "./page.js";
import { text } from "./strings.js";

let operations = [];

function show(description) {
    byId("title").textContent = description.info.title;
    byId("intro").textContent = description.info.description;
    const groups = new Map();
    for (const [path, methods] of Object.entries(description.paths)) {
        for (const [method, operation] of Object.entries(methods)) {
            const [tag] = operation.tags;
            const view = operationView(method, path, operation);
            groups.set(tag, [...(groups.get(tag) ?? []), view]);
            operations.push({ view, says: `${method} ${path} ${operation.summary}`.toLowerCase() });
        }
    }
    byId("operations").replaceChildren(...[...groups].sort(([a], [b]) => a.localeCompare(b))
        .map(([tag, views]) => element("section",
            { class: "stores api-group", "aria-labelledby": `group-${tag}` },
            element("div", { class: "section-head" }, element("h2", { id: `group-${tag}` }, tag)),
            ...views)));
    byId("schemas").hidden = false;
    byId("schema-list").replaceChildren(...Object.entries(description.components.schemas)
        .sort(([a], [b]) => a.localeCompare(b)).map(([name, schema]) => schemaView(name, schema)));
    find();
    openTarget();
}

// Shows what holds all the words that are looked for.
function find() {
    const wanted = byId("find").value.toLowerCase().split(/\s+/).filter(Boolean);
    let count = 0;
    for (const { view, says } of operations) {
        view.hidden = !wanted.every((word) => says.includes(word));
        count += view.hidden ? 0 : 1;
    }
    for (const group of byId("operations").children) {
        group.hidden = !group.querySelector("details:not([hidden])");
    }
    byId("found").textContent = words.found(count);
}

// What the address points at is open and in view.
function openTarget() {
    const target = location.hash && document.getElementById(location.hash.slice(1));
    if (target instanceof HTMLDetailsElement) {
        target.open = true;
        target.scrollIntoView();
        target.querySelector("summary").focus();
    }
}

// The description is for everybody; who is signed in sees that here too.
async function nameReader() {
    const session = await currentSession().catch(() => null);
    if (session) {
        showWho(session);
    }
}

async function load() {
    byId("trouble").hidden = true;
    operations = [];
    try {
        show(await send("GET", "/api/v1/openapi.json"));
    } catch (error) {
        byId("trouble").hidden = false;
        byId("trouble-text").textContent = words.unreachable;
    }
}

fillTexts(words);
document.title = text.title(words.apiTitle);
byId("find").addEventListener("input", find);
byId("find-form").addEventListener("submit", (event) => event.preventDefault());
byId("retry").addEventListener("click", load);
addEventListener("hashchange", openTarget);
nameReader();
await load();
