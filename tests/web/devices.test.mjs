// The page of tablets on the real server: how they are, labels that another program reads, PINs,
// and what tablets are given.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, afterEach, before, test } from "node:test";

import { sumOf } from "../../resources/web/assets/devices_sum.js";
import { enter, faultsOf, findings, latinIn, openPage, reshape, rightToLeft, startBrowser } from "./browser.mjs";
import { Central } from "./central.mjs";
import { Kiosk } from "./kiosk.mjs";

const password = "correct horse battery";
let chromium;
let central;
let page;
let tablet;

before(async () => {
    chromium = await startBrowser();
    central = await Central.create();
    for (const [id, name] of [["s1", "<b>Central</b>"], ["s2", "فروشگاه شهر قدیم"]]) {
        central.command(["store", "add", "--id", id, "--name", name]);
    }
    central.command(["user", "add", "--name", "ada", "--role", "admin"], `${password}\n`);
    central.command(["user", "add", "--name", "mani", "--role", "manager", "--store", "s2"],
        `${password}\n`);
    central.command(["user", "add", "--name", "vera", "--role", "viewer", "--store", "s1"],
        `${password}\n`);
    await central.serve();
    tablet = await enrolled("s1", "till 1");
    await enrolled("s2", "till 2");
    await tablet.post("/api/v1/heartbeat", { version: "9.1", queue_length: 4, battery_percent: 9, charging: false,
        locked: true, temperature_celsius: 44, disk_free_bytes: 12e9, failing: ["disk-full"],
        clock: new Date().toISOString() });
});
after(async () => {
    await chromium.close();
    await central?.stop();
});
afterEach(async () => {
    const faults = page ? await faultsOf(page) : [];
    await page?.context().close();
    page = null;
    assert.deepEqual(faults, []);
});

async function enrolled(store, name) {
    const code = central.command(["device", "code", "--store", store, "--name", name]);
    return Kiosk.enrol(central.address, code);
}

async function show(name, options = {}) {
    page = await openPage(chromium.browser, central.address,
        { expected: /status of 40[0139]/, ...options });
    await enter(page, name, password);
    await page.goto("/devices");
}

const till = (id) => page.locator(`[data-device="${id}"]`);

test("what is said of all tablets says what it rests on", () => {
    const now = "2026-11-23T12:00:00Z";
    const tabletOf = (seen, ...attention) => ({ last_seen_at: seen, attention });
    const [early, late] = ["2026-11-23T09:00:00Z", "2026-11-23T11:58:00Z"];
    assert.equal(sumOf([], now), "No tablet is enrolled here yet.");
    assert.equal(sumOf([{ ...tabletOf(early), revoked: true }], now),
        "No tablet is in use here: all were revoked or replaced.");
    assert.equal(sumOf([tabletOf(late)], now),
        "1 tablet, which reports no problem; last heard of 2 minutes ago.");
    assert.equal(sumOf([tabletOf(late), tabletOf(early)], now), "2 tablets, and none reports a "
        + "problem; the one unheard of for longest was heard of 3 hours ago.");
    assert.equal(sumOf([tabletOf(late, "hot"), tabletOf(early, "not-seen"),
        tabletOf(null, "never-seen")], now), "3 tablets; 3 to look at, 2 of them not heard of.");
    assert.equal(sumOf([tabletOf(late), tabletOf(late, "hot")], now), "2 tablets; 1 to look at.");
});

test("a tablet is shown as it says it is", async () => {
    await show("ada");
    const shown = till(tablet.device);
    await shown.getByText("battery nearly empty").waitFor();
    for (const words of ["something fails", "44 °C", "12 GB", "9.1", "disk-full", "<b>Central</b>"]) {
        await shown.getByText(words).waitFor();
    }
    await page.getByText("2 tablets; 2 to look at, 1 of them not heard of.").waitFor();
    await page.getByLabel("Only those to look at").check();
    assert.equal(await page.locator("[data-device]").count(), 2);
    await page.locator("#tablets-store").selectOption("s2");
    await till(tablet.device).waitFor({ state: "detached" });
    assert.equal(await page.locator("[data-device]").count(), 1);
    assert.equal(new URL(page.url()).hash, "#store=s2&look=yes");
    await page.reload();
    await page.locator("[data-device]").waitFor();
    assert.equal(await page.locator("[data-device]").count(), 1);
    assert.equal(await page.locator("#tablets-look").isChecked(), true);
});

