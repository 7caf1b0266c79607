// The page of shoppers who may be contacted, on the real server: each address is opened by itself.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { after, afterEach, before, test } from "node:test";

import { enter, faultsOf, findings, latinIn, openPage, reshape, rightToLeft, startBrowser } from "./browser.mjs";
import { Central } from "./central.mjs";
import { Kiosk } from "./kiosk.mjs";

const password = "correct horse battery";
let chromium;
let central;
let page;

// A contact item as a tablet makes it: Debian's PyNaCl seals, the server opens.
function contactItem(key, address) {
    const program = `
import base64, hashlib, json, os, sys
import nacl.public
key, address = json.loads(sys.argv[1]), sys.argv[2]
box = nacl.public.SealedBox(nacl.public.PublicKey(base64.b64decode(key["key"])))
value = {"consent": {"language": "fa", "version": "2026a"}, "key": key["id"],
         "sealed": base64.b64encode(box.encrypt(address.encode())).decode()}
salt = os.urandom(16)
text = json.dumps(value, separators=(",", ":"), sort_keys=True).encode()
print(json.dumps({"question": "contact", "type": "contact", "value": value, "salt": salt.hex(),
    "digest": hashlib.blake2b(salt + text, digest_size=32).hexdigest()}))`;
    const { status, stdout, stderr } = spawnSync("/usr/bin/python3",
        ["-c", program, JSON.stringify(key), JSON.stringify(address)], { encoding: "utf8" });
    assert.equal(status, 0, stderr);
    return JSON.parse(stdout);
}

before(async () => {
    chromium = await startBrowser();
    central = await Central.create();
    for (const [id, name] of [["s1", "Central"], ["s2", "فروشگاه شهر قدیم"]]) {
        central.command(["store", "add", "--id", id, "--name", name, "--region", "north"]);
    }
    for (const [name, ...rest] of [["mani", "--role", "manager", "--store", "s2"],
        ["regina", "--role", "regional"], ["vera", "--role", "viewer"], ["anna", "--role", "admin"]]) {
        central.command(["user", "add", "--name", name, ...rest], `${password}\n`);
    }
    await central.serve();
    const addresses = { s1: { phone: "+971501234567" }, s2: { email: "sara@shop.example" } };
    for (const [id, address] of Object.entries(addresses)) {
        const kiosk = await Kiosk.enrol(central.address,
            central.command(["device", "code", "--store", id]));
        const key = kiosk.sealingKey;
        const strange = contactItem({ ...key, id: "00000000" }, address);
        const scale = { question: "recommend", type: "scale", value: 3 };
        const at = new Date(Date.now() - 24 * 3600 * 1000);
        await kiosk.send([kiosk.close(3, at, [], [scale, contactItem(key, address)])]);
        if (id === "s1") {
            await kiosk.send([kiosk.close(3, at, [], [scale, strange])]);
        }
    }
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
        { expected: /status of 4(0[01349]|22)/, ...options });
    await enter(page, name, password);
    await page.goto("/contacts");
}

const opened = () => central.command(["audit", "list", "--what", "contact-open"])
    .split("\n").length - 1;

test("an address is shown when it is opened, and that is logged", async () => {
    await show("mani");
    await page.getByText("فروشگاه شهر قدیم").last().waitFor();
    assert.equal(await page.locator("#list > li").count(), 1, "of one's own shop only");
    assert.equal(opened(), 0);
    assert.doesNotMatch(await page.content(), /sara@/);
    await page.getByRole("button", { name: /Open the address of/ }).press("Enter");
    const link = page.getByRole("link", { name: "sara@shop.example" });
    await link.waitFor();
    assert.equal(await link.getAttribute("href"), "mailto:sara@shop.example");
    assert.equal(await link.evaluate((node) => node === document.activeElement), true);
    assert.equal(opened(), 1);
    await page.reload();
    await page.getByRole("button", { name: /Open the address of/ }).waitFor();
});

test("what cannot be opened is said where it stands", async () => {
    await show("regina");
    await page.locator("#list > li").nth(2).waitFor();
    assert.equal(await page.locator("#list > li").count(), 3);
    await page.getByLabel("Store").selectOption("s1");
    await page.locator("#list > li").nth(1).waitFor();
    const before = opened();
    const [strange, good] = [page.locator("#list > li").nth(0), page.locator("#list > li").nth(1)];
    await strange.getByRole("button").click();
    await strange.getByText(/secret key/).waitFor();
    assert.equal(opened(), before);
    await good.getByRole("button").click();
    await good.getByRole("link", { name: "+971501234567" }).waitFor();
    assert.equal(opened(), before + 1);
});

