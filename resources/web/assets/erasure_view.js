// What administrators do with what shoppers left: erase it on request, and say how long it stays.

import { ApiError, send } from "./api.js";
import { byId, element } from "./dom.js";
import { erasureText as words } from "./erasure_strings.js";
import { say } from "./form_message.js";
import { formatDay, leftToRight } from "./format.js";
import { reasonOf } from "./signed_in.js";

const isRecordId = (what) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(what);

// What the server refuses is said in its own words, where it was asked for.
async function attempt(messageId, field, work) {
    try {
        say(byId(messageId), await work());
        return true;
    } catch (error) {
        if (!(error instanceof ApiError)) {
            throw error;
        }
        say(byId(messageId), reasonOf(error), field);
        return false;
    }
}

// Nothing is erased at the first press: the second button names what goes.
function askAgain(what, onSure) {
    const sure = element("button", { type: "button", class: "button button-main" },
        words.eraseSure(leftToRight(what)));
    const keep = element("button", { type: "button", class: "button" }, words.keep);
    const done = () => {
        byId("erasure-sure").replaceChildren();
        byId("erasure-code").focus();
    };
    keep.addEventListener("click", done);
    sure.addEventListener("click", async () => {
        sure.disabled = keep.disabled = true;
        await onSure();
        done();
    });
    byId("erasure-sure").replaceChildren(sure, keep);
    sure.focus();
}

function whatWentOf(records) {
    return records.length === 1 ? words.erasedOne(formatDay(records[0].day), records[0].store)
        : words.erased(records.length);
}

function offerErasure(onErased) {
    const form = byId("erasure-form");
    form.addEventListener("submit", (event) => {
        event.preventDefault();
        say(byId("erasure-message"), "");
        const what = byId("erasure-code").value.trim();
        askAgain(what, async () => {
            const request = isRecordId(what) ? { record: what } : { code: what };
            const done = await attempt("erasure-message", byId("erasure-code"), async () =>
                whatWentOf((await send("POST", "/api/v1/erasures", request)).records));
            if (done) {
                form.reset();
                onErased();
            }
        });
    });
}

// A field for each rule that the server has.
function showRetention(rules) {
    byId("retention-fields").replaceChildren(...Object.entries(rules).map(([name, days]) =>
        element("div", {},
            element("label", { class: "field-label", htmlFor: name }, words.retention[name] ?? name),
            element("input", { id: name, type: "number", min: 0, step: 1, required: true,
                inputMode: "numeric", value: days }))));
}

async function offerRetention() {
    showRetention(await send("GET", "/api/v1/retention"));
    byId("retention-form").addEventListener("submit", async (event) => {
        event.preventDefault();
        const fields = [...byId("retention-fields").querySelectorAll("input")];
        await attempt("retention-message", null, async () => {
            showRetention(await send("PUT", "/api/v1/retention",
                Object.fromEntries(fields.map(({ id, value }) => [id, Number(value)]))));
            return words.saved;
        });
    });
}

let isOffered = false;

// Shows both to an administrator; once, however often the page starts again.
export async function offerErasures(onErased) {
    byId("erasure").hidden = byId("retention").hidden = false;
    if (isOffered) {
        return;
    }
    isOffered = true;
    offerErasure(onErased);
    await offerRetention();
}
