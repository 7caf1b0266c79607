// The dashboard: what it shows and says, its address, its files, its languages, small and dark
// screens, paper, the keyboard and assistive technology.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, afterEach, before, test } from "node:test";

import { dashboardFragment, grainOf, otherSide, parseDashboard }
    from "../../resources/web/assets/dashboard_filter.js";
import { csvOf } from "../../resources/web/assets/download.js";
import { enter, faultsOf, findings, openPage, reshape, signIn, startBrowser } from "./browser.mjs";
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
    const faults = page ? await faultsOf(page) : [];
    await page?.context().close();
    page = null;
    assert.deepEqual(faults, []);
});

const ready = () => page.locator("#cards[aria-busy=false]").waitFor();

async function show(hash = "", options = {}) {
    page = await openPage(chromium.browser, fake.address,
        { expected: /status of 40[13]/, ...options });
    await enter(page, "regina", "correct horse");
    await page.goto(`/dashboard${hash}`);
    await ready();
}

const card = (name) => page.getByRole("region", { name, exact: true }).first();
const numberIn = (words) => Number(words.replace(/\D/g, ""));
const count = async () => numberIn(await page.locator(".summary-count").innerText());

async function downloaded(name) {
    const [download] = await Promise.all([page.waitForEvent("download"),
        page.getByRole("button", { name }).click()]);
    return { name: download.suggestedFilename(), content: await readFile(await download.path()) };
}

// How many different colours a canvas holds: none has one when nothing was drawn.
const coloursOf = (locator) => locator.evaluate((canvas) => {
    const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
    return new Set(new Uint32Array(data.buffer)).size;
});

test("the address holds the filter, and nothing that it does not know", () => {
    const address = "#from=2026-10-01&to=2026-10-31&region=Coast&store=s4&touchpoint=exit"
        + "&marked=exclude&by=week&vs=store&with=s1&reasons=liked&heat=n";
    assert.equal(dashboardFragment(parseDashboard(address)), address);
    assert.equal(dashboardFragment(parseDashboard("")), "");
    assert.equal(dashboardFragment(parseDashboard("#period=never&by=hour&vs=luck&from=2026-02-30"
        + "&reasons=luck&heat=cold")), "");
});

test("what is compared is as long as what is shown and does not overlap it", () => {
    const days = { from: "2026-11-08", to: "2026-11-14" };
    const other = (part) => otherSide({ ...parseDashboard(""), ...part }, days);
    assert.deepEqual(other({}), { other_from: "2026-11-01", other_to: "2026-11-07" });
    assert.deepEqual(other({ vs: "year" }), { other_from: "2025-11-09", other_to: "2025-11-15" });
    assert.deepEqual(other({ vs: "store", vsValue: "s2" }), { other_store: "s2", other_region: "" });
    assert.equal(other({ vs: "store" }), "choose");
    assert.equal(otherSide(parseDashboard(""), {}), "open");
    assert.equal(grainOf(parseDashboard(""), { from: "2026-01-01", to: "2026-03-31" }), "day");
    assert.equal(grainOf(parseDashboard(""), { from: "2025-01-01", to: "2026-03-31" }), "week");
    assert.equal(grainOf(parseDashboard(""), {}), "month");
    assert.equal(grainOf(parseDashboard("#by=day"), {}), "day");
});

test("a file for a spreadsheet runs nothing and keeps numbers", () => {
    assert.equal(csvOf(["a", "b"], [["=1+1", -3.5], ["x,\"y\"", "'z"], ["plain", null]]),
        "\ufeffa,b\r\n'=1+1,-3.5\r\n\"x,\"\"y\"\"\",''z\r\nplain,\r\n");
});

test("the score stands with its interval, count, shares and whether it is news", async () => {
    await show();
    const summary = await card("The score").innerText();
    assert.match(summary, /^The score\s+All stores · 30 days · .* · marked answers included\s+\+\d\d\s+95% interval/);
    assert.match(summary, /Without marked answers: \+\d\d from [\d,]+ answers/);
    assert.match(summary, /No clear change: −4 points, which could be chance \(−11 to \+3\)/);
    assert.ok(!summary.includes("target"));
    assert.match(await page.locator("footer").innerText(), /registered marks of Bain & Company/);
    await show("#store=s1");
    assert.match(await card("The score").innerText(), /Below the target of \+60 over the last 28 days\./);
});

