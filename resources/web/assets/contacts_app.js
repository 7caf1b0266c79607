// The page of shoppers who may be contacted: each address is opened by itself, and that is logged.
// Administrators erase here what shoppers left.

import { ApiError, currentSession, send, stores } from "./api.js";
import { contactsText as words } from "./contacts_strings.js";
import { byId, element, focusAgain } from "./dom.js";
import { erasureText } from "./erasure_strings.js";
import { offerErasures } from "./erasure_view.js";
import { formatDay, formatHour, formatLanguage, leftToRight, parting } from "./format.js";
import { emptyMessage, say } from "./form_message.js";
import { showWho } from "./head.js";
import { fillTexts } from "./page.js";
import { everyStore } from "./places.js";
import { reasonOf, showFailure, showTrouble } from "./signed_in.js";
import { text } from "./strings.js";

const mayOpen = ["admin", "regional", "manager"];
let next = null;
let asked = 0;

const failed = (error) => showFailure(error, "contacts");

// What stands in the place of the button once an address is open.
function address({ kind, address: where }) {
    return element("a", { class: "opened", href: `${kind === "phone" ? "tel" : "mailto"}:${where}` },
        element("bdi", { dir: "ltr" }, where));
}

function row(contact) {
    const { consent } = contact;
    const when = words.when(formatDay(contact.day), formatHour(contact.hour));
    const message = emptyMessage();
    const button = element("button", { type: "button", class: "button",
        "aria-label": words.openOne(contact.store_name, when) }, words.open);
    button.addEventListener("click", async () => {
        button.disabled = true;
        say(message, "");
        try {
            const opened = await send("POST",
                `/api/v1/contacts/${encodeURIComponent(contact.id)}/open`);
            const link = address(opened);
            button.replaceWith(link);
            link.focus();
        } catch (error) {
            button.disabled = false;
            if (!(error instanceof ApiError) || error.status === 401) {
                failed(error);
                return;
            }
            say(message, reasonOf(error));
            focusAgain(button);
        }
    });
    return element("li", {},
        element("div", {},
            element("strong", {}, words.score(contact.score)), " ",
            element("bdi", { dir: "auto" }, contact.store_name),
            element("br"),
            element("span", { class: "quiet" }, `${when}${parting}${words.consent(
                leftToRight(consent.version), formatLanguage(consent.language))}`)),
        button, message);
}

// Pages may be empty before the end: goes on until there is something to show.
async function load(again) {
    const mine = again ? ++asked : asked;
    if (again) {
        next = null;
        byId("list").replaceChildren();
    }
    byId("more").hidden = true;
    let shown = 0;
    do {
        const search = new URLSearchParams();
        if (byId("store").value) {
            search.set("store", byId("store").value);
        }
        if (next !== null) {
            search.set("before", next);
        }
        const page = await send("GET", `/api/v1/contacts?${search}`);
        if (mine !== asked) {
            return;
        }
        const rows = page.contacts.map(row);
        byId("list").append(...rows);
        if (!again && shown === 0) {
            rows[0]?.querySelector("button").focus(); // the button for more may be gone
        }
        shown += rows.length;
        next = page.next;
    } while (shown === 0 && next !== null);
    byId("more").hidden = next === null;
    byId("nothing").hidden = byId("list").children.length > 0;
    byId("announcer").textContent = words.shown(byId("list").children.length);
}

async function refresh(again) {
    showTrouble("");
    try {
        await load(again);
    } catch (error) {
        failed(error);
    }
}

async function start() {
    showTrouble("");
    try {
        const session = await currentSession();
        byId("sign-in-first").hidden = Boolean(session);
        if (!session) {
            return;
        }
        showWho(session);
        byId("not-for-you").hidden = mayOpen.includes(session.role);
        byId("contacts").hidden = !mayOpen.includes(session.role);
        if (byId("contacts").hidden) {
            return;
        }
        byId("store").replaceChildren(element("option", { value: "" }, everyStore(session.everywhere)),
            ...(await stores()).map(({ id, name }) =>
                element("option", { value: id, dir: "auto" }, name)));
        await refresh(true);
        if (session.role === "admin") {
            await offerErasures(() => refresh(true));
        }
    } catch (error) {
        failed(error);
    }
}

fillTexts({ ...words, ...erasureText });
document.title = text.title(words.contactsTitle);
byId("skip").addEventListener("click", (event) => {
    event.preventDefault();
    byId("main").focus();
});
byId("retry").addEventListener("click", start);
byId("show-more").addEventListener("click", () => refresh(false));
byId("filters").addEventListener("change", () => refresh(true));
byId("filters").addEventListener("submit", (event) => event.preventDefault());
start();
