// The page on the real server: what it shows is what the server holds.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, afterEach, before, beforeEach, test } from "node:test";

import { addDays } from "../../resources/web/assets/filter.js";
import { formatCount, formatPoints, formatRange } from "../../resources/web/assets/format.js";
import { enter, faultsOf, openPage, signIn, signOut, startBrowser } from "./browser.mjs";
import { Central } from "./central.mjs";
import { Kiosk } from "./kiosk.mjs";

const password = "correct horse battery";
let chromium;
let central;
let kiosks;
let page;

const repeated = (counts) => counts.flatMap((count, score) => new Array(count).fill(score));
const daysAgo = (count) => new Date(Date.now() - count * 24 * 3600 * 1000);

before(async () => {
    chromium = await startBrowser();
    central = await Central.create();
    const stores = [["s1", "Central", "Creek"], ["s2", "فروشگاه شهر قدیم", "Inland"],
        ["s3", "=SUM(1;1) & <b>Harbour</b>", "Coast"], ["s4", "Opening soon", "Coast"]];
    for (const [id, name, region] of stores) {
        central.command(["store", "add", "--id", id, "--name", name, "--region", region,
            "--timezone", "UTC"]);
    }
    for (const [name, ...rest] of [["regina", "--role", "regional"], ["vera", "--role", "viewer"],
        ["mani", "--role", "manager", "--store", "s1"],
        ["cora", "--role", "regional", "--region", "Coast"]]) {
        central.command(["user", "add", "--name", name, ...rest], `${password}\n`);
    }
    await central.serve();
    kiosks = {};
    for (const id of ["s1", "s2", "s3"]) {
        kiosks[id] = await Kiosk.enrol(central.address, central.command(["device", "code",
            "--store", id]));
    }
    const score = [4, 1, 2, 3, 3, 8, 8, 16, 28, 36, 84];
    await kiosks.s1.answer(repeated(score), { at: daysAgo(3) });
    await kiosks.s1.answer(repeated(score).slice(0, 90), { at: daysAgo(12) });
    await kiosks.s1.answer([10, 10, 0], { at: daysAgo(400) });
    await kiosks.s1.answer([10, 10, 10, 10], { at: daysAgo(2), marks: ["burst"] });
    await kiosks.s2.answer([10, 10, 9, 8, 3], { at: daysAgo(1) });
    await kiosks.s3.answer(repeated([0, 0, 0, 0, 0, 6, 4, 5, 10, 8, 12]), { at: daysAgo(0) });
});
after(async () => {
    await chromium.close();
    await central?.stop();
});
beforeEach(async () => {
    // A refused sign-in is an error to the browser's console, not to the page.
    page = await openPage(chromium.browser, central.address, { expected: /status of 401/ });
});
afterEach(async () => {
    const faults = await faultsOf(page);
    await page.context().close();
    assert.deepEqual(faults, []);
});

async function signedIn(address = "/", name = "regina") {
    await enter(page, name, password);
    await page.goto(address);
    await page.locator(".store-row").first().waitFor();
}

const rowOf = (name) => page.locator(".store-row", { hasText: name });
const textOf = (row, column) => row.locator(`.col-${column} .cell-value`).innerText();

// What the server says, asked as the page's own user.
async function served(path) {
    const response = await page.context().request.get(path);
    assert.equal(response.status(), 200, path);
    return response.json();
}

async function shownDays() {
    const { stores } = await served("/api/v1/stores");
    return stores.map((store) => store.today).sort().at(-1);
}

test("the page comes with a policy that allows nothing but its own files", async () => {
    const response = await page.goto("/");
    const policy = response.headers()["content-security-policy"];
    assert.match(policy, /default-src 'none'/);
    assert.match(policy, /script-src 'self'/);
    assert.doesNotMatch(policy, /unsafe|https?:|\*/);
    await page.getByRole("heading", { name: "Sign in" }).waitFor();
});

test("a wrong password is refused; the right one shows the figures and for whom", async () => {
    await page.goto("/");
    await signIn(page, "regina", "wrong horse battery");
    await page.getByText("The name or the password is not right.").waitFor();
    assert.equal(await page.locator(".store-row").count(), 0);
    await signIn(page, "regina", password);
    await page.locator(".store-row").first().waitFor();
    assert.match(await page.locator("#who").innerText(), /regina/);
    const [cookie] = await page.context().cookies();
    assert.equal(cookie.httpOnly, true);
    assert.equal(cookie.sameSite, "Strict");
});

test("who is not signed in does so first, and comes to the page that was asked for", async () => {
    for (const name of ["dashboard", "measurements", "comments", "answers", "ledger", "devices",
        "contacts", "structure", "access"]) {
        await page.goto(`/${name}`);
        await page.locator("#sign-in-first a").click();
        await signIn(page, "regina", password);
        await page.waitForURL(`**/${name}`);
        await page.locator("#who-name", { hasText: "regina" }).waitFor();
        await page.context().clearCookies();
    }
});