test("words of other languages are not asked for", async () => {
    const asked = fake.requests.length;
    await show();
    assert.deepEqual(fake.requests.slice(asked).filter((each) => /strings_[a-z]{2}/.test(each)), []);
});

test("charts are drawn, said in words, and are tables too", async () => {
    await show();
    for (const [name, label] of [["Trend", /^Trend\. \d+ points, from \+\d\d to \+\d\d\.$/],
        ["Answers by score", /How many of [\d,]+ answers/], ["Compare", /The scores of .* and /],
        ["Reasons", /^Reasons\. What could be better\. 6 reasons with their 95% intervals\.$/],
        ["How far conversations came", /Shares of [\d,]+ answers with a score/]]) {
        const picture = card(name).getByRole("img");
        assert.match(await picture.getAttribute("aria-label"), label);
        assert.ok(await coloursOf(picture) > 3, `${name} is blank`);
        await card(name).getByText("Show these figures as a table").click();
        assert.ok(await card(name).getByRole("table").first().isVisible());
    }
    const marks = page.getByRole("list", { name: "Marked on the line" });
    assert.deepEqual((await marks.getByRole("listitem").allInnerTexts()).map((words) =>
        words.replace(/^[^:]*: /, "").slice(0, 24)), ["the wording of checkout-",
        "the score fell by about "]);
    assert.ok((await card("Trend").innerText()).includes("No clear direction: a straight line has "
        + "−1.2 points a week, which could be chance (−2.5 to 0.0)."));
    const histogram = card("Answers by score").getByRole("table");
    const cells = await histogram.locator("tbody td:nth-child(2)").allInnerTexts();
    assert.equal(cells.map(numberIn).reduce((a, b) => a + b), await count());
});

test("the heat map has a score only where 30 answered, and can show how many did", async () => {
    await show("#store=s4");
    const map = card("Hours and weekdays").getByRole("table");
    assert.ok(await map.locator(".is-few").count() > 20);
    assert.equal(await map.locator("td[class^='heat-']:not(.heat-none):not(.is-few)").count(),
        (await map.locator("tbody td").allTextContents()).filter((words) => /\(.* to/.test(words))
            .length);
    await page.locator("#heat-metric").selectOption("n");
    assert.match(await page.locator("#announcer").textContent(), /^Hours and weekdays: Answers\. .*\d/);
    const last = map.locator("tbody tr").last().locator("td").last();
    assert.equal(numberIn(await last.locator("[aria-hidden]").innerText()), await count());
});

test("reasons are told as what goes with the score, and what is too little is refused", async () => {
    await show();
    const reasons = card("Reasons");
    const choose = (view) => page.locator("#reasons-view").selectOption({ label: view });
    assert.match(await reasons.innerText(), /Of the answers from 0 to 8 that were shown the list/);
    await choose("What goes with 0–6");
    await reasons.getByText("Clear: Waiting at the till.").waitFor();
    await reasons.getByText(/that it is the cause is not said/).waitFor();
    await reasons.getByText("Show these figures as a table").click();
    assert.deepEqual(await reasons.locator("tbody tr").last().locator("td").allInnerTexts(),
        ["35%", "20%", "–", "–", "–", ""]);
    await choose("To improve, over weeks");
    await reasons.getByText("12 store weeks are too few: at least 30 are needed, 18 more.").waitFor();
    assert.equal(await reasons.getByRole("img").isVisible(), false);
    assert.equal(await page.locator("#reasons-view option").count(), 7); // no ratings here
    await page.getByLabel("7 days").check({ force: true });
    await ready();
    assert.equal(await page.locator("#reasons-view").inputValue(), "improveWeeks");
});

test("the funnel has a table by group, and says what is not known", async () => {
    await show("#store=s1");
    const funnel = card("How far conversations came");
    await funnel.getByText("Show these figures as a table").click();
    assert.equal(await funnel.locator("tbody tr").count(), 4 * 5);
    const facts = await funnel.locator("dl").innerText();
    assert.match(facts, /Answers of sales\s+not known: no till tells its sales/);
    assert.match(facts, /Could be answered\s+93% of the opening hours of all tablets/);
    assert.match(await card("The score").innerText(),
        /Tablets could be answered in 95% of the opening hours/);
    const csv = (await downloaded("Download “How far conversations came” as CSV")).content;
    assert.match(csv.toString("utf8"), /\r\nPromoters,Reached thanks,\d+,\d+,0\.\d+,/i);
    await page.goto("/dashboard#store=s6");
    await ready();
    await funnel.getByText("There are no answers in this selection.").waitFor();
});

test("from regions to a store and back, by keyboard, and the address follows", async () => {
    await show();
    await card("Regions").getByRole("link", { name: "Inland" }).focus();
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "Inland", level: 1 }).waitFor();
    await ready();
    assert.equal(new URL(page.url()).hash, "#region=Inland");
    assert.equal(await page.evaluate(() => document.activeElement.id), "main");
    await card("Stores in order").getByRole("link", { name: "Garden" }).click();
    await page.getByRole("heading", { name: "Garden", level: 1 }).waitFor();
    await ready();
    assert.equal(await card("Stores in order").count(), 0);
    assert.match(await page.getByText("Download CSV").getAttribute("href"),
        /^\/api\/v1\/export\.csv\?store=s3&from=2026-10-24&to=2026-11-22$/);
    assert.deepEqual(await page.getByRole("navigation", { name: "Where you are" })
        .getByRole("link").allInnerTexts(), ["All stores", "Inland"]);
    await page.goBack();
    await page.getByRole("heading", { name: "Inland", level: 1 }).waitFor();
    await page.goBack();
    await page.getByRole("heading", { name: "All stores", level: 1 }).waitFor();
});

