// What the pages do about who is signed in: they say who that is, ask to sign in, and say what
// went wrong.

import { ApiError } from "./api.js";
import { byId, inEnglish } from "./dom.js";
import { text } from "./strings.js";

// Nothing takes the trouble off the page.
export function showTrouble(message) {
    byId("trouble").hidden = !message;
    byId("trouble-text").textContent = message;
}

export function showWho(session) {
    byId("who").hidden = false;
    byId("who-name").textContent = session.name;
    byId("who-role").textContent = text.roles[session.role] ?? session.role;
}

// Why the server did not do what a form asked for, as what an element holds.
export function reasonOf(error) {
    return error.status === 0 || !error.message ? text.unreachable : inEnglish(error.message);
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
        showTrouble(error.status === 0 ? text.unreachable
            : text.serverTrouble(error.message || error.status));
    }
}