test("every figure of the table is the server's, and the total is its pooled score", async () => {
    await signedIn();
    const today = await shownDays();
    const range = `from=${addDays(today, -29)}&to=${today}`;
    const { rows } = await served(`/api/v1/nps?${range}&by=store`);
    const { stores } = await served("/api/v1/stores");
    const own = rows.find((row) => row.key === "s1");
    assert.ok(own.n >= 100);

    const row = rowOf("Central");
    assert.equal(await textOf(row, "nps"), formatPoints(own.nps));
    assert.equal(await textOf(row, "interval"), formatRange(own.low, own.high));
    for (const { id, name } of stores) {
        const n = rows.find((each) => each.key === id)?.n ?? 0;
        assert.equal(await textOf(rowOf(name), "n"), formatCount(n), name);
    }
    const [pooled] = (await served(`/api/v1/nps?${range}&by=none`)).rows;
    const total = page.locator(".total-row");
    assert.equal(await textOf(total, "n"), formatCount(pooled.n));
    assert.equal(await textOf(total, "nps"), formatPoints(pooled.nps));
    assert.equal(await textOf(total, "interval"), formatRange(pooled.low, pooled.high));
    assert.equal(await page.locator(".headline").innerText(), formatPoints(pooled.nps));
});

test("the dashboard's figures are the server's, drawn by the Chart.js that it brings", async () => {
    await enter(page, "regina", password);
    await page.goto("/dashboard");
    await page.locator("#cards[aria-busy=false]").waitFor();
    const today = await shownDays();
    const range = `from=${addDays(today, -29)}&to=${today}`;
    const [pooled] = (await served(`/api/v1/nps?${range}`)).rows;
    assert.equal(await page.locator(".headline").innerText(), formatPoints(pooled.nps));
    assert.match(await page.locator(".summary-count").innerText(),
        new RegExp(`^${formatCount(pooled.n)} answers`));
    assert.match(await page.evaluate(() => globalThis.Chart.version), /^3\./);
    const { rows } = await served(`/api/v1/ranking?${range}`);
    assert.deepEqual(await page.locator(".figure-trend canvas, .figure-histogram canvas").count(), 2);
    const names = new Map((await served("/api/v1/stores")).stores.map(({ id, name }) => [id, name]));
    assert.deepEqual(await page.locator("[aria-labelledby=ranking-title] tbody .rank-name").allInnerTexts(),
        rows.map(({ key }) => names.get(key)));
    await page.getByRole("switch", { name: "Include marked answers" }).uncheck();
    await page.getByText("without marked answers").first().waitFor();
    const [unmarked] = (await served(`/api/v1/nps?${range}&marked=exclude`)).rows;
    await page.getByText(`${formatCount(unmarked.n)} answers`, { exact: true }).waitFor();
});

test("each store shows as much as its answers allow", async () => {
    await signedIn();
    assert.match(await textOf(rowOf("فروشگاه"), "nps"), /^–\s+too few answers: it takes \d+ more$/);
    assert.match(await textOf(rowOf("Harbour"), "nps"), /^\S+ to \S+\s+rough, about \S+$/);
    assert.match(await textOf(rowOf("Opening soon"), "nps"), /^–\s+no answers$/);
    assert.equal(await textOf(rowOf("Opening soon"), "last"), "never");
    assert.equal(await page.getByText("=SUM(1;1) & <b>Harbour</b>").count(), 1);
});

test("the filter is in the address: a link shows the same", async () => {
    await signedIn();
    await page.getByLabel("All", { exact: true }).check();
    await page.getByText("All · marked answers included").waitFor();
    await page.getByLabel("Region").selectOption("Creek");
    await page.getByRole("heading", { name: "Creek" }).waitFor();
    await page.getByRole("switch", { name: "Include marked answers" }).uncheck();
    await page.getByText("All · without marked answers").waitFor();
    const [all] = (await served("/api/v1/nps?region=Creek&marked=exclude&by=none")).rows;
    assert.equal(await textOf(rowOf("Central"), "n"), formatCount(all.n));
    assert.equal(await page.locator(".store-row").count(), 1);

    const address = page.url();
    await page.goto("about:blank");
    await page.goto(address);
    await page.getByText("All · without marked answers").waitFor();
    assert.equal(await textOf(rowOf("Central"), "n"), formatCount(all.n));
});