test("a link shows the same thing", async () => {
    await show("#period=7d&store=s1&touchpoint=exit&marked=exclude&by=week&vs=touchpoint&with=exit"
        + "&reasons=liked&heat=n");
    assert.ok(await page.getByLabel("7 days").isChecked());
    for (const [id, value] of [["store", "s1"], ["touchpoint", "exit"], ["grain", "week"],
        ["compare-kind", "touchpoint"], ["reasons-view", "liked"], ["heat-metric", "n"]]) {
        assert.equal(await page.locator(`#${id}`).inputValue(), value, id);
    }
    assert.equal(await page.getByRole("switch").isChecked(), false);
    assert.match(await card("The score").innerText(), /Central · exit · 7 days .* without marked/);
});

test("the chosen view of a card is in the address, and no figure is asked for again", async () => {
    await show();
    const asked = fake.requests.length;
    await page.locator("#reasons-view").selectOption("balance");
    await card("Reasons").getByText("In percentage points of all answers").waitFor();
    await page.locator("#heat-metric").selectOption("n");
    assert.equal(new URL(page.url()).hash, "#reasons=balance&heat=n");
    // Live news may begin to be listened to meanwhile.
    assert.deepEqual(fake.requests.slice(asked).filter((each) =>
        each.includes("/api/") && !each.includes("/api/v1/events")), []);
    await page.goBack();
    await page.goBack();
    await ready();
    assert.equal(await page.locator("#reasons-view").inputValue(), "improve");
    assert.equal(await page.locator("#heat-metric").inputValue(), "score");
    assert.match(await card("Reasons").innerText(), /shown the list/);
});

test("with and without marked answers is one switch", async () => {
    await show();
    const all = await count();
    await page.getByRole("switch", { name: "Include marked answers" }).uncheck();
    await page.getByText("without marked answers").first().waitFor();
    await ready();
    assert.ok(await count() < all);
    assert.equal(new URL(page.url()).hash, "#marked=exclude");
    assert.match(await card("The score").innerText(), new RegExp(
        `With marked answers: .* from ${all.toLocaleString("en-GB")} answers`));
    assert.match(await page.locator("#announcer").textContent(),
        /^\u2068All stores\u2069, 30 days .*: [\d,]+ answers$/);
});

