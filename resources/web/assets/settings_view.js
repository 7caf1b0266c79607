// What a setting is called and what it is set to, as people read it, whatever its shape.

import { element, withVariables } from "./dom.js";
import { formatCount, formatDay, formatLanguage, formatPoints, formatSpan, leftToRight } from "./format.js";
import { settingsText as words } from "./settings_strings.js";
import { text } from "./strings.js";
import { structureText } from "./structure_strings.js";

const names = { ...structureText.settings, ...words.names, opening_hours: structureText.hours,
    target: structureText.target, promoter: text.promoters, passive: text.passives,
    detractor: text.detractors };
const choices = { resting: words.resting, official_score: structureText.official_score,
    calendar: structureText.calendar, week_start: structureText.days };
const hourly = /^[\d:-]+$/;
const colour = /^#[0-9a-f]{6,8}$/i;

// Of a member of the setting or part `within`; what nobody gave a name keeps the server's.
export function settingName(key, within = "") {
    if (within === "texts") {
        return formatLanguage(key);
    }
    if (within === "exceptions") {
        return formatDay(key);
    }
    return (within === "opening_hours" ? structureText.days[key] : undefined)
        ?? names[key] ?? leftToRight(key);
}

function swatch(value) {
    // Qt has what shines through before the colour, CSS behind it.
    const drawn = value.length === 9 ? `#${value.slice(3)}${value.slice(1, 3)}` : value;
    return element("span", {}, withVariables(element("span", { class: "setting-colour" }),
        { colour: drawn }), " ", element("bdi", { dir: "ltr" }, value));
}

function wordsOf(key, value) {
    if (choices[key]?.[value]) {
        return choices[key][value];
    }
    if (key === "language") {
        return formatLanguage(value);
    }
    return hourly.test(value) ? formatSpan(value) : value;
}

function textOf(key, value) {
    if (colour.test(value)) {
        return swatch(value);
    }
    if (value.startsWith("data:image/")) {
        return element("img", { class: "setting-picture", src: value, alt: settingName(key) });
    }
    return element("bdi", { dir: "auto" }, wordsOf(key, value) || words.nothing);
}

function listOf(key, within, values) {
    if (values.length === 0) {
        const isClosed = within === "opening_hours" || within === "exceptions";
        return element("span", {}, isClosed ? structureText.closed : words.nothing);
    }
    return element("ul", { class: "setting-list" }, ...values.map((value) =>
        element("li", {}, settingValue(key, value, within))));
}

// What `key` is set to: words, or a list of what is in it.
export function settingValue(key, value, within = "") {
    if (Array.isArray(value)) {
        return listOf(key, within, value);
    }
    switch (typeof value) {
    case "string":
        return textOf(key, value);
    case "number":
        return element("span", {}, key === "target" ? formatPoints(value) : formatCount(value));
    case "boolean":
        return element("span", {}, value ? words.yes : words.no);
    default:
        break;
    }
    const members = Object.entries(value ?? {});
    if (members.length === 0) {
        return element("span", {}, words.nothing);
    }
    return element("dl", { class: "setting" }, ...members.map(([name, each]) => element("div", {},
        element("dt", {}, settingName(name, key)), element("dd", {}, settingValue(name, each, key)))));
}
