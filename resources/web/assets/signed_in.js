// What the pages do when nobody is signed in or something went wrong: they ask to sign in, and say
// what.

import { ApiError } from "./api.js";
import { byId, element, inEnglish } from "./dom.js";
import { language } from "./language.js";
import { refusalIn } from "./refusal_strings.js";
import { text } from "./strings.js";

// `message` is a text, or what an element holds; nothing takes the trouble off the page.
export function showTrouble(message) {
    byId("trouble").hidden = !message;
    byId("trouble-text").replaceChildren(...[message].flat());
}

// What the page's language leaves out stands below it as the server said it.
const behind = (detail) => (detail
    ? [" ", element("span", { class: "server-detail", lang: "en", dir: "ltr" }, detail)] : []);

// Why the server refused ({ code, message }), as what an element holds.
export function refusalOf(problem) {
    const told = refusalIn(language, problem);
    return told ? [told.words, ...behind(told.detail)] : [inEnglish(problem.message)];
}

// Why the server did not do what a form asked for, likewise.
export function reasonOf(error) {
    return error.status === 0 || !error.message ? text.unreachable : refusalOf(error);
}

// What did not come about, by make(why), likewise.
export function failureOf(error, make) {
    if (error.status === 0) {
        return [text.unreachable];
    }
    const told = refusalIn(language, error);
    return told ? [make(told.words), ...behind(told.detail)]
        : [make(error.message || error.status)];
}

// `parts` are the ids of what only those see who are signed in.
export function askToSignIn(...parts) {
    for (const id of [...parts, "who"]) {
        byId(id).hidden = true;
    }
    byId("sign-in-first").hidden = false;
}

// Says why the server did not do something; any other error is the page's own and goes on.
export function showFailure(error, ...parts) {
    if (!(error instanceof ApiError)) {
        throw error;
    }
    if (error.status === 401) {
        askToSignIn(...parts);
    } else {
        showTrouble(failureOf(error, text.serverTrouble));
    }
}
