// What the stand-in for vouch-central answers the dashboard: made from the same answers in memory,
// with a change and a break planted where the page must draw them.

import { score, shrunkScores } from "../../resources/web/assets/figures.js";
import { addDays } from "../../resources/web/assets/filter.js";

const weekdayOf = (day) => ((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7) + 1;

function figuresOf(answers) {
    const histogram = new Array(11).fill(0);
    for (const { value } of answers) {
        histogram[value] += 1;
    }
    const sum = (from, to) => histogram.slice(from, to + 1).reduce((a, b) => a + b, 0);
    const [detractors, passives, promoters] = [sum(0, 6), sum(7, 8), sum(9, 10)];
    const { nps, low, high } = score(promoters, passives, detractors);
    return { n: answers.length, promoters, passives, detractors, nps, low, high, histogram };
}

function grouped(answers, keyOf) {
    const groups = new Map();
    for (const answer of answers) {
        const key = keyOf(answer);
        if (!groups.has(key)) {
            groups.set(key, []);
        }
        groups.get(key).push(answer);
    }
    return groups;
}

const asOf = () => new Date().toISOString();

export function regionRows(chain) {
    const names = [...new Set(chain.map(({ region }) => region))];
    return { regions: names.map((id) => ({ id, name: id, parent: null })) };
}

const startOf = { day: (day) => day, week: (day) => addDays(day, 1 - weekdayOf(day)),
    month: (day) => `${day.slice(0, 7)}-01` };
const endOf = { day: (day) => day, week: (day) => addDays(day, 6), month: (day) =>
    addDays(startOf.month(addDays(day, 32)), -1) };

export function trendOf(answers, query, today) {
    const by = query.get("by") ?? "day";
    const first = answers.map(({ day }) => day).sort()[0] ?? today;
    const from = startOf[by](query.get("from") > first ? query.get("from") : first);
    const to = query.get("to") ?? today;
    const days = grouped(answers, ({ day }) => startOf[by](day));
    const rows = [];
    for (let at = from; at <= to; at = addDays(endOf[by](at), 1)) {
        const pooled = by !== "day" ? [] : [6, 5, 4, 3, 2, 1, 0].flatMap((back) =>
            days.get(addDays(at, -back)) ?? []);
        rows.push({ ...figuresOf(days.get(at) ?? []), key: at, first: at, last: endOf[by](at),
            running: endOf[by](at) >= today, pooled: by === "day" ? figuresOf(pooled) : null });
    }
    return { by, from, to, today, window: 7, rows, as_of: asOf(),
        breaks: [{ day: addDays(today, -18), checklist: "checkout-nps", from: "2026a", to: "2026b" }],
        changes: [{ day: addDays(today, -9), direction: "fall", earliest: addDays(today, -11),
            latest: addDays(today, -8), delta: -14.2, p_value: 0.004 }],
        ...judgedOf(answers.length, today), ...slopeOf(answers.length),
        target: query.get("store") ? { points: 60, verdict: "below" } : null };
}

function slopeOf(have) {
    return have < 100 ? { slope: null, no_slope: { code: "answers-too-few", have, need: 100 } }
        : { slope: { per_week: -1.24, low: -2.51, high: 0.03, p_value: 0.055, clear: false },
            no_slope: null };
}

function judgedOf(have, today) {
    const judgement = { first: addDays(today, -7), last: addDays(today, -1),
        before_first: addDays(today, -14), before_last: addDays(today, -8), delta: -4.3,
        low: -11.2, high: 2.6, p_value: 0.22, verdict: "none", between_days_known: true };
    const refused = { code: "answers-too-few", where: "now", have, need: 30,
        message: `${have} answers are too few: at least 30 are needed, ${30 - have} more.` };
    return have < 30 ? { judgement: null, not_judged: refused } : { judgement, not_judged: null };
}

export function heatOf(answers, query, today) {
    const hourOf = (answer, i) => 9 + ((i * 7) % 13);
    const cells = grouped(answers.map((answer, i) => ({ ...answer, hour: hourOf(answer, i) })),
        ({ day, hour }) => `${weekdayOf(day)} ${hour}`);
    return { from: query.get("from") ?? addDays(today, -90), to: today, as_of: asOf(),
        rows: [...cells].map(([key, group]) => {
            const [weekday, hour] = key.split(" ").map(Number);
            return { ...figuresOf(group), weekday, hour };
        }) };
}

export function touchpointsOf(answers) {
    const rows = [...grouped(answers, ({ value }) => (value % 3 ? "checkout" : "exit"))]
        .map(([key, group]) => ({ key, ...figuresOf(group) }));
    const missing = rows.filter(({ n }) => n < 30).map(({ key }) => key);
    return { as_of: asOf(), rows, weighted: missing.length > 0 || rows.length < 2
        ? { nps: null, low: null, high: null, missing }
        : { nps: 41.5, low: 30.2, high: 52.8, missing } };
}

// Two tills, one of which has gone, and what came by telephone.
export function kiosksOf(answers, today) {
    const kinds = [{ name: "Till A", stands: true }, { name: "Till B", stands: true },
        { name: "Old till", stands: false },
        { name: "Import: telephone", stands: false, channel: "telephone" }];
    const rows = kinds.map((kind, i) => ({ key: `00000000-0000-7000-8000-00000000000${i}`,
        channel: null, ...kind,
        ...figuresOf(answers.filter((each, at) => Math.min(at % 8, 3) === 3 - i)),
        coverage: i < 2 ? { minutes: 930 - 200 * i, minutes_open: 1000,
            share: 0.93 - 0.2 * i } : null }));
    return { rows, coverage_from: addDays(today, -29), coverage_to: today, as_of: asOf() };
}

export function rankingOf(answers, stores) {
    const groups = grouped(answers, ({ store }) => store);
    const rows = stores.map(({ id }) => ({ key: id, ...figuresOf(groups.get(id) ?? []) }));
    const drawn = shrunkScores(rows);
    const order = rows.map((row, i) => ({ ...row, drawn: drawn[i] }))
        .sort((a, b) => (b.drawn ?? -999) - (a.drawn ?? -999) || b.n - a.n);
    const placed = order.filter((row) => row.drawn !== null).length;
    return { as_of: asOf(), rows: order.map((row, i) => ({ ...row,
        place: row.drawn === null ? null : i + 1,
        best_place: row.drawn === null ? null : Math.max(1, i),
        worst_place: row.drawn === null ? null : Math.min(placed, i + 2),
        group: row.drawn === null ? null : i === 0 ? 1 : 2,
        against: row.drawn === null || i > 0 ? "not-clear" : "above" })) };
}

export function comparisonOf(mine, others) {
    const [a, b] = [figuresOf(mine), figuresOf(others)];
    const overlap = mine.some((answer) => others.includes(answer));
    const delta = a.nps - b.nps;
    return { a, b, overlap, wording_changed: [], as_of: asOf(), difference: overlap || a.n === 0 || b.n === 0 ? null
        : { delta, low: delta - 8, high: delta + 8, p_value: 0.04, clear: Math.abs(delta) > 8,
            enough: a.n >= 30 && b.n >= 30 } };
}

const reasons = { queue: "Waiting at the till", prices: "Prices", staff: "Staff helpfulness",
    stock: "Items in stock", choice: "Choice of products", other: "Something else" };
const persianReasons = { queue: "انتظار در صندوق", prices: "قیمت‌ها", staff: "کمک کارکنان",
    stock: "موجودی کالا", choice: "تنوع کالاها", other: "چیز دیگر" };
const tamilReasons = { queue: "பில் போடும் வேகம்", prices: "விலைகள்",
    staff: "பணியாளர்களின் உதவியும் நடத்தையும்", stock: "பொருள் பற்றிய விளக்கம்",
    choice: "பொருட்களின் வகைகள்", other: "அமைவிடம், வாகன நிறுத்தம்" };

function share(count, base) {
    if (base === 0) {
        return null;
    }
    const value = count / base;
    return { count, base, value, low: Math.max(0, value - 0.02), high: Math.min(1, value + 0.02) };
}

// Queue goes clearly with 0–6; over store-weeks there is too little.
export function driversOf(answers, query, today) {
    const names = { fa: persianReasons, ta: tamilReasons }[query.get("language")] ?? reasons;
    const codes = Object.keys(reasons);
    const refused = (code, have, words = "answers", where = "") => ({ rows: [], refused: { code,
        message: `${have} ${words} are too few: at least 30 are needed, ${30 - have} more.`, where, have, need: 30 } });
    const given = (rows) => ({ refused: null, rows });
    const list = (base) => ({
        mentions: base < 30 ? refused("answers-too-few", base)
            : given(codes.map((code, i) => ({ code,
                share: share(Math.floor(base / (i + 3)), base) }))),
        splits: base < 60 ? refused("answers-too-few", 12, "answers", "7-8")
            : given(codes.map((code, i) => ({ code, worse: share(40 - i, 100),
                better: share(20, 100), difference: i === 5 ? null : 20 - 5 * i,
                low: i === 5 ? null : 12 - 5 * i, high: i === 5 ? null : 28 - 5 * i,
                p_value: i === 5 ? null : 0.001 + i / 10, clear: i === 0 }))),
        store_weeks: refused("store-weeks-too-few", 12, "store weeks"),
    });
    const liked = answers.filter(({ value }) => value >= 9).length;
    return { meaning: "association, not cause", from: query.get("from") ?? addDays(today, -90),
        to: query.get("to") ?? today, marked: query.get("marked"), answers: answers.length,
        criteria: codes.map((code) => ({ code, name: names[code] })), liked: list(liked),
        improve: list(answers.length - liked), relative_weights: null, as_of: asOf(),
        balance: given(codes.map((code, i) => ({ code, value: 12 - 5 * i, low: 10 - 5 * i,
            high: 14 - 5 * i }))) };
}

export function funnelOf(answers, query, today) {
    const steps = (group) => {
        const of = (part) => share(Math.floor(part * group.length), group.length);
        return { scored: group.length, listed: of(0.82), reasons: of(0.74), completed: of(0.8),
            comment: of(0.05), contact: of(0.02) };
    };
    const days = { from: query.get("from") ?? addDays(today, -90), to: query.get("to") ?? today };
    return { ...steps(answers), ...days, marked: query.get("marked"), as_of: asOf(),
        groups: [["promoters", 9, 10], ["passives", 7, 8], ["detractors", 0, 6]].map(
            ([key, low, high]) => ({ key, ...steps(answers.filter(({ value }) =>
                value >= low && value <= high)) })),
        tablets: { ...days, opened: Math.floor(1.07 * answers.length),
            scored: share(answers.length, Math.floor(1.07 * answers.length)), response_rate: null,
            coverage: answers.length ? { minutes: 930, minutes_open: 1000, share: 0.93 } : null } };
}

// Of every store but the one that opens soon, which has no hours yet, from 9 to 21; at the exit no
// tablet stands. Every day has a hundredth less than the day after it.
export function coverageOf(stores, query, today) {
    const share = (minutes, open) => ({ minutes, minutes_open: open, share: minutes / open });
    const from = query.get("from") ?? addDays(today, -27);
    const to = query.get("to") ?? today;
    const days = [];
    for (let day = to; day >= from; day = addDays(day, -1)) {
        days.unshift({ key: day, coverage: share(9900 - 100 * days.length, 10000) });
    }
    const hours = [1, 2, 3, 4, 5, 6, 7].flatMap((weekday) => [9, 10, 11, 12, 13, 14, 15, 16, 17, 18,
        19, 20, 21].map((hour) => ({ weekday, hour, coverage: share(1000 - 10 * hour, 1000) })));
    const isExit = query.get("touchpoint") === "exit";
    return { as_of: asOf(), from, to, coverage: null, days: isExit ? [] : days,
        hours: isExit ? [] : hours,
        touchpoints: [{ key: "checkout", coverage: share(880, 1000) }],
        stores: stores.map(({ id, daily }, i) => ({ key: id,
            coverage: daily && !isExit ? share(16000 - 1000 * i, 16800) : null })) };
}
