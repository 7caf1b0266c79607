// The score of the whole selection: as far as its count allows, with its interval, shares, and the
// score with the other choice about marked answers beside it.

import { coverageLine } from "./coverage.js";
import { element } from "./dom.js";
import { level, moreForRange, moreForScore } from "./figures.js";
import { formatCount, formatPoints, formatRange } from "./format.js";
import { axis, intervalBar, sharesFigure } from "./parts.js";
import { text } from "./strings.js";

export class SummaryView {
    constructor() {
        this.period = element("p", { class: "quiet" });
        this.score = element("div");
        this.count = element("p", { class: "summary-count" });
        this.shares = element("div");
        this.other = element("p", { class: "quiet" });
        this.coverage = element("p", { class: "quiet" });
        this.change = element("p", { class: "verdict" });
        this.changeHint = element("p", { class: "quiet" });
        this.aim = element("p");
        this.changeBox = element("div", { class: "change", hidden: true },
            element("h3", {}, text.changeTitle), this.change, this.aim, this.changeHint);
        this.node = element("section", { class: "summary", "aria-labelledby": "summary-title" },
            element("div", { class: "summary-score" },
                element("h2", { class: "only-read", id: "summary-title" }, text.summaryTitle),
                this.period, this.score),
            element("div", { class: "summary-mix" }, this.count, this.shares, this.other,
                this.coverage,
                this.changeBox));
    }

    // `other` are the figures with the other choice about marked answers; `withMarked` is of now.
    show({ figures, other, withMarked, period }) {
        this.period.textContent = period;
        this.score.replaceChildren(...headline(figures));
        this.count.textContent = text.answers(figures.n);
        this.shares.replaceChildren(...sharesFigure(figures, { withCounts: true }));
        this.other.textContent = figures.n === other.n ? (figures.n > 0 ? text.sameWithoutMarks : "")
            : level(other.n) === "few" || other.n === 0
                ? text.fewWithoutMarks(other.n, withMarked,
                    formatCount(moreForRange(other.n)))
                : text.otherMarked(formatPoints(other.nps), other.n, withMarked);
    }

    // How much of the time a shopper could have answered, of the days that were read.
    showCoverage(coverage, touchpoint) {
        this.coverage.textContent = coverageLine(coverage, { touchpoint });
    }

    // What is told apart from the score, and comes later.
    forget() {
        this.coverage.textContent = "";
        this.showChange(null);
    }

    // The judgement of the last closed week or weeks, or why there is none; null until it is known.
    showChange(words) {
        this.changeBox.hidden = !words;
        if (words) {
            this.change.textContent = words.verdict;
            this.aim.textContent = words.aim;
            this.aim.hidden = !words.aim;
            this.changeHint.textContent = words.periods ? `${words.periods}. ${text.judgedHint}` : "";
        }
    }
}

// The score in large letters, as far as its count allows, over its interval.
export function headline(figures) {
    const big = (words, kind = "") => element("p", { class: `headline ${kind}` }, words);
    const note = (words) => element("p", { class: "headline-note" }, words);
    const wide = () => element("div", { class: "wide-interval" }, intervalBar(figures), axis());
    const [range, score] = [moreForRange, moreForScore].map((more) => formatCount(more(figures.n)));
    switch (level(figures.n)) {
    case "enough":
        return [big(formatPoints(figures.nps)),
            note(text.interval(formatPoints(figures.low), formatPoints(figures.high))), wide()];
    case "rough":
        return [big(formatRange(figures.low, figures.high), "headline-range"),
            note(text.roughUntil(formatPoints(figures.nps), score)), wide()];
    case "few":
        return [big(text.tooFewLong, "headline-words"), note(text.tooFewHint(range, score))];
    default:
        return [big(text.undefined), note(text.noAnswers)];
    }
}