test("what opens under a store is its histogram and its days", async () => {
    await signedIn();
    await page.getByRole("button", { name: "Central" }).click();
    await page.getByRole("img", { name: /points, from/ }).waitFor();
    const today = await shownDays();
    const range = `from=${addDays(today, -29)}&to=${today}`;
    const [{ histogram }] = (await served(`/api/v1/nps?store=s1&${range}&by=none`)).rows;
    const cells = await page.getByRole("table", { name: "Answers by score" })
        .locator("tbody .number:nth-child(3)").allInnerTexts();
    assert.deepEqual(cells.reverse(), histogram.map(formatCount));
    await page.getByText("Show these figures as a table").click();
    const day = page.locator(".trend-table tbody tr").last();
    const week = `from=${addDays(today, -6)}&to=${today}`;
    const [recent] = (await served(`/api/v1/nps?store=s1&${week}&by=none`)).rows;
    assert.deepEqual(await day.locator("td").allInnerTexts(),
        [formatPoints(recent.nps), formatRange(recent.low, recent.high), formatCount(recent.n), "–"]);
});

test("the download has the rows of the same days and region", async () => {
    await signedIn("/#period=7d&region=Creek");
    const coming = page.waitForEvent("download");
    await page.getByRole("link", { name: "Download CSV" }).click();
    const download = await coming;
    assert.match(download.suggestedFilename(), /\.csv$/);
    const lines = (await readFile(await download.path(), "utf8")).trimEnd().split(/\r?\n/);
    const columns = lines[0].replace("\uFEFF", "").split(",");
    const rows = lines.slice(1).map((line) => line.split(","));
    const [pooled] = (await served(`/api/v1/nps?store=s1&from=${addDays(await shownDays(), -6)}`
        + "&by=none")).rows;
    assert.equal(rows.length, pooled.n);
    assert.deepEqual([...new Set(rows.map((row) => row[columns.indexOf("store")]))], ["s1"]);
    const tens = rows.filter((row) => row[columns.indexOf("score")] === "10").length;
    assert.equal(tens, pooled.histogram[10]);
});

test("a new batch shows by itself", async () => {
    await signedIn("/#period=today");
    await page.locator("#live-state.is-live").waitFor();
    const count = async () => Number(await textOf(rowOf("فروشگاه"), "n"));
    assert.equal(await count(), 0);
    await kiosks.s2.answer([9, 3]);
    await rowOf("فروشگاه").locator(".col-n .cell-value", { hasText: /^2$/ }).waitFor();
    // Stores are asked for before the scores, and again when something has changed.
    await rowOf("فروشگاه").locator(".col-last .cell-value", { hasText: /^today, \d\d:\d\d$/ })
        .waitFor();
});

test("a manager sees the own store only, and exports are the region's", async () => {
    await signedIn("/", "mani");
    assert.deepEqual(await page.locator(".store-row .toggle").allInnerTexts(), ["Central"]);
    assert.equal(await page.locator("#summary-title").innerText(), "Central");
    assert.equal(await page.locator(".total-row").count(), 0);
    assert.equal(await page.getByText("Download CSV").isVisible(), false);
    await signOut(page);
    await page.getByText("You are signed out.").waitFor();
    await signIn(page, "vera", password);
    await page.locator(".store-row").first().waitFor();
    assert.equal(await page.locator(".store-row").count(), 4);
    assert.equal(await page.getByText("Download CSV").isVisible(), false);
});

test("what is over figures of all that somebody sees says whose they are", async () => {
    for (const [name, every, all] of [["mani", "Your stores", "Central"],
        ["cora", "Your stores", "Your stores"], ["regina", "All stores", "All stores"]]) {
        await signedIn("/", name);
        assert.equal(await page.locator("#summary-title").innerText(), all);
        await page.goto("/dashboard");
        await page.getByRole("heading", { name: all, level: 1 }).waitFor();
        for (const path of ["dashboard", "comments", "answers", "contacts", "ledger", "devices"]) {
            await page.goto(`/${path}`);
            await page.locator("main select option", { hasText: every }).first()
                .waitFor({ state: "attached" });
            assert.equal(await page.locator("main select option", { hasText: /^All stores$/ }).count(),
                every === "All stores" ? 1 : 0, `${name}: ${path}`);
        }
        await page.context().clearCookies();
    }
});

test("signing out ends the session on the server too", async () => {
    await signedIn();
    const [cookie] = await page.context().cookies();
    await signOut(page);
    await page.getByText("You are signed out.").waitFor();
    assert.equal(await page.locator(".store-row").count(), 0);
    assert.deepEqual(await page.context().cookies(), []);
    const again = await page.context().request.get("/api/v1/stores",
        { headers: { Cookie: `${cookie.name}=${cookie.value}` } });
    assert.equal(again.status(), 401);
    await page.reload();
    await page.getByRole("heading", { name: "Sign in" }).waitFor();
});