test("a store that could stand elsewhere says so, one with few answers has no place", async () => {
    await show();
    const order = card("Stores in order");
    assert.match(await order.innerText(), /These 3 cannot be told apart from the first of them/);
    const few = order.getByRole("row", { name: /Opening soon/ });
    assert.equal(await few.locator(".rank-place").innerText(), "–");
    assert.equal(await order.getByRole("row", { name: /Garden/ }).locator(".rank-place").innerText(),
        "1–2");
});

test("a store has its kiosks, with coverage where it is known, and they are its answers", async () => {
    await show();
    assert.equal(await card("Kiosks").count(), 0);
    await page.goto("/dashboard#store=s1");
    const kiosks = card("Kiosks");
    await kiosks.getByRole("row").nth(4).waitFor();
    await ready();
    const words = (await kiosks.getByRole("row").allInnerTexts()).map((row) =>
        row.replaceAll(/\s+/g, " "));
    assert.equal(words.length, 5);
    assert.match(words[0], /^Name NPS 95% interval .* Answers Coverage$/);
    assert.match(words[1], /^Till A .*[+−]\d+ .* to .* 93%$/);
    assert.match(words[3], /^Old till no longer in this store .* –$/);
    assert.match(words[4], /^Import: telephone brought in from elsewhere /);
    const counts = await kiosks.locator("tbody .rank-n").allInnerTexts();
    assert.equal(counts.map(numberIn).reduce((a, b) => a + b), await count());
    const csv = await downloaded("Download “Kiosks” as CSV");
    assert.match(csv.name, /^vouch-kiosks-s1-/);
    const lines = csv.content.toString("utf8").trimEnd().split("\r\n");
    assert.match(lines[0], /^\ufeffWhat,Answers,NPS,.*,Detractors,Coverage$/);
    assert.match(lines[2], /^Till B,.*,0\.73$/);
    assert.match(lines[3], /^Old till,.*,$/);
});

test("two that share answers are not judged, two that do not are", async () => {
    await show("#store=s1");
    const words = card("Compare").locator(".verdict");
    const announced = page.locator("#announcer");
    await page.locator("#compare-kind").selectOption("store");
    await card("Compare").getByText("Choose what to compare with.").waitFor();
    await page.locator("#compare-value").focus();
    await page.locator("#compare-value").selectOption({ label: "Garden" });
    await words.getByText(/^A clear difference: −\d+ points \(.* to .*, p 0\.04\)\.$/).waitFor();
    // Who compares is told; who changes something else is told of the score alone.
    await announced.getByText(/^A clear difference/).waitFor();
    await page.getByRole("switch", { name: "Include marked answers" }).press("Space");
    await announced.getByText(/^\u2068[^\u2069]+\u2069, 30 days .* answers$/).waitFor();
    assert.equal(await page.getByRole("status").count(), 1);
    await page.locator("#compare-kind").selectOption("days");
    await page.locator("#compare-from").fill("2026-11-01");
    await words.getByText("The two share answers").waitFor();
});

test("who sees one store alone can choose it, with its kiosks and its report", async () => {
    await show();
    await page.route("**/api/v1/stores*", async (route) => {
        const answer = await (await route.fetch()).json();
        await route.fulfill({ json: { ...answer, stores: answer.stores.slice(0, 1) } });
    });
    await page.reload();
    await ready();
    assert.equal(await page.locator("#region-field").isVisible(), false);
    await page.getByRole("combobox", { name: "Store" }).selectOption({ index: 1 });
    await card("Kiosks").waitFor();
    await page.getByRole("button", { name: "Monthly report" }).waitFor();
    assert.deepEqual(await page.locator("#crumbs a").allInnerTexts(), ["All stores"]);
});

test("hours without answers have no files and nothing to scroll to", async () => {
    await show("#store=s6");
    const hours = card("Hours and weekdays");
    await hours.getByText("There are no answers in this selection.").waitFor();
    assert.equal(await hours.getByRole("button").count(), 0);
    assert.equal(await hours.getByRole("group").count(), 0);
    await page.locator("#store").selectOption("s1");
    await hours.getByRole("button", { name: /CSV/ }).waitFor();
    await hours.getByRole("table").waitFor();
});

