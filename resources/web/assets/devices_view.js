// Lists of tablets, labels, PINs and publications, from what the server says of them.

import { count, since } from "./devices_format.js";
import { devicesText as words } from "./devices_strings.js";
import { element, svgElement } from "./dom.js";
import { isolated, leftToRight, parting } from "./format.js";
import { emptyMessage, say } from "./form_message.js";
import { definitions } from "./page.js";
import { settingName, settingValue } from "./settings_view.js";
import { reasonOf } from "./signed_in.js";

const quietZone = 4; // modules that a reader wants free around a QR code

const nameOf = (device) => device.name || words.unnamed;
const known = (value, show) => (value === null ? words.unknown : show(value));

function factsOf(device, now) {
    const facts = words.facts;
    const pairs = [
        [facts.seen, device.last_seen_at ? since(device.last_seen_at, now) : words.never],
        [facts.queue, known(device.queue_length, (n) =>
            words.queueText(n, device.queue_oldest_at && since(device.queue_oldest_at, now)))],
        [facts.coverage, known(device.coverage, (part) =>
            words.coverageText(part, device.minutes_available, device.minutes_open))],
        [facts.battery, known(device.battery, (band) => words.batteryText(words.batteries[band],
            device.battery_percent, device.charging))],
        [facts.heat, known(device.heat, (band) =>
            words.heatText(words.heats[band], device.temperature_celsius))],
        [facts.disk, known(device.disk_free_bytes, words.diskText)],
        [facts.clock, known(device.clock_error_ms, words.clockText)],
        [facts.locked, known(device.locked, (locked) => words.locked[locked])],
        [facts.version, device.version ?? words.unknown],
        [facts.config, known(device.config, (state) =>
            words.configText(state, device.config_since && since(device.config_since, now)))],
    ];
    if (device.silent) {
        pairs.push([facts.silent,
            words.silentText(since(device.silent.since, now), device.silent.usual)]);
    }
    if (device.failing.length > 0) {
        pairs.push([facts.failing, device.failing.join(", ")]);
    }
    if (device.refused) {
        pairs.push([facts.refused, count.format(device.refused)]);
    }
    if (device.replaces) {
        pairs.push([facts.line, words.replaces]);
    }
    return pairs;
}

function flagsOf(device) {
    const states = Object.keys(words.states).filter((state) => device[state]);
    return [
        ...states.map((state) =>
            element("span", { class: "flag flag-waiting" }, words.states[state])),
        ...device.attention.map((word) =>
            element("span", { class: "flag" }, words.attention[word] ?? word)),
    ];
}

let lastId = 0;

function field(label, input) {
    input.id = `tablet-field-${++lastId}`;
    return element("div", {},
        element("label", { class: "field-label", htmlFor: input.id }, label), input);
}

function button(label, onClick, title) {
    const made = element("button", { type: "button", class: "button", title }, label);
    made.addEventListener("click", onClick);
    return made;
}

// What an administrator may do with a tablet, which `place` tells from others. `actions` are {change, replace, revoke, restore}, each
// of which gives what to say, or throws.
function formOf(device, place, { stores, actions }) {
    const message = emptyMessage();
    const name = element("input", { maxLength: 200, required: true, value: device.name });
    const store = storeSelect(stores, device.store);
    const trying = async (work) => {
        try {
            say(message, await work());
        } catch (error) {
            say(message, reasonOf(error));
        }
    };
    const form = element("form", { class: "fields", "aria-label": words.changeTablet(place) }, message,
        field(words.tabletName, name), field(words.storeLabel, store),
        element("button", { type: "submit", class: "button button-main" }, words.save),
        device.replaced ? null : button(words.replace,
            () => trying(() => actions.replace(device)), words.replaceHint),
        device.revoked ? button(words.restore, () => trying(() => actions.restore(device)))
            : button(words.revoke, () => trying(() => actions.revoke(device))));
    form.addEventListener("submit", (event) => {
        event.preventDefault();
        const body = {};
        if (name.value !== device.name) {
            body.name = name.value;
        }
        if (store.value !== device.store) {
            body.store = store.value;
        }
        trying(() => actions.change(device, body));
    });
    return form;
}

export function storeSelect(stores, chosen) {
    const select = element("select", {}, ...storeOptions(stores));
    select.value = chosen ?? select.value;
    return select;
}

export const storeOptions = (stores) => stores.map(({ id, name }) =>
    element("option", { value: id }, name === id ? id : `${name} (${id})`));

