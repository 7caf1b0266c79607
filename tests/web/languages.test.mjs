// The pages' words in each language that a page offers: every text is there, of the same shape,
// with everything in it that the English one tells, and in the language's own plural.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";

import { accessWordsIn } from "../../resources/web/assets/access_strings.js";
import { answerWordsIn } from "../../resources/web/assets/answers_strings.js";
import { apiWordsIn } from "../../resources/web/assets/api_strings.js";
import { boardText } from "../../resources/web/assets/board_strings.js";
import { wordsIn } from "../../resources/web/assets/comments_strings.js";
import { contactsWordsIn } from "../../resources/web/assets/contacts_strings.js";
import { dashboardText } from "../../resources/web/assets/dashboard_strings.js";
import { devicesWordsIn } from "../../resources/web/assets/devices_strings.js";
import { erasureWordsIn } from "../../resources/web/assets/erasure_strings.js";
import { ledgerText } from "../../resources/web/assets/ledger_strings.js";
import { measureWordsIn } from "../../resources/web/assets/measurements_strings.js";
import { noteWordsIn } from "../../resources/web/assets/notes_strings.js";
import { refusalIn, refusals } from "../../resources/web/assets/refusal_strings.js";
import { settingsWordsIn } from "../../resources/web/assets/settings_strings.js";
import { english } from "../../resources/web/assets/strings.js";
import { arabic } from "../../resources/web/assets/strings_ar.js";
import { persian } from "../../resources/web/assets/strings_fa.js";
import { tamil } from "../../resources/web/assets/strings_ta.js";
import { structureWordsIn } from "../../resources/web/assets/structure_strings.js";

const folder = new URL("../../resources/web/", import.meta.url);
const translations = { fa: persian, ar: arabic, ta: tamil };
// By the module that each begins with.
const pages = { index: "app", dashboard: "dashboard_app", comments: "comments_app",
    answers: "answers_app", ledger: "ledger_app", devices: "devices_app", contacts: "contacts_app",
    structure: "structure_app", access: "access_app", api: "api_app",
    measurements: "measurements_app" };
const ofPages = [wordsIn, answerWordsIn, noteWordsIn, devicesWordsIn, contactsWordsIn,
    erasureWordsIn, structureWordsIn, accessWordsIn, apiWordsIn, measureWordsIn,
    settingsWordsIn];

const asLatin = (words) => words.replaceAll(/[٠-٩]/g, (digit) => digit.charCodeAt(0) - 0x660)
    .replaceAll(/[۰-۹]/g, (digit) => digit.charCodeAt(0) - 0x6f0);

// Numbers as texts do for a number and for words; these are of no special plural.
const given = ["57", "68", "79", "91"];
const lists = new Set(["clearReasons", "touchpointUncovered", "weightedMissing", "compareFew",
    "compareWording"]);
const ofObjects = new Set(["publication", "where", "fate"]);

// Which of what is given a text tells.
function told(key, make) {
    const said = asLatin(lists.has(key) ? make([given[0]]) : make(...given));
    return given.filter((each) => said.includes(each));
}

function compare(path, own, model) {
    assert.equal(typeof own, typeof model, path);
    if (typeof model === "function") {
        const key = path.split(".").at(-1);
        // A refusal comes in the server's words, or in ours by its code.
        if (key !== "driverRefused" && !ofObjects.has(key)) {
            assert.deepEqual(told(key, own), told(key, model), path);
        }
    } else if (typeof model === "object") {
        assert.equal(own.length, model.length, path);
        assert.deepEqual(Object.keys(own), Object.keys(model), path);
        for (const [name, value] of Object.entries(model)) {
            compare(`${path}.${name}`, own[name], value);
        }
    } else {
        assert.notEqual(own, "", path);
    }
}

