// What the page of comments shows, kept in its address after the #: the dashboard's filter and what
// is looked for.

import { dashboardFragment, parseDashboard, questionOf } from "./dashboard_filter.js";

export const writers = ["promoters", "passives", "detractors"];

// `fragment` is location.hash; one of the dashboard shows the comments on the same answers.
export function parseComments(fragment) {
    const query = new URLSearchParams(fragment.replace(/^#/, ""));
    const score = query.get("score");
    return { ...parseDashboard(fragment), q: query.get("q") ?? "",
        score: writers.includes(score) ? score : "" };
}

export function commentsFragment(filter) {
    const query = new URLSearchParams(dashboardFragment(filter).replace(/^#/, ""));
    for (const name of ["q", "score"]) {
        if (filter[name]) {
            query.set(name, filter[name]);
        }
    }
    const fragment = query.toString();
    return fragment ? `#${fragment}` : "";
}

// What the server is asked with.
export function commentsQuestion(filter, today) {
    return { ...questionOf(filter, today), q: filter.q || undefined,
        score: filter.score || undefined };
}

// A text as parts [text, whether it was looked for]; `hits` are begin and end in code points, in
// order.
export function partsOf(text, hits) {
    const points = Array.from(text);
    const out = [];
    let at = 0;
    for (const [begin, end] of hits) {
        out.push([points.slice(at, begin).join(""), false], [points.slice(begin, end).join(""),
            true]);
        at = end;
    }
    out.push([points.slice(at).join(""), false]);
    return out.filter(([part]) => part !== "");
}
