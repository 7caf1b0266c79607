// The OData feed on the real server: by a client that others wrote, and against the standard's own
// schema.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";

import odataClient from "@odata/client";
import csdl from "odata-csdl";

import { Central } from "./central.mjs";
import { Kiosk } from "./kiosk.mjs";

const { OData } = odataClient;
const resources = fileURLToPath(new URL("../../resources/", import.meta.url));
const schemas = join(dirname(createRequire(import.meta.url).resolve("odata-csdl/package.json")),
    "schemas");
const pageSize = 2000; // of the server
const scores = Array.from({ length: 30 }, (_, i) => i % 11);
let central;
let root;
let tokens;
let kiosk;
let records;

const daysAgo = (count) => new Date(Date.now() - count * 24 * 3600 * 1000);

before(async () => {
    central = await Central.create();
    const checklist = JSON.parse(await readFile(`${resources}checklists/checkout-nps.json`, "utf8"));
    const file = join(central.folder, "checklist.json"); // of the version that the kiosk asked
    await writeFile(file, JSON.stringify({ ...checklist, version: 1 }));
    central.command(["checklist", "add", file]);
    central.command(["checklist", "publish", "checkout-nps"]);
    for (const [id, name, region] of [["s1", "Central", "Creek"],
        ["s2", "فروشگاه شهر قدیم", "Inland"]]) {
        central.command(["store", "add", "--id", id, "--name", name, "--region", region,
            "--timezone", "UTC"]);
    }
    tokens = {};
    for (const [name, ...rest] of [["ada", "--role", "admin"],
        ["regina", "--role", "regional", "--region", "Inland"],
        ["vera", "--role", "viewer"]]) {
        central.command(["user", "add", "--name", name, ...rest], "correct horse battery\n");
        tokens[name] = central.command(["token", "add", "--user", name]);
    }
    await central.serve();
    root = `${central.address}/api/v1/odata/`;
    kiosk = await Kiosk.enrol(central.address,
        central.command(["device", "code", "--store", "s1", "--name", "till"]));
    const other = await Kiosk.enrol(central.address,
        central.command(["device", "code", "--store", "s2", "--name", "till"]));
    records = scores.map((score, i) => kiosk.close(score, daysAgo(1 + i % 3), []));
    await kiosk.send(records);
    await other.answer([10, 0]);
});
after(() => central?.stop());

const basic = (password, name = "whoever") =>
    ({ Authorization: `Basic ${Buffer.from(`${name}:${password}`).toString("base64")}` });

async function get(path, headers = basic(tokens.ada)) {
    return fetch(new URL(path, root), { headers });
}

async function json(path, headers) {
    const response = await get(path, headers);
    const content = await response.json();
    assert.equal(response.status, 200, JSON.stringify(content));
    return content;
}

// Everything, over all pages.
async function all(path, headers) {
    const out = [];
    for (let next = path; next;) {
        const page = await json(next, headers);
        out.push(...page.value);
        next = page["@odata.nextLink"];
    }
    return out;
}

const client = () => OData.New4({
    serviceEndpoint: root,
    credential: { username: "ada", password: tokens.ada },
});

test("the metadata is what the standard's schema says", async () => {
    const response = await get("$metadata");
    assert.match(response.headers.get("content-type"), /^application\/xml/);
    assert.equal(response.headers.get("odata-version"), "4.0");
    const xml = await response.text();
    const lint = spawnSync("xmllint", ["--nonet", "--noout", "--schema",
        join(schemas, "edmx.xsd"), "-"], { input: xml, encoding: "utf8" });
    assert.equal(lint.status, 0, lint.error?.message ?? lint.stderr);
    // The checker itself is not fooled.
    const wrong = spawnSync("xmllint", ["--nonet", "--noout", "--schema",
        join(schemas, "edmx.xsd"), "-"],
    { input: xml.replace("<Key>", "<Kee>").replace("</Key>", "</Kee>"), encoding: "utf8" });
    assert.notEqual(wrong.status, 0);
    const model = csdl.xml2json(xml, { strict: true });
    assert.deepEqual(Object.keys(model.Vouch.Container).filter((key) => !key.startsWith("$")),
        ["Responses", "Answers", "Stores", "Labels"]);
    // Every property of every row is declared, with its type, and nothing else comes.
    for (const [set, { $Type: type }] of Object.entries(model.Vouch.Container)
        .filter(([key]) => !key.startsWith("$"))) {
        const declared = model.Vouch[type.replace("Vouch.", "")];
        const [row] = (await json(`${set}?$top=1`)).value;
        assert.deepEqual(Object.keys(row),
            Object.keys(declared).filter((key) => !key.startsWith("$")), set);
        for (const [name, value] of Object.entries(row)) {
            if (declared[name].$Type === "Edm.Int64" && value !== null) {
                assert.equal(typeof value, "number", `${set}/${name}`);
            }
        }
    }
});

