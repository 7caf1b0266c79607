// Lists and forms of the chain's structure. What the server refuses is shown in its own words.

import { element } from "./dom.js";
import { formatDay, formatPoints, formatSpan, leftToRight } from "./format.js";
import { emptyMessage, say } from "./form_message.js";
import { definitions } from "./page.js";
import { hoursOf, rowsOf, weekdays } from "./structure_hours.js";
import { structureText as words } from "./structure_strings.js";
import { locale } from "./strings.js";
import { reasonOf, refusalOf } from "./signed_in.js";

let lastId = 0;

function field(label, input, hint = "") {
    input.id = `part-${++lastId}`;
    const below = hint ? element("span", { class: "quiet", id: `hint-${lastId}` }, hint) : null;
    if (below) {
        input.setAttribute("aria-describedby", below.id);
    }
    return element("div", {},
        element("label", { class: "field-label", htmlFor: input.id }, label), input, below);
}

export function select(pairs, chosen) {
    const out = element("select", {}, ...pairs.map(([value, name]) =>
        element("option", { value }, name)));
    out.value = chosen;
    return out;
}

const input = (value, options = {}) => element("input", { value, maxLength: 200, ...options });
// Ids, zones, hours and numbers are written from left to right in every language.
const code = (value, options = {}) => input(value, { dir: "ltr", ...options });
const name = (value) => input(value, { dir: "auto", required: true });

// The button of a form that one has opened, and of one that is always there.
const mainButton = (label) =>
    element("button", { type: "submit", class: "button button-main" }, label);
const plainButton = (label) => element("button", { type: "submit", class: "button" }, label);

// A form that sends what `rows()` gives; a refusal stays beside it.
function form(rows, onSave, submit, ...content) {
    const message = emptyMessage();
    const out = element("form", { class: "fields" }, message, ...content, submit);
    out.addEventListener("submit", async (event) => {
        event.preventDefault();
        try {
            say(message, await onSave(rows()));
        } catch (error) {
            say(message, reasonOf(error));
        }
    });
    return out;
}

export function refusalList(refusals) {
    return element("div", {}, words.refused,
        element("ul", {}, ...refusals.map(({ code, reason }) =>
            element("li", {}, ...refusalOf({ code, message: reason })))));
}

// The hours of a store, or of the chain (""), as fields; `read()` gives their rows.
function hoursFields(structure, store) {
    const known = hoursOf(structure.hours, store);
    const own = element("input", { type: "checkbox", checked: known.own });
    const days = Object.fromEntries(weekdays.map((day) =>
        [day, code(known.week[day], { placeholder: words.closed })]));
    const exceptions = element("textarea", { value: known.exceptions, dir: "ltr" });
    const week = element("fieldset", { class: "week" },
        element("legend", { class: "field-label" }, words.hours),
        ...weekdays.map((day) => field(words.days[day], days[day])),
        element("p", { class: "quiet wide" }, words.hoursHint(
            leftToRight("09:00-13:00 15:00-22:00"), leftToRight("14:00-02:00"))),
        element("div", { class: "wide" },
            field(words.exceptions, exceptions, words.exceptionsHint(
                leftToRight("2026-12-24 09:00-14:00"), leftToRight("2026-12-25 closed")))));
    const settle = () => {
        week.disabled = !own.checked;
        week.hidden = !own.checked;
    };
    own.addEventListener("change", settle);
    settle();
    return {
        nodes: [element("div", { class: "choices" }, element("label", {}, own,
            store ? words.ownHours : words.chainHasHours)), week],
        read: () => rowsOf(store, { own: own.checked, exceptions: exceptions.value,
            week: Object.fromEntries(weekdays.map((day) => [day, days[day].value])) }),
    };
}

function hoursText(structure, store) {
    const known = hoursOf(structure.hours, store);
    if (!known.own) {
        return store ? words.asTheChain : words.alwaysOpen;
    }
    const said = (hours) => (hours && hours !== "closed" ? formatSpan(hours) : words.closed);
    const exceptions = rowsOf(store, known).filter(({ day }) => !weekdays.includes(day));
    return [...weekdays.map((day) => `${words.days[day]} ${said(known.week[day])}`),
        ...exceptions.map(({ day, hours }) => `${formatDay(day)} ${said(hours)}`)].join("\n");
}

const regionPairs = (structure, none, but) => [["", none],
    ...structure.regions.filter(({ id }) => id !== but).map(({ id, name }) => [id, name])];

function timezoneInput(value) {
    const zones = Intl.supportedValuesOf?.("timeZone") ?? [];
    const list = element("datalist", { id: `zones-${++lastId}` },
        ...zones.map((zone) => element("option", { value: zone })));
    const out = code(value, { required: true, autocapitalize: "none" });
    out.setAttribute("list", list.id);
    return [out, list];
}

export function regionForm(structure, region, onSave) {
    const id = code("", { required: true });
    const title = name(region?.name ?? "");
    const parent = select(regionPairs(structure, words.atTop, region?.id), region?.parent ?? "");
    return form(() => ({ regions: [{ id: region?.id ?? id.value, name: title.value,
        parent: parent.value }] }), onSave, mainButton(region ? words.save : words.add),
    region ? null : field(words.id, id), field(words.name, title), field(words.liesIn, parent));
}

