// Coverage beside every score: how it is put together, when it is read, and where it stands.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, afterEach, before, test } from "node:test";

import { Coverage, CoverageReader } from "../../resources/web/assets/coverage.js";
import { enter, faultsOf, openPage, startBrowser } from "./browser.mjs";
import { FakeCentral } from "./fake_central.mjs";

let chromium;
let fake;
let page;

before(async () => {
    chromium = await startBrowser();
    fake = await new FakeCentral().start();
});
after(async () => {
    await chromium.close();
    await fake.stop();
});
afterEach(async () => {
    const faults = page ? await faultsOf(page) : [];
    await page?.context().close();
    page = null;
    assert.deepEqual(faults, []);
});

async function show(options = {}, address = "/") {
    page = await openPage(chromium.browser, fake.address, { expected: /status of 40[13]/, ...options });
    await enter(page, "regina", "correct horse");
    await page.goto(address);
}

const row = (key, minutes, open) => ({ key, coverage: open ? { minutes, minutes_open: open } : null });

test("minutes of several stores are added, and what is not known is no zero", () => {
    const coverage = new Coverage({ stores: [row("a", 900, 1000), row("b", 0, 3000), row("c")] });
    assert.equal(coverage.whole, 0.225);
    assert.equal(coverage.shareOf(["a"]), 0.9);
    assert.equal(coverage.shareOf(["a", "b", "c"]), 0.225);
    assert.equal(coverage.shareOf(["b"]), 0);
    assert.equal(coverage.shareOf(["c", "elsewhere"]), null);
});

test("days that were not all read and touchpoints without a tablet have none", () => {
    const hour = (weekday, at, minutes) => ({ weekday, hour: at, ...row("", minutes, 60) });
    const coverage = new Coverage({ from: "2026-11-01", to: "2026-11-03", stores: [],
        days: [row("2026-11-01", 60, 100), row("2026-11-03", 20, 100)],
        hours: [hour(1, 9, 60), hour(1, 10, 0), hour(2, 9, 30)],
        touchpoints: [row("checkout", 3, 4)] });
    assert.equal(coverage.between("2026-11-01", "2026-11-03"), 0.4);
    assert.equal(coverage.between("2026-11-02", "2026-11-02"), null, "nobody was open");
    assert.equal(coverage.between("2026-10-31", "2026-11-01"), null);
    assert.equal(coverage.between("2026-11-03", "2026-11-04"), null);
    assert.equal(coverage.ofWeekHour(1, null), 0.5);
    assert.equal(coverage.ofWeekHour(null, 9), 0.75);
    assert.equal(coverage.ofWeekHour(2, 10), null);
    assert.equal(coverage.ofTouchpoint("checkout"), 0.75);
    assert.equal(coverage.ofTouchpoint("telephone"), null);
});

test("it is read once for the same stores and days, and again after five minutes", async () => {
    let now = 0;
    const asked = [];
    const reader = new CoverageReader(async (query) => {
        asked.push(query);
        return { stores: [row("a", asked.length, 10)] };
    }, () => now);
    const days = { from: "2026-11-01", to: "2026-11-22" };
    assert.equal(reader.known(days), null);
    const asking = reader.of({ ...days, marked: "include" });
    assert.equal(await reader.of({ ...days, marked: "exclude" }), await asking, "while it is read");
    const first = await asking;
    assert.equal(reader.known(days), first);
    now = 5 * 60 * 1000;
    assert.equal((await reader.of(days)).shareOf(["a"]), 0.2);
    assert.equal(reader.known({ ...days, region: "north" }), null);
    await reader.of({ ...days, region: "north" });
    await reader.of({ ...days, touchpoint: "exit" });
    assert.deepEqual(asked.map(({ region, touchpoint, marked }) => [region, touchpoint, marked]),
        [[undefined, undefined, undefined], [undefined, undefined, undefined],
            ["north", undefined, undefined], [undefined, "exit", undefined]]);
    assert.equal(reader.known(days).shareOf(["a"]), 0.2);
    assert.notEqual(first, null);
});

