// A single answer as an element. What was written keeps its own direction and language.

import { words } from "./answers_strings.js";
import { element } from "./dom.js";
import { formatDay, parting } from "./format.js";

const segmentOf = (score) => (score >= 9 ? "promoters" : score >= 7 ? "passives" : "detractors");

function reasonList(answer, question) {
    const names = answer.reasons.filter((each) => each.question === question)
        .map(({ name }) => name);
    return names.length === 0 ? null : element("p", { class: "answer-reasons" },
        element("span", { class: "quiet" }, `${words[question]}: `),
        element("bdi", { dir: "auto" }, names.join(parting)));
}

export function answerItem(answer) {
    return element("li", {},
        element("p", { class: "comment-facts" },
            element("span", { class: `swatch fill-${segmentOf(answer.score)}`,
                "aria-hidden": "true" }),
            element("strong", {}, words.score(answer.score)),
            element("span", {}, words.when(formatDay(answer.day), words.parts[answer.part])),
            answer.touchpoint ? element("bdi", { dir: "auto" }, answer.touchpoint) : null,
            answer.marked ? element("span", {}, words.marked) : null),
        reasonList(answer, "liked"), reasonList(answer, "improve"),
        ...answer.texts.map(({ text }) => element("p", { class: "comment-text", dir: "auto",
            lang: answer.language }, text)));
}
