// The words of comments: those that tell two groups apart, those in most of them, and both as a
// table and a file.

import { words } from "./comments_strings.js";
import { byId, element } from "./dom.js";
import { saveCsv } from "./download.js";
import { fillTable, plainRows } from "./figure.js";
import { formatCount } from "./format.js";
import { locale, text } from "./strings.js";

const languageNames = new Intl.DisplayNames(locale, { type: "language" });
const counted = (n) => ({ value: n, shown: formatCount(n) });
const tenths = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 });

export class WordsView {
    // onChoose(word) is called when one is to be looked for.
    constructor({ onChoose }) {
        this.onChoose = onChoose;
        this.csv = element("button", { type: "button", class: "small-button",
            "aria-label": text.csvOf(words.wordsTitle), onclick: () => this.saveCsv() }, text.csv);
        this.table = element("table", { "aria-label": words.wordsTitle });
        this.more = element("details", { class: "figure-table" },
            element("summary", {}, text.asTable),
            element("div", { class: "scroll", tabIndex: 0, role: "group",
                "aria-label": words.wordsTitle }, this.table));
        byId("words-tools").append(this.csv);
        byId("words").after(this.more);
    }

    // `byScore` and `byPlace` are the server's answers, null for what is not compared; `all` has the
    // frequent words; `name` is the file's.
    show({ all, byScore, byPlace, name }) {
        this.name = name;
        this.rows = [byScore, byPlace].filter(Boolean).flatMap(distinctiveRows)
            .concat(frequentRows(all));
        const none = all.frequent.length === 0 && all.distinctive.length === 0;
        byId("words").replaceChildren(...none
            ? [element("p", { class: "quiet" }, words.wordsNone)]
            : [...byScore ? this.contrast(byScore, words.wordsNoDifference) : [],
                ...byPlace ? this.contrast(byPlace, words.wordsNoPlace) : [],
                ...this.frequent(all)]);
        this.csv.hidden = this.more.hidden = this.rows.length === 0;
        fillTable(this.table, words.wordsColumns, this.rows);
    }

    // What telling two groups apart comes to.
    contrast({ groups, distinctive }, without) {
        const lists = groups.flatMap(({ key }, i) => this.list(words.wordsOf[key],
            distinctive.filter(({ group }) => group === key)
                .map((each) => ({ ...each, count: each.comments[i] }))));
        return lists.length > 0 ? lists : [element("p", { class: "quiet" }, without)];
    }

    frequent({ frequent, newest_only: newestOnly, comments }) {
        const list = frequent.map((each) => ({ ...each, count: each.comments }));
        return [...this.list(words.wordsFrequent, list),
            ...newestOnly ? [element("p", { class: "quiet" }, words.wordsNewest(comments))] : []];
    }

    list(title, list) {
        return list.length === 0 ? [] : [element("h3", {}, title),
            element("ul", { class: "word-list" }, ...list.map((each) => this.item(each)))];
    }

    item({ word, language, count }) {
        return element("li", {}, element("button", { type: "button", class: "word",
            "aria-label": words.wordCount(word, count), onclick: () => this.onChoose(word) },
        element("bdi", { dir: "auto", lang: language }, word),
        element("span", { class: "count" }, formatCount(count))));
    }

    saveCsv() {
        saveCsv(this.name, words.wordsColumns, plainRows(this.rows));
    }
}

const languageCell = (language) => (language
    ? { value: language, shown: languageNames.of(language) } : "");

function distinctiveRows({ groups, distinctive }) {
    return distinctive.map(({ word, language, group, comments, z }) => {
        const own = groups.findIndex(({ key }) => key === group);
        const other = 1 - own;
        return [word, languageCell(language), words.wordsOf[group], counted(comments[own]),
            counted(groups[own].comments), counted(comments[other]),
            counted(groups[other].comments), { value: Math.abs(z), shown: tenths.format(Math.abs(z)) }];
    });
}

const frequentRows = ({ frequent, comments: of }) => frequent.map(({ word, language, comments }) =>
    [word, languageCell(language), words.wordsFrequent, counted(comments), counted(of),
        null, null, null]);