// `actions` is null for those who only look.
export function tabletList(devices, { stores, now, actions, empty }) {
    if (devices.length === 0) {
        return element("p", { class: "empty" }, empty);
    }
    const shops = new Map(stores.map(({ id, name }) => [id, name]));
    return element("ul", { class: "access-list tablet-list" }, ...devices.map((device) => {
        let details = null;
        if (actions) {
            const place = `${nameOf(device)}, ${shops.get(device.store) ?? device.store}`;
            details = element("details", {}, element("summary",
                { "aria-label": words.changeTablet(place) }, words.change));
            details.addEventListener("toggle", () => {
                if (details.open && details.childElementCount === 1) {
                    details.append(formOf(device, place, { stores, actions }));
                }
            });
        }
        return element("li", { "data-device": device.id },
            element("div", {},
                element("h3", {}, element("bdi", { dir: "auto" }, nameOf(device)), " ",
                    element("bdi", { class: "quiet", dir: "auto" },
                        shops.get(device.store) ?? device.store)),
                element("p", { class: "flags" }, ...flagsOf(device)),
                element("dl", { class: "tablet-facts" }, ...definitions(factsOf(device, now)))),
            details);
    }));
}

function qrOf({ qr, code }) {
    const side = qr.size + 2 * quietZone;
    return svgElement("svg", { viewBox: `${-quietZone} ${-quietZone} ${side} ${side}`,
        "shape-rendering": "crispEdges", role: "img", "aria-label": words.labelQr(code) },
    svgElement("rect", { x: -quietZone, y: -quietZone, width: side, height: side, fill: "#fff" }),
    svgElement("path", { d: qr.path, fill: "#000" }));
}

export function labelSheet(labels) {
    return labels.map((label) => element("article", { class: "label" }, qrOf(label),
        element("div", {},
            element("h3", {}, element("bdi", { dir: "auto" }, label.store_name)),
            element("p", {}, element("bdi", { dir: "auto" }, label.name), ` (${label.store})`),
            element("p", { class: "code", dir: "ltr" }, label.code),
            element("p", { dir: "ltr" }, label.server),
            element("p", {}, words.labelUse),
            element("p", {}, words.labelUntil(label.expires_at)),
            element("p", {}, words.labelPlace))));
}

export function pinList(pins, stores, onRemove) {
    if (pins.length === 0) {
        return element("p", { class: "empty" }, words.noPins);
    }
    const shops = new Map(stores.map(({ id, name }) => [id, name]));
    return element("ul", { class: "access-list" }, ...pins.map((pin) => {
        const shop = shops.get(pin.store) ?? pin.store;
        const role = words.pinRoles[pin.role];
        const remove = button(words.pinRemove, () => onRemove(pin));
        remove.setAttribute("aria-label", words.pinRemoveOf(shop, role));
        return element("li", {},
            element("div", {}, element("strong", {}, element("bdi", { dir: "auto" }, shop)), " ",
                element("span", { class: "quiet" }, words.pinSince(role, pin.set_at))),
            remove);
    }));
}

// What was published, with what a setting was set to; `shops` are the names of stores.
function publicationFacts(each, shops) {
    const isSetting = each.kind === "setting";
    const isSet = isSetting && each.value !== null && each.undoes === null;
    const places = { ...each, stores: each.stores.map((id) => isolated(shops.get(id) ?? id)) };
    return element("div", {},
        element("strong", {}, words.publication(each,
            isSetting ? settingName(each.subject) : leftToRight(each.subject))), " ",
        isSet ? settingValue(each.subject, each.value) : null,
        element("p", { class: "quiet" },
            [words.where(places), words.fate(each), isolated(each.who), words.time(each.at)]
                .filter(Boolean).join(parting)));
}

export function publicationList(publications, { stores, onWiden, onRollback }) {
    if (publications.length === 0) {
        return element("p", { class: "empty" }, words.noPublications);
    }
    const shops = new Map(stores.map(({ id, name }) => [id, name]));
    return element("ul", { class: "access-list" }, ...publications.map((each) => {
        const tools = element("span", { class: "tools" });
        const tool = (label, title, work) => {
            const made = button(label, () => work(each));
            made.setAttribute("aria-label", title);
            tools.append(made);
        };
        if (each.staged) {
            tool(words.widen, words.widenOf(each.number), onWiden);
        }
        if (each.latest) {
            tool(words.rollback, words.rollbackOf(each.number), onRollback);
        }
        return element("li", { "data-publication": each.number },
            publicationFacts(each, shops), tools);
    }));
}
