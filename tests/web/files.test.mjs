// The page's files as they lie in the repository: nothing inline, nothing from elsewhere, nothing
// forgotten; and the tests' own packages are pinned without naming a registry.

import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";
import { test } from "node:test";

import { accessText } from "../../resources/web/assets/access_strings.js";
import { words as answersText } from "../../resources/web/assets/answers_strings.js";
import { apiText } from "../../resources/web/assets/api_strings.js";
import { words as commentsText } from "../../resources/web/assets/comments_strings.js";
import { contactsText } from "../../resources/web/assets/contacts_strings.js";
import { devicesText } from "../../resources/web/assets/devices_strings.js";
import { erasureText } from "../../resources/web/assets/erasure_strings.js";
import { measureText } from "../../resources/web/assets/measurements_strings.js";
import { text } from "../../resources/web/assets/strings.js";
import { structureText } from "../../resources/web/assets/structure_strings.js";

const folder = new URL("../../resources/web/", import.meta.url);
const pages = new Map();
for (const name of (await readdir(folder)).filter((each) => each.endsWith(".html"))) {
    pages.set(name, await readFile(new URL(name, folder), "utf8"));
}
const page = [...pages.values()].join("\n");
const assets = new Map();
for (const name of await readdir(new URL("assets/", folder))) {
    assets.set(name, await readFile(new URL(`assets/${name}`, folder), "utf8"));
}

test("nothing is inline and nothing comes from another host", () => {
    assert.doesNotMatch(page, /<style|\sstyle=|\son\w+=|javascript:/i);
    assert.doesNotMatch(page, /<script(?![^>]*\ssrc=)[^>]*>/i);
    for (const [name, content] of [...pages, ...assets]) {
        const addresses = content.match(/(?:https?:)?\/\/[a-z0-9.-]+\.[a-z]{2,}[^"'\s)]*/gi) ?? [];
        assert.deepEqual(addresses.filter((address) => !address.startsWith("http://www.w3.org/")),
            [], name);
        assert.doesNotMatch(content, /innerHTML|insertAdjacentHTML|document\.write|\beval\(/, name);
    }
});

test("every asset is used, and every one that is named exists", () => {
    const everything = [page, ...assets.values()].join("\n");
    const named = new Set([...everything.matchAll(/["'](?:\/assets\/|\.\/)([\w.-]+)["']/g)]
        .map((match) => match[1]));
    // Chart.js comes from Debian, embedded when the server is built.
    assert.deepEqual([...named].sort(), [...assets.keys(), "chart.min.js"].sort());
});

// The words of a page's own, beside those that all share.
const ofPages = {
    "access.html": accessText, "answers.html": answersText, "api.html": apiText,
    "comments.html": commentsText, "contacts.html": { ...contactsText, ...erasureText },
    "devices.html": devicesText, "measurements.html": measureText, "structure.html": structureText,
};

test("every text that a page names exists", () => {
    for (const [name, content] of pages) {
        const words = { ...text, ...ofPages[name] };
        for (const [, key] of content.matchAll(/data-(?:text|label)="(\w+)"/g)) {
            assert.equal(typeof words[key], "string", `${name}: ${key}`);
        }
    }
    for (const [name, content] of assets) {
        for (const [, key] of content.matchAll(/\btext\.(\w+)\b(?!\()/g)) {
            assert.ok(key in text || name === "strings.js", `${name}: ${key}`);
        }
    }
});

test("every word that a module takes from its page's words exists", async () => {
    let found = 0;
    for (const [name, content] of assets) {
        const [, own, from] = /import \{ (?:(\w+) as )?words \} from "\.\/(\w+\.js)"/.exec(content) ?? [];
        const words = from
            && (await import(`../../resources/web/assets/${from}`))[own ?? "words"];
        for (const [, key] of words ? content.matchAll(/\bwords\.(\w+)\b/g) : []) {
            found += 1;
            assert.ok(key in words, `${name}: ${key}`);
        }
    }
    assert.ok(found > 200, String(found));
});

test("the page says what to do about each code that a record can be kept aside with", async () => {
    const codes = await readFile(new URL("../../resources/docs/codes.md", import.meta.url), "utf8");
    const [, section] = /## One record\n([^]*?)\n## /.exec(codes);
    const documented = [...section.matchAll(/^\| `([a-z-]+)`/gm)].map((match) => match[1]);
    assert.deepEqual(Object.keys(text.codes).sort(), documented.sort());
});

test("the lock file pins each package by content and names no registry", async () => {
    const lock = await readFile(new URL("package-lock.json", import.meta.url), "utf8");
    const wanted = JSON.parse(await readFile(new URL("package.json", import.meta.url), "utf8"));
    const { packages } = JSON.parse(lock);
    for (const [name, version] of Object.entries(wanted.devDependencies)) {
        assert.match(version, /^\d+\.\d+\.\d+$/, name);
        assert.equal(packages[`node_modules/${name}`].version, version);
    }
    for (const [name, entry] of Object.entries(packages).filter(([key]) => key)) {
        assert.match(entry.integrity, /^sha512-/, name);
        assert.ok(!("resolved" in entry), `${name} names a registry`);
    }
});
