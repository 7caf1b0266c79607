// All pages by keyboard alone and as the tree that a screen reader gets: everything has a name,
// focus is seen and never lost, and what went wrong is tied to where it did.

import assert from "node:assert/strict";
import { after, afterEach, before, test } from "node:test";

import { enter, faultsOf, openPage, reshape, signIn, startBrowser } from "./browser.mjs";
import { Central } from "./central.mjs";
import { Kiosk } from "./kiosk.mjs";

const password = "correct horse battery";
const pages = ["", "dashboard", "comments", "answers", "contacts", "structure", "devices", "ledger",
    "measurements", "access", "api"];
const controls = new Set(["button", "link", "textbox", "searchbox", "combobox", "listbox", "checkbox",
    "radio", "switch", "spinbutton", "DisclosureTriangle", "table", "img", "image", "region",
    "navigation", "dialog"]);
let chromium;
let central;
let page;
let tablets;

before(async () => {
    chromium = await startBrowser();
    central = await Central.create();
    for (const [id, name] of [["s1", "Central"], ["s2", "فروشگاه شهر قدیم"]]) {
        central.command(["store", "add", "--id", id, "--name", name, "--region", "north"]);
    }
    central.command(["user", "add", "--name", "ada", "--role", "admin"], `${password}\n`);
    central.command(["user", "add", "--name", "mo", "--role", "viewer"], `${password}\n`);
    await central.serve();
    tablets = [];
    for (const store of ["s1", "s2"]) {
        tablets.push(await Kiosk.enrol(central.address,
            central.command(["device", "code", "--store", store, "--name", "till 1"])));
    }
    await tablets[0].send([tablets[0].close(9, new Date(Date.now() - 24 * 3600 * 1000), [])]);
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
        { expected: /status of 4(0[0139]|22)/, ...options });
    await enter(page, "ada", password);
    await go(name);
}

async function go(name) {
    await page.goto(`/${name}`);
    // Two pages listen for ever.
    const settled = { "": ".store-row", dashboard: "#cards[aria-busy=false]" }[name];
    await (settled === undefined ? page.waitForLoadState("networkidle")
        : page.locator(settled).first().waitFor());
    await page.locator("h1:visible").waitFor();
}

const openAll = () => page.evaluate(() => {
    document.querySelectorAll("main details").forEach((each) => { each.open = true; });
});

const sidewaysOf = () => page.evaluate(() =>
    document.documentElement.scrollWidth - document.documentElement.clientWidth);

async function tree() {
    const session = await page.context().newCDPSession(page);
    const { nodes } = await session.send("Accessibility.getFullAXTree");
    await session.detach();
    return nodes.filter(({ ignored }) => !ignored)
        .map(({ role, name }) => ({ role: role?.value, name: name?.value ?? "" }));
}

const focused = () => page.evaluate(() => {
    const { activeElement: at } = document;
    const parts = [at.tagName.toLowerCase(), at.id && `#${at.id}`,
        at.closest("[data-user]") && ` of ${at.closest("[data-user]").dataset.user}`,
        at.closest("[data-device]") && ` of ${at.closest("[data-device]").dataset.device}`];
    return parts.filter(Boolean).join("");
});

// What a screen reader says of a field beside its name.
const describedBy = (selector) => page.locator(selector).evaluate((node) =>
    (node.getAttribute("aria-describedby") ?? "").split(" ").filter(Boolean)
        .map((id) => document.getElementById(id).textContent).join(" "));

for (const name of pages) {
    test(`keyboard and screen reader go through it, and nothing scrolls sideways: /${name}`, async () => {
        await show(name);
        assert.ok(await page.locator(".button-main:visible").count() <= 1, "one main button");
        await page.evaluate(() => { document.activeElement.blur(); });
        await page.keyboard.press("Tab");
        assert.equal(await focused(), "a#skip");
        await page.keyboard.press("Enter");
        assert.equal(await focused(), "main#main");
        const unseen = [];
        let last = "";
        for (let i = 0; i < 60; i += 1) {
            await page.keyboard.press("Tab");
            const at = await page.evaluate(() => {
                const node = document.activeElement;
                if (node === document.body) {
                    return null;
                }
                // A box that is drawn by its neighbour shows focus there.
                const isClear = getComputedStyle(node).opacity === "0";
                const style = getComputedStyle(isClear ? node.nextElementSibling : node);
                const box = node.getBoundingClientRect();
                return { isSeen: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0
                    && box.width > 1 && box.bottom > 0 && box.top < innerHeight,
                what: node.outerHTML.slice(0, 90) };
            });
            if (!at) {
                break;
            }
            last = at.what;
            if (!at.isSeen) {
                unseen.push(at.what);
            }
        }
        assert.notEqual(last, "");
        assert.deepEqual(unseen, []);

        await openAll();
        const nameless = (await tree()).filter((node) => controls.has(node.role) && !node.name.trim());
        assert.deepEqual(nameless, []);
        const levels = await page.evaluate(() => [...document.querySelectorAll("h1, h2, h3, h4, h5")]
            .filter((node) => node.checkVisibility()).map((node) => Number(node.tagName[1])));
        assert.equal(levels.filter((level) => level === 1).length, 1);
        levels.forEach((level, i) => assert.ok(level <= (levels[i - 1] ?? 0) + 1,
            `h${level} after h${levels[i - 1]}`));
        assert.match(await page.title(), /^Vouch · ./);

        await reshape(page, { width: 640, height: 450 });
        assert.equal(await sidewaysOf(), 0);
    });
}

