// The page of measurements on the real server: quarters, weeks, shares, what is refused and what is
// read on demand; for whom; and that it is sound on every screen.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, afterEach, before, test } from "node:test";

import { addDays } from "../../resources/web/assets/filter.js";
import { enter, faultsOf, findings, latinIn, openPage, reshape, startBrowser } from "./browser.mjs";
import { Central } from "./central.mjs";
import { Kiosk } from "./kiosk.mjs";

const lists = new URL("../../resources/checklists/", import.meta.url);
const password = "correct horse battery";
const today = new Date().toISOString().slice(0, 10);
const sinceMonday = (new Date(`${today}T00:00:00Z`).getUTCDay() + 6) % 7;
let chromium;
let central;
let page;

// The first day of a quarter, so many before that of today.
function quarterStart(back) {
    const month = Math.floor(Number(today.slice(5, 7)) - 1);
    return new Date(Date.UTC(Number(today.slice(0, 4)), month - (month % 3) - 3 * back, 1))
        .toISOString().slice(0, 10);
}
function quarterName(back) {
    const first = quarterStart(back);
    return `Quarter ${(Number(first.slice(5, 7)) + 2) / 3}, ${first.slice(0, 4)}`;
}

const scale = (question, value) => ({ question, type: "scale", value });

// Answers of one day to one of the ready checklists; `more(i)` are further items.
async function answer(kiosk, checklist, day, scores, { question = "recommend", more = () => [] } = {}) {
    await kiosk.send(scores.map((score, i) => kiosk.close(score, new Date(`${day}T08:00:00Z`), [],
        [scale(question, score), ...more(i)], { checklist })));
}

const times = (n, score) => new Array(n).fill(score);

before(async () => {
    chromium = await startBrowser();
    central = await Central.create();
    for (const [id, name] of [["s1", "Central"], ["s2", "فروشگاه شهر قدیم"]]) {
        central.command(["store", "add", "--id", id, "--name", name, "--region", "north"]);
    }
    for (const name of ["relational-nps", "employee-nps", "partner-nps", "checkout-csat",
        "checkout-womi", "checkout-competitor"]) {
        central.command(["checklist", "add", new URL(`${name}.json`, lists).pathname]);
    }
    for (const [name, ...rest] of [["mani", "--role", "manager", "--store", "s2"],
        ["regina", "--role", "regional"]]) {
        central.command(["user", "add", "--name", name, ...rest], `${password}\n`);
    }
    await central.serve();
    const kiosk = await Kiosk.enrol(central.address,
        central.command(["device", "code", "--store", "s1"]));
    await answer(kiosk, "relational-nps", quarterStart(1), [...times(120, 10), ...times(40, 7),
        ...times(20, 2)]);
    await answer(kiosk, "relational-nps", quarterStart(2), [...times(50, 10), ...times(30, 7),
        ...times(70, 2)]);
    await answer(kiosk, "relational-nps", quarterStart(5), [...times(6, 10), ...times(6, 0)]);
    const monday = (back) => addDays(today, -sinceMonday - 7 * back);
    await answer(kiosk, "employee-nps", monday(1), times(9, 9));
    await answer(kiosk, "employee-nps", monday(2), times(6, 1));
    await answer(kiosk, "checkout-csat", addDays(today, -2),
        [...times(60, 5), ...times(30, 4), ...times(10, 1)], { question: "satisfaction" });
    await answer(kiosk, "checkout-womi", addDays(today, -2), [...times(60, 10), ...times(40, 3)],
        { more: (i) => [scale("dissuade", i < 60 ? 0 : i < 90 ? 7 : 1)] });
    await answer(kiosk, "checkout-competitor", addDays(today, -2), times(50, 8),
        { more: (i) => [scale("prefer", i < 20 ? 9 : 2), ...i < 15 ? [{ question: "competitor",
            type: "choice", value: i < 10 ? "supermarket" : "online" }] : []] });
});
after(async () => {
    await chromium.close();
    await central?.stop();
});
afterEach(async () => {
    const faults = page ? await faultsOf(page) : [];
    await page?.context().close();
    page = null;
    assert.deepEqual(faults, []);
});

