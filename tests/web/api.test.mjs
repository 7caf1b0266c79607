// The page of the API on the real server: drawn whole from the server's own description.

import assert from "node:assert/strict";
import { after, afterEach, before, test } from "node:test";

import { faultsOf, findings, latinIn, openPage, reshape, rightToLeft, startBrowser } from "./browser.mjs";
import { Central } from "./central.mjs";

let chromium;
let central;
let description;
let page;

before(async () => {
    chromium = await startBrowser();
    central = await Central.create();
    await central.serve();
    description = await (await fetch(`${central.address}/api/v1/openapi.json`)).json();
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

async function show(options = {}, hash = "") {
    page = await openPage(chromium.browser, central.address,
        { expected: /status of 401/, ...options });
    await page.goto(`/api${hash}`);
    await page.getByText(/^\d+ operations$/).waitFor();
}

test("every operation and every shape is on the page", async () => {
    await show();
    const shown = await page.locator("#operations summary").allInnerTexts();
    const expected = Object.entries(description.paths).flatMap(([path, methods]) =>
        Object.entries(methods).map(([method, each]) =>
            `${method.toUpperCase()} ${path} ${each.summary}`));
    const plain = (text) => text.replaceAll(/\s+/g, " ").trim();
    assert.deepEqual(shown.map(plain).sort(), expected.map(plain).sort());
    assert.deepEqual(await page.locator("#schema-list h3").allInnerTexts(),
        Object.keys(description.components.schemas).sort((a, b) => a.localeCompare(b)));
    const links = await page.locator("a[href^='#shape-']").evaluateAll((all) =>
        all.filter((each) => !document.querySelector(each.getAttribute("href"))).length);
    assert.equal(links, 0);
});

test("an operation opens by the keyboard and leads to a shape", async () => {
    await show();
    await page.getByLabel("Find").fill("post checks");
    await page.getByText("1 operation", { exact: true }).waitFor();
    const operation = page.locator("#postChecks");
    await operation.locator("summary").focus();
    await page.keyboard.press("Enter");
    await operation.getByText("a tablet", { exact: true }).waitFor();
    await operation.getByRole("link", { name: "Batch", exact: true }).click();
    await page.locator("#shape-Batch[open]").getByText("monotonic_ms").first().waitFor();
});

test("an address with a place opens there", async () => {
    await show({}, "#getNps");
    await page.locator("#getNps[open]").getByText("One row for each").waitFor();
});

test("it is fit for everybody on a desktop, and on a telephone in the dark", async () => {
    await show();
    // One by the mouse; the others are like it, and many.
    await page.locator("#operations summary").first().click();
    await page.evaluate(() => document.querySelectorAll("#operations details")
        .forEach((each) => { each.open = true; }));
    assert.doesNotMatch(await page.locator("#operations").innerText(), /undefined/);
    for (const look of [{ width: 1280 }, { width: 360, colorScheme: "dark" }]) {
        await reshape(page, look);
        assert.deepEqual(await findings(page), [], JSON.stringify(look));
        const [wide, wider] = await page.evaluate(() => [
            document.documentElement.clientWidth, document.documentElement.scrollWidth]);
        assert.equal(wider, wide);
        if (process.env.VOUCH_PICTURES) {
            await page.screenshot({ path: `${process.env.VOUCH_PICTURES}/api-${look.width}.png` });
        }
    }
});

for (const locale of rightToLeft) {
    test(`its frame is of its language and the description from left to right: ${locale}`, async () => {
        page = await openPage(chromium.browser, central.address,
            { expected: /status of 401/, locale, bypassCSP: true });
        await page.goto("/api#postChecks");
        await page.locator("#postChecks[open]").waitFor();
        assert.equal(await page.evaluate(() => document.documentElement.dir), "rtl");
        for (const place of ["#operations", "#schema-list"]) {
            assert.equal(await page.locator(place).getAttribute("lang"), "en");
            assert.equal(await page.locator(place).getAttribute("dir"), "ltr");
        }
        assert.deepEqual(await latinIn(page, ".api-find", []), []);
        const ours = page.locator("#postChecks bdi");
        assert.ok(await ours.count() > 4);
        for (const words of await ours.allInnerTexts()) {
            assert.doesNotMatch(words, /[a-z]{2,}/);
        }
        assert.deepEqual(await findings(page), []);
    });
}