test("the way out is in the head of every page, by the keyboard", async () => {
    for (const name of pages) {
        await page?.context().close();
        await show(name);
        await page.locator("#who summary").press("Enter");
        await page.keyboard.press("Escape");
        assert.equal(await page.locator("#sign-out").isVisible(), false);
        assert.equal(await page.locator("#who summary").evaluate((node) =>
            node === document.activeElement), true);
        await page.keyboard.press("Enter");
        await page.keyboard.press("Tab");
        assert.equal(await page.evaluate(() => document.activeElement.textContent), "Account");
        await page.keyboard.press("Tab");
        assert.equal(await focused(), "button#sign-out", name);
        await page.keyboard.press("Enter");
        await page.getByText("You are signed out.").waitFor();
        assert.equal((await page.context().request.get("/api/v1/session")).status(), 401, name);
    }
});

for (const locale of ["en-GB", "fa-IR", "ar-EG", "ta-IN"]) {
    test(`the head is one line on a desk and whole on a telephone, whoever looks: ${locale}`, async () => {
        for (const who of ["ada", "mo"]) {
            for (const [width, lines] of [[1440, 1], [1280, 1], [1024, 2], [390, 4]]) {
                await page?.context().close();
                page = await openPage(chromium.browser, central.address,
                    { expected: /status of 401/, locale, viewport: { width, height: 844 } });
                await enter(page, who, password);
                await go("dashboard");
                await page.locator("#live-state:visible").waitFor();
                const { height } = await page.locator(".top").boundingBox();
                assert.ok(height <= 58 + 40 * (lines - 1), `${who}, ${width}: ${height}`);
                await page.locator("#who summary").click();
                const menu = await page.locator(".who-ways").boundingBox();
                assert.ok(menu.x >= 0 && menu.x + menu.width <= width, `${who}, ${width}`);
                assert.equal(await sidewaysOf(), 0);
                await page.locator("main").click({ position: { x: 5, y: 5 } });
                assert.equal(await page.locator("#sign-out").isVisible(), false);
            }
        }
    });
}

test("a viewer is led only where there is something to see", async () => {
    page = await openPage(chromium.browser, central.address, { expected: /status of 401/ });
    await enter(page, "mo", password);
    for (const name of ["", "dashboard"]) {
        await go(name);
        assert.deepEqual(await page.locator("#views a:visible").allInnerTexts(),
            ["Scores", "Dashboard", "Measurements", "Structure"]);
    }
});

test("who changes a person or a token stays there, and hears what was done", async () => {
    await show("access");
    const mo = page.locator("[data-user=mo]");
    await mo.locator("summary").press("Enter");
    await mo.getByLabel("May export answers").press("Space");
    await mo.getByRole("button", { name: "Save" }).press("Enter");
    await mo.getByText("May export answers").first().waitFor();
    await page.waitForFunction(() => document.activeElement !== document.body);
    assert.equal(await focused(), "summary of mo");
    assert.equal(await page.locator("#announcer").textContent(), "Saved.");
    for (const name of ["one", "two"]) {
        await page.locator("#token-name").fill(name);
        await page.locator("#token-name").press("Enter");
        await page.getByRole("button", { name: `Revoke the token ${name}` }).waitFor();
    }
    await page.getByRole("button", { name: "Revoke the token one" }).press("Enter");
    await page.getByText("The token one is revoked.").waitFor();
    assert.equal(await page.evaluate(() => document.activeElement.getAttribute("aria-label")),
        "Revoke the token two");
    await page.keyboard.press("Enter");
    await page.getByText("The token two is revoked.").waitFor();
    assert.equal(await focused(), "input#token-name");
});

