// The page's arithmetic and its address, without a browser.

import assert from "node:assert/strict";
import { test } from "node:test";

import { daysOf, filterFragment, isBackwards, parseFilter, validDay }
    from "../../resources/web/assets/filter.js";
import { level, moreForRange, moreForScore, pool, rollingScores, score, shrunkScores }
    from "../../resources/web/assets/figures.js";
import { addDays } from "../../resources/web/assets/filter.js";
import { formatDays, formatMoment, formatPoints, formatRange, formatShare }
    from "../../resources/web/assets/format.js";
import { hoursOf, rowsOf, treeOf } from "../../resources/web/assets/structure_hours.js";

// A row with the counts given, all promoters tens, passives eights, detractors sixes.
function row(promoters, passives, detractors, key = null) {
    const histogram = new Array(11).fill(0);
    [histogram[10], histogram[8], histogram[6]] = [promoters, passives, detractors];
    const n = promoters + passives + detractors;
    return { key, n, promoters, passives, detractors, histogram };
}

test("so many answers more and there is a range, and a score", () => {
    for (let n = 0; n < 120; ++n) {
        assert.ok(["rough", "enough"].includes(level(n + moreForRange(n))), n);
        assert.equal(level(n + moreForScore(n)), "enough");
        assert.ok(moreForRange(n) === 0 || level(n + moreForRange(n) - 1) !== "rough");
        assert.ok(moreForScore(n) === 0 || level(n + moreForScore(n) - 1) !== "enough");
    }
});

test("the score and its interval follow the reference values", () => {
    const vectors = [
        [60, 30, 10, 50, 35.47, 61.62],
        [5, 3, 2, 30, -19.05, 65.2],
        [1, 0, 0, 100, -48.5, 98.5],
        [0, 5, 0, 0, -30.01, 30.01],
        [10, 0, 0, 100, 47.5, 100],
    ];
    for (const [promoters, passives, detractors, nps, low, high] of vectors) {
        const got = score(promoters, passives, detractors);
        assert.equal(got.nps, nps);
        assert.ok(Math.abs(got.low - low) < 0.01, `${got.low} is not ${low}`);
        assert.ok(Math.abs(got.high - high) < 0.01, `${got.high} is not ${high}`);
    }
    assert.deepEqual(score(0, 0, 0), { nps: null, low: null, high: null, variance: null });
});

test("a total adds counts and never averages scores", () => {
    const total = pool([row(90, 5, 5), row(0, 0, 10)]);
    assert.equal(total.n, 110);
    assert.equal(total.histogram[6], 15);
    assert.equal(formatPoints(total.nps), "+68");
    assert.equal(pool([]).nps, null);
});

test("how much may be said depends on the number of answers", () => {
    assert.deepEqual([0, 1, 29, 30, 99, 100].map(level),
        ["none", "few", "few", "rough", "rough", "enough"]);
});

test("a lucky small store is not put before a good large one", () => {
    const [large, lucky, poor, middle, tiny] = shrunkScores(
        [row(700, 200, 100), row(22, 6, 2), row(650, 200, 150), row(670, 200, 130), row(17, 4, 1)]);
    assert.ok(score(22, 6, 2).nps > score(700, 200, 100).nps);
    assert.ok(lucky < large && lucky > poor);
    assert.ok(large > middle && middle > poor);
    assert.equal(tiny, null);
});

test("equal stores keep the order of what was observed", () => {
    const [a, b] = shrunkScores([row(51, 30, 19), row(50, 30, 20)]);
    assert.ok(a > b && a - b < 0.01);
    assert.deepEqual(shrunkScores([]), []);
});

test("the line pools the days before and leaves out what is too little", () => {
    const days = ["2026-11-01", "2026-11-02", "2026-11-03"];
    const rows = [row(10, 5, 5, "2026-11-01"), row(10, 0, 0, "2026-11-02")];
    const points = rollingScores(rows, days, 2, addDays);
    assert.deepEqual(points.map((point) => point.n), [20, 30, 10]);
    assert.deepEqual(points.map((point) => point.nps), [null, 50, null]);
});

test("points have their sign, a real minus, and no minus zero", () => {
    assert.deepEqual([46.4, -12.5, 0, -0.3, null, 0.5].map(formatPoints),
        ["+46", "−13", "0", "0", "–", "+1"]);
    assert.equal(formatRange(-3.2, 35), "−3 to +35");
    assert.equal(formatRange(null, null), "–");
    assert.equal(formatShare(0, 0), "–");
    assert.equal(formatShare(1, 3), "33%");
});

