// The cards of measurements: one for each kind that is asked, and one for those that are not.

import { element } from "./dom.js";
import { saveCsv } from "./download.js";
import { formatCount, formatPoints, parting } from "./format.js";
import { refusalWords } from "./measurements_cells.js";
import { kinds, surveysOf } from "./measurements_kinds.js";
import { measureText as words } from "./measurements_strings.js";
import { text } from "./strings.js";

function tableOf(kind, lines, label) {
    const line = ({ name, refused, cells }) => element("tr", {},
        element("th", { scope: "row" }, element("bdi", {}, name)),
        ...refused ? [element("td", { class: "is-refused", colSpan: kind.columns.length - 1 },
            refusalWords(refused))]
            : cells.map((cell, i) => element("td", { class: cell.class,
                "data-name": kind.columns[i + 1] }, element("div", {}, ...cell.shown))));
    const isNumber = (i) => lines.some(({ cells }) => cells[i - 1]?.class === "number");
    return element("div", { class: "scroll", tabIndex: 0, role: "group", "aria-label": label },
        element("table", { class: "measured-table" },
            element("caption", { class: "only-read" }, label),
            element("thead", {}, element("tr", {}, ...kind.columns.map((name, i) =>
                element("th", { scope: "col", class: isNumber(i) ? "number" : "" }, name)))),
            element("tbody", {}, ...lines.map(line))));
}

function sampleWords({ read, of, sampled_one_in: oneIn }) {
    return oneIn === 1 ? words.readAll(formatCount(read))
        : words.readSome(formatCount(read), formatCount(of), formatCount(oneIn));
}

// What stands in no counter is read when somebody asks for it.
function readButton(survey, onRead) {
    return element("div", { class: "read-answers" },
        element("button", { type: "button", class: "button", "aria-describedby":
            `read-${survey.checklist}`, onclick: () => onRead(survey.checklist) }, words.readAnswers),
        element("p", { class: "quiet", id: `read-${survey.checklist}` }, words.readHint));
}

function surveyParts(kind, survey, { period, onRead }) {
    const lines = kind.lines(survey, period);
    const head = [element("h3", {}, element("bdi", { dir: "auto" }, survey.question)),
        element("p", { class: "quiet" },
            element("bdi", {}, `${survey.checklist}${parting}${survey.series}`))];
    if (kind.single && !survey.sample) {
        return { head, body: [readButton(survey, onRead)], lines };
    }
    const body = lines.length > 0 ? [tableOf(kind, lines, survey.question)]
        : [element("p", { class: "empty" }, words.nothing[kind.id] ?? words.nothing.other)];
    if (survey.sample) {
        body.push(element("p", { class: "quiet" }, sampleWords(survey.sample)));
    }
    return { head, body, lines };
}

// Scores of other companies, with where they are from: beside a relational index and nothing else.
function references({ rows, sources }) {
    const name = (each) => words.industries[each.code] ?? each.name;
    return element("details", { class: "reference-values" },
        element("summary", {}, words.referencesTitle),
        element("p", { class: "quiet" }, words.referencesHint),
        ...sources.flatMap(({ source, text: english }) => [
            element("p", {}, words.sources[source] ?? english),
            element("ul", { class: "references" }, ...rows.filter((row) => row.source === source)
                .map((row) => element("li", {}, element("bdi", {}, name(row)),
                    element("span", {}, formatPoints(row.nps)))))]));
}

function card(kind, surveys, answer, options) {
    const title = words.titles[kind.id];
    const parts = surveys.map((survey) => surveyParts(kind, survey, options));
    const rows = surveys.flatMap((survey, i) => parts[i].lines.map(({ file }) =>
        [survey.checklist, survey.series, ...file]));
    const csv = element("button", { type: "button", class: "small-button",
        "aria-label": text.csvOf(title), hidden: rows.length === 0, onclick: () =>
            saveCsv(options.nameOf(kind.id), ["checklist", "series", ...kind.fields], rows) },
    text.csv);
    const refused = answer[kind.id].refused;
    return element("section", { class: "card", id: `kind-${kind.id}`, tabIndex: -1,
        "aria-labelledby": `${kind.id}-title` },
    element("div", { class: "card-head" }, element("h2", { id: `${kind.id}-title` }, title),
        element("div", { class: "card-tools" }, csv)),
    element("p", { class: "quiet" }, words.hints[kind.id]),
    ...refused ? [element("p", { class: "empty" }, refusalWords(refused))]
        : parts.flatMap(({ head, body }) => [...head, ...body]),
    ...answer[kind.id].references ? [references(answer[kind.id].references)] : []);
}

function notAsked(missing) {
    return missing.length === 0 ? [] : [element("section", { class: "card not-asked",
        id: "not-asked", "aria-labelledby": "not-asked-title" },
    element("div", { class: "card-head" },
        element("h2", { id: "not-asked-title" }, words.notAskedTitle)),
    element("p", { class: "quiet" }, words.notAskedHint),
    element("dl", {}, ...missing.flatMap(({ id, ready }) => [
        element("dt", {}, words.titles[id], " ", element("code", {}, ready)),
        element("dd", {}, words.hints[id])])))];
}

// `answer` is the server's; `options` has the name of the period, nameOf(part) of a file, and
// onRead(checklist), which is called when the single answers of one are wanted.
export function measuredCards(answer, options) {
    const isAsked = (kind) => surveysOf(answer, kind).length > 0 || answer[kind.id].refused;
    return [...kinds.filter(isAsked).map((kind) =>
        card(kind, surveysOf(answer, kind), answer, options)),
    ...notAsked(kinds.filter((kind) => !isAsked(kind)))];
}

// The answer with what was read of the single answers of one checklist.
export function withSingle(answer, single) {
    const merged = (id) => answer[id].map((row) => single[id].find((other) =>
        other.checklist === row.checklist && other.series === row.series) ?? row);
    return { ...answer, womi: merged("womi"), competitors: merged("competitors") };
}
