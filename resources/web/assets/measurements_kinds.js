// What each kind of measurement shows: the lines of its table, and what the file has of them.

import { formatCount, formatDays, formatShare } from "./format.js";
import * as cells from "./measurements_cells.js";
import { measureText as words } from "./measurements_strings.js";
import { text } from "./strings.js";

const columns = words.columns;
const scoreFields = ["n", "promoters", "passives", "detractors", "nps", "low", "high"];
const pick = (row, names) => names.map((name) => row[name] ?? "");
const enough = (row) => row && row.sufficiency !== "too-few";

function quarterLines({ quarters }) {
    const byKey = new Map(quarters.map((each) => [each.key, each]));
    return quarters.map((each) => {
        const [year, number] = each.key.split("-Q").map(Number);
        const before = byKey.get(number === 1 ? `${year - 1}-Q4` : `${year}-Q${number - 1}`);
        const yearAgo = byKey.get(`${year - 1}-Q${number}`);
        // Of one that is not among those told it is not known whether it had enough.
        const both = (other) => enough(each) && (other === undefined || enough(other));
        return { name: words.quarter(formatCount(number), cells.formatYear(year)), cells: [
            cells.scoreCell(each), cells.intervalCell(each), cells.countCell(each.n),
            cells.changeCell(each.since_previous, both(before)),
            cells.changeCell(each.since_last_year, both(yearAgo)),
            cells.wordsCell(each.level ? words.levels[each.level] : text.undefined)],
        file: [each.key, ...pick(each, scoreFields), each.level ?? "",
            ...pick(each.since_previous ?? {}, ["delta", "low", "high"]),
            ...pick(each.since_last_year ?? {}, ["delta", "low", "high"])] };
    }).reverse();
}

function weekLines({ weeks }) {
    return weeks.map((each) => ({ name: formatDays(each), refused: each.refused,
        cells: [cells.fewScoreCell(each), cells.fewIntervalCell(each), cells.countCell(each.n ?? 0)],
        file: [each.from, each.to, ...pick(each, scoreFields), each.refused?.code ?? ""] }))
        .reverse();
}

// One line, named by the period that is chosen.
const single = (make) => (row, period) => [{ name: period, refused: row.refused, ...make(row) }];

const partnerLines = single((row) => ({
    cells: [cells.scoreCell(row), cells.intervalCell(row), cells.countCell(row.n)],
    file: pick(row, scoreFields),
}));
const csatLines = single((row) => ({
    cells: row.satisfied ? [cells.shareCell(row.satisfied), cells.shareIntervalCell(row.satisfied),
        cells.countCell(row.n), cells.boxesCell(row.counts)] : [],
    file: [row.n, ...pick(row.satisfied ?? {}, ["count", "value", "low", "high"]), ...row.counts],
}));
const cesLines = single((row) => ({
    cells: row.easy ? [cells.bigCell(cells.formatMean(row.mean)), cells.meanIntervalCell(row),
        cells.countCell(row.n), cells.wordsCell(formatShare(row.easy.count, row.easy.base),
            ` (${text.range(formatShare(row.easy.low, 1), formatShare(row.easy.high, 1))})`),
        cells.boxesCell(row.counts)] : [],
    file: [...pick(row, ["n", "mean", "low", "high"]),
        ...pick(row.easy ?? {}, ["count", "value", "low", "high"]), ...row.counts],
}));

function womiLines({ readings }) {
    return (readings ?? []).map((each) => {
        const asScore = { ...each, nps: each.womi };
        return { name: words.rules[each.rule] ?? each.rule_text, refused: each.refused,
            cells: [cells.scoreCell(asScore), cells.intervalCell(asScore), cells.countCell(each.n),
                cells.countCell(each.promoters), cells.countCell(each.true_detractors),
                cells.countCell(each.false_detractors)],
            file: pick(each, ["rule", "rule_text", "n", "womi", "low", "high", "promoters",
                "true_detractors", "false_detractors"]) };
    });
}

function competitorLines({ score }) {
    if (!score) {
        return [];
    }
    const named = score.named.map(({ code, name, share }) => ({ name,
        cells: [cells.shareCell(share), cells.shareIntervalCell(share), cells.countCell(share.count)],
        file: [code, name, share.base, "", share.low, share.high, share.count, share.value] }));
    return [{ name: words.allCompetitors, refused: score.refused,
        cells: [cells.scoreCell(score), cells.intervalCell(score), cells.countCell(score.n)],
        file: ["", "", score.n, ...pick(score, ["nps", "low", "high"]), "", ""] },
    ...named, ...score.unnamed > 0 ? [{ name: words.unnamed,
        cells: [cells.bigCell(formatShare(score.unnamed, score.n)), cells.wordsCell(text.undefined),
            cells.countCell(score.unnamed)],
        file: ["unnamed", "", score.n, "", "", "", score.unnamed, score.unnamed / score.n] }] : []];
}

const boxes = (n) => Array.from({ length: n }, (_, i) => `n${i + 1}`);

// In the order of the page. `single`: its single answers are read when it is asked for by name.
export const kinds = [
    { id: "relational", ready: "relational-nps", lines: quarterLines,
        columns: [columns.quarter, columns.score, columns.interval, columns.answers,
            columns.sincePrevious, columns.sinceLastYear, columns.level],
        fields: ["quarter", ...scoreFields, "level", "since_previous", "since_previous_low",
            "since_previous_high", "since_last_year", "since_last_year_low", "since_last_year_high"] },
    { id: "employees", ready: "employee-nps", lines: weekLines,
        columns: [columns.week, columns.score, columns.interval, columns.answers],
        fields: ["from", "to", ...scoreFields, "refused"] },
    { id: "partners", ready: "partner-nps", lines: partnerLines,
        columns: [columns.period, columns.score, columns.interval, columns.answers],
        fields: scoreFields },
    { id: "csat", ready: "checkout-csat", lines: csatLines,
        columns: [columns.period, columns.satisfied, columns.interval, columns.answers,
            columns.boxes],
        fields: ["n", "satisfied", "share", "low", "high", ...boxes(5)] },
    { id: "ces", ready: "checkout-ces", lines: cesLines,
        columns: [columns.period, columns.mean, columns.interval, columns.answers, columns.easy,
            columns.boxes],
        fields: ["n", "mean", "low", "high", "easy", "easy_share", "easy_low", "easy_high",
            ...boxes(7)] },
    { id: "womi", ready: "checkout-womi", lines: womiLines, single: true,
        columns: [columns.rule, columns.womi, columns.interval, columns.answers, columns.promoters,
            columns.trueDetractors, columns.falseDetractors],
        fields: ["rule", "rule_text", "n", "womi", "low", "high", "promoters", "true_detractors",
            "false_detractors"] },
    { id: "competitors", ready: "checkout-competitor", lines: competitorLines, single: true,
        columns: [columns.competitor, columns.drawn, columns.interval, columns.answers],
        fields: ["code", "name", "n", "nps", "low", "high", "count", "share"] },
];

// The series of a kind in the server's answer.
export function surveysOf(answer, { id }) {
    return answer[id].rows ?? answer[id];
}
