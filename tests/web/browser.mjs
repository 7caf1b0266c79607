// Debian's Chromium, and a page that remembers everything it must not do.

import assert from "node:assert/strict";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";

const axe = await readFile(new URL("node_modules/axe-core/axe.min.js", import.meta.url), "utf8");
const sessions = new Map(); // cookies by "address name"

export async function startBrowser() {
    const folder = await mkdtemp(join(tmpdir(), "vouch-web-"));
    const browser = await chromium.launch({
        executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
        downloadsPath: folder,
        args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
            "--disable-background-networking", "--disable-component-update", "--disable-sync"],
    });
    return {
        browser,
        async close() {
            await browser.close();
            await rm(folder, { recursive: true, force: true });
        },
    };
}

// A page of its own context on `address`; `page.faults` gathers console errors, policy violations,
// exceptions and requests to any other host. `expected` is a pattern of console errors to allow:
// the browser itself reports every 401 and every lost connection there.
export async function openPage(browser, address, { expected, ...options } = {}) {
    const context = await browser.newContext({
        baseURL: address, viewport: { width: 1280, height: 900 }, timezoneId: "UTC", ...options });
    const page = await context.newPage();
    page.setDefaultTimeout(60000); // only a failing test waits: a busy machine is slow
    page.address = address;
    page.faults = [];
    page.on("console", (message) => {
        const line = message.text();
        if (["error", "warning"].includes(message.type()) && !expected?.test(line)) {
            page.faults.push(`console: ${line}`);
        }
    });
    page.on("pageerror", (error) => page.faults.push(`exception: ${error.message}`));
    page.on("request", (request) => {
        if (!request.url().startsWith(`${address}/`)) {
            page.faults.push(`request to ${request.url()}`);
        }
    });
    await page.addInitScript(() => {
        globalThis.violations = [];
        document.addEventListener("securitypolicyviolation", (event) =>
            globalThis.violations.push(`${event.violatedDirective} ${event.blockedURI}`));
    });
    return page;
}

// Everything that the page did wrong so far.
export async function faultsOf(page) {
    return [...page.faults, ...await page.evaluate(() => globalThis.violations)];
}

// Signs in as who: by the form, on the page of scores in any language.
export async function signIn(page, name, password) {
    await page.locator("#name").fill(name);
    await page.locator("#password").fill(password);
    await page.locator("#sign-in-submit").click();
}

// By the head of any page.
export async function signOut(page) {
    await page.locator("#who summary").click();
    await page.locator("#sign-out").click();
}

// Signs in before the first page is shown, by request; anew only when the server knows no session.
export async function enter(page, name, password) {
    const context = page.context();
    const key = `${page.address} ${name}`;
    await context.addCookies(sessions.get(key) ?? []);
    if ((await context.request.get("/api/v1/session")).ok()) {
        return;
    }
    const answer = await context.request.post("/api/v1/session", { data: { name, password } });
    assert.ok(answer.ok(), `${name}: ${answer.status()} ${await answer.text()}`);
    sessions.set(key, await context.cookies());
}

// What axe-core finds on the page, or in the part that a selector names, as short lines.
export async function findings(page, { part, impacts } = {}) {
    if (!await page.evaluate(() => "axe" in globalThis)) {
        await page.evaluate(axe);
    }
    // Only of violations is more told than of the first node.
    const { violations } = await page.evaluate((where) =>
        globalThis.axe.run(where, { resultTypes: ["violations"] }), part ?? "html");
    return violations.filter(({ impact }) => impacts?.includes(impact) ?? true)
        .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`);
}

// Shows a loaded page in another size or colours, and waits until it and its charts are drawn so.
export async function reshape(page, { width = 1280, height = 740, colorScheme = "light" }) {
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ colorScheme });
    await page.evaluate(() => new Promise((drawn) => {
        requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(drawn)));
    }));
}

// The locales of pages that run from right to left.
export const rightToLeft = ["fa-IR", "ar-EG"];

// Latin words and digits in a part of such a page that are none of `names` (texts, or patterns
// for all), which stay as they are.
export async function latinIn(page, selector, names) {
    const words = names.reduce((left, name) => left.replaceAll(name, " "),
        await page.locator(selector).innerText());
    return words.match(/[A-Za-z]{2,}|[0-9]+/g) ?? [];
}
