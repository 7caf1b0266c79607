// The page of one's own account, and for administrators of everybody's.

import { accessText as words } from "./access_strings.js";
import { checkbox, tokenList, userForm, userList } from "./access_view.js";
import {
    ApiError, currentSession, regions, send, stores, wholeList,
} from "./api.js";
import { byId, element, focusAgain } from "./dom.js";
import { say } from "./form_message.js";
import { showWho } from "./head.js";
import { fillTexts } from "./page.js";
import { askToSignIn, reasonOf, showFailure, showTrouble } from "./signed_in.js";
import { text } from "./strings.js";

let session = null;

const parts = ["account", "people"];
const failed = (error) => showFailure(error, ...parts);

// Runs what a form asks for; what the server refuses is said beside it, and of the field that it is
// about by its code.
async function trying(id, work, fields = {}) {
    try {
        await work();
    } catch (error) {
        if (!(error instanceof ApiError) || error.status === 401) {
            failed(error);
            return;
        }
        const known = { "password-wrong": words.presentWrong, "too-many-requests": words.tooMany };
        say(byId(id), known[error.code] ?? reasonOf(error), fields[error.code]);
    }
}

function changePassword(event) {
    event.preventDefault();
    return trying("password-message", async () => {
        await send("PUT", "/api/v1/session/password",
            { present: byId("present").value, password: byId("wanted").value });
        byId("password-form").reset();
        say(byId("password-message"), words.passwordSaved);
    }, { "password-wrong": byId("present"), "password-unfit": byId("wanted") });
}

async function showTokens() {
    const { tokens } = await send("GET", "/api/v1/tokens");
    byId("tokens").replaceChildren(tokenList(tokens, (token, button) => {
        button.disabled = true;
        return trying("token-message", async () => {
            await send("DELETE", `/api/v1/tokens/${encodeURIComponent(token.id)}`);
            await showTokens();
            say(byId("token-message"), words.revoked(token.name || token.id));
            focusAgain(byId("tokens").querySelector("button") ?? byId("token-name"));
        });
    }));
}

function makeToken(event) {
    event.preventDefault();
    const scopes = [...byId("token-scopes").querySelectorAll("input:checked")]
        .map((box) => box.value);
    if (scopes.length === 0) {
        say(byId("token-message"), words.pickScope, byId("token-scopes").querySelector("input"));
        return undefined;
    }
    return trying("token-message", async () => {
        const made = await send("POST", "/api/v1/tokens",
            { name: byId("token-name").value, days: Number(byId("token-days").value), scopes });
        byId("token-name").value = "";
        await showTokens();
        say(byId("token-message"), [words.tokenMade,
            element("code", { class: "secret", dir: "ltr" }, made.token)]);
    });
}

function fillScopes() {
    const may = { read: true, export: session.export, administer: session.role === "admin",
        sales: session.role === "admin" };
    byId("token-scopes").replaceChildren(byId("token-scopes").firstElementChild,
        ...Object.keys(may).filter((scope) => may[scope])
            .map((scope) => checkbox(scope, words.scopes[scope], scope === "read")));
}

async function showPeople() {
    const [users, allRegions, allStores] = await Promise.all(
        [wholeList("/api/v1/users", "users"), regions(), stores()]);
    const pairs = (each) => each.map(({ id, name }) => [id, name]);
    const chain = { regions: pairs(allRegions), stores: pairs(allStores) };
    byId("users").replaceChildren(userList(users, chain, async (name, body) => {
        await send("PATCH", `/api/v1/users/${encodeURIComponent(name)}`, body);
        await showPeople();
        byId("announcer").textContent = words.saved;
        // The list is another one; whoever works by keyboard stays with the same person.
        focusAgain([...byId("users").querySelectorAll("li")]
            .find((each) => each.dataset.user === name)?.querySelector("summary"));
        return words.saved;
    }));
    byId("new-user-form").replaceChildren(userForm(null, chain, async (body) => {
        await send("POST", "/api/v1/users", body);
        await showPeople();
        byId("new-user").open = false;
        byId("announcer").textContent = words.added(body.name);
        focusAgain(byId("new-user").querySelector("summary"));
        return words.added(body.name);
    }));
}

async function start() {
    showTrouble("");
    try {
        session = await currentSession();
        if (!session) {
            askToSignIn(...parts);
            return;
        }
        showWho(session);
        byId("account").hidden = false;
        fillScopes();
        await showTokens();
        if (session.role === "admin") {
            byId("people").hidden = false;
            await showPeople();
        }
    } catch (error) {
        failed(error);
    }
}

fillTexts(words);
document.title = text.title(words.accessTitle);
byId("skip").addEventListener("click", (event) => {
    event.preventDefault();
    byId("main").focus();
});
byId("retry").addEventListener("click", start);
byId("password-form").addEventListener("submit", changePassword);
byId("token-form").addEventListener("submit", makeToken);
start();
