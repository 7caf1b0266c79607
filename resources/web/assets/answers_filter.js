// What the page of single answers shows, kept in its address after the #: the dashboard's filter,
// the kiosk and whose answers.

import { writers } from "./comments_filter.js";
import { dashboardFragment, parseDashboard, questionOf } from "./dashboard_filter.js";

// `fragment` is location.hash; one of the dashboard shows its answers.
export function parseAnswers(fragment) {
    const query = new URLSearchParams(fragment.replace(/^#/, ""));
    const score = query.get("score");
    return { ...parseDashboard(fragment), kiosk: query.get("kiosk") ?? "",
        score: writers.includes(score) ? score : "" };
}

export function answersFragment(filter) {
    const query = new URLSearchParams(dashboardFragment(filter).replace(/^#/, ""));
    for (const name of ["kiosk", "score"]) {
        if (filter[name]) {
            query.set(name, filter[name]);
        }
    }
    const fragment = query.toString();
    return fragment ? `#${fragment}` : "";
}

// What the server is asked with.
export function answersQuestion(filter, today) {
    return { ...questionOf(filter, today), kiosk: filter.kiosk || undefined,
        score: filter.score || undefined };
}