test("who may not see them is told so", async () => {
    await show("vera");
    await page.getByText("Contacts are for managers").waitFor();
    assert.equal(await page.locator("#contacts").isVisible(), false);
});

async function isSound(name) {
    assert.deepEqual(await findings(page), [], name);
    const wide = await page.evaluate(() =>
        document.documentElement.scrollWidth > document.documentElement.clientWidth);
    assert.equal(wide, false, "it scrolls sideways");
    if (process.env.VOUCH_PICTURES) {
        await page.screenshot({ fullPage: true,
            path: `${process.env.VOUCH_PICTURES}/contacts ${name}.png` });
    }
}

test("the page is sound on a desk, in the dark and on a telephone", async () => {
    await show("regina");
    await page.locator("#list > li").nth(2).waitFor();
    await page.locator("#list > li").last().getByRole("button").click();
    await page.getByRole("link", { name: /sara|\+971/ }).waitFor();
    for (const [name, look] of [["on a desk", {}], ["in the dark", { colorScheme: "dark" }],
        ["on a telephone", { width: 360 }]]) {
        await reshape(page, look);
        await isSound(name);
    }
});

test("an administrator erases by the record's id, when sure, and says how long things stay",
    async () => {
        await show("anna");
        await page.locator("#list > li").nth(2).waitFor();
        const before = await page.locator("#list > li").count();
        const { contacts } = await page.evaluate(async () =>
            (await fetch("/api/v1/contacts?store=s1")).json());
        await page.getByLabel("Code or id").fill(contacts.at(-1).id);
        await page.getByRole("button", { name: "Erase", exact: true }).click();
        await page.getByRole("button", { name: "Keep it" }).click();
        assert.equal(await page.locator("#erasure-sure button").count(), 0);
        await page.getByRole("button", { name: "Erase", exact: true }).click();
        await page.getByRole("button", { name: /^Erase for good/ }).press("Enter");
        await page.getByText(/^Erased: the answer of .*, s1\.$/).waitFor();
        await page.locator(`#list > li >> nth=${before - 1}`).waitFor({ state: "detached" });
        assert.equal(await page.locator("#list > li").count(), before - 1);

        await reshape(page, { width: 360 });
        await isSound("of an administrator");

        await page.getByLabel("Code or id").fill("K7PM-49XT-HRCA");
        await page.getByRole("button", { name: "Erase", exact: true }).click();
        await page.getByRole("button", { name: /^Erase for good/ }).click();
        await page.getByText(/Nothing is kept/).waitFor();

        await page.getByLabel("Comments, days").fill("400");
        await page.getByRole("button", { name: "Save" }).click();
        await page.getByText("Saved.").waitFor();
        assert.match(central.command(["retention", "show"]), /400/);
        await page.getByLabel("Contacts, days").fill("99999999");
        await page.getByRole("button", { name: "Save" }).click();
        await page.locator("#retention-message", { hasNotText: "Saved." }).waitFor();
        assert.match(central.command(["retention", "show"]), /400/);
    });

test("who is no administrator is not offered that", async () => {
    await show("regina");
    await page.locator("#list > li").nth(1).waitFor();
    assert.equal(await page.locator("#erasure, #retention").evaluateAll((nodes) =>
        nodes.some((node) => node.checkVisibility())), false);
});

for (const locale of rightToLeft) {
    test(`from right to left everything is of its language: ${locale}`, async () => {
        page = await openPage(chromium.browser, central.address,
            { expected: /status of 4(01|22)/, bypassCSP: true, locale });
        await enter(page, "anna", password);
        await page.goto("/contacts");
        await page.locator("#list > li").first().waitFor();
        await page.locator("#erasure-code").fill("K7PM-49XT-HRCA");
        await page.locator("#erasure-form > button").click();
        await page.locator("#erasure-sure button").first().waitFor();
        assert.deepEqual(await latinIn(page, "main", ["Central", "K7PM-49XT-HRCA", "2026a"]), []);
        for (const width of [360, 1280]) {
            await reshape(page, { width });
            await isSound(`${locale} ${width}`);
        }
    });
}
