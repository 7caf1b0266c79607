// Coverage beside every score: how it is put together, when it is read, and where it stands.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, afterEach, before, test } from "node:test";

import { Coverage, CoverageReader } from "../../resources/web/assets/coverage.js";
import { faultsOf, openPage, signIn, startBrowser } from "./browser.mjs";
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

async function show(options = {}) {
    page = await openPage(chromium.browser, fake.address, { expected: /status of 40[13]/, ...options });
    await page.goto("/");
    await signIn(page, "regina", "correct horse");
    await page.locator(".store-row").first().waitFor();
}

const row = (key, minutes, open) => ({ key, coverage: open ? { minutes, minutes_open: open } : null });

test("minutes of several stores are added, and what is not known is no zero", () => {
    const coverage = new Coverage({ rows: [row("a", 900, 1000), row("b", 0, 3000), row("c")] });
    assert.equal(coverage.shareOf(["a"]), 0.9);
    assert.equal(coverage.shareOf(["a", "b", "c"]), 0.225);
    assert.equal(coverage.shareOf(["b"]), 0);
    assert.equal(coverage.shareOf(["c", "elsewhere"]), null);
});

test("it is read once for the same stores and days, and again after five minutes", async () => {
    let now = 0;
    const asked = [];
    const reader = new CoverageReader(async (query) => {
        asked.push(query);
        return { rows: [row("a", asked.length, 10)] };
    }, () => now);
    const days = { from: "2026-11-01", to: "2026-11-22" };
    assert.equal(reader.known(days), null);
    const first = await reader.of({ ...days, marked: "include" });
    assert.equal(await reader.of({ ...days, marked: "exclude", touchpoint: "exit" }), first);
    assert.equal(reader.known(days), first);
    now = 5 * 60 * 1000;
    assert.equal((await reader.of(days)).shareOf(["a"]), 0.2);
    assert.equal(reader.known({ ...days, region: "north" }), null);
    await reader.of({ ...days, region: "north" });
    assert.deepEqual(asked.map(({ region, marked, coverage }) => [region, marked, coverage]),
        [[undefined, undefined, "include"], [undefined, undefined, "include"],
            ["north", undefined, "include"]]);
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

test("the order of stores and the regions have it, in their files too", async () => {
    await show();
    await page.goto("/dashboard");
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