async function show(name, options = {}, address = "/measurements") {
    page = await openPage(chromium.browser, central.address,
        { expected: /status of 401/, ...options });
    await enter(page, name, password);
    await page.goto(address);
    await page.locator("#kinds .card").first().waitFor();
}

const cells = async (row) => (await row.locator("td").allInnerTexts())
    .map((cell) => cell.replaceAll(/\s+/g, " ").trim());
const card = (name) => page.getByRole("region", { name, exact: true });

test("the company is told by quarters that are over, against those before", async () => {
    await show("regina");
    const company = card("The company (relational index)");
    const rows = company.getByRole("row");
    assert.deepEqual(await rows.locator("th[scope=row]").allInnerTexts(),
        [1, 2, 5].map(quarterName));
    const [score, range, n, before, yearAgo, level] = await cells(rows.nth(1));
    assert.equal(score, "+56");
    assert.match(range, /^\+4\d to \+6\d$/);
    assert.equal(n, "180");
    assert.match(before, /^\+6\d \+5\d to \+8\d a clear change$/);
    assert.match(yearAgo, /too few answers to compare$/);
    assert.equal(level, "50 and above: good");
    assert.match((await cells(rows.nth(3)))[0], /too few answers/);
    await company.getByText("What others score").press("Enter");
    assert.match(await company.getByRole("listitem").filter({ hasText: "Grocery retail" })
        .innerText(), /\+49/);
    await company.getByText("First of two collections").waitFor();
});

test("nothing but the company has reference values beside it", async () => {
    await show("regina");
    assert.equal(await page.locator(".reference-values").count(), 1);
    assert.equal(await page.locator("#kind-relational .reference-values").count(), 1);
});

test("employees are told by whole weeks, and not for their manager", async () => {
    await show("regina");
    const rows = card("Employees (eNPS)").getByRole("row");
    const [score, , n] = await cells(rows.nth(1));
    assert.match(score, /^\+\d+ to \+100 few answers, about \+100$/);
    assert.equal(n, "9");
    assert.deepEqual(await cells(rows.nth(2)),
        ["Not told: under 7 answers, or so few could be worked out."]);
    assert.doesNotMatch(await rows.nth(2).innerText(), /\b6\b(?! \w{3})/);
    await page.context().close();
    await show("mani");
    await card("Employees (eNPS)").getByText("regional staff and administrators only").waitFor();
});

test("satisfaction is a share with its interval, in the table and in the file", async () => {
    await show("regina");
    const csat = card("Satisfaction (CSAT)");
    const [share, range, n, boxes] = await cells(csat.getByRole("row").nth(1));
    assert.deepEqual([share, n, boxes], ["90%", "100", "1: 10 · 2: 0 · 3: 0 · 4: 30 · 5: 60"]);
    assert.equal(range, "83% to 94%");
    const [download] = await Promise.all([page.waitForEvent("download"),
        csat.getByRole("button", { name: "Download “Satisfaction (CSAT)” as CSV" }).click()]);
    assert.match(download.suggestedFilename(), /^vouch-csat-20.*\.csv$/);
    const lines = (await readFile(await download.path(), "utf8")).trimEnd().split("\r\n");
    assert.equal(lines[0], "\ufeffchecklist,series,n,satisfied,share,low,high,n1,n2,n3,n4,n5");
    assert.match(lines[1], /^checkout-csat,2026a,100,90,0\.9,0\.8\d*,0\.94\d*,10,0,0,30,60$/);
    assert.equal(lines.length, 2);
});