test("days and moments are those of the store", () => {
    assert.equal(formatDays({ from: "2026-10-24", to: "2026-11-22" }).replace(/\s/g, " "),
        "24 Oct – 22 Nov 2026");
    assert.equal(formatDays({ from: "2026-11-22", to: "2026-11-22" }), "22 Nov 2026");
    const now = new Date("2026-11-22T21:30:00Z");
    assert.equal(formatMoment("2026-11-22T20:05:00Z", "Asia/Dubai", now), "today, 00:05");
    assert.equal(formatMoment("2026-11-22T19:05:00Z", "Asia/Dubai", now), "22 Nov 2026, 23:05");
    assert.equal(formatMoment("2026-11-22T19:05:00Z", "No/Where", now), "today, 19:05");
});

test("the address gives every filter back", () => {
    const addresses = ["", "#period=today", "#period=all&region=S%C3%BCd+%26+West",
        "#from=2026-11-01&to=2026-11-22&marked=exclude", "#from=2026-11-01", "#period=custom",
        "#period=7d&sort=nps&order=desc", "#sort=last&order=asc", "#sort=name&order=desc"];
    for (const address of addresses) {
        assert.equal(filterFragment(parseFilter(address)), address);
    }
});

test("a senseless address falls back to 30 days by name", () => {
    const filter = parseFilter("#period=eternity&from=2026-02-30&to=x&sort=luck&order=desc");
    assert.equal(filterFragment(filter), "");
    assert.equal(filter.period, "30d");
    assert.equal(validDay("2024-02-29"), "2024-02-29");
    assert.equal(validDay("2026-02-29"), "");
});

test("periods are whole business days, the last one today", () => {
    const days = (fragment) => daysOf(parseFilter(fragment), "2026-11-22");
    assert.deepEqual(days("#period=today"), { from: "2026-11-22", to: "2026-11-22" });
    assert.deepEqual(days("#period=7d"), { from: "2026-11-16", to: "2026-11-22" });
    assert.deepEqual(days(""), { from: "2026-10-24", to: "2026-11-22" });
    assert.deepEqual(days("#period=year"), { from: "2026-01-01", to: "2026-11-22" });
    assert.deepEqual(days("#period=all"), { from: undefined, to: undefined });
    assert.deepEqual(days("#to=2026-03-01"), { from: undefined, to: "2026-03-01" });
    assert.equal(isBackwards({ from: "2026-11-02", to: "2026-11-01" }), true);
    assert.equal(isBackwards({ from: "2026-11-02", to: undefined }), false);
});

test("opening hours go into a form and back", () => {
    const rows = [["s1", "mon", "09:00-13:00 15:00-22:00"], ["s1", "tue", "closed"],
        ["s1", "2026-12-25", "closed"], ["s1", "2026-12-24", "09:00-14:00"], ["", "sun", "closed"]]
        .map(([store, day, hours]) => ({ store, day, hours }));
    const known = hoursOf(rows, "s1");
    assert.equal(known.week.mon, "09:00-13:00 15:00-22:00");
    assert.equal(known.week.tue, "");
    assert.equal(known.exceptions, "2026-12-25 closed\n2026-12-24 09:00-14:00");
    assert.deepEqual(hoursOf(rowsOf("s1", known), "s1"), known);
    assert.deepEqual(rowsOf("s1", { ...known, exceptions: " 2026-12-25   10:00-11:00 12:00-13:00\n\n" })
        .at(-1), { store: "s1", day: "2026-12-25", hours: "10:00-11:00 12:00-13:00" });
    assert.equal(hoursOf(rows, "s2").own, false);
    assert.deepEqual(rowsOf("s2", hoursOf(rows, "s2")), [{ store: "s2", day: "all", hours: "none" }]);
});

test("regions are a tree", () => {
    const regions = [["a", ""], ["b", "a"], ["c", "b"], ["d", ""]]
        .map(([id, parent]) => ({ id, parent }));
    const stores = [{ id: "s1", region: "b" }, { id: "s2", region: "" }];
    const [a, d] = treeOf({ regions, stores });
    assert.equal(a.regions[0].region.id, "b");
    assert.deepEqual(a.regions[0].stores.map(({ id }) => id), ["s1"]);
    assert.equal(a.regions[0].regions[0].region.id, "c");
    assert.deepEqual([d.region.id, d.stores, d.regions], ["d", [], []]);
});
