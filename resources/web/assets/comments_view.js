// Comments as elements. A comment keeps its own direction and language.

import { partsOf } from "./comments_filter.js";
import { words } from "./comments_strings.js";
import { element } from "./dom.js";
import { formatDay } from "./format.js";

const segmentOf = (score) => (score >= 9 ? "promoters" : score >= 7 ? "passives" : "detractors");

function facts(comment, places) {
    const when = words.when(formatDay(comment.day), words.parts[comment.part]);
    return element("p", { class: "comment-facts" },
        comment.score === null ? null : element("span", {
            class: `swatch fill-${segmentOf(comment.score)}`, "aria-hidden": "true" }),
        element("strong", {}, words.score(comment.score)),
        element("bdi", { dir: "auto" }, places.storeName(comment.store)),
        element("span", {}, when),
        comment.touchpoint ? element("bdi", { dir: "auto" }, comment.touchpoint) : null,
        comment.marked ? element("span", {}, words.marked) : null);
}

export function commentItem(comment, places) {
    return element("li", {}, facts(comment, places),
        ...comment.texts.map(({ text, hits }) => element("p", {
            class: "comment-text", dir: "auto", lang: comment.language },
        ...partsOf(text, hits).map(([part, isHit]) =>
            (isHit ? element("mark", {}, part) : part)))));
}
