// node first_paint.mjs ADDRESS NAME PASSWORD [TIMES]: opens the dashboard that often in Debian's
// Chromium, each time with an empty cache, and tells when its first words, its score and the last of
// its figures stood there. bench_dashboard.py runs it.

import { startBrowser } from "../web/browser.mjs";

const [address, name, password, times = "7"] = process.argv.slice(2);
const { browser, close } = await startBrowser();
const signedIn = await browser.newContext({ baseURL: address });
const page = await signedIn.newPage();
await page.goto("/");
await page.locator("#name").fill(name);
await page.locator("#password").fill(password);
await page.locator("#sign-in-submit").click();
await page.locator("#board:not([hidden])").waitFor();
const storageState = await signedIn.storageState();
await signedIn.close();

// Until a selector is there, in milliseconds since the navigation began, by the page's own clock.
const since = (view, selector) => view.evaluate((wanted) => new Promise((done) => {
    const look = () => (document.querySelector(wanted) ? done(performance.now())
        : requestAnimationFrame(look));
    look();
}), selector);

const rounds = [];
for (let round = 0; round < Number(times); ++round) {
    const context = await browser.newContext({ baseURL: address, storageState,
        viewport: { width: 1280, height: 900 } });
    const view = await context.newPage();
    await view.goto("/dashboard", { waitUntil: "commit" });
    const score = await since(view, "#cards:not([hidden]) .headline");
    const all = await since(view, "#cards[aria-busy=false]");
    const [paint] = await view.evaluate(() => performance.getEntriesByName("first-contentful-paint")
        .map((entry) => entry.startTime));
    rounds.push({ paint, score, all });
    await context.close();
}
await close();
for (const [key, words] of [["paint", "first paint"], ["score", "the score"],
    ["all", "every figure"]]) {
    const sorted = rounds.map((round) => round[key]).sort((a, b) => a - b);
    console.log(`${words.padEnd(14)} median ${sorted[Math.floor(sorted.length / 2)].toFixed(0)} ms, `
        + `worst ${sorted.at(-1).toFixed(0)} ms of ${sorted.length}`);
}