export function storeForm(structure, store, onSave) {
    const id = code("", { required: true });
    const title = name(store?.name ?? "");
    const region = select(regionPairs(structure, words.noRegion), store?.region ?? "");
    const [zone, zones] = timezoneInput(store?.timezone
        ?? Intl.DateTimeFormat().resolvedOptions().timeZone);
    const target = code(store?.target_nps ?? "", { inputMode: "numeric", size: 6 });
    const hours = store ? hoursFields(structure, store.id) : null;
    const devices = structure.devices.filter((each) => store && each.store === store.id);
    const names = devices.map((each) => name(each.name));
    return form(() => ({
        stores: [{ id: store?.id ?? id.value, name: title.value, region: region.value,
            timezone: zone.value, target_nps: target.value.trim() }],
        ...hours && { hours: hours.read() },
        devices: devices.map((each, i) => ({ id: each.id, name: names[i].value })),
    }), onSave, mainButton(store ? words.save : words.add),
    store ? null : field(words.id, id), field(words.name, title), field(words.liesIn, region),
    element("div", {}, field(words.timezone, zone), zones),
    field(words.target, target, words.targetHint(formatPoints(-100), formatPoints(100))),
    ...names.map((each, i) => field(words.deviceName(i + 1, store.name), each)),
    ...hours ? hours.nodes : []);
}

export function storeFacts(structure, store) {
    const devices = structure.devices.filter((each) => each.store === store.id)
        .map((each) => each.name + (each.state === "revoked" ? ` (${words.revoked})` : ""));
    return element("dl", { class: "facts" }, ...definitions([
        [words.timezone, leftToRight(store.timezone)],
        [words.target, store.target_nps ? formatPoints(Number(store.target_nps)) : words.noTarget],
        [words.hours, hoursText(structure, store.id)],
        [words.devices, devices.join("\n") || words.noDevices]]));
}

const weights = new Intl.NumberFormat(locale, { maximumFractionDigits: 6 });

// One whole list: what is not in it is gone.
export function touchpointForm(structure, onSave) {
    const rows = [];
    const list = element("div", { class: "wide" });
    const sum = element("p", { class: "quiet wide", role: "status" });
    const add = element("button", { type: "button", class: "button" }, words.addTouchpoint);
    const settle = () => {
        const all = rows.map((row) => Number(row.weight.value.replace(",", ".")))
            .reduce((total, each) => total + (each || 0), 0);
        sum.textContent = all > 0 ? words.sumIs(weights.format(all)) : "";
    };
    const push = (known) => {
        const row = { id: code(known.id, { required: true }), name: name(known.name),
            weight: code(known.weight, { inputMode: "decimal", size: 6 }) };
        const remove = element("button", { type: "button", class: "button",
            "aria-label": words.removeTouchpoint(known.name || known.id) }, words.remove);
        row.weight.addEventListener("input", settle);
        const weight = field(words.weight, row.weight);
        weight.className = "narrow";
        const group = element("fieldset", { class: "touchpoint" },
            element("legend", { class: "only-read" }, words.touchpoint(rows.length + 1)),
            field(words.id, row.id), field(words.name, row.name), weight, remove);
        remove.addEventListener("click", () => {
            rows.splice(rows.indexOf(row), 1);
            group.remove();
            settle();
            add.focus();
        });
        rows.push(row);
        list.append(group);
        return row;
    };
    structure.touchpoints.forEach(push);
    settle();
    add.addEventListener("click", () => push({ id: "", name: "", weight: "" }).id.focus());
    return form(() => ({ touchpoints: rows.map(({ id, name, weight }) =>
        ({ id: id.value, name: name.value, weight: weight.value.trim() })) }), onSave,
    plainButton(words.save), list, sum, add);
}

export function touchpointFacts(structure) {
    return structure.touchpoints.length === 0
        ? element("p", { class: "empty" }, words.noTouchpoints)
        : element("dl", { class: "facts" }, ...definitions(structure.touchpoints.map((each) =>
            [each.name, each.weight ? weights.format(Number(each.weight)) : words.noWeight])));
}

const chainValues = {
    official_score: Object.entries(words.official_score),
    day_start: Array.from({ length: 13 }, (_, hour) => `${String(hour).padStart(2, "0")}:00`)
        .map((each) => [each, formatSpan(each)]),
    week_start: Object.entries(words.days),
    calendar: Object.entries(words.calendar),
};

export function chainForm(structure, onSave) {
    const fields = structure.chain.map(({ setting, value }) =>
        [setting, select(chainValues[setting], value)]);
    const hours = hoursFields(structure, "");
    return form(() => ({
        chain: fields.map(([setting, each]) => ({ setting, value: each.value })),
        hours: hours.read(),
    }), onSave, plainButton(words.save), ...fields.map(([setting, each]) =>
        field(words.settings[setting], each)), ...hours.nodes);
}

export function chainFacts(structure) {
    return element("dl", { class: "facts" }, ...definitions([
        ...structure.chain.map(({ setting, value }) => [words.settings[setting],
            chainValues[setting].find(([each]) => each === value)?.[1] ?? value]),
        [words.chainHours, hoursText(structure, "")]]));
}
