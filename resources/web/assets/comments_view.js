// Comments and words as elements. A comment keeps its own direction and language.

import { partsOf } from "./comments_filter.js";
import { words } from "./comments_strings.js";
import { element } from "./dom.js";
import { formatCount, formatDay } from "./format.js";

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

function wordItem({ word, language, count }, onChoose) {
    return element("li", {}, element("button", { type: "button", class: "word",
        "aria-label": words.wordCount(word, count), onclick: () => onChoose(word) },
    element("bdi", { dir: "auto", lang: language }, word),
    element("span", { class: "count" }, formatCount(count))));
}

function wordList(title, list, onChoose) {
    return list.length === 0 ? [] : [element("h3", {}, title),
        element("ul", { class: "word-list" }, ...list.map((each) => wordItem(each, onChoose)))];
}

// What telling two groups apart comes to; `byPlace` as it was asked.
export function contrast(answer, byPlace, onChoose) {
    const lists = answer.groups.flatMap(({ key }, i) => wordList(words.wordsOf[key],
        answer.distinctive.filter(({ group }) => group === key)
            .map((each) => ({ ...each, count: each.comments[i] })), onChoose));
    return lists.length > 0 ? lists
        : [element("p", { class: "quiet" },
            byPlace ? words.wordsNoPlace : words.wordsNoDifference)];
}

export function frequent(answer, onChoose) {
    const list = answer.frequent.map((each) => ({ ...each, count: each.comments }));
    return [...wordList(words.wordsFrequent, list, onChoose),
        answer.newest_only ? element("p", { class: "quiet" },
            words.wordsNewest(answer.comments)) : null].filter(Boolean);
}
