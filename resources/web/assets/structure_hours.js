// Opening hours between the rows of the server and the fields of a form. No page in here.

export const weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

// { own, week: { mon: "09:00-22:00", … }, exceptions: "2026-12-25 closed\n…" } of one store, or of
// the chain (""). A day without hours is empty.
export function hoursOf(rows, store) {
    const own = rows.filter((row) => row.store === store);
    const week = Object.fromEntries(weekdays.map((day) => [day, ""]));
    const exceptions = [];
    for (const { day, hours } of own) {
        if (day in week) {
            week[day] = hours === "closed" ? "" : hours;
        } else {
            exceptions.push(`${day} ${hours}`);
        }
    }
    return { own: own.length > 0, week, exceptions: exceptions.join("\n") };
}

// The reverse: the rows that say it.
export function rowsOf(store, { own, week, exceptions }) {
    if (!own) {
        return [{ store, day: "all", hours: "none" }];
    }
    const rows = weekdays.map((day) => ({ store, day, hours: week[day].trim() || "closed" }));
    for (const line of exceptions.split("\n").map((each) => each.trim())) {
        if (line) {
            const [day, ...hours] = line.split(/\s+/);
            rows.push({ store, day, hours: hours.join(" ") });
        }
    }
    return rows;
}

// Regions as a tree: [{ region, regions: […], stores: […] }] of what lies in `parent`.
export function treeOf({ regions, stores }, parent = "") {
    return regions.filter((region) => region.parent === parent).map((region) => ({
        region,
        regions: treeOf({ regions, stores }, region.id),
        stores: stores.filter((store) => store.region === region.id),
    }));
}
