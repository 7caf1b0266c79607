// The ledger's page on the real server: what it shows is what the server holds, for everybody.

import assert from "node:assert/strict";
import { after, afterEach, before, test } from "node:test";

import { enter, faultsOf, findings, latinIn, openPage, reshape, rightToLeft, startBrowser } from "./browser.mjs";
import { Central } from "./central.mjs";
import { Kiosk } from "./kiosk.mjs";

const password = "correct horse battery";
let chromium;
let central;
let kiosks;
let page;

const daysAgo = (count) => new Date(Date.now() - count * 24 * 3600 * 1000);

before(async () => {
    chromium = await startBrowser();
    central = await Central.create();
    for (const [id, name, region] of [["s1", "Central", "Creek"],
        ["s2", "فروشگاه شهر قدیم", "Inland"], ["s3", "<b>Harbour</b> & pier", "Coast"]]) {
        central.command(["store", "add", "--id", id, "--name", name, "--region", region,
            "--timezone", "UTC"]);
    }
    for (const [name, ...rest] of [["regina", "--role", "regional"], ["vera", "--role", "viewer"],
        ["mani", "--role", "manager", "--store", "s3"]]) {
        central.command(["user", "add", "--name", name, ...rest], `${password}\n`);
    }
    await central.serve();
    kiosks = {};
    for (const id of ["s1", "s2", "s3"]) {
        kiosks[id] = await Kiosk.enrol(central.address,
            central.command(["device", "code", "--store", id, "--name", `till ${id}`]));
    }
    // s1 is whole; s2 has a gap and something waiting; s3 has a refused one and a conflict.
    await kiosks.s1.answer([9, 10, 3, 7], { at: daysAgo(0) });
    const [first, , third] = [9, 2, 8].map((score) => kiosks.s2.close(score, daysAgo(2), []));
    kiosks.s2.close(5, daysAgo(0), []);
    await kiosks.s2.send([first, third]);
    const good = kiosks.s3.close(9, daysAgo(1), []);
    const damaged = { ...kiosks.s3.close(4, daysAgo(1), []), touchpoint: "<img src=x>" };
    const other = kiosks.s3.close(1, daysAgo(1), []);
    await kiosks.s3.offer([good, damaged, other]);
});
after(async () => {
    await chromium.close();
    await central?.stop();
});
afterEach(async () => {
    const faults = await faultsOf(page);
    await page.context().close();
    assert.deepEqual(faults, []);
});

async function show(name = "regina", options = {}) {
    page = await openPage(chromium.browser, central.address,
        { expected: /status of 40[13]/, ...options });
    await enter(page, name, password);
    await page.goto("/ledger");
}

const rowOf = (name) => page.locator(".chain-row", { hasText: name });
const value = (row, column) => row.locator(`.col-${column} .cell-value`).innerText();

test("what needs a look comes first, in words, and the rest on demand", async () => {
    await show();
    await page.getByRole("heading", { name: /2 of 3 tablet histories/ }).waitFor();
    await rowOf("till s2").waitFor();
    assert.equal(await page.locator(".chain-row").count(), 2);
    assert.equal(await value(rowOf("till s2"), "made"), "4");
    assert.equal(await value(rowOf("till s2"), "received"), "2");
    assert.equal(await value(rowOf("till s2"), "missing"), "2");
    assert.match(await value(rowOf("till s2"), "state"), /records missing.*still on the tablet/s);
    assert.match(await value(rowOf("till s3"), "state"), /records refused/);
    await page.getByLabel("Show those that are whole too").check();
    await rowOf("till s1").waitFor();
    assert.equal(await value(rowOf("till s1"), "state"), "all here");
    const sums = await page.locator("#sums").innerText();
    assert.match(sums, /Made\s+11\s+Received\s+8\s+Missing\s+2\s+Refused\s+1/);
    await page.getByLabel("Store").selectOption({ label: "Central" });
    await page.getByRole("heading", { name: "Everything that the tablets have told of is here." }).waitFor();
    assert.equal(await page.locator(".chain-row").count(), 1);
});

test("under a tablet are its gaps, its days, and the verdict on what is stored", async () => {
    await show();
    await rowOf("till s2").getByRole("button").click();
    const detail = page.locator(".chain-detail");
    await detail.getByRole("table").waitFor();
    assert.match(await detail.innerText(), /Place 2 is missing, on \d+ \w+ \d+\./);
    assert.match(await detail.innerText(), /Place 4 is missing: nothing behind is known/);
    const cells = await detail.locator("tbody tr").first().locator("td").allInnerTexts();
    assert.deepEqual(cells.slice(1), ["2", "1", "0", "0", "0", "2", "0"]);
    await detail.getByRole("button", { name: "Verify what is stored" }).click();
    await detail.getByText("2 records verified: all as the tablet made them.").waitFor();
    assert.match(await detail.innerText(), /signature is kept up to place 3/);
});

test("what is kept aside shows its reason, what to do, and all of it as text", async () => {
    await show();
    const entry = page.locator(".kept li").first();
    await entry.locator("summary").click();
    assert.match(await entry.innerText(), /hash-mismatch.*till s3.*place 2/s);
    assert.match(await entry.innerText(), /What to do: The record was damaged/);
    assert.match(await entry.locator("pre").innerText(), /"touchpoint": "<img src=x>"/);
    assert.equal(await page.locator("pre img, .chain-row b").count(), 0);
    await page.getByText("Nothing is in conflict.").waitFor();
});