for (const [code, words] of Object.entries(translations)) {
    test(`${code}: each text tells what the English one does`, () => {
        for (const part of [dashboardText, boardText, ledgerText]) {
            assert.deepEqual(Object.keys(part).filter((key) => !(key in words)), []);
        }
        for (const [key, value] of Object.entries(words)) {
            compare(key, value, english[key]);
        }
        for (const each of ofPages) {
            assert.deepEqual(Object.keys(each[code]), Object.keys(each.en));
            for (const [key, value] of Object.entries(each[code])) {
                compare(key, value, each.en[key]);
            }
        }
    });

    for (const [page, module] of Object.entries(pages)) {
        test(`${code}: ${page} names no text that only English has`, async () => {
            const html = await readFile(new URL(`${page}.html`, folder), "utf8");
            assert.match(html, new RegExp(`data-languages="[a-z ]*\\b${code}\\b`));
            const known = Object.assign({}, words, ...ofPages.map((each) => each[code]));
            const named = [...html.matchAll(/data-(?:text|label)="(\w+)"/g)];
            for (const content of await modulesOf(`${module}.js`)) {
                named.push(...content.matchAll(/\btext\.(\w+)\b(?!\()/g));
            }
            assert.deepEqual([...new Set(named.map(([, key]) => key))]
                .filter((key) => !(key in known) && key in english), []);
        });
    }
}

// The contents of a page's modules, without those that hold words.
async function modulesOf(first) {
    const names = new Set([first]);
    const contents = [];
    for (const name of names) {
        const content = await readFile(new URL(`assets/${name}`, folder), "utf8");
        for (const [, other] of content.matchAll(/from "\.\/([\w.]+)"/g)) {
            names.add(other);
        }
        if (!/strings/.test(name)) {
            contents.push(content);
        }
    }
    return contents;
}

test("numbers in Arabic have the six forms of their words", () => {
    assert.deepEqual([0, 1, 2, 3, 11, 100, 1003].map(arabic.answers), ["لا إجابات", "إجابة واحدة",
        "إجابتان", "٣ إجابات", "١١ إجابة", "١٠٠ إجابة", "١٬٠٠٣ إجابات"]);
    assert.match(arabic.otherMarked("+٥", 2, true), /من إجابتين\.$/);
    assert.equal(wordsIn.ar.heldBack(2), "تعليقان من اليوم ينتظران حتى تجتمع ثلاثة أو يغلق المتجر.");
    assert.equal(wordsIn.ar.found(11, false), "١١ تعليقًا");
    assert.equal(wordsIn.ar.found(100, true), "أكثر من ١٠٠ تعليق");
    assert.equal(arabic.showMoreStores(12), "عرض ١٢ متجرًا آخر");
});

test("what is too little is told in the page's language with its numbers", () => {
    const told = (code, where = "") => persian.driverRefused({ code, where, have: 12, need: 30 });
    assert.equal(told("answers-too-few", "7-8"), "۱۲ پاسخ با امتیاز ۷ تا ۸ کم است؛ دست‌کم ۳۰ لازم "
        + "است، یعنی ۱۸ تای دیگر. بازه‌ای بلندتر یا فروشگاه‌های بیشتری برگزینید.");
    for (const code of ["answers", "stores", "weeks", "store-weeks"]) {
        assert.match(told(`${code}-too-few`), /^۱۲ [^۰-۹]+ کم است؛ دست‌کم ۳۰ لازم است/);
    }
    assert.match(persian.driverRefused({ code: "ratings-alike", have: null, need: null }), /یک پاسخ/);
    assert.match(persian.notJudged({ where: "now", have: 12, need: 30 }), /۱۲ پاسخ.*۳۰.*، یعنی ۱۸ تای دیگر\.$/);
    assert.match(persian.notJudged({ where: "before", have: 0, need: 30 }), /هفته‌های پیش ۰ پاسخ.* لازم است\.$/); // no more will come
    const arabicTold = arabic.driverRefused({ code: "answers-too-few", where: "9", have: 12, need: 30 });
    assert.match(arabicTold, /\(الدرجات ٩\): ١٢، ويلزم ٣٠ على الأقل، أي ١٨ أخرى/);
    assert.match(persian.notJudged({ code: "days-too-few", where: "before", have: 2, need: 7 }),
        /روزهای پیشین.* ۲ .*۷.*۵ تای دیگر/);
    assert.match(arabic.notJudged({ where: "now", have: 12, need: 30 }), /١٢، ويلزم ٣٠.*١٨ أخرى/);
    const tamilTold = tamil.driverRefused({ code: "answers-too-few", where: "9", have: 12, need: 30 });
    assert.match(tamilTold, /^பதில்கள் \(மதிப்பெண்கள் 9\) 12 மட்டுமே; குறைந்தது 30 தேவை, அதாவது இன்னும் 18/);
    assert.match(tamil.notJudged({ where: "before", have: 0, need: 30 }), /முந்தைய.* 0; குறைந்தது 30/);
});

test("a target that is not judged yet tells how many days or answers it takes more", () => {
    const days = { code: "days-too-few", have: 19, need: 28 };
    assert.match(persian.targets.early("+۴۰", days), /هنوز ۹ روز کم است/);
    assert.match(arabic.targets.early("+٤٠", days), /الناقص من الأيام: ٩/);
    assert.match(tamil.targets.early("+40", days), /நாட்கள்: 9/);
    assert.match(english.targets.early("+40", days), /Days still missing: 9\.$/);
    assert.match(english.targets.early("+40", { code: "answers-too-few", have: 12, need: 30 }),
        /Answers still missing: 18\.$/);
});

test("a refusal has words in every language but English, by a code that is explained", async () => {
    const page = await readFile(new URL("../docs/codes.md", folder), "utf8");
    const explained = new Set([...page.matchAll(/^\| `([a-z-]+)` \|/gm)].map(([, code]) => code));
    const codes = Object.keys(refusals.fa);
    assert.deepEqual(codes.filter((code) => !explained.has(code)), []);
    for (const code of Object.keys(translations)) {
        assert.deepEqual(Object.keys(refusals[code]), codes, code);
        assert.deepEqual(Object.values(refusals[code]).filter((words) => !words.trim()), []);
    }
    assert.equal(refusalIn("en", { code: "forbidden", message: "No." }), null);
    assert.equal(refusalIn("fa", { code: "no-such-code", message: "No." }), null);
    assert.equal(refusalIn("fa", { code: "pin-easy", message: "Too easy." }).detail, "");
    assert.equal(refusalIn("fa", { code: "forbidden", message: "Ask Anna." }).detail, "Ask Anna.");
});