test("what could not be read is asked for again", async () => {
    let times = 0;
    const reader = new CoverageReader(async () => {
        times += 1;
        if (times === 1) {
            throw new Error("gone");
        }
        return { stores: [] };
    });
    await assert.rejects(reader.of({}), /gone/);
    assert.equal((await reader.of({})).whole, null);
});

test("the board has it of each store and of all", async () => {
    await show();
    const central = page.locator(".store-row", { hasText: "Central" });
    await central.locator(".col-coverage", { hasText: "95%" }).waitFor();
    assert.equal(await page.locator(".store-row", { hasText: "Opening soon" })
        .locator(".col-coverage .cell-value").innerText(), "–");
    assert.equal(await page.locator(".total-row .col-coverage .cell-value").innerText(), "83%");
    await page.getByText("Tablets could be answered in 83% of the opening hours").waitFor();
    await page.getByLabel("Region").selectOption("Dubai Creek");
    await page.locator(".total-row .col-coverage", { hasText: "92%" }).waitFor();
});

test("the days of a store on the board have it, in their table and their file", async () => {
    await show();
    await page.getByRole("button", { name: "Central" }).click();
    await page.getByText("Show these figures as a table").click();
    const days = page.locator(".trend-table");
    await days.getByText(/^Coverage is the part of the opening hours .*24 Oct – 22 Nov 2026/).waitFor();
    assert.match(await days.getByRole("row").first().innerText(), /\tCoverage$/);
    assert.match(await days.getByRole("row").last().innerText(), /\t99%$/);
    const lines = await csvOf("Trend");
    assert.match(lines[0], /,Detractors,Coverage$/);
    assert.match(lines.at(-1), /^2026-11-22,.*,0\.99$/);
    assert.match(lines.at(-2), /^2026-11-21,.*,0\.98$/);
});

test("the order of stores and the regions have it, in their files too", async () => {
    await show({}, "/dashboard");
    const order = page.getByRole("region", { name: "Stores in order", exact: true });
    const garden = order.getByRole("row", { name: /Garden/ });
    await garden.locator(".rank-coverage", { hasText: "83%" }).waitFor();
    await order.getByText(/^Coverage is the part of the opening hours .*24 Oct – 22 Nov 2026/).waitFor();
    const inland = page.getByRole("region", { name: "Regions", exact: true })
        .getByRole("row", { name: /Inland/ });
    assert.equal(await inland.locator(".rank-coverage .figures").innerText(), "77%");
    for (const [name, last] of [["Stores in order", /\r\nGarden,s3,.*,0\.83\d+\r\n/],
        ["Regions", /,Coverage\r\n[^]*\r\nInland,.*,0\.77\d+\r\n/]]) {
        const [download] = await Promise.all([page.waitForEvent("download"),
            page.getByRole("button", { name: `Download “${name}” as CSV` }).click()]);
        assert.match((await readFile(await download.path())).toString("utf8"), last);
    }
});

test("on a telephone it has its name beside it", async () => {
    await show({ viewport: { width: 360, height: 740 } });
    await page.locator(".total-row .col-coverage", { hasText: "83%" }).waitFor();
    await page.goto("/dashboard");
    const cell = page.locator(".rank-table tbody .rank-coverage").first();
    await cell.getByText("77%").waitFor();
    assert.match(await cell.innerText(), /^Coverage\s+77%$/);
});

const card = (name) => page.getByRole("region", { name, exact: true });

async function csvOf(name) {
    const [download] = await Promise.all([page.waitForEvent("download"),
        page.getByRole("button", { name: `Download “${name}” as CSV` }).click()]);
    return (await readFile(await download.path())).toString("utf8").trim().split("\r\n");
}

async function dashboard(fragment = "", options = {}) {
    await show(options, `/dashboard${fragment}`);
    await page.getByText("Tablets could be answered in").first().waitFor();
}