test("who changes a tablet or a PIN stays there, and tablets of one name are told apart", async () => {
    await show("devices");
    const [first, second] = tablets.map(({ device }) => page.locator(`[data-device="${device}"]`));
    assert.notEqual(await first.locator("summary").getAttribute("aria-label"),
        await second.locator("summary").getAttribute("aria-label"));
    await first.locator("summary").press("Enter");
    for (const name of ["Revoke", "Take back"]) {
        await first.getByRole("button", { name }).press("Enter");
        await first.getByRole("button", { name }).waitFor({ state: "detached" });
        await page.waitForFunction(() => document.activeElement !== document.body);
        assert.equal(await focused(), `summary of ${tablets[0].device}`);
        assert.equal(await page.locator("#announcer").textContent(), "Done.");
        await page.keyboard.press("Enter");
    }
    await page.locator("#pin-value").fill("48271");
    await page.locator("#pin-value").press("Enter");
    await page.getByRole("button", { name: /^Take away the PIN of/ }).press("Enter");
    await page.getByText("No store has a PIN from here").waitFor();
    await page.waitForFunction(() => document.activeElement !== document.body);
    assert.equal(await focused(), "select#pin-store");
});

test("what was refused is tied to its field until that changes", async () => {
    await show("access");
    await page.locator("#present").fill("wrong");
    await page.locator("#wanted").fill("three green lamps");
    await page.locator("#wanted").press("Enter");
    await page.locator("#present[aria-invalid=true]:focus").waitFor();
    assert.match(await describedBy("#present"), /^This is not your present password/);
    await page.locator("#present").fill(password);
    assert.equal(await page.locator("#present").getAttribute("aria-invalid"), null);
    assert.equal(await describedBy("#present"), "");
    await page.locator("#wanted").fill("password123");
    await page.locator("#wanted").press("Enter");
    await page.locator("#wanted[aria-invalid=true]:focus").waitFor();
    assert.match(await describedBy("#wanted"), /^This is a common password.*Ten characters or more/);

    // What is said next is no longer about that field.
    await page.locator("#present").fill("wrong");
    await page.locator("#present").press("Enter");
    await page.locator("#present[aria-invalid=true]:focus").waitFor();
    assert.equal(await page.locator("#wanted").getAttribute("aria-invalid"), null);

    await page.goto("/devices");
    await page.locator("#pin-value").fill("1111");
    await page.locator("#pin-value").press("Enter");
    await page.locator("#pin-value[aria-invalid=true]:focus").waitFor();
    assert.notEqual(await describedBy("#pin-value"), "");
    await page.locator("#publish-what").selectOption("setting");
    await page.locator("#publish-key").fill("language");
    await page.locator("#publish-value").fill("fa");
    await page.locator("#publish-form button").press("Enter");
    await page.locator("#publish-value[aria-invalid=true]:focus").waitFor();
    assert.match(await describedBy("#publish-value"), /^The value is no JSON/);

    await page.goto("/contacts");
    await page.locator("#erasure-code").fill("nonsense");
    await page.locator("#erasure-code").press("Enter");
    await page.locator("#erasure-sure button:focus").press("Enter");
    await page.locator("#erasure-code[aria-invalid=true]:focus").waitFor();
    assert.notEqual(await describedBy("#erasure-code"), "");
});

test("who is refused at the door hears why at the field", async () => {
    page = await openPage(chromium.browser, central.address, { expected: /status of 401/ });
    await page.goto("/");
    await signIn(page, "ada", "wrong");
    await page.locator("#password[aria-invalid=true]:focus").waitFor();
    assert.match(await describedBy("#password"), /^The name or the password is not right/);
    await signIn(page, "ada", password);
    await page.locator("#main:focus").waitFor();
});

test("checking a tablet's records takes nobody from the button", async () => {
    await show("ledger");
    await page.locator("#all-chains").press("Space");
    const toggle = page.locator("main tbody .toggle").first();
    await toggle.press("Enter");
    const verify = page.getByRole("button", { name: "Verify what is stored" });
    await verify.press("Enter");
    await page.getByText(/as the tablet made/).waitFor();
    await page.waitForFunction(() => document.activeElement !== document.body);
    assert.equal(await verify.evaluate((node) => node === document.activeElement), true);
});

for (const locale of ["ta-IN", "fa-IR"]) {
    test(`no page scrolls sideways on a telephone: ${locale}`, async () => {
        await show(pages[0], { locale, viewport: { width: 360, height: 450 } });
        for (const name of pages) {
            if (name !== pages[0]) {
                await go(name);
            }
            await openAll();
            assert.equal(await sidewaysOf(), 0, name);
        }
    });
}
