// What the page does when the server goes away, fails, or forgets who is signed in; and how it
// keeps up with the figures. The stand-in server does these on demand.

import assert from "node:assert/strict";
import { after, afterEach, before, beforeEach, test } from "node:test";

import { enter, faultsOf, openPage, signIn, signOut, startBrowser } from "./browser.mjs";
import { FakeCentral, today } from "./fake_central.mjs";

// The browser itself reports refused and lost requests on its console.
const expected = /Failed to load resource|net::ERR_/;
let chromium;
let fake;
let page;

before(async () => {
    chromium = await startBrowser();
});
after(() => chromium.close());
beforeEach(async () => {
    fake = await new FakeCentral().start();
    page = await openPage(chromium.browser, fake.address, { expected });
});
afterEach(async () => {
    const faults = await faultsOf(page);
    await page.context().close();
    await fake.stop();
    assert.deepEqual(faults, []);
});

async function signedIn(address = "/") {
    await enter(page, "regina", "correct horse");
    await page.goto(address);
    await page.locator(".store-row").first().waitFor();
}

const trouble = () => page.locator("#trouble");
const answersOf = (name) =>
    page.locator(".store-row", { hasText: name }).locator(".col-n .cell-value");
const figureRequests = () => fake.requests.filter((line) => line.includes("/nps?")).length;

// Waits until `condition()` holds; fails after ten seconds.
async function until(condition, what) {
    const deadline = Date.now() + 10000;
    while (!await condition()) {
        assert.ok(Date.now() < deadline, `not in time: ${what}`);
        await new Promise((done) => setTimeout(done, 20));
    }
}

test("a server that goes away leaves its last figures and their time, and comes back", async () => {
    await signedIn();
    await page.locator("#live-state.is-live").waitFor();
    fake.trouble = "gone";
    fake.cutConnections();
    await page.getByText("Not live: reconnecting").waitFor();
    await page.getByLabel("7 days").check();
    await page.getByText(/cannot be reached\. These are the figures of/).waitFor();
    assert.equal(await page.locator(".store-row").count(), 6);

    fake.trouble = "";
    await page.locator("#live-state.is-live").waitFor();
    await trouble().waitFor({ state: "hidden" });
    assert.equal(new URL(page.url()).hash, "#period=7d");
});

test("a server that fails is quoted, and asked again on request", async () => {
    await signedIn();
    fake.trouble = "failing";
    await page.getByLabel("Today").check();
    await page.getByText("The disk is full. Free some space.").waitFor();
    fake.trouble = "";
    await page.getByRole("button", { name: "Try again" }).click();
    await trouble().waitFor({ state: "hidden" });
});

test("a server that fails at the start can be asked again", async () => {
    fake.trouble = "failing";
    await page.goto("/");
    await page.getByText("The disk is full").waitFor();
    fake.trouble = "";
    await page.getByRole("button", { name: "Try again" }).click();
    await page.getByRole("heading", { name: "Sign in" }).waitFor();
    assert.equal(await trouble().isVisible(), false);
});

test("a session that ends takes the figures away and keeps the filter", async () => {
    await signedIn("/#period=7d");
    await page.locator("#live-state.is-live").waitFor();
    await page.getByLabel("This year").check();
    fake.trouble = "ended";
    fake.add({ store: "s1", day: today, value: 10, marked: false });
    await page.getByText("Your session has ended.").waitFor();
    assert.equal(await page.locator(".store-row").count(), 0);
    assert.doesNotMatch(await page.locator("#board").textContent(), /Central|Garden/);

    fake.trouble = "";
    await signIn(page, "regina", "correct horse");
    await page.locator(".store-row").first().waitFor();
    assert.equal(await page.getByLabel("This year").isChecked(), true);
});

test("a sign-out that does not reach the server says so and stays signed in", async () => {
    await signedIn();
    fake.trouble = "gone";
    await signOut(page);
    await page.getByText("You could not be signed out").waitFor();
    assert.equal(await page.locator("#board").isVisible(), true);
});

test("signing in to a server that is gone says so, not that the password is wrong", async () => {
    await page.goto("/");
    await page.getByLabel("Name").waitFor();
    fake.trouble = "gone";
    await signIn(page, "regina", "correct horse");
    await page.getByText("The server cannot be reached.").waitFor();
    assert.equal(await page.getByLabel("Name").inputValue(), "regina");
});

test("new answers show by themselves, once a second at most, and what is open stays", async () => {
    await signedIn("/#period=all");
    await page.locator("#live-state.is-live").waitFor();
    await page.getByRole("button", { name: "Central" }).click();
    await page.getByRole("img", { name: /points, from/ }).waitFor();
    await page.getByText("Show these figures as a table").click();
    const before = Number((await answersOf("Central").textContent()).replace(",", ""));

    const asked = figureRequests();
    const started = Date.now();
    for (let i = 0; i < 40; ++i) {
        fake.add({ store: "s1", day: today, value: 10, marked: false });
        await new Promise((done) => setTimeout(done, 25));
    }
    await until(async () => Number((await answersOf("Central").textContent()).replace(",", ""))
        === before + 40, "40 answers more");
    const seconds = (Date.now() - started) / 1000;
    const rounds = (figureRequests() - asked) / 2; // the table's and the open detail's
    assert.ok(rounds <= seconds + 2, `${rounds} rounds in ${seconds} s`);
    assert.equal(await page.locator(".trend-table").evaluate((node) => node.open), true);
});