test("without a target nothing empty is read for it", async () => {
    await show("#store=s1");
    const told = page.locator(".change");
    assert.ok(await told.getByText(/target/i).count() > 0);
    await page.goto("/dashboard");
    await ready();
    assert.equal(await told.locator("p:visible:empty").count(), 0);
    assert.ok(!(await told.ariaSnapshot()).includes("- paragraph\n"));
});

test("answers to other words are not compared", async () => {
    await show("#store=s1");
    await page.route("**/api/v1/comparison?**", async (route) => {
        const answer = await (await route.fetch()).json();
        await route.fulfill({ json: { ...answer, wording_changed: ["checkout-nps"], difference: null } });
    });
    await page.reload();
    await ready();
    await card("Compare").getByText("The wording of checkout-nps is not the same on both sides").waitFor();
    assert.equal(await card("Compare").getByText(/clear difference/i).count(), 0);
});

test("every chart is a CSV and a picture", async () => {
    await show("#store=s1");
    const csv = await downloaded("Download “Answers by score” as CSV");
    assert.match(csv.name, /^vouch-histogram-s1-2026-10-24-2026-11-22\.csv$/);
    const lines = csv.content.toString("utf8").trimEnd().split("\r\n");
    assert.equal(lines[0], "\ufeffScore,Answers,Share,Kind");
    assert.equal(lines.slice(1).map((line) => Number(line.split(",")[1])).reduce((a, b) => a + b),
        await count());
    for (const chart of ["Trend", "Answers by score", "Hours and weekdays", "Compare", "Reasons",
        "How far conversations came"]) {
        const { name, content } = await downloaded(`Download “${chart}” as a picture`);
        assert.match(name, /\.png$/);
        assert.deepEqual([...content.subarray(0, 4)], [0x89, 0x50, 0x4e, 0x47]);
        assert.ok(content.length > 10000, `${chart} is blank`);
    }
    const trend = (await downloaded("Download “Trend” as CSV")).content.toString("utf8");
    assert.match(trend, /\r\n2026-11-22,\d+,\d+,-?[\d.]+,-?[\d.]+,-?[\d.]+,0\.99,\r\n$/);
});

test("the charts under a store on the page of scores are, too", async () => {
    page = await openPage(chromium.browser, fake.address);
    await enter(page, "regina", "correct horse");
    await page.goto("/");
    await page.getByRole("button", { name: "Central" }).click();
    await page.getByRole("img", { name: /points, from/ }).waitFor();
    const bars = await downloaded("Download “Answers by score” as CSV");
    assert.equal(bars.name, "vouch-histogram-s1-2026-10-24-2026-11-22.csv");
    assert.match(bars.content.toString("utf8"), /^\ufeffScore,Answers,Share,Kind\r\n0,\d+,0\.\d+,detractor\r\n/);
    const line = (await downloaded("Download “Trend” as CSV")).content.toString("utf8");
    assert.match(line, /^\ufeffDay,Answers,NPS,95% from,[^]*,Coverage\r\n[^]*\r\n2026-11-22,280,-?[\d.]+,[^]*\r\n$/);
    for (const chart of ["Trend", "Answers by score"]) {
        const { name, content } = await downloaded(`Download “${chart}” as a picture`);
        assert.match(name, /-s1-.*\.png$/);
        assert.ok(content.length > 10000, `${chart} is blank`);
    }
});

for (const [name, code] of [["Persian", "fa"], ["Arabic", "ar"]]) {
    test(`in ${name} everything is ${name}, from right to left, and stays so`, async () => {
        await show();
        await page.getByLabel("Language").selectOption(code);
        await page.locator(`html[dir=rtl][lang^=${code}] #cards[aria-busy=false]`).waitFor();
        const words = await page.locator("main").innerText();
        const latin = words.replace(/NPS|CSV|PNG/g, "").match(/[A-Za-z]{2,}/g) ?? [];
        const names = new Set("Central Station Garden Harbour Pier the long name of shop on two "
            .concat("floors Opening soon Dubai Creek Inland Coast checkout exit nps").split(" "));
        assert.deepEqual(latin.filter((word) => !names.has(word)), []);
        assert.doesNotMatch(words, /[0-9]/);
        assert.doesNotMatch(await page.locator("header").innerText(), /Tablets|Contacts/);
        const { name: file } = await downloaded(code === "fa" ? "دریافت «روند» به صورت CSV"
            : "تنزيل «المسار» بصيغة CSV");
        assert.equal(file, "vouch-trend-2026-10-24-2026-11-22.csv");
        await page.reload();
        await page.locator("html[dir=rtl]").waitFor();
    });
}