test("the service document names the sets", async () => {
    for (const path of ["", "../odata"]) {
        const service = await json(path);
        assert.equal(service["@odata.context"], `${root}$metadata`);
        assert.deepEqual(service.value.map(({ url }) => url),
            ["Responses", "Answers", "Stores", "Labels"]);
    }
});

test("a client reads what the tablets sent", async () => {
    const responses = client().getEntitySet("Responses");
    const mine = await responses.query(responses.newFilter().property("store").eq("s1"));
    assert.deepEqual(mine.map(({ id }) => id), records.map(({ id }) => id));
    assert.deepEqual(mine.map(({ score }) => score), scores);
    assert.equal(await responses.count(), scores.length + 2);
    const filter = responses.newFilter().property("store").eq("s1").property("score").ge(9);
    const promoters = scores.filter((score) => score >= 9).length;
    assert.equal((await responses.query(filter)).length, promoters);
    assert.equal(await responses.count(filter), promoters);
    const options = responses.newOptions().select(["id", "score"]).top(3).skip(2);
    assert.deepEqual(await responses.query(options),
        records.slice(2, 5).map(({ id, score }) => ({ id, score })));
    await assert.rejects(responses.query(responses.newOptions().orderby("score")),
        /no such parameter/);
});

test("filters find what they say", async () => {
    const day = records[0].day;
    const ofDay = records.filter((record) => record.day === day).length;
    const opened = records[4].opened_at;
    const atOnce = records.filter((record) => record.opened_at === opened).length;
    for (const [filter, count] of [
        ["store eq 's1'", 30],
        ["store ne 's1'", 2],
        ["not store eq 's1'", 2],
        ["store in ('s1','s2')", 32],
        ["store eq 'it''s'", 0],
        ["score eq 0 and store eq 's1'", 3],
        ["score eq 0 or score eq 10", 3 + 2 + 2],
        ["store eq 's1' and (score lt 3 or score gt 8)", 9 + 4],
        [`day eq ${day} and store eq 's1'`, ofDay],
        [`store eq 's1' and day ge ${day}`, ofDay],
        [`opened_at eq ${opened}`, atOnce],
        [`opened_at eq ${opened.replace("Z", "+00:00").replace("+", "%2B")}`, atOnce],
        [`id eq ${records[7].id.toUpperCase()}`, 1],
        ["comment eq null", 32],
        ["comment ne null", 0],
        ["comment ne 'x'", 32],
        ["not (comment eq 'x')", 32],
        ["not (comment gt 'x')", 32],
        // A function of null is null, and null is not taken.
        ["contains(comment,'x')", 0],
        ["not contains(comment,'x')", 0],
        ["not startswith(tolower(comment),'x')", 0],
        ["not (endswith(comment,'x') eq true)", 32],
        ["not contains(comment,'x') or store eq 's1'", 30],
        ["store eq 's1' or not contains(comment,'x')", 30],
        ["not (contains(comment,'x') and store eq 's1')", 2],
        ["not (store eq 's1' and contains(comment,'x'))", 2],
        ["not (contains(comment,'x') or store eq 's1')", 0],
        ["contains(store_name,'شهر')", 2],
        ["startswith(tolower(store_name),'cen')", 30],
        ["endswith(segment,'tor') eq true and store eq 's2'", 1],
    ]) {
        const rows = await all(`Responses?$filter=${filter}`);
        assert.equal(rows.length, count, filter);
        assert.equal(await (await get(`Responses/$count?$filter=${filter}`)).text(), `${count}`);
    }
});

test("pages follow each other in one snapshot, whatever comes meanwhile", async () => {
    const wanted = (await all("Responses?$select=id")).map(({ id }) => id);
    const headers = { ...basic(tokens.ada), Prefer: "odata.maxpagesize=7" };
    const first = await json("Responses?$select=id&$count=true", headers);
    assert.equal(first["@odata.count"], wanted.length);
    assert.equal(first.value.length, 7);
    await kiosk.answer([5]);
    const rest = await all(first["@odata.nextLink"], headers);
    assert.deepEqual([...first.value, ...rest].map(({ id }) => id), wanted);
    const some = await all("Responses?$top=10&$skip=3&$select=id", headers);
    assert.deepEqual(some.map(({ id }) => id), wanted.slice(3, 13));
    const answers = await all("Answers?$select=response,position", headers);
    assert.equal(new Set(answers.map((a) => `${a.response} ${a.position}`)).size, answers.length);
    assert.equal(answers.length, wanted.length + 1);
});

