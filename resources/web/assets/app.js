// The page's life: who is signed in, which of the two views shows, and what to do about trouble.

import { ApiError, currentSession, signIn } from "./api.js";
import { Board } from "./board.js";
import { byId } from "./dom.js";
import { formatClock } from "./format.js";
import { say } from "./form_message.js";
import { showNobody, showWho } from "./head.js";
import { listen } from "./live.js";
import { definitions, fillTexts } from "./page.js";
import { failureOf, showTrouble } from "./signed_in.js";
import { text } from "./strings.js";

// Business days begin and end without any event.
const regularRefresh = 5 * 60 * 1000;

// Whoever signs out on any page comes here.
const leftJustNow = new URLSearchParams(location.search).has("signed-out");

let board = null;
let live = null;

function boardFailed(error) {
    if (error.status === 401) {
        showSignIn(text.sessionEnded);
    } else if (error.status === 0) {
        live?.doubt();
        showTrouble(board.data
            ? text.staleFigures(formatClock(board.data.asOf)) : text.unreachable);
    } else {
        showTrouble(failureOf(error, text.serverTrouble));
    }
}

function showSignIn(message = "") {
    live?.stop();
    live = null;
    board?.clear();
    showTrouble("");
    document.title = text.title(text.signInTitle);
    showNobody();
    byId("board").hidden = true;
    byId("sign-in").hidden = false;
    showSignInError(message);
    byId("password").value = "";
    byId(byId("name").value ? "password" : "name").focus();
}

function showSignInError(message) {
    byId("sign-in-error").textContent = message;
    byId("sign-in-error").hidden = !message;
}

async function showBoard(session) {
    byId("sign-in").hidden = true;
    byId("password").value = "";
    showWho(session);
    if (leftJustNow) {
        history.replaceState(null, "", location.pathname + location.hash);
    }
    byId("board").hidden = false;
    byId("download").hidden = !session.export;
    board ??= new Board({ onError: boardFailed, onFresh: () => showTrouble("") });
    board.everywhere = session.everywhere;
    await board.refresh();
    if (byId("board").hidden) {
        return;
    }
    live ??= listen({
        onChange: () => board.refresh(),
        onState: showLiveState,
    });
}

function showLiveState(isLive) {
    byId("live-state").hidden = false;
    byId("live-state").classList.toggle("is-live", isLive);
    byId("live-state").textContent = isLive ? text.live : text.notLive;
    if (isLive && !byId("trouble").hidden) {
        board.refresh();
    }
}

async function submitSignIn(event) {
    event.preventDefault();
    const button = byId("sign-in-submit");
    if (button.disabled) {
        return;
    }
    button.disabled = true;
    button.textContent = text.signingIn;
    showSignInError("");
    try {
        const session = await signIn(byId("name").value, byId("password").value);
        const next = new URLSearchParams(location.search).get("next");
        if (["dashboard", "ledger", "structure", "access", "comments", "contacts",
            "devices", "answers", "measurements"].includes(next)) {
            location.assign(`/${next}`);
            return;
        }
        await showBoard(session);
        byId("main").focus();
    } catch (error) {
        showSignInError("");
        say(byId("sign-in-error"), signInProblem(error), byId("password"));
        byId("sign-in-error").hidden = false;
        byId("password").select();
    } finally {
        button.disabled = false;
        button.textContent = text.signIn;
    }
}

function signInProblem(error) {
    if (!(error instanceof ApiError)) {
        throw error;
    }
    if (error.code === "cookie-refused") {
        return text.cookieRefused;
    }
    switch (error.status) {
    case 0:
        return text.unreachable;
    case 401:
        return text.wrongPassword;
    case 429:
        return text.tooManyTries;
    default:
        return failureOf(error, text.serverTrouble);
    }
}

async function start() {
    showTrouble("");
    try {
        const session = await currentSession();
        if (session) {
            await showBoard(session);
        } else {
            showSignIn(leftJustNow ? text.signedOut : "");
        }
    } catch (error) {
        showTrouble(failureOf(error, text.serverTrouble));
    }
}

fillTexts();
showNobody();
byId("reading").append(...definitions(text.reading));
// The part of the address after the # is the filter's.
byId("skip").addEventListener("click", (event) => {
    event.preventDefault();
    byId("main").focus();
});
byId("sign-in").addEventListener("submit", submitSignIn);
byId("retry").addEventListener("click", () => (live ? board.refresh() : start()));
setInterval(() => live && board.refresh(), regularRefresh);
document.addEventListener("visibilitychange", () => {
    if (!document.hidden && live) {
        board.refresh();
    }
});
start();
