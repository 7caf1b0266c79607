// The page of accounts and people on the real server: passwords, tokens, who sees what.

import assert from "node:assert/strict";
import { after, afterEach, before, test } from "node:test";

import { enter, faultsOf, findings, latinIn, openPage, reshape, rightToLeft, signIn, signOut, startBrowser } from "./browser.mjs";
import { Central } from "./central.mjs";

const password = "correct horse battery";
let chromium;
let central;
let page;

before(async () => {
    chromium = await startBrowser();
    central = await Central.create();
    central.command(["region", "add", "--id", "north", "--name", "<i>North</i>"]);
    for (const [id, name] of [["s1", "Central"], ["s2", "فروشگاه شهر قدیم"]]) {
        central.command(["store", "add", "--id", id, "--name", name, "--region", "north"]);
    }
    central.command(["user", "add", "--name", "ada", "--role", "admin"], `${password}\n`);
    central.command(["user", "add", "--name", "vera", "--role", "viewer", "--store", "s1"],
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

async function show(name, options = {}, secret = password) {
    page = await openPage(chromium.browser, central.address,
        { expected: /status of 40[0139]/, ...options });
    await enter(page, name, secret);
    await page.goto("/access");
    await page.getByRole("heading", { name: "Your password" }).waitFor();
}

test("somebody sees their own account and nobody else's", async () => {
    await show("vera");
    await page.getByText("You have no tokens.").waitFor();
    assert.equal(await page.getByRole("heading", { name: "People", exact: true }).isVisible(), false);
    assert.equal(await page.getByLabel("Export answers").count(), 0);
});

test("a token is shown once, works, and ends when it is revoked", async () => {
    await show("vera");
    await page.getByLabel("What it is for").fill("the <b>spreadsheet</b>");
    await page.getByRole("button", { name: "Make a token" }).click();
    const token = await page.locator(".secret").innerText();
    const read = () => fetch(`${central.address}/api/v1/nps`,
        { headers: { Authorization: `Bearer ${token}` } });
    assert.equal((await read()).status, 200);
    await page.reload();
    await page.getByText("the <b>spreadsheet</b>").waitFor();
    assert.equal(await page.locator(".secret").count(), 0);
    await page.getByRole("button", { name: /Revoke the token/ }).click();
    await page.getByText("is revoked").waitFor();
    assert.equal((await read()).status, 401);
});

test("a password changes, and a common one does not", async () => {
    await show("vera");
    const change = async (present, wanted) => {
        await page.getByLabel("Present password").fill(present);
        await page.getByLabel("New password", { exact: true }).fill(wanted);
        await page.getByRole("button", { name: "Change password" }).click();
    };
    await change("wrong", "three green lamps");
    await page.getByText("This is not your present password").waitFor();
    await change(password, "password123");
    await page.getByText("This is a common password").waitFor();
    await change(password, "three green lamps");
    await page.getByText("Your password is changed").waitFor();
    await signOut(page);
    await page.getByLabel("Name").waitFor();
    await signIn(page, "vera", "three green lamps");
    await page.locator("#who").waitFor();
    central.command(["user", "password", "--name", "vera"], `${password}\n`);
});

test("an administrator adds somebody, bounds them and locks them out", async () => {
    await show("ada");
    await page.getByText("Add a person").click();
    const form = page.locator("#new-user-form");
    await form.getByLabel("Name to sign in with").fill("mo & co");
    await form.getByLabel("First password").fill(password);
    await form.getByLabel("Role").selectOption("manager");
    await form.getByRole("button", { name: "Add" }).click();
    await form.getByText("A manager belongs to a store").waitFor();
    await form.getByLabel("فروشگاه شهر قدیم").check();
    await form.getByRole("button", { name: "Add" }).click();
    const row = page.locator("#users > ul > li", { hasText: "mo & co" });
    await row.getByText("manager · Sees: s2").waitFor();
    await row.locator("summary").click();
    await row.getByLabel("<i>North</i>").check();
    await row.getByLabel("May export answers").check();
    await row.getByRole("button", { name: "Save" }).click();
    await row.getByText("Sees: north, s2 · May export answers").waitFor();
    await row.locator("summary").click();
    await row.getByLabel("Locked out").check();
    await row.getByRole("button", { name: "Save" }).click();
    await row.getByText("May export answers · Locked out").waitFor();
    assert.match(central.command(["user", "list"]), /mo & co\tmanager\tnorth\ts2\tyes\tdisabled/);
    // The last administrator cannot lock herself out.
    const own = page.locator("#users > ul > li", { hasText: "ada" });
    await own.locator("summary").click();
    await own.getByLabel("Locked out").check();
    await own.getByRole("button", { name: "Save" }).click();
    await own.getByText("This is the last administrator").waitFor();
});

test("axe-core finds nothing and nothing is cut, light and dark, wide and narrow", async () => {
    await show("ada", { bypassCSP: true });
    await page.getByText("Add a person").click();
    await page.getByLabel("Name to sign in with").waitFor();
    for (const colorScheme of ["light", "dark"]) {
        for (const width of [1280, 320]) {
            await reshape(page, { width, colorScheme });
            assert.deepEqual(await findings(page), [], `${colorScheme}, ${width} px`);
            assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
        }
    }
});

for (const locale of rightToLeft) {
    test(`from right to left everything is of its language: ${locale}`, async () => {
        page = await openPage(chromium.browser, central.address,
            { expected: /status of 40[01]/, bypassCSP: true, locale });
        await enter(page, "ada", password);
        await page.goto("/access");
        await page.locator("#users summary").first().click();
        await page.locator("#new-user > summary").click();
        assert.deepEqual(await latinIn(page, "main", ["<i>North</i>", "Central", "ada", "vera",
            "mo & co", "north", /s[12]/g]), []);
        // A refusal is told in the page's language, and what the server adds is marked as English.
        await page.locator("#present").fill(password);
        await page.locator("#wanted").fill("short");
        await page.locator("#password-form button").click();
        await page.locator("#password-message [lang=en][dir=ltr]").waitFor();
        assert.match(await page.locator("#password-message").innerText(),
            { "fa-IR": /^این گذرواژه کوتاه/, "ar-EG": /^كلمة المرور هذه قصيرة/ }[locale]);
        for (const width of [360, 1280]) {
            await reshape(page, { width });
            assert.deepEqual(await findings(page), [], String(width));
            assert.ok(await page.evaluate(() =>
                document.documentElement.scrollWidth <= document.documentElement.clientWidth));
        }
    });
}
