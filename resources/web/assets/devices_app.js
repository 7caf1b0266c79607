// The page of the tablets: how they are, for all who may see them; labels, PINs and what tablets
// are given, for administrators.

import { ApiError, currentSession, send, stores } from "./api.js";
import { devicesText as words } from "./devices_strings.js";
import { sumOf } from "./devices_sum.js";
import { labelSheet, pinList, publicationList, storeOptions, tabletList } from "./devices_view.js";
import { byId, element, focusAgain } from "./dom.js";
import { say } from "./form_message.js";
import { showWho } from "./head.js";
import { KeptChoices } from "./kept_choices.js";
import { fillTexts } from "./page.js";
import { everyStore } from "./places.js";
import { reasonOf, showFailure, showTrouble } from "./signed_in.js";
import { text } from "./strings.js";

const readAgainAfter = 60_000;
const settingChoice = "setting";
let isAdministrator = false;
let shops = [];
let page = null; // what was read of the tablets last
const choices = new KeptChoices({ store: byId("tablets-store"), look: byId("tablets-look") },
    () => readTablets().catch(failed));

function failed(error) {
    if (error.status === 403) {
        showTrouble(words.notForYou);
    } else {
        showFailure(error, "tablets", "administration");
    }
}

// What a form says makes no sense; told in the page's own words.
class FormError extends ApiError {
    constructor(message, field) {
        super(400, "", message);
        this.field = field;
    }
}

// Runs what a form asks for; what the server refuses is said beside it.
async function trying(id, work, field = null) {
    try {
        await work();
    } catch (error) {
        if (!(error instanceof ApiError) || error.status === 401) {
            failed(error);
        } else {
            say(byId(id), error instanceof FormError ? error.message : reasonOf(error),
                error.field ?? field);
        }
    }
}

async function readTablets() {
    const store = byId("tablets-store").value;
    const search = new URLSearchParams(store ? { store } : {});
    if (page?.store !== store) {
        byId("tablets-sum").textContent = "";
        byId("tablet-list").replaceChildren();
    }
    const devices = [];
    let answer;
    do {
        answer = await send("GET", `/api/v1/devices?${search}`);
        devices.push(...answer.devices);
        search.set("after", answer.next);
    } while (answer.next !== null);
    if (store === byId("tablets-store").value) {
        page = { store, devices, now: answer.as_of };
        showTablets();
    }
}

function showTablets() {
    const toLookAt = page.devices.filter((each) => each.attention.length > 0);
    byId("tablets-sum").textContent = sumOf(page.devices, page.now);
    // Those to look at first.
    const shown = byId("tablets-look").checked ? toLookAt
        : [...page.devices].sort((a, b) => b.attention.length - a.attention.length);
    byId("tablet-list").replaceChildren(tabletList(shown, { stores: shops, now: page.now,
        actions: isAdministrator ? actions : null,
        empty: page.devices.length > 0 ? words.noneToLookAt : words.noTablets }));
}

const path = (device) => `/api/v1/devices/${encodeURIComponent(device.id)}`;

// The list is another one now; whoever works by keyboard stays with the same tablet.
function stayWith(device, said) {
    const tablet = byId("tablet-list").querySelector(`[data-device="${CSS.escape(device.id)}"]`);
    focusAgain(tablet?.querySelector("summary") ?? byId("tablets-store"));
    byId("announcer").textContent = said;
    return said;
}

const actions = {
    async change(device, body) {
        await send("PATCH", path(device), body);
        await readTablets();
        return stayWith(device, words.saved);
    },
    async replace(device) {
        showLabels([await send("POST", `${path(device)}/replace`, { server: serverAddress() })]);
        return words.done;
    },
    async revoke(device) {
        await send("POST", `${path(device)}/revoke`);
        await readTablets();
        return stayWith(device, words.done);
    },
    async restore(device) {
        await send("POST", `${path(device)}/restore`);
        await readTablets();
        return stayWith(device, words.done);
    },
};

const serverAddress = () => byId("labels-server").value;

function showLabels(labels) {
    byId("label-list").replaceChildren(...labelSheet(labels));
    byId("label-sheet").hidden = false;
    byId("label-sheet").scrollIntoView({ block: "nearest" });
}

function makeLabels(event) {
    event.preventDefault();
    const store = byId("labels-store").value;
    const name = byId("labels-name").value.trim();
    const count = Number(byId("labels-count").value);
    const tablets = Array.from({ length: count }, (_, i) =>
        ({ store, name: name && count > 1 ? `${name} ${i + 1}` : name }));
    return trying("labels-message", async () => {
        const made = await send("POST", "/api/v1/devices/codes",
            { server: serverAddress(), tablets });
        say(byId("labels-message"), "");
        showLabels(made.labels);
    });
}

async function readPins() {
    const { pins } = await send("GET", "/api/v1/pins");
    byId("pin-list").replaceChildren(pinList(pins, shops, (pin) => trying("pin-message", async () => {
        await send("DELETE", pinPath(pin.store, pin.role));
        await readPins();
        say(byId("pin-message"), words.done);
        focusAgain(byId("pin-list").querySelector("button") ?? byId("pin-store"));
    })));
}

const pinPath = (store, role) => `/api/v1/stores/${encodeURIComponent(store)}/pins/${role}`;

function setPin(event) {
    event.preventDefault();
    return trying("pin-message", async () => {
        const store = byId("pin-store").value;
        await send("PUT", pinPath(store, byId("pin-role").value), { pin: byId("pin-value").value });
        byId("pin-value").value = "";
        await readPins();
        say(byId("pin-message"), words.pinSet(shops.find(({ id }) => id === store)?.name ?? store));
    }, byId("pin-value"));
}

