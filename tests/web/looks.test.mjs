// How the page shows what it knows: how much is enough, order, hostile names, small and dark
// screens, the keyboard and assistive technology.

import assert from "node:assert/strict";
import { after, afterEach, before, test } from "node:test";

import { enter, faultsOf, findings, latinIn, openPage, reshape, rightToLeft, signIn, startBrowser } from "./browser.mjs";
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
    const faults = await faultsOf(page);
    await page.context().close();
    assert.deepEqual(faults, []);
});

async function show(address, options) {
    page = await openPage(chromium.browser, fake.address,
        { expected: /status of 401/, ...options });
    await enter(page, "regina", "correct horse");
    await page.goto(address);
    await page.locator(".store-row").first().waitFor();
}

const rowOf = (name) => page.locator(".store-row", { hasText: name });
const names = () => page.locator(".store-row .toggle").allInnerTexts();

const grave = () => findings(page, { impacts: ["serious", "critical"] });

test("under 30 answers there are counts and shares, but no score and no range", async () => {
    await show("/");
    const row = rowOf("فروشگاه");
    assert.match(await row.locator(".col-nps").innerText(), /^–\s+too few answers: it takes 8 more$/);
    assert.equal(await row.locator(".col-interval .figures").innerText(), "–");
    assert.equal(await row.locator(".interval-range").count(), 0);
    assert.match(await row.locator(".col-shares").textContent(), /86% \(19\) promoters/);
});

test("from 30 to 99 answers the range comes first", async () => {
    await show("/");
    assert.match(await rowOf("Harbour").locator(".col-nps").innerText(),
        /^0 to \+36\s+rough, about \+19$/);
    await page.getByLabel("Region").selectOption("Coast");
    await page.getByRole("heading", { name: "Coast" }).waitFor();
    assert.equal(await page.locator(".headline").innerText(), "0 to +36");
});

test("from 100 answers there is the score; a store without any has a dash", async () => {
    await show("/");
    assert.match(await rowOf("Central").locator(".col-nps").innerText(), /^\+\d\d$/);
    assert.match(await rowOf("Opening soon").locator(".col-nps").innerText(), /^–\s+no answers$/);
    assert.match(await page.locator(".headline").innerText(), /^\+\d\d$/);
    assert.match(await page.locator("#reading").innerText(), /chance only, not who chose to answer/);
    assert.match(await page.locator("footer").innerText(), /registered marks of Bain & Company/);
});

test("sorting says which way, lives in the address, and puts what has no score last", async () => {
    await show("/");
    await page.getByRole("button", { name: "NPS" }).click();
    assert.equal(await page.locator("thead .col-nps").getAttribute("aria-sort"), "descending");
    assert.equal(await page.locator("thead .col-name").getAttribute("aria-sort"), null);
    assert.equal((await names())[0], "Garden");
    await page.getByRole("button", { name: "NPS" }).click();
    assert.equal(await page.locator("thead .col-nps").getAttribute("aria-sort"), "ascending");
    assert.deepEqual((await names()).slice(4), ["Opening soon", "فروشگاه شهر قدیم"]);
    assert.equal(new URL(page.url()).hash, "#sort=nps&order=asc");
    await page.goBack();
    await page.locator("thead .col-nps[aria-sort=descending]").waitFor();
});

test("an address with a region that is not there says so and offers the others", async () => {
    page = await openPage(chromium.browser, fake.address, { expected: /status of 401/ });
    await page.goto("/#region=Atlantis");
    await signIn(page, "regina", "correct horse");
    await page.getByText("There are no stores in this region.").waitFor();
    await page.getByLabel("Region").selectOption({ label: "All regions" });
    await page.locator(".store-row").first().waitFor();
    assert.equal(new URL(page.url()).hash, "");
});

test("a store's name is text in its own direction, never markup", async () => {
    await show("/");
    assert.equal(await page.getByText("Harbour & <Pier> — the long name").count(), 1);
    const direction = await page.getByText("فروشگاه شهر قدیم").evaluate((node) =>
        getComputedStyle(node).direction);
    assert.equal(direction, "rtl");
});

test("without marked answers there are fewer, and the address says so", async () => {
    await show("/");
    const count = async () => Number((await page.locator("#summary-count").innerText())
        .replace(/\D/g, ""));
    const all = await count();
    await page.getByRole("switch", { name: "Include marked answers" }).uncheck();
    await page.getByText("without marked answers").waitFor();
    assert.ok(await count() < all);
    assert.equal(new URL(page.url()).hash, "#marked=exclude");
    assert.doesNotMatch(await page.getByText("Download CSV").getAttribute("href"), /marked/);
});

