// The page of comments on the real server: search in any language, filters in the address, who may.

import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import { after, afterEach, before, test } from "node:test";
import { blake2b } from "@noble/hashes/blake2.js";

import { partsOf } from "../../resources/web/assets/comments_filter.js";
import { enter, faultsOf, findings, openPage, reshape, startBrowser } from "./browser.mjs";
import { Central } from "./central.mjs";
import { Kiosk } from "./kiosk.mjs";

const password = "correct horse battery";
let chromium;
let central;
let page;

function comment(text) {
    const salt = randomBytes(16);
    const digest = blake2b(Buffer.concat([salt, Buffer.from(JSON.stringify(text))]), { dkLen: 32 });
    return { question: "comment", type: "text", value: text, salt: salt.toString("hex"),
        digest: Buffer.from(digest).toString("hex") };
}

const scale = (value) => ({ question: "recommend", type: "scale", value });
const write = (kiosk, score, at, text) => kiosk.close(score, at, [], [scale(score), comment(text)]);

before(async () => {
    chromium = await startBrowser();
    central = await Central.create();
    for (const [id, name] of [["s1", "Central"], ["s2", "فروشگاه شهر قدیم"]]) {
        central.command(["store", "add", "--id", id, "--name", name, "--region", "north"]);
    }
    for (const [name, ...rest] of [["mani", "--role", "manager", "--store", "s2"],
        ["regina", "--role", "regional"], ["vera", "--role", "viewer"]]) {
        central.command(["user", "add", "--name", name, ...rest], `${password}\n`);
    }
    await central.serve();
    const at = new Date(Date.now() - 48 * 3600 * 1000);
    for (const id of ["s1", "s2"]) {
        const kiosk = await Kiosk.enrol(central.address,
            central.command(["device", "code", "--store", id]));
        const checks = [write(kiosk, 2, at, "صف <b>صندوق</b> خیلی طولانی بود، شمارهٔ من 09121234567"),
            write(kiosk, 9, at, "வரிசை இல்லை, நன்றி")];
        for (let i = 0; i < 30; ++i) {
            checks.push(write(kiosk, 10, at, `The staff were friendly, visit ${i}`),
                write(kiosk, 3, at, `The queue was far too long, visit ${i}`));
        }
        await kiosk.send(checks);
        await kiosk.send([write(kiosk, 5, new Date(), "only one today")]);
    }
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

async function show(name, options = {}, address = "/comments") {
    page = await openPage(chromium.browser, central.address,
        { expected: /status of 40[139]/, ...options });
    await enter(page, name, password);
    await page.goto(address);
}

const title = (name) => page.getByRole("heading", { name, exact: true }).waitFor();
const texts = () => page.locator(".comment-text").allTextContents();

test("a text is cut where it was found, in code points", () => {
    assert.deepEqual(partsOf("😀 long queue", [[2, 6]]),
        [["😀 ", false], ["long", true], [" queue", false]]);
    assert.deepEqual(partsOf("long", [[0, 4]]), [["long", true]]);
    assert.deepEqual(partsOf("", []), []);
});

test("words are found in any language and marked", async () => {
    await show("regina");
    await title("124 comments");
    await page.getByText(/wait until there are three/).waitFor();
    await page.getByRole("searchbox").fill("ميشود");
    await page.getByText("No comment in this selection has these words.").waitFor();
    await page.getByRole("searchbox").fill("صندوق طول");
    await title("2 comments");
    assert.deepEqual(await page.locator(".comment-text mark").allTextContents(),
        ["صندوق", "طولانی", "صندوق", "طولانی"]);
    assert.match((await texts())[0], /صف <b>.*•••/, "as text, and the number masked");
    assert.equal(await page.locator(".comment-text").first()
        .evaluate((node) => getComputedStyle(node).direction), "rtl");
    await page.getByRole("searchbox").fill("வரி");
    await page.locator(".comment-text mark", { hasText: "வரிசை" }).first().waitFor();
    await title("2 comments");
    assert.equal(await page.locator(".comment-text mark").first().textContent(), "வரிசை");
});

test("filters lie in the address, and going back takes them off", async () => {
    await show("regina", {}, "/comments#q=staff&score=promoters&store=s1");
    await title("30 comments");
    assert.equal(await page.getByRole("searchbox").inputValue(), "staff");
    assert.equal(await page.getByLabel("Written by").inputValue(), "promoters");
    await page.getByLabel("Written by").selectOption("detractors");
    await page.getByText("No comment in this selection has these words.").waitFor();
    assert.match(page.url(), /score=detractors/);
    await page.goBack();
    await title("30 comments");
});

test("words that tell groups apart are one step from their comments", async () => {
    await show("regina");
    await page.getByRole("heading", { name: "Detractors write more often" }).waitFor();
    const word = page.getByRole("button", { name: /^queue: in 60 comments/ }).first();
    await word.focus();
    await page.keyboard.press("Enter");
    await title("60 comments");
    assert.match(page.url(), /q=queue/);
    await page.getByRole("button", { name: "Show more" }).press("Enter");
    await page.locator("#list > li").nth(59).waitFor();
    assert.equal(await page.evaluate(() => document.activeElement.tagName), "LI");
});

test("words are a table and a file too", async () => {
    await show("regina", {}, "/comments#store=s1");
    const panel = page.getByRole("region", { name: "Words" });
    await panel.getByText("Show these figures as a table").press("Enter");
    await panel.getByRole("table", { name: "Words" }).waitFor();
    const queue = panel.getByRole("row", { name: /^queue English Detractors write more often/ });
    assert.deepEqual((await queue.locator("td").allInnerTexts()).slice(2, 6),
        ["30", "31", "0", "31"]);
    const [download] = await Promise.all([page.waitForEvent("download"),
        panel.getByRole("button", { name: "Download “Words” as CSV" }).click()]);
    assert.match(download.suggestedFilename(), /^vouch-words-s1-20\d\d-\d\d-\d\d-.*\.csv$/);
    const lines = (await readFile(await download.path(), "utf8")).trimEnd().split("\r\n");
    assert.equal(lines[0], "\ufeffWord,Language,List,Comments with it,Of,In the other group,Of,z");
    assert.equal(lines.length - 1, await panel.locator("tbody tr").count());
    assert.ok(lines.some((line) => /^staff,en,In most comments,30,\d+,,,$/.test(line)), lines[1]);
    await page.getByLabel("Written by").selectOption("promoters");
    await title("31 comments");
    await panel.getByRole("row", { name: /Detractors write/ }).first().waitFor({ state: "detached" });
});

test("everybody sees what is theirs", async () => {
    await show("mani");
    await title("62 comments");
    assert.doesNotMatch(await page.locator("#list").textContent(), /Central/);
    await page.context().close();
    await show("vera");
    await page.getByText("Comments are for managers").waitFor();
    assert.equal(await page.locator("#comments").isVisible(), false);
});

test("single answers are one tap below their kiosk", async () => {
    await show("regina", {}, "/dashboard#store=s1");
    await page.getByRole("region", { name: "Kiosks" }).getByRole("link", { name: "till 1" })
        .press("Enter");
    await page.waitForURL(/\/answers#store=s1&kiosk=[0-9a-f-]{36}$/);
    await page.getByText("One answer of today waits").waitFor();
    await page.locator("#list > li").nth(49).waitFor();
    assert.equal(await page.locator("#list > li").count(), 50);
    await page.getByRole("button", { name: "Show more" }).press("Enter");
    await page.locator("#list > li").nth(61).waitFor();
    assert.equal(await page.locator("#list > li").count(), 62);
    assert.equal(await page.evaluate(() => document.activeElement.tagName), "LI");
    assert.match((await texts()).join("\n"), /صف <b>.*•••/, "as text, and the number masked");
    await page.getByLabel("Given by").selectOption("promoters");
    await page.waitForFunction(() => document.querySelectorAll("#list > li").length === 31);
    assert.match(page.url(), /score=promoters/);
    assert.doesNotMatch(await page.locator("#list").textContent(), /Score [0-8]\b/);
    await page.getByRole("link", { name: "Back to the dashboard" }).click();
    await page.waitForURL("**/dashboard#store=s1");
    await page.context().close();
    await show("vera", {}, "/dashboard#store=s1");
    const kiosks = page.getByRole("region", { name: "Kiosks" });
    await kiosks.getByText("till 1").waitFor();
    assert.equal(await kiosks.getByRole("link").count(), 0);
    await page.goto("/answers#store=s1");
    await page.getByText("Single answers are for managers").waitFor();
});

test("a note stands on the trend, in its table, and goes again", async () => {
    await show("regina", {}, "/dashboard#store=s1");
    await page.getByText("Notes on the line").press("Enter");
    const day = new Date(Date.now() - 48 * 3600 * 1000).toISOString().slice(0, 10);
    await page.getByLabel("Day", { exact: true }).fill(day);
    await page.getByLabel("What happened").fill("<b>صندوق تازه</b>");
    await page.getByRole("button", { name: "Add the note" }).press("Enter");
    await page.getByText("The note is on the line.").waitFor();
    assert.equal(await page.evaluate(() => document.activeElement.textContent), "Add the note");
    await page.locator(".note-list li").getByText("<b>صندوق تازه</b>").waitFor();
    assert.match(central.command(["note", "list"]), /user:regina/);
    assert.deepEqual(await findings(page, { impacts: ["serious", "critical"] }), []);
    if (process.env.VOUCH_PICTURES) {
        await page.screenshot({ fullPage: true, path: `${process.env.VOUCH_PICTURES}/notes.png` });
    }
    await page.getByRole("button", { name: /Remove the note/ }).press("Enter");
    await page.getByText("The note was removed.").waitFor();
    assert.equal(await page.evaluate(() => document.activeElement.textContent), "Notes on the line");
    assert.equal(await page.locator(".note-list li").count(), 0);
    await page.context().close();
    await show("vera", {}, "/dashboard");
    await page.locator("#trend-title").waitFor();
    assert.equal(await page.getByText("Notes on the line").isVisible(), false);
});

// In each look, by its name.
async function assertSound(page, what, looks) {
    for (const [name, look] of looks) {
        await reshape(page, look);
        assert.deepEqual(await findings(page), [], name);
        const wide = await page.evaluate(() =>
            document.documentElement.scrollWidth > document.documentElement.clientWidth);
        assert.equal(wide, false, `it scrolls sideways ${name}`);
        if (process.env.VOUCH_PICTURES) {
            await page.screenshot({ path: `${process.env.VOUCH_PICTURES}/${what} ${name}.png` });
        }
    }
}

for (const [language, options, looks] of [
    ["English", {}, [["on a desk", {}], ["in the dark", { colorScheme: "dark" }],
        ["on a telephone", { width: 360 }]]],
    ["Persian", { locale: "fa" }, [["in Persian", {}]]],
    ["Arabic", { locale: "ar" }, [["in Arabic", {}]]],
]) {
    test(`the page is sound in ${language}`, async () => {
        await show("regina", options, "/comments#q=%D8%B5%D9%86%D8%AF");
        await page.locator(".comment-text mark").first().waitFor();
        await page.locator(".comment-facts").first().waitFor();
        const found = { Persian: "۲ نظر", Arabic: "تعليقان" }[language];
        if (found) {
            assert.equal(await page.evaluate(() => document.documentElement.dir), "rtl");
            await title(found);
        }
        await assertSound(page, "comments", looks);
    });

    test(`the page of single answers is sound in ${language}`, async () => {
        await show("regina", options, "/answers#store=s1");
        await page.locator("#list > li").nth(49).waitFor();
        if (language === "Persian") {
            assert.doesNotMatch(await page.locator(".comment-facts").first().innerText(), /[0-9]/);
        }
        await assertSound(page, "answers", looks);
    });
}
