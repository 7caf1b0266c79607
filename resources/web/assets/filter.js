// What is shown: kept in the page's address, so that a link shows the same. It stands after the #,
// which the browser keeps to itself: no log on the way holds it.

export const periods = ["today", "7d", "30d", "year", "all", "custom"];
export const sortKeys = ["name", "region", "nps", "n", "last"];
const defaults = {
    period: "30d", from: "", to: "", region: "", marked: true, sort: "name", down: false,
};

const dayPattern = /^\d{4}-\d{2}-\d{2}$/;

// A day as "YYYY-MM-DD", or "" when it is none.
export function validDay(day) {
    if (!dayPattern.test(day ?? "")) {
        return "";
    }
    const date = new Date(`${day}T00:00:00Z`);
    return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day) ? day : "";
}

export function addDays(day, count) {
    const date = new Date(`${day}T00:00:00Z`);
    date.setUTCDate(date.getUTCDate() + count);
    return date.toISOString().slice(0, 10);
}

// `fragment` is location.hash.
export function parseFilter(fragment) {
    const query = new URLSearchParams(fragment.replace(/^#/, ""));
    const filter = { ...defaults };
    filter.from = validDay(query.get("from"));
    filter.to = validDay(query.get("to"));
    if (filter.from || filter.to) {
        filter.period = "custom";
    } else if (periods.includes(query.get("period"))) {
        filter.period = query.get("period");
    }
    filter.region = query.get("region") ?? "";
    filter.marked = query.get("marked") !== "exclude";
    if (sortKeys.includes(query.get("sort"))) {
        filter.sort = query.get("sort");
        filter.down = query.get("order") === "desc";
    }
    return filter;
}

// The address's part from the # on, "" for the defaults: parseFilter() of it gives the filter back.
export function filterFragment(filter) {
    const query = new URLSearchParams();
    if (filter.period === "custom" && (filter.from || filter.to)) {
        if (filter.from) {
            query.set("from", filter.from);
        }
        if (filter.to) {
            query.set("to", filter.to);
        }
    } else if (filter.period !== defaults.period) {
        query.set("period", filter.period);
    }
    if (filter.region) {
        query.set("region", filter.region);
    }
    if (!filter.marked) {
        query.set("marked", "exclude");
    }
    if (filter.sort !== defaults.sort || filter.down) {
        query.set("sort", filter.sort);
        query.set("order", filter.down ? "desc" : "asc");
    }
    const fragment = query.toString();
    return fragment ? `#${fragment}` : "";
}

// First and last business day of the filter, both included; undefined where it is open.
export function daysOf(filter, today) {
    switch (filter.period) {
    case "today":
        return { from: today, to: today };
    case "7d":
        return { from: addDays(today, -6), to: today };
    case "30d":
        return { from: addDays(today, -29), to: today };
    case "year":
        return { from: `${today.slice(0, 4)}-01-01`, to: today };
    case "custom":
        return { from: filter.from || undefined, to: filter.to || undefined };
    default:
        return { from: undefined, to: undefined };
    }
}

export function isBackwards({ from, to }) {
    return Boolean(from && to && from > to);
}