test("a manager sees the tablets of his stores and changes nothing", async () => {
    await show("mani");
    await page.getByText("till 2").waitFor();
    assert.equal(await page.locator("[data-device]").count(), 1);
    assert.equal(await page.getByText("Change", { exact: true }).count(), 0);
    assert.equal(await page.getByRole("heading", { name: "New tablets" }).isVisible(), false);
});

test("who may not see tablets is told", async () => {
    await show("vera");
    await page.getByText("This page is for administrators, regional staff and managers.").waitFor();
});

test("a tablet is renamed, moved and replaced", async () => {
    await show("ada");
    const shown = till(tablet.device);
    await shown.getByText("Change", { exact: true }).click();
    await shown.getByLabel("Name").fill("till 7");
    await shown.getByLabel("Store").selectOption("s2");
    await shown.getByRole("button", { name: "Save" }).click();
    await till(tablet.device).getByText("till 7").waitFor();
    await till(tablet.device).getByText("فروشگاه شهر قدیم").waitFor();
    await till(tablet.device).getByText("Change", { exact: true }).click();
    await till(tablet.device).getByRole("button", { name: "Replace" }).click();
    const code = await page.locator(".label .code").innerText();
    const heir = await Kiosk.enrol(central.address, code);
    await page.getByRole("button", { name: "Read again" }).click();
    await till(heir.device).getByText("took another tablet's place").waitFor();
    await till(tablet.device).getByText("replaced").waitFor();
    central.command(["device", "set", tablet.device, "--store", "s1", "--name", "till 1"]);
});

test("labels are printed, and read by another program", async () => {
    await show("ada", { viewport: { width: 1100, height: 900 }, deviceScaleFactor: 2 });
    await page.locator("#labels-store").selectOption("s2");
    await page.getByLabel("How many").fill("3");
    await page.getByLabel("Called").fill("till");
    await page.getByRole("button", { name: "Make labels" }).click();
    await page.locator(".label").nth(2).waitFor();
    assert.deepEqual(await page.locator(".label p:first-of-type").allInnerTexts(),
        ["till 1 (s2)", "till 2 (s2)", "till 3 (s2)"]);
    const codes = await page.locator(".label .code").allInnerTexts();
    await page.emulateMedia({ media: "print" });
    assert.equal(await page.locator("#tablets").isVisible(), false);
    const folder = await mkdtemp(join(tmpdir(), "vouch-labels-"));
    try {
        const picture = join(folder, "labels.png");
        await page.screenshot({ path: picture, fullPage: true });
        const read = spawnSync("zbarimg", ["--quiet", "--raw", picture], { encoding: "utf8" });
        assert.deepEqual(read.stdout.trim().split("\n").sort(),
            codes.map((code) => `${central.address}/#enrol=${code}`).sort());
    } finally {
        await rm(folder, { recursive: true });
    }
    await Kiosk.enrol(central.address, codes[1]);
});

test("a PIN is set, refused and taken away", async () => {
    await show("ada");
    await page.getByText("No store has a PIN from here").waitFor();
    const set = async (role, pin) => {
        await page.locator("#pin-role").selectOption(role);
        await page.getByLabel("4 to 8 digits").fill(pin);
        await page.getByRole("button", { name: "Set", exact: true }).click();
    };
    await set("exit", "4827");
    await page.getByText("The PIN for <b>Central</b> is set.").waitFor();
    await set("figures", "4827");
    await page.getByText("Another role of this shop has this PIN.").waitFor();
    assert.match(central.command(["pin", "list"]), /s1\texit/);
    await page.getByRole("button", { name: /^Take away the PIN of/ }).click();
    await page.getByText("No store has a PIN from here").waitFor();
});

test("a setting goes to some stores first, to the rest and back", async () => {
    await show("ada");
    const inForce = (store) => central.command(["setting", "list", "--store", store]);
    await page.locator("#publish-what").selectOption("setting");
    await page.getByLabel("Setting", { exact: true }).fill("language");
    await page.getByLabel("Value as JSON").fill("fa");
    await page.locator("#publish-reach").selectOption("first");
    await page.locator("#publish-stores").selectOption(["s2"]);
    await page.getByRole("button", { name: "Publish" }).click();
    await page.getByText("The value is no JSON.").waitFor();
    await page.getByLabel("Value as JSON").fill("\"fa\"");
    await page.getByRole("button", { name: "Publish" }).click();
    await page.getByText(/^Publication \d+ is made/).waitFor();
    assert.doesNotMatch(inForce("s1"), /"fa"/);
    assert.match(inForce("s2"), /"fa"/);
    await page.getByRole("button", { name: /^Bring publication/ }).click();
    await page.getByText("in force").first().waitFor();
    assert.match(inForce("s1"), /"fa"/);
    await page.getByRole("button", { name: /^Roll back publication/ }).first().click();
    await page.getByText(/rolls back/).first().waitFor();
    assert.doesNotMatch(inForce("s1"), /"fa"/);
    assert.match(inForce("s2"), /"fa"/);
});

