// openapi.json of the real server, judged by others: a validator of OpenAPI 3.1 and of the schemas
// in it, and a generator of clients, whose client then talks to the server.

import assert from "node:assert/strict";
import { mkdir, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";

import { validate } from "@hyperjump/json-schema/openapi-3-1";
import { generateSource } from "oazapfts";
import ts from "typescript";

import { Central } from "./central.mjs";

const standard = "https://spec.openapis.org/oas/3.1/schema-base";
const password = "three quiet otters 9";
let central;
let description;
let folder;

before(async () => {
    central = await Central.create();
    central.command(["store", "add", "--id", "s1", "--name", "High Street"]);
    central.command(["user", "add", "--name", "ann", "--role", "admin"], password);
    await central.serve();
    description = await (await fetch(`${central.address}/api/v1/openapi.json`)).json();
    folder = join(central.folder, "client");
    await mkdir(folder);
    // The client looks for its runtime there.
    await symlink(fileURLToPath(new URL("node_modules", import.meta.url)),
        join(folder, "node_modules"));
    await writeFile(join(folder, "openapi.json"), JSON.stringify(description));
});
after(() => central?.stop());

test("the document is what OpenAPI 3.1 says", async () => {
    const { valid, errors } = await validate(standard, description, "BASIC");
    assert.ok(valid, errors?.map((each) => each.instanceLocation).join("\n"));
});

test("the validator judges operations and schemas", async () => {
    const { Problem } = structuredClone(description.components.schemas);
    const get = structuredClone(description.paths["/healthz"].get);
    const part = { ...description, paths: { "/healthz": { get } },
        components: { schemas: { Problem } } };
    assert.ok((await validate(standard, part)).valid);
    Problem.properties.status.type = "whole";
    assert.ok(!(await validate(standard, part)).valid);
    Problem.properties.status.type = "integer";
    get.responses[200].content = "text/plain";
    assert.ok(!(await validate(standard, part)).valid);
});

// The client as TypeScript, judged by its compiler; the path of the module made of it.
async function generateClient() {
    const source = join(folder, "client.mts"); // a module to every Node.js
    await writeFile(source, await generateSource(join(folder, "openapi.json"), {}));
    const program = ts.createProgram([source], {
        strict: true, skipLibCheck: true, types: [], lib: ["lib.es2022.d.ts", "lib.dom.d.ts"],
        target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext,
        moduleResolution: ts.ModuleResolutionKind.Bundler, outDir: join(folder, "out") });
    program.emit();
    assert.deepEqual(ts.getPreEmitDiagnostics(program).map((each) =>
        ts.flattenDiagnosticMessageText(each.messageText, "\n")), []);
    return join(folder, "out", "client.mjs");
}

test("a generated client has every operation and talks to the server", async () => {
    const client = await import(pathToFileURL(await generateClient()));
    const operations = Object.values(description.paths).flatMap((each) => Object.values(each));
    assert.deepEqual(operations.map((each) => each.operationId)
        .filter((name) => typeof client[name] !== "function"), []);

    client.defaults.baseUrl = central.address;
    const refused = await client.getNps({});
    assert.equal(refused.status, 401);
    assert.equal(refused.data.code, "unauthenticated");

    const secret = central.command(["token", "add", "--user", "ann", "--scope", "read",
        "--scope", "administer"]);
    client.defaults.headers = { Authorization: `Bearer ${secret}` };
    const score = await client.getNps({ by: "store", marked: "exclude" });
    assert.equal(score.status, 200);
    assert.deepEqual(score.data.rows.map(({ key, n, nps }) => ({ key, n, nps })),
        [{ key: "s1", n: 0, nps: null }]);
    const told = await client.postSales({ sales: [
        { store: "s1", day: "2026-11-20", hour: 13, count: 42 },
        { store: "s2", day: "2026-11-20", hour: 13, count: 42 }] });
    assert.deepEqual(told.data.results.map((each) => each.status), ["accepted", "rejected"]);
});