async function readPublications() {
    const { publications, next } = await send("GET", "/api/v1/publications");
    let last = next;
    const all = publications;
    const show = () => {
        const stepping = (step) => (each) => trying("publish-message", async () => {
            const made = await send("POST", `/api/v1/publications/${each.number}/${step}`);
            await readPublications();
            say(byId("publish-message"), words.published(made.number));
            focusAgain(byId("publication-list").querySelector("button") ?? byId("publish-what"));
        });
        byId("publication-list").replaceChildren(publicationList(all,
            { stores: shops, onWiden: stepping("widen"), onRollback: stepping("rollback") }));
        if (last !== null) {
            const more = element("button", { type: "button", class: "button" }, words.showMore);
            more.addEventListener("click", () => trying("publish-message", async () => {
                const older = await send("GET", `/api/v1/publications?before=${last}`);
                all.push(...older.publications);
                last = older.next;
                show();
            }));
            byId("publication-list").append(element("p", { class: "sheet-tools" }, more));
        }
    };
    show();
}

// What the form says is to be published; throws a FormError when it makes no sense.
function wantedPublication() {
    const what = byId("publish-what").value;
    const body = {};
    if (what === settingChoice) {
        Object.assign(body, { kind: "setting", subject: byId("publish-key").value.trim() });
        if (byId("publish-value").value.trim()) {
            try {
                body.value = JSON.parse(byId("publish-value").value);
            } catch {
                throw new FormError(words.notJson, byId("publish-value"));
            }
        }
    } else {
        Object.assign(body, { kind: "checklist" }, JSON.parse(what));
    }
    const reach = byId("publish-reach").value;
    const chosen = [...byId("publish-stores").selectedOptions].map(({ value }) => value);
    if ((reach === "first" && chosen.length === 0) || (reach === "store" && chosen.length !== 1)) {
        throw new FormError(words.pickStores, byId("publish-stores"));
    }
    const extra = { chain: {}, first: { first: chosen }, store: { store: chosen[0] },
        share: { share: Number(byId("publish-share").value) } };
    return { ...body, ...extra[reach] };
}

function publish(event) {
    event.preventDefault();
    return trying("publish-message", async () => {
        const made = await send("POST", "/api/v1/publications", wantedPublication());
        await Promise.all([readPublications(), readChecklists()]);
        say(byId("publish-message"), words.published(made.number));
    });
}

async function readChecklists() {
    const { checklists } = await send("GET", "/api/v1/checklists");
    const chosen = byId("publish-what").value;
    byId("publish-what").replaceChildren(
        ...checklists.reverse().map(({ id, version, published_at: at }) => element("option",
            { value: JSON.stringify({ subject: id, value: version }) },
            words.checklistOf(id, version, at !== null))),
        element("option", { value: settingChoice }, words.publishASetting));
    if (chosen) {
        byId("publish-what").value = chosen;
    }
    settlePublication();
}

function settlePublication() {
    byId("publish-setting").hidden = byId("publish-what").value !== settingChoice;
    byId("publish-key").required = byId("publish-what").value === settingChoice;
    const reach = byId("publish-reach").value;
    byId("publish-stores-box").hidden = !["first", "store"].includes(reach);
    byId("publish-share-box").hidden = reach !== "share";
}

function fillForms(everywhere) {
    byId("tablets-store").replaceChildren(
        element("option", { value: "" }, everyStore(everywhere)), ...storeOptions(shops));
    for (const id of ["labels-store", "pin-store", "publish-stores"]) {
        byId(id).replaceChildren(...storeOptions(shops));
    }
    const options = (pairs) => Object.entries(pairs).map(([value, label]) =>
        element("option", { value }, label));
    byId("pin-role").replaceChildren(...options(words.pinRoles));
    byId("publish-reach").replaceChildren(...options(words.reaches));
    byId("labels-server").value = location.origin;
}

async function start() {
    showTrouble("");
    try {
        const session = await currentSession();
        if (!session) {
            throw new ApiError(401, "", "");
        }
        showWho(session);
        isAdministrator = session.role === "admin";
        shops = await stores();
        fillForms(session.everywhere);
        choices.read();
        await readTablets();
        byId("tablets").hidden = false;
        if (isAdministrator) {
            await Promise.all([readPins(), readPublications(), readChecklists()]);
            byId("administration").hidden = false;
        }
    } catch (error) {
        failed(error);
    }
}

fillTexts(words);
document.title = text.title(words.devicesTitle);
byId("skip").addEventListener("click", (event) => {
    event.preventDefault();
    byId("main").focus();
});
byId("retry").addEventListener("click", start);
byId("tablets-filter").addEventListener("submit", (event) => {
    event.preventDefault();
    readTablets().catch(failed);
});
byId("tablets-filter").addEventListener("change", () => choices.write());
byId("tablets-store").addEventListener("change", () => readTablets().catch(failed));
byId("tablets-look").addEventListener("change", () => {
    if (page?.store === byId("tablets-store").value) {
        showTablets();
    }
});
byId("labels-form").addEventListener("submit", makeLabels);
byId("print").addEventListener("click", () => window.print());
byId("pin-form").addEventListener("submit", setPin);
byId("publish-form").addEventListener("submit", publish);
byId("publish-what").addEventListener("change", settlePublication);
byId("publish-reach").addEventListener("change", settlePublication);
// Nobody loses a form that they are writing in, or the place where they are.
setInterval(() => {
    const list = byId("tablet-list");
    if (!document.hidden && !byId("tablets").hidden && !list.querySelector("[open]")
        && !list.contains(document.activeElement)) {
        readTablets().catch(failed);
    }
}, readAgainAfter);
start();