test("kiosks fit on a phone and are Persian too", async () => {
    await show("#store=s1", { locale: "fa-IR", viewport: { width: 380, height: 740 } });
    await page.locator("#kiosks-title").waitFor();
    // The store's Latin name begins the line, right of the number of days.
    assert.ok(await page.locator(".summary-score > p").first().evaluate((line) => {
        const leftOf = (part) => {
            const at = line.firstChild.data.indexOf(part);
            const range = new Range();
            range.setStart(line.firstChild, at);
            range.setEnd(line.firstChild, at + part.length);
            return range.getBoundingClientRect().left;
        };
        return leftOf("Central") > leftOf("۳۰");
    }));
    const words = await page.locator(".card-kiosks").innerText();
    assert.match(words, /آمادهٔ پاسخ\s+\u2067\u061c۹۳٪\u2069/);
    assert.doesNotMatch(words.replace("CSV", ""), /[0-9]/);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
});

test("who is not signed in is sent to sign in, and comes back", async () => {
    page = await openPage(chromium.browser, fake.address, { expected: /status of 401/ });
    await page.goto("/dashboard");
    await page.getByRole("link", { name: "Sign in" }).click();
    await signIn(page, "regina", "correct horse");
    await page.waitForURL("**/dashboard");
    await ready();
});

test("a server that fails is told, and its figures come when it is back", async () => {
    await show();
    fake.trouble = "failing";
    page.faults.length = 0;
    await page.getByLabel("7 days").check({ force: true });
    await page.getByRole("alert").getByText("The disk is full").waitFor();
    fake.trouble = "";
    page.faults.length = 0;
    await page.getByRole("button", { name: "Try again" }).click();
    await page.locator("#trouble").waitFor({ state: "hidden" });
    assert.match(await card("The score").innerText(), /· 7 days ·/);
});

const grave = { impacts: ["serious", "critical"] };

test("axe-core finds nothing serious: light, dark, on a phone", async () => {
    await show("", { bypassCSP: true });
    await page.locator("#trend-title").waitFor();
    for (const look of [{}, { colorScheme: "dark" }, { width: 360 }]) {
        await reshape(page, look);
        assert.deepEqual(await findings(page, grave), [], JSON.stringify(look));
    }
});

for (const [locale, widths] of [["en", [1280, 961, 768, 390, 320]], ["ar", [1280, 320]],
    ["fa", [1280, 390]]]) {
    test(`nothing is cut off or scrolls sideways at any width: ${locale}`, async () => {
        await show("#from=2026-11-01&to=2026-11-22", { locale, bypassCSP: true });
        await page.locator("#trend-title").waitFor();
        for (const width of widths) {
            await reshape(page, { width });
            assert.deepEqual(await page.evaluate(() =>
                [...document.querySelectorAll("main *, header *")]
                    .filter((node) => node.checkVisibility() && !node.closest(".only-read, .scroll"))
                    .filter((node) => node.getBoundingClientRect().right > innerWidth + 1
                        || node.getBoundingClientRect().left < -1)
                    .map((node) => node.outerHTML.slice(0, 80))), [], String(width));
            assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
        }
        if (locale !== "en") {
            await reshape(page, {});
            assert.deepEqual(await findings(page, grave), []);
        }
    });
}

test("it prints to one page, in light colours, without its controls", async () => {
    await show("", { colorScheme: "dark" });
    const paper = (await page.pdf({ format: "A4", preferCSSPageSize: true })).toString("latin1");
    assert.equal(paper.match(/\/Type\s*\/Page[^s]/g).length, 1);
    await page.emulateMedia({ media: "print" });
    for (const gone of ["#filters", ".card-tools", "#language", "#views"]) {
        assert.equal(await page.locator(gone).first().isVisible(), false, gone);
    }
    assert.ok(await page.locator("footer").isVisible());
});