test("a manager sees the quarantine of the own store only, a viewer nothing", async () => {
    await show("mani");
    await page.locator(".kept li").waitFor();
    assert.equal(await page.locator("#ledger").isHidden(), true);
    await page.context().close();
    await show("vera");
    await page.getByText("The ledger is for administrators and regional staff.").waitFor();
    assert.equal(await page.locator("#quarantine").isHidden(), true);
    assert.equal(await page.locator("#ledger").isHidden(), true);
});

test("the keyboard reaches everything, and where the focus is can be seen", async () => {
    await show();
    await rowOf("till s2").waitFor();
    await page.keyboard.press("Tab");
    assert.equal(await page.evaluate(() => document.activeElement.id), "skip");
    await page.keyboard.press("Enter");
    assert.equal(await page.evaluate(() => document.activeElement.id), "main");
    for (let i = 0; i < 20; ++i) {
        await page.keyboard.press("Tab");
        if (await rowOf("till s2").getByRole("button").evaluate(
            (node) => node === document.activeElement)) {
            break;
        }
    }
    const outline = await page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle);
    assert.equal(outline, "solid");
    await page.keyboard.press("Enter");
    await page.locator(".chain-detail table").waitFor();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.getByText("2 records verified").waitFor();
    await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("Space");
    await page.locator(".chain-detail").waitFor({ state: "detached" });
});

test("what is chosen is in the address, and a link shows the same", async () => {
    await show();
    await rowOf("till s2").waitFor();
    await page.getByLabel("Show those that are whole too").check();
    await page.locator("#store").selectOption("s1");
    await rowOf("till s2").waitFor({ state: "detached" });
    assert.equal(new URL(page.url()).hash, "#store=s1&all=yes");
    await page.reload();
    await rowOf("till s1").waitFor();
    assert.equal(await page.locator(".chain-row").count(), 1);
    await page.goBack();
    await rowOf("till s2").waitFor();
    assert.equal(await page.locator("#store").inputValue(), "");
    await page.goto("/ledger#store=nowhere");
    await page.reload();
    await rowOf("till s2").waitFor();
    assert.equal(await page.locator("#store").inputValue(), "");
});

test("rows never stand under the name of another store, with or without a network", async () => {
    await show("regina", { expected: /status of 40[13]|net::ERR/ });
    await rowOf("till s2").waitFor();
    await page.route(/\/api\/v1\/ledger\?/, (route) => route.abort());
    await page.locator("#store").selectOption("s3");
    await page.getByText("The server cannot be reached").waitFor();
    assert.equal(await rowOf("till s2").isVisible(), false);
    assert.equal(await page.locator("#sum-title").isVisible(), false);
    await page.unroute(/\/api\/v1\/ledger\?/);
    await page.getByRole("button", { name: "Try again" }).click();
    await rowOf("till s3").waitFor();
    assert.equal(await page.locator(".chain-row").count(), 1);
});

test("nothing is found by axe and nothing is cut off: wide, dark, and on phones", async () => {
    await show();
    await rowOf("till s2").getByRole("button").click();
    await page.locator(".chain-detail table").waitFor();
    await page.locator(".kept summary").first().click();
    for (const [name, width, colorScheme] of [["wide", 1280, "light"], ["dark", 1280, "dark"],
        ["a phone", 360, "light"], ["a narrow phone", 320, "dark"]]) {
        await reshape(page, { width, colorScheme });
        assert.deepEqual(await findings(page), [], name);
        const [wide, shown] = await page.evaluate(() =>
            [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
        assert.ok(wide <= shown, `${name}: ${wide} > ${shown}`);
        if (process.env.VOUCH_PICTURES) {
            await page.screenshot({ fullPage: true,
                path: `${process.env.VOUCH_PICTURES}/ledger ${name}.png` });
        }
    }
});

test("a server that went away is said, and the page comes back", async () => {
    await show();
    await rowOf("till s2").waitFor();
    await page.route("**/api/v1/ledger?*", (route) => route.abort());
    page.faults.length = 0;
    await page.getByLabel("Show those that are whole too").check();
    await page.getByText("The server cannot be reached.").waitFor();
    await page.unroute("**/api/v1/ledger?*");
    await page.getByRole("button", { name: "Try again" }).click();
    await rowOf("till s1").waitFor();
    page.faults = page.faults.filter((fault) => !/ERR_FAILED/.test(fault));
});

for (const locale of rightToLeft) {
    test(`from right to left everything is of its language: ${locale}`, async () => {
        page = await openPage(chromium.browser, central.address, { expected: /status of 40[13]/,
            bypassCSP: true, locale });
        await enter(page, "regina", password);
        await page.goto("/ledger");
        await rowOf("till s2").getByRole("button").click();
        await page.locator(".chain-detail table").waitFor();
        await page.locator(".chain-detail .verify button").click();
        await page.locator(".verify [role=status] p").waitFor();
        const shown = await page.locator(".facts").innerText();
        const chain = /[0-9a-f-]{36}/.exec(shown)[0];
        // What the server says of a record comes in its own words, beside ours.
        assert.deepEqual(await latinIn(page, "main", [chain, "UTC", "Central", "till s2", "till s3",
            "<b>Harbour</b> & pier", "hash-mismatch", "content-differs"]), []);
        await page.locator(".kept summary").first().click();
        for (const width of [360, 1280]) {
            await reshape(page, { width });
            assert.deepEqual(await findings(page), [], String(width));
            assert.ok(await page.evaluate(() =>
                document.documentElement.scrollWidth <= document.documentElement.clientWidth));
        }
    });
}
