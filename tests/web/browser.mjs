// Debian's Chromium, and a page that remembers everything it must not do.

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";

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

// On a page of any language.
export async function signIn(page, name, password) {
    await page.locator("#name").fill(name);
    await page.locator("#password").fill(password);
    await page.locator("#sign-in-submit").click();
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