test("single answers are read when they are asked for, and a link asks again", async () => {
    await show("regina");
    const calls = [];
    page.on("request", (request) => calls.push(request.url()));
    const womi = card("Word of mouth (WoMI)");
    await womi.getByRole("button", { name: "Read the answers" }).press("Enter");
    await womi.getByText("All 100 answers were read.").waitFor();
    assert.equal(await page.evaluate(() => document.activeElement.id), "kind-womi");
    assert.match(page.url(), /#checklist=checkout-womi$/);
    assert.ok(calls.some((url) => /measurements\?.*checklist=checkout-womi/.test(url)));
    const looser = womi.getByRole("row", { name: /^Recommends with 0 to 6/ });
    assert.deepEqual((await cells(looser)).toSpliced(1, 1), ["+30", "100", "60", "30", "10"]);
    const published = womi.getByRole("row", { name: /^Would dissuade others with 9 or 10/ });
    assert.deepEqual((await cells(published)).toSpliced(1, 1), ["+60", "100", "60", "0", "40"]);
    await page.reload();
    await womi.getByText("All 100 answers were read.").waitFor();
    await page.goBack();
    await womi.getByRole("button", { name: "Read the answers" }).waitFor();
});

test("where else people would go", async () => {
    await show("regina", {}, "/measurements#checklist=checkout-competitor");
    const others = card("Competitors");
    await others.getByText("All 50 answers were read.").waitFor();
    const [score] = await cells(others.getByRole("row", { name: /^All other companies/ }));
    assert.match(score, /rough, about −20$/);
    assert.deepEqual((await cells(others.getByRole("row", { name: /^Another supermarket/ })))[0],
        "20%");
    assert.equal((await cells(others.getByRole("row", { name: /named none/ })))[2], "5");
});

test("filters hold for every card, and what nobody asks is offered", async () => {
    await show("regina");
    await page.getByLabel("Store", { exact: true }).selectOption("s2");
    const csat = card("Satisfaction (CSAT)");
    await csat.getByText("No answers in this selection.").waitFor();
    assert.match(page.url(), /store=s2/);
    await card("The company (relational index)")
        .getByText("No quarter with answers is over yet.").waitFor();
    await card("Not asked yet").getByText("checkout-ces").waitFor();
    assert.equal(await card("Not asked yet").locator("dt").count(), 1);
});

for (const [locale, looks] of [
    ["en", [["on a desk", {}], ["in the dark", { colorScheme: "dark" }],
        ["on a telephone", { width: 400 }]]],
    ["fa", [["in Persian", {}]]],
    ["ar", [["in Arabic", {}]]],
    ["ta", [["in Tamil", { width: 400 }]]],
]) {
    test(`the page is sound: ${locale}`, async () => {
        await show("regina", { locale }, "/measurements#checklist=checkout-womi");
        await page.locator("#kind-womi table").waitFor();
        assert.deepEqual(await page.locator("table").evaluateAll((all) =>
            all.filter((each) => !each.caption?.textContent).length), 0);
        await page.locator(".reference-values summary").click();
        for (const [name, look] of looks) {
            await reshape(page, look);
            assert.deepEqual(await findings(page), [], name);
            assert.equal(await page.evaluate(() => document.documentElement.scrollWidth
                > document.documentElement.clientWidth), false, `it scrolls sideways ${name}`);
            if (process.env.VOUCH_PICTURES) {
                await page.screenshot({ fullPage: true,
                    path: `${process.env.VOUCH_PICTURES}/measurements ${name}.png` });
            }
        }
        if (locale === "fa" || locale === "ar") {
            assert.equal(await page.evaluate(() => document.documentElement.dir), "rtl");
            assert.deepEqual(await latinIn(page, "#kinds", [/“vouch-central[^”]*”/g,
                /[a-z]+(?:-[a-z]+)+/g, "2026a", "Freed 2013",
                /eNPS|NPS|CSAT|CES|WoMI|CSV|Apple|Amazon|Costco|USAA|Verizon|AT&T|MediaCom/g]), []);
        }
    });
}