test("the answer to an earlier filter never replaces that of a later one", async () => {
    await signedIn("/#period=all");
    let release;
    const held = new Promise((done) => {
        release = done;
    });
    await page.route(/by=store.*|nps\?.*by=store/, async (route) => {
        if (route.request().url().includes(`from=${today}`)) {
            await held;
        }
        await route.continue();
    });
    await page.getByLabel("Today").check();
    await page.getByLabel("7 days").check();
    await page.getByText("7 days · 16 – 22 Nov 2026").waitFor();
    const late = page.waitForResponse((response) => response.url().includes(`from=${today}`));
    release();
    await (await late).finished();
    await page.evaluate(() => new Promise((done) => { setTimeout(done, 0); }));
    assert.match(await page.locator("#summary-period").textContent(),
        /^7 days · 16 – 22 Nov/);
});

test("a period the wrong way round asks nothing and says why", async () => {
    await signedIn("/#from=2026-11-10&to=2026-11-20");
    await page.getByLabel("To", { exact: true }).fill("2026-11-01");
    await page.getByText("The first day is after the last day.").waitFor();
    await page.goto("/#from=2026-11-10&to=2026-11-01");
    await page.getByText("The first day is after the last day.").waitFor();
    await page.getByLabel("To", { exact: true }).fill("2026-11-12");
    await page.getByText("10 – 12 Nov 2026 · marked").waitFor();
    assert.equal(await page.locator("#filter-error").isVisible(), false);
    assert.ok(!fake.requests.some((line) => /nps.*to=2026-11-01/.test(line)));
});

const liveState = () => page.locator("#live-state.is-live");
const notLive = () => page.getByText("Not live: reconnecting");

async function dashboard() {
    await enter(page, "regina", "correct horse");
    await page.goto("/dashboard");
    await page.locator("#cards[aria-busy=false]").waitFor();
    await liveState().waitFor();
}

const heading = (name) => page.getByRole("heading", { name, level: 1, exact: true });

test("the dashboard's figures stay under their own name when others cannot be had", async () => {
    await dashboard();
    fake.trouble = "gone";
    fake.cutConnections();
    await page.getByLabel("Region", { exact: true }).selectOption("Inland");
    await page.getByText(/cannot be reached\. These are the figures of/).waitFor();
    await notLive().waitFor();
    assert.match(await page.locator(".summary").innerText(), /All stores · 30 days/);
    assert.equal(await heading("All stores").isVisible(), true);
    assert.match(await page.title(), /All stores/);
    assert.equal(new URL(page.url()).hash, "#region=Inland");

    fake.trouble = "";
    await heading("Inland").waitFor();
    await trouble().waitFor({ state: "hidden" });
    assert.match(await page.locator(".summary").innerText(), /Inland · 30 days/);
});

test("a card is blank until the figures have come that the heading names", async () => {
    await dashboard();
    await page.locator("#trend-title").waitFor();
    let release;
    const held = new Promise((done) => {
        release = done;
    });
    await page.route(/\/trend\?/, async (route) => {
        await held;
        await route.continue();
    });
    await page.getByLabel("Region", { exact: true }).selectOption("Inland");
    await heading("Inland").waitFor();
    const drawing = page.locator(".figure-trend canvas");
    assert.equal(await drawing.isVisible(), false);
    assert.equal(await page.getByText(/No clear change/).isVisible(), false);
    assert.equal(await page.locator("#trend-title").isVisible(), true);
    release();
    await drawing.waitFor();
    await page.getByText(/No clear change/).waitFor();
});

test("Live goes out with the network and comes back with it", async () => {
    await dashboard();
    await page.context().setOffline(true);
    await notLive().waitFor();
    await page.context().setOffline(false);
    await liveState().waitFor();
});

test("Live goes out when a request finds nobody, though the stream does not say so", async () => {
    await dashboard();
    await page.route(/\/api\//, (route) => route.abort());
    await page.getByLabel("7 days").check({ force: true });
    await notLive().waitFor();
    await page.unroute(/\/api\//);
    await liveState().waitFor();
    await page.getByText("7 days · 16 – 22 Nov 2026").first().waitFor();
});

test("Live goes out when nothing is heard of the server for too long", async () => {
    await page.clock.install();
    await page.addInitScript(() => {
        globalThis.heard = 0;
        globalThis.EventSource = class extends EventSource {
            constructor(address) {
                super(address);
                this.addEventListener("alive", () => { globalThis.heard += 1; });
            }
        };
    });
    await dashboard();
    await page.clock.fastForward(30_000);
    fake.sayAlive();
    await until(() => page.evaluate(() => globalThis.heard > 0), "a sign of life");
    await page.clock.fastForward(30_000);
    assert.equal(await liveState().isVisible(), true);
    await page.clock.fastForward(36_000);
    await notLive().waitFor();
    await page.clock.fastForward(3000);
    await liveState().waitFor();
});
