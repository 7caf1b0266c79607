// What the dashboard shows, kept in its address after the #: a link shows the same thing.

import { addDays, daysOf, periods, validDay } from "./filter.js";

export const grains = ["day", "week", "month"];
export const compareKinds = ["before", "year", "store", "region", "touchpoint", "days"];
export const reasonViews = ["improve", "liked", "balance", "detractors", "nines", "improveWeeks",
    "likedWeeks", "weights"];
export const heatMetrics = ["score", "n", "coverage"];
const defaults = { period: "30d", from: "", to: "", region: "", store: "", touchpoint: "",
    marked: true, by: "", vs: "before", vsValue: "", vsFrom: "", vsTo: "",
    reasons: "improve", heat: "score" };

// `fragment` is location.hash.
export function parseDashboard(fragment) {
    const query = new URLSearchParams(fragment.replace(/^#/, ""));
    const one = (name, allowed, otherwise) =>
        (allowed.includes(query.get(name)) ? query.get(name) : otherwise);
    const filter = { ...defaults };
    filter.from = validDay(query.get("from"));
    filter.to = validDay(query.get("to"));
    filter.period = filter.from || filter.to ? "custom"
        : one("period", periods, defaults.period);
    for (const name of ["region", "store", "touchpoint"]) {
        filter[name] = query.get(name) ?? "";
    }
    filter.marked = query.get("marked") !== "exclude";
    filter.by = one("by", grains, "");
    filter.reasons = one("reasons", reasonViews, defaults.reasons);
    filter.heat = one("heat", heatMetrics, defaults.heat);
    filter.vs = one("vs", compareKinds, defaults.vs);
    filter.vsValue = query.get("with") ?? "";
    filter.vsFrom = validDay(query.get("with-from"));
    filter.vsTo = validDay(query.get("with-to"));
    return filter;
}

// The address's part from the # on, "" for the defaults: parseDashboard() of it gives the filter
// back.
export function dashboardFragment(filter) {
    const query = new URLSearchParams();
    const put = (name, value, otherwise = "") => {
        if (value !== otherwise) {
            query.set(name, value);
        }
    };
    if (filter.period === "custom" && (filter.from || filter.to)) {
        put("from", filter.from);
        put("to", filter.to);
    } else {
        put("period", filter.period, defaults.period);
    }
    for (const name of ["region", "store", "touchpoint"]) {
        put(name, filter[name]);
    }
    put("marked", filter.marked ? "include" : "exclude", "include");
    put("by", filter.by);
    put("vs", filter.vs, defaults.vs);
    put("with", filter.vsValue);
    put("with-from", filter.vsFrom);
    put("with-to", filter.vsTo);
    put("reasons", filter.reasons, defaults.reasons);
    put("heat", filter.heat, defaults.heat);
    const fragment = query.toString();
    return fragment ? `#${fragment}` : "";
}

// The name of a file with part of what is shown; `days` are those asked for.
export function fileName(part, filter, { from, to }) {
    return ["vouch", part, filter.store || filter.region, filter.touchpoint, from, to,
        filter.marked ? "" : "unmarked"].filter(Boolean).join("-")
        .replaceAll(/[^\p{L}\p{N}.-]+/gu, "_");
}

// What the server is asked with; absent members ask for everything.
export function questionOf(filter, today) {
    const { from, to } = daysOf(filter, today);
    return {
        store: filter.store || undefined,
        region: filter.store ? undefined : filter.region || undefined,
        touchpoint: filter.touchpoint || undefined,
        from,
        to,
        marked: filter.marked ? "include" : "exclude",
    };
}

const lengthOf = ({ from, to }) => Math.round((Date.parse(to) - Date.parse(from)) / 86400000) + 1;

// By day up to four months, by week up to two years, else by month; or as the filter says.
export function grainOf(filter, { from, to }) {
    if (filter.by) {
        return filter.by;
    }
    const length = from && to ? lengthOf({ from, to }) : Infinity;
    return length <= 124 ? "day" : length <= 731 ? "week" : "month";
}

// The second side of the comparison as parameters; a string says what is missing to ask.
export function otherSide(filter, { from, to }) {
    switch (filter.vs) {
    case "before":
        return from && to ? { other_from: addDays(from, -lengthOf({ from, to })),
            other_to: addDays(from, -1) } : "open";
    case "year":
        // 52 weeks: the same weekdays.
        return from && to ? { other_from: addDays(from, -364), other_to: addDays(to, -364) }
            : "open";
    case "days":
        return filter.vsFrom || filter.vsTo
            ? { other_from: filter.vsFrom, other_to: filter.vsTo } : "choose";
    case "store":
        return filter.vsValue ? { other_store: filter.vsValue, other_region: "" } : "choose";
    case "region":
        return filter.vsValue ? { other_region: filter.vsValue, other_store: "" } : "choose";
    default:
        return filter.vsValue ? { other_touchpoint: filter.vsValue } : "choose";
    }
}
