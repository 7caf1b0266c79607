// What the page of measurements shows, kept in its address after the #: the dashboard's filter and
// whose single answers are read.

import { dashboardFragment, parseDashboard, questionOf } from "./dashboard_filter.js";

// `fragment` is location.hash.
export function parseMeasurements(fragment) {
    const query = new URLSearchParams(fragment.replace(/^#/, ""));
    return { ...parseDashboard(fragment), checklist: query.get("checklist") ?? "" };
}

export function measurementsFragment(filter) {
    const query = new URLSearchParams(dashboardFragment(filter).replace(/^#/, ""));
    if (filter.checklist) {
        query.set("checklist", filter.checklist);
    }
    const fragment = query.toString();
    return fragment ? `#${fragment}` : "";
}

// What the server is asked with: the counters of all checklists, and the single answers of one.
export function measurementsQuestions(filter, today, language) {
    const all = { ...questionOf(filter, today), language };
    return { all, single: filter.checklist ? { ...all, checklist: filter.checklist } : null };
}
