// The page of the chain's structure on the real server: who changes it, who reads what of it.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { after, afterEach, before, test } from "node:test";

import { enter, faultsOf, findings, latinIn, openPage, reshape, rightToLeft, startBrowser } from "./browser.mjs";
import { Central } from "./central.mjs";

const password = "correct horse battery";
let chromium;
let central;
let page;

before(async () => {
    chromium = await startBrowser();
    central = await Central.create();
    central.command(["region", "add", "--id", "north", "--name", "<i>North</i>"]);
    central.command(["region", "add", "--id", "coast", "--parent", "north"]);
    central.command(["store", "add", "--id", "s1", "--name", "Harbour", "--region", "coast",
        "--timezone", "Europe/Berlin"]);
    central.command(["store", "add", "--id", "s2", "--name", "فروشگاه شهر قدیم"]);
    central.command(["user", "add", "--name", "ada", "--role", "admin"], `${password}\n`);
    central.command(["user", "add", "--name", "max", "--role", "manager", "--store", "s1"],
        `${password}\n`);
    await central.serve();
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

async function show(name, options = {}) {
    page = await openPage(chromium.browser, central.address,
        { expected: /status of 40[01]/, ...options });
    await enter(page, name, password);
    await page.goto("/structure");
    await page.getByRole("heading", { name: "Regions and stores" }).waitFor();
}

// One cell of a table that the server exports.
function exported(table, id) {
    const out = central.command(["structure", "export", join(central.folder, "out.csv")]);
    assert.equal(out.trim(), "");
    return readFile(join(central.folder, "out.csv"), "utf8").then((text) => text.split("\r\n")
        .filter((line) => line.startsWith(`${table},`) && line.includes(id)));
}

// What is announced when something was saved; forgotten before, so that it is said anew.
const forget = () => page.evaluate(() => {
    document.querySelector("#announcer").textContent = "";
});
const saved = () => page.waitForFunction(() =>
    document.querySelector("#announcer").textContent === "Saved.");

test("an administrator changes a store, and it is the server's", async () => {
    await show("ada");
    await page.locator("summary", { hasText: "Harbour" }).click();
    const store = page.locator("details", { hasText: "Harbour" }).last();
    await store.getByLabel("Target NPS").fill("45");
    await store.getByLabel("Opening hours of its own").check();
    await store.getByLabel("Monday").fill("09:00-13:00 15:00-01:00");
    await store.getByLabel("Exceptions").fill("2026-12-25 closed");
    await store.getByRole("button", { name: "Save" }).click();
    await page.getByText("Target +45").waitFor();
    assert.match((await exported("stores", "Harbour"))[0], /,45,/);
    const hours = await exported("hours", "s1");
    assert.equal(hours.length, 8);
    assert.ok(hours.some((line) => line.includes("09:00-13:00 15:00-01:00")));
    // It stays open where it was, with what was stored.
    assert.equal(await page.locator("details[open]").getByLabel("Target NPS").inputValue(), "45");
});

test("what the server refuses is said beside the form, and nothing changes", async () => {
    await show("ada");
    await page.locator("summary", { hasText: "شهر قدیم" }).click();
    const store = page.locator("details", { hasText: "شهر قدیم" }).last();
    await store.getByLabel("Time zone").fill("Mars/Base");
    await store.getByLabel("Target NPS").fill("many");
    await store.getByRole("button", { name: "Save" }).click();
    await store.getByText("Nothing was changed").waitFor();
    assert.ok((await store.getByRole("listitem").allInnerTexts()).some((each) => /target/i.test(each)));
    assert.match((await exported("stores", "s2"))[0], /,UTC,/);
    await store.getByLabel("Target NPS").fill("10");
    await store.getByRole("button", { name: "Save" }).click();
    await store.getByText(/Mars|zone/i).last().waitFor();
});

test("regions, touchpoints and the chain's settings", async () => {
    await show("ada");
    await page.getByText("New region").click();
    const region = page.locator("#additions details").first();
    await region.getByLabel("Id, short and lasting").fill("south");
    await region.getByLabel("Name").fill("South");
    await region.getByRole("button", { name: "Add" }).click();
    await page.locator("#tree summary", { hasText: "South" }).waitFor();

    const touchpoints = page.locator("#touchpoints");
    for (const [number, id, weight] of [[1, "checkout", "0.7"], [2, "exit", "0.2"]]) {
        await touchpoints.getByRole("button", { name: "Add a touchpoint" }).click();
        const group = touchpoints.getByRole("group", { name: `Touchpoint ${number}` });
        await group.getByLabel("Id").fill(id);
        await group.getByLabel("Name").fill(id);
        await group.getByLabel("Weight").fill(weight);
    }
    await page.getByText("The weights come to 0.9.").waitFor();
    await touchpoints.getByRole("button", { name: "Save" }).click();
    await touchpoints.getByText("They must come to 1").waitFor();
    await touchpoints.getByRole("group", { name: "Touchpoint 2" }).getByLabel("Weight").fill("0,3");
    await forget();
    await touchpoints.getByRole("button", { name: "Save" }).click();
    await saved();
    assert.equal((await exported("touchpoints", "exit")).length, 1);

    await forget();
    await page.getByLabel("Official score").selectOption("unmarked");
    await page.getByLabel("Weeks begin on").selectOption("sat");
    await page.locator("#chain").getByRole("button", { name: "Save" }).click();
    await saved();
    assert.equal(await page.getByLabel("Official score").inputValue(), "unmarked");
    assert.match((await exported("chain", "week_start"))[0], /sat/);
});

test("a manager reads what is theirs and changes nothing", async () => {
    await show("max");
    await page.locator("summary", { hasText: "Harbour" }).click();
    await page.getByText("Europe/Berlin").last().waitFor();
    assert.equal(await page.getByText("شهر قدیم").count(), 0);
    assert.equal(await page.getByRole("button", { name: "Save" }).count(), 0);
    assert.equal(await page.locator("form").count(), 0);
});

test("nothing is cut off and axe finds nothing: desktop and telephone", async () => {
    await show("ada");
    for (const summary of await page.locator("summary").all()) {
        await summary.click();
    }
    for (const [name, width] of [["desktop", 1280], ["telephone", 360]]) {
        await reshape(page, { width });
        if (process.env.VOUCH_PICTURES) {
            await page.screenshot({ path: `${process.env.VOUCH_PICTURES}/structure-${name}.png`,
                fullPage: true });
        }
        assert.ok(await page.evaluate(() =>
            document.documentElement.scrollWidth <= window.innerWidth), name);
        assert.deepEqual(await findings(page), [], name);
    }
});

for (const locale of rightToLeft) {
    test(`from right to left everything is of its language: ${locale}`, async () => {
        page = await openPage(chromium.browser, central.address,
            { expected: /status of 401/, bypassCSP: true, locale });
        await enter(page, "max", password);
        await page.goto("/structure");
        await page.locator("#tree summary").click();
        const names = ["<i>North</i>", "coast", "south", "South", "Harbour", "Europe/Berlin", "CSV",
            "NPS", "vouch-central structure", "till", "export", "import", /s\d/g];
        assert.deepEqual(await latinIn(page, "#tree", names), []);
        assert.deepEqual(await latinIn(page, "#chain", []), []);
        await page.context().clearCookies();
        await enter(page, "ada", password);
        await page.goto("/structure");
        await page.locator("#tree summary", { hasText: "Harbour" }).click();
        await page.locator(".week:visible").waitFor();
        for (const place of ["main", "footer"]) {
            assert.deepEqual(await latinIn(page, place, [...names, "closed", "desk", "Desk",
                "UTC", /\d\d:\d\d/g, /\d{4}-\d\d-\d\d/g]), []);
        }
        for (const width of [360, 1280]) {
            await reshape(page, { width });
            assert.deepEqual(await findings(page), [], String(width));
            assert.ok(await page.evaluate(() =>
                document.documentElement.scrollWidth <= document.documentElement.clientWidth));
        }
    });
}