test("the trend has it of each day, in its table, its file and at its point", async () => {
    await dashboard();
    const trend = card("Trend");
    await trend.getByText(/Coverage is the part of the opening hours .*24 Oct – 22 Nov 2026/).waitFor();
    await trend.getByText("Show these figures as a table").click();
    const last = trend.getByRole("row").last();
    assert.match(await last.innerText(), /\t99%/);
    const lines = await csvOf("Trend");
    assert.match(lines[0], /,95% to,Coverage,Marked$/);
    assert.match(lines.at(-1), /^2026-11-22,.*,0\.99,/);
    assert.match(lines.at(-2), /^2026-11-21,.*,0\.98,/);
    await page.locator("#grain").selectOption("week");
    await trend.getByRole("columnheader", { name: "From", exact: true }).waitFor();
    const weeks = await csvOf("Trend");
    assert.match(weeks[1], /^2026-10-19,.*,,/, "its first days were not read");
    assert.match(weeks[2], /^2026-10-26,.*,0\.7\d+,/);
});

test("the heat map has it in each hour, and can show it", async () => {
    await dashboard();
    const heat = card("Hours and weekdays");
    await heat.getByText(/Tablets could be answered in \d\d% of the opening hours/).waitFor();
    assert.match(await heat.getByRole("row", { name: /Monday/ }).getByRole("cell").first()
        .getAttribute("title"), / · Coverage 91%$/);
    assert.match((await csvOf("Hours and weekdays"))[0], /,95% to,Coverage$/);
    await page.locator("#heat-metric").selectOption("coverage");
    assert.match(await page.locator("#announcer").textContent(),
        /^Hours and weekdays: Coverage\. .*\d\d%.*\d\d%/);
    assert.equal(await heat.locator("caption").textContent(), "Hours and weekdays: Coverage");
    assert.match(await heat.getByRole("row", { name: /Monday/ }).innerText(), /91%/);
    assert.equal(new URL(page.url()).hash, "#heat=coverage");
});

test("a touchpoint has that of its tablets, or a dash with the reason", async () => {
    await dashboard();
    const list = card("Touchpoints");
    await list.getByText(/^.*A touchpoint's coverage is that of the tablets that stood there/).waitFor();
    const cell = (name) => list.getByRole("row", { name }).locator(".rank-coverage .figures");
    assert.equal(await cell(/checkout/).innerText(), "88%");
    assert.equal(await cell(/exit/).innerText(), "–");
    await list.getByText("No coverage is told for exit").waitFor();
    assert.match((await csvOf("Touchpoints"))[0], /,Detractors,Coverage$/);
    await page.goto("/dashboard#touchpoint=exit");
    await page.reload();
    await page.locator(".summary").getByText("No coverage is told for exit").waitFor();
});

test("both sides of a comparison have it", async () => {
    await dashboard("#vs=touchpoint&with=exit&touchpoint=checkout");
    const compare = card("Compare");
    await compare.getByText(/checkout\S*: Coverage \d\d% · \S*exit\S*: Coverage –\. No coverage/).waitFor();
    const lines = await csvOf("Compare");
    assert.match(lines[0], /,Detractors,Coverage$/);
    assert.match(lines[1], /^checkout,.*,0\.\d+$/);
    assert.match(lines[2], /^exit,.*,$/);
});

test("where it cannot be read it is a dash, and the scores stand", async () => {
    fake["GET coverage"] = (request, response) => {
        response.writeHead(500, { "Content-Type": "application/problem+json" });
        response.end(JSON.stringify({ code: "internal", detail: "The disk is full." }));
    };
    try {
        await show({ expected: /status of (40[13]|500)/ }, "/dashboard");
        await page.locator(".summary").getByText("is not known").waitFor();
        assert.equal(await page.locator(".card-touchpoints .rank-coverage .figures").first().innerText(), "–");
    } finally {
        delete fake["GET coverage"];
    }
});