test("a page is bounded by itself", async () => {
    const many = await Kiosk.enrol(central.address,
        central.command(["device", "code", "--store", "s1", "--name", "many"]));
    await many.answer(Array.from({ length: pageSize }, () => 9));
    const page = await json("Responses?$select=id");
    assert.equal(page.value.length, pageSize);
    assert.match(page["@odata.nextLink"], /^http:.*\$skiptoken=/);
});

test("one response is found by its id, one shop by its own", async () => {
    const one = await json(`Responses(${records[3].id})?$select=id,score`);
    assert.deepEqual(one, { "@odata.context": `${root}$metadata#Responses/$entity`,
        id: records[3].id, score: records[3].score });
    assert.equal((await json("Stores('s2')")).name, "فروشگاه شهر قدیم");
    for (const path of ["Responses(0)", `Responses(${kiosk.device})`, "Stores('s9')", "Nothing",
        "Answers('x')"]) {
        assert.equal((await get(path)).status, 404, path);
    }
});

test("labels are texts in the language that is asked for", async () => {
    const record = kiosk.close(9, new Date(), [], [
        { question: "recommend", type: "scale", value: 9 },
        { question: "liked", type: "choices", value: ["staff", "prices"] }]);
    await kiosk.send([record]);
    const filter = `$filter=response eq ${record.id} and question eq 'liked'`;
    const text = async (labels) => (await json(`Answers?${filter}${labels}`)).value
        .map((answer) => answer.text);
    const label = async (code) => (await json("Labels?$filter=question eq 'liked' and "
        + `code eq '${code}' and language eq 'fa'`)).value[0].text;
    assert.deepEqual(await text(""), ["staff", "prices"]);
    assert.deepEqual(await text("&labels=fa"), [await label("staff"), await label("prices")]);
});

test("what is not understood is refused in words", async () => {
    for (const [options, expected] of [
        ["$filter=scor eq 1", /no property "scor"/],
        ["$filter=score eq 'x'", /no value of score/],
        ["$filter=score like 1", /no comparison/],
        ["$filter=(score eq 1", /parenthesis/],
        ["$filter=score eq 1 score", /not understood/],
        [`$filter=${"(".repeat(200)}score eq 1`, /nested too deeply/],
        ["$orderby=score desc", /no such parameter/],
        ["$select=nothing", /no property/],
        ["$top=-1", /number/],
        ["$expand=Answers", /no such parameter/],
        ["$skiptoken=x", /nextLink/],
    ]) {
        const response = await get(`Responses?${options}`);
        assert.equal(response.status, 400, options);
        const problem = await response.json();
        assert.match(problem.error.message, expected, options);
        assert.equal(problem.error.code, "request-malformed");
    }
});

test("a token opens it, as password too, and shows what its person sees", async () => {
    const stranger = await get("Responses", {});
    assert.equal(stranger.status, 401);
    assert.match(stranger.headers.get("www-authenticate"), /^Basic /);
    assert.equal((await get("Responses", basic("wrong"))).status, 401);
    assert.equal((await get("Responses", basic(tokens.vera))).status, 403);
    const bearer = { Authorization: `Bearer ${tokens.regina}` };
    for (const headers of [bearer, basic(tokens.regina)]) {
        assert.deepEqual([...new Set((await all("Responses", headers)).map((r) => r.store))],
            ["s2"]);
        assert.deepEqual((await all("Stores", headers)).map(({ id }) => id), ["s2"]);
        assert.equal((await get(`Responses(${records[0].id})`, headers)).status, 404);
    }
    // A password in the address or of a session is none.
    assert.equal((await fetch(`${central.address}/api/v1/nps`,
        { headers: basic(tokens.ada) })).status, 401);
    assert.match(central.command(["audit", "list", "--what", "export"]), /odata Responses/);
});

test("the way to the next page tells nobody how many rows others have", async () => {
    const mine = { ...basic(tokens.regina), Prefer: "odata.maxpagesize=1" };
    const page = await json("Responses?$select=id", mine);
    const token = new URL(page["@odata.nextLink"]).searchParams.get("$skiptoken");
    assert.match(token, /^[0-9a-f]{80,}$/);
    assert.equal((await json(page["@odata.nextLink"], mine)).value.length, 1);
    const altered = token.slice(0, -1) + (token.endsWith("0") ? "1" : "0");
    for (const [skiptoken, person] of [[altered, tokens.regina], [token, tokens.ada]]) {
        const response = await get(`Responses?$skiptoken=${skiptoken}`, basic(person));
        assert.equal(response.status, 400);
        assert.match((await response.json()).detail, /nextLink/);
    }
    assert.ok(!("number" in (await json("Responses?$top=1", mine)).value[0]));
});