test("everything works from the keyboard", async () => {
    page = await openPage(chromium.browser, fake.address, { expected: /status of 401/ });
    await page.goto("/");
    await page.locator("#name:focus").waitFor();
    await page.keyboard.type("regina");
    await page.keyboard.press("Tab");
    await page.keyboard.type("correct horse");
    await page.keyboard.press("Enter");
    await page.locator("#main:focus").waitFor();
    await page.keyboard.press("Tab");
    await page.keyboard.press("ArrowLeft");
    await page.getByText("7 days · 16").waitFor();
    assert.match(await page.locator("#announcer").textContent(),
        /^\u2068All stores\u2069, 7 days: [\d,]+ answers$/);

    const button = page.getByRole("button", { name: "Garden" });
    await button.focus();
    await page.keyboard.press("Enter");
    assert.equal(await button.getAttribute("aria-expanded"), "true");
    const histogram = page.getByRole("table", { name: "Answers by score" });
    assert.equal(await histogram.getByRole("rowheader").count(), 11);
    await page.keyboard.press("Enter");
    assert.equal(await button.getAttribute("aria-expanded"), "false");
    assert.equal(await page.locator(".detail").count(), 0);
});

test("axe-core finds nothing serious, light and dark, wide and narrow", async () => {
    page = await openPage(chromium.browser, fake.address,
        { expected: /status of 401/, bypassCSP: true });
    await page.goto("/#from=2026-11-01&to=2026-11-22");
    await page.getByLabel("Name").waitFor();
    const assertSound = async (what) => {
        for (const colorScheme of ["light", "dark"]) {
            for (const width of [1280, 360]) {
                await reshape(page, { width, colorScheme });
                assert.deepEqual(await grave(), [], `${what}: ${colorScheme}, ${width} px wide`);
            }
        }
    };
    await assertSound("signing in");
    await signIn(page, "regina", "correct horse");
    await page.getByRole("button", { name: "Central" }).click();
    await page.getByRole("img", { name: /points, from/ }).waitFor();
    await assertSound("the figures");
});

test("nothing is cut off or scrolls sideways at any width", async () => {
    await show("/#from=2026-11-01&to=2026-11-22");
    const toggle = async () => {
        for (const name of ["Central", "Harbour"]) {
            await page.getByRole("button", { name }).click();
        }
    };
    for (const width of [1280, 961, 768, 360, 320]) {
        await reshape(page, { width });
        // Charts are drawn as wide as their place when it opens.
        await toggle();
        await page.getByRole("img", { name: /points, from/ }).waitFor();
        assert.deepEqual(await page.evaluate(() => [...document.querySelectorAll("body *")]
            .filter((node) => node.checkVisibility())
            .filter((node) => !node.closest(".only-read, svg, .share-name"))
            .filter((node) => node.getBoundingClientRect().right > innerWidth + 1)
            .map((node) => node.outerHTML.slice(0, 80))), [], `${width} px`);
        assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
        await toggle();
    }
});

test("on paper there are figures and explanations, but no controls", async () => {
    await show("/");
    await page.emulateMedia({ media: "print" });
    assert.equal(await page.locator("#filters").isVisible(), false);
    assert.equal(await page.locator("#who").isVisible(), false);
    assert.equal(await page.locator("#summary-period").isVisible(), true);
    assert.equal(await page.locator("#reading").isVisible(), true);
});

for (const locale of rightToLeft) {
    test(`from right to left everything is of its language: ${locale}`, async () => {
        page = await openPage(chromium.browser, fake.address, { expected: /status of 401/,
            bypassCSP: true, locale });
        await page.goto("/#from=2026-11-01&to=2026-11-22");
        await page.locator("#name").waitFor();
        assert.equal(await page.evaluate(() => document.documentElement.dir), "rtl");
        for (const width of [1280, 360]) {
            await reshape(page, { width });
            assert.deepEqual(await latinIn(page, "main", []), []);
            assert.deepEqual(await grave(), [], `signing in, ${width} px`);
        }
        await signIn(page, "regina", "correct horse");
        await page.getByRole("button", { name: "Central" }).click();
        await page.locator(".detail svg").waitFor();
        for (const width of [1280, 360]) {
            await reshape(page, { width });
            assert.deepEqual(await latinIn(page, "main", ["NPS", "CSV", "PNG", "Central", "Station",
                "Garden", "Harbour & <Pier> — the long name of a shop on two floors",
                "Opening soon", "Dubai Creek", "Inland", "Coast"]), []);
            assert.deepEqual(await grave(), [], `the figures, ${width} px`);
            assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
        }
    });
}

test("a store's dashboard is one step from its row, of the same answers", async () => {
    await show("/#period=7d&marked=exclude");
    await page.getByRole("button", { name: "Central" }).click();
    await page.getByRole("link", { name: "The dashboard of this store" }).click();
    await page.locator("#cards[aria-busy=false]").waitFor();
    assert.equal(new URL(page.url()).hash, "#period=7d&store=s1&marked=exclude");
    assert.equal(await page.getByRole("heading", { level: 1 }).innerText(), "Central");
});

test("another language is chosen before signing in, and stays", async () => {
    page = await openPage(chromium.browser, fake.address, { expected: /status of 401/ });
    await page.goto("/");
    await page.getByLabel("Language").selectOption("fa");
    await page.locator("html[dir=rtl][lang^=fa] #name").waitFor();
    await page.locator("#language").selectOption("en");
    await page.getByRole("heading", { name: "Sign in" }).waitFor();
    assert.equal(await page.evaluate(() => document.documentElement.dir), "ltr");
});
