// The arithmetic behind the page: pooling, intervals, how much is enough, order.

const z = 1.959964;
const enoughForRange = 30;
const enoughForScore = 100;

// How much may be said from n answers: "none", "few" (counts and shares only), "rough" (the range
// first) or "enough" (the score).
export function level(n) {
    if (n === 0) {
        return "none";
    }
    if (n < enoughForRange) {
        return "few";
    }
    return n < enoughForScore ? "rough" : "enough";
}

// The answers that are missing until a range may be shown, and until the score may.
export const moreForRange = (n) => Math.max(0, enoughForRange - n);
export const moreForScore = (n) => Math.max(0, enoughForScore - n);

// NPS in points with its adjusted Wald interval (Rocks 2016), from counts; nulls without answers.
export function score(promoters, passives, detractors) {
    const n = promoters + passives + detractors;
    if (n === 0) {
        return { nps: null, low: null, high: null, variance: null };
    }
    const p = (promoters + 0.75) / (n + 3);
    const d = (detractors + 0.75) / (n + 3);
    const variance = (p + d - (p - d) ** 2) / (n + 3);
    const margin = z * Math.sqrt(variance);
    return {
        nps: (100 * (promoters - detractors)) / n,
        low: 100 * Math.max(-1, p - d - margin),
        high: 100 * Math.min(1, p - d + margin),
        variance: 1e4 * variance,
    };
}

// The answers of all rows together: counts are added, scores are never averaged.
export function pool(rows) {
    const histogram = new Array(11).fill(0);
    const sum = { n: 0, promoters: 0, passives: 0, detractors: 0, histogram };
    for (const row of rows) {
        sum.n += row.n;
        sum.promoters += row.promoters;
        sum.passives += row.passives;
        sum.detractors += row.detractors;
        row.histogram.forEach((count, value) => {
            histogram[value] += count;
        });
    }
    return { ...sum, ...score(sum.promoters, sum.passives, sum.detractors) };
}

// Each row's NPS drawn towards the pooled one by how uncertain it is (the variance between rows by
// the method of moments); null for a row with too few answers to be placed at all.
export function shrunkScores(rows) {
    const whole = pool(rows).nps;
    const known = rows.map((row) => score(row.promoters, row.passives, row.detractors));
    let weights = 0;
    let squares = 0;
    let spread = 0;
    let placed = 0;
    rows.forEach((row, i) => {
        if (row.n >= enoughForRange) {
            const weight = 1 / known[i].variance;
            weights += weight;
            squares += weight ** 2;
            spread += weight * (known[i].nps - whole) ** 2;
            placed += 1;
        }
    });
    const scale = weights - squares / weights;
    const between = placed > 1 && scale > 0 ? Math.max(0, (spread - (placed - 1)) / scale) : 0;
    return rows.map((row, i) => {
        if (row.n < enoughForRange) {
            return null;
        }
        const trust = between / (between + known[i].variance);
        // Without any provable spread all are equal; the raw score, as a whisper, keeps an order.
        return whole + (trust + 1e-6) * (known[i].nps - whole);
    });
}

// One point a day, each pooling the `span` days up to it; null where there are under 30 answers.
// `rows` has the days that have answers, keyed "YYYY-MM-DD"; `days` are those to give points for.
export function rollingScores(rows, days, span, addDays) {
    const byDay = new Map(rows.map((row) => [row.key, row]));
    return days.map((day) => {
        const recent = [];
        for (let back = 0; back < span; ++back) {
            const row = byDay.get(addDays(day, -back));
            if (row) {
                recent.push(row);
            }
        }
        const pooled = pool(recent);
        return pooled.n >= enoughForRange ? { day, ...pooled } : { day, n: pooled.n, nps: null };
    });
}