const told = { language: "fa", target: 45, read_aloud: false,
    opening_hours: { mon: ["09:00-13:00", "15:00-22:00"], exceptions: { "2026-12-25": [] } },
    contact: { chain: "Corner shops", days: 14, version: "2", texts: { ta: `${"long ".repeat(40)}END` } },
    theme: { format: 1, name: "Own", colours: { accent: "#5b2a86", accentInk: "#ffffff" } } };

for (const locale of ["en-GB", ...rightToLeft, "ta-IN"]) {
    test(`a setting is told whole, in words: ${locale}`, async () => {
        if (locale === "en-GB") {
            for (const [key, value] of Object.entries(told)) {
                central.command(["setting", "set", "--key", key, "--value", JSON.stringify(value),
                    "--store", "s2"]);
            }
        }
        await show("ada", { locale, viewport: { width: 390, height: 844 } });
        const shown = page.locator("[data-publication]");
        await shown.nth(5).waitFor();
        const said = (await shown.allInnerTexts()).slice(0, Object.keys(told).length).reverse();
        assert.doesNotMatch(said.join(" "), /[{}"[\]]|undefined/);
        assert.match(said[4], /END/);
        assert.deepEqual(said.flatMap((each) => each.replaceAll(/long |Corner shops|local:\S+|NPS|Own|END|#\w+|PM/g, "")
            .match(/[A-Za-z]{3,}/g) ?? []).length > 0, locale === "en-GB");
        if (locale === "en-GB") {
            for (const [i, pattern] of [/Language at the start Persian/, /Target NPS \+45/,
                /Reading aloud on request no/, /Monday\s+09:00–13:00\s+15:00–22:00[^]*25 Dec 2026\s+closed/,
                /Kept for days\s+14[^]*Tamil\s+long/, /Buttons\s+#5b2a86/].entries()) {
                assert.match(said[i], pattern);
            }
        }
        assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 390);
        assert.deepEqual(await findings(page, { part: "#publications" }), []);
    });
}

test("nothing is hard to use or cut off, light and dark, wide and narrow", async () => {
    await show("ada");
    const shown = till(tablet.device);
    await shown.getByText("Change", { exact: true }).click();
    await page.locator("#labels-store").selectOption("s1");
    await page.getByRole("button", { name: "Make labels" }).click();
    await page.locator(".label").waitFor();
    for (const width of [1280, 360]) {
        for (const colorScheme of ["light", "dark"]) {
            await reshape(page, { width, colorScheme });
            assert.deepEqual(await findings(page), [], `${width} px, ${colorScheme}`);
            const wide = await page.evaluate(() => document.documentElement.scrollWidth);
            assert.ok(wide <= width, `${wide} wide`);
            if (process.env.VOUCH_PICTURES) {
                await page.screenshot({ fullPage: true,
                    path: join(process.env.VOUCH_PICTURES, `devices-${width}-${colorScheme}.png`) });
            }
        }
    }
});

for (const locale of rightToLeft) {
    test(`from right to left everything is of its language: ${locale}`, async () => {
        page = await openPage(chromium.browser, central.address,
            { expected: /status of 401/, bypassCSP: true, locale });
        await enter(page, "ada", password);
        await page.goto("/devices");
        await till(tablet.device).locator("summary").click();
        assert.deepEqual(await latinIn(page, "#tablets", ["<b>Central</b>", "(s1)", "(s2)",
            /till \d+/g, "9.1", "disk-full"]), []);
        assert.deepEqual(await latinIn(page, "#pins", ["PIN", "<b>Central</b>", "(s1)", "(s2)"]), []);
        for (const width of [360, 1280]) {
            await reshape(page, { width });
            assert.deepEqual(await findings(page), [], String(width));
            assert.ok(await page.evaluate(() =>
                document.documentElement.scrollWidth <= document.documentElement.clientWidth));
        }
    });
}