test("the report of a month is made for the store or region that is shown", async () => {
    await show("#store=s1", { bypassCSP: true, expected: /status of (40[13]|503)/ });
    await page.getByRole("button", { name: "Monthly report" }).click();
    const dialog = page.getByRole("dialog", { name: "Monthly report as PDF" });
    assert.match(await dialog.innerText(), /Central/);
    const month = dialog.getByLabel("Month");
    await month.locator("option").first().waitFor({ state: "attached" });
    assert.deepEqual(await month.locator("option").allInnerTexts(),
        ["November 2026", "October 2026", "September 2026"]);
    assert.equal(await month.inputValue(), "2026-10"); // the last that is over
    assert.deepEqual(await findings(page, { part: "#report-dialog" }), []);
    await month.selectOption("2026-11");
    await dialog.getByRole("button", { name: "Make the report" }).click();
    await dialog.getByText("Other reports are being made").waitFor();
    await page.locator("#report-make:focus").waitFor();
    await month.selectOption("2026-10");
    await dialog.getByLabel("Written in").selectOption("ta");
    const file = await downloaded("Make the report");
    assert.equal(file.name, "Central-2026-10.pdf");
    assert.equal(file.content.toString(), "%PDF store=s1&month=2026-10&language=ta");
    await dialog.waitFor({ state: "hidden" });
    await page.locator("#report:focus").waitFor();
});

test("there is no report of the whole chain, and one of a region", async () => {
    await show();
    assert.equal(await page.locator("#report").isVisible(), false);
    await page.goto("/dashboard#region=Inland");
    await ready();
    await page.locator("#report").click();
    await page.locator("#report-month option").first().waitFor({ state: "attached" });
    const file = await downloaded("Make the report");
    assert.equal(file.content.toString(), "%PDF region=Inland&month=2026-10&language=en");
});

test("a month of either calendar has its name", async () => {
    const { formatMonthKey } = await import("../../resources/web/assets/format.js");
    assert.equal(formatMonthKey("2026-11"), "November 2026");
    for (let month = 1; month <= 12; ++month) {
        const name = formatMonthKey(`1405-${String(month).padStart(2, "0")}`);
        assert.match(name, /1405/, name);
    }
    assert.match(formatMonthKey("1405-08"), /Aban/);
    assert.match(formatMonthKey("1405-12"), /Esfand/);
});

test("names beside lying bars are whole on a telephone, in several lines", async () => {
    await show("", { viewport: { width: 390, height: 844 } });
    await page.evaluate(() => localStorage.setItem("vouch-language", "ta"));
    await page.reload();
    await ready();
    for (const name of ["காரணங்கள்", "உரையாடல்கள் எதுவரை வந்தன"]) {
        const picture = card(name).getByRole("img");
        await picture.scrollIntoViewIfNeeded();
        const [needed, given] = await picture.evaluate((canvas) => {
            const { y } = globalThis.Chart.getChart(canvas).scales;
            return [y._labelSizes.widest.width, y.width];
        });
        assert.ok(needed <= given, `${name}: ${needed} of ${given}`);
    }
});

test("where answers are too few, the page says how many more it takes", async () => {
    await show("#store=s5");
    await ready();
    await page.getByText("More answers that it takes: 8 for a range, 78 for a score.").waitFor();
    await page.getByText("Too early to judge a change: ").getByText(/it takes 30, \d+ more\.$/).waitFor();
    await page.goto("/dashboard#store=s5&vs=store&with=s1");
    await ready();
    await card("Compare").getByText("Too few answers to compare: it takes 30 on each side. Still "
        + "missing: ").waitFor();
    await page.goto("/dashboard");
    await ready();
    await card("Stores in order").getByText("too few answers: it takes 8 more").waitFor();
});

test("touchpoints are weighed, and too few answers judge no change", async () => {
    await show();
    await card("Touchpoints").getByText("Weighted as the chain says: +42 (95% interval +30 to +53).")
        .waitFor();
    await page.goto("/dashboard#store=s6");
    await ready();
    await page.getByText("Too early to judge a change: 0 answers are too few; it takes 30, 30 more.")
        .waitFor();
});
