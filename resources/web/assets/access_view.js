// Lists and forms of people and tokens. What the server refuses is shown in its own words.

import { accessText as words } from "./access_strings.js";
import { element } from "./dom.js";
import { formatDay, leftToRight, parting } from "./format.js";
import { emptyMessage, say } from "./form_message.js";
import { reasonOf } from "./signed_in.js";
import { text } from "./strings.js";

const roles = ["admin", "regional", "manager", "viewer"];

// The day on which it ends, or nothing when it does not.
const endOf = ({ expires_at: end }) => (end ? formatDay(end.slice(0, 10)) : "");

export function tokenList(tokens, onRevoke) {
    if (tokens.length === 0) {
        return element("p", { class: "empty" }, words.noTokens);
    }
    return element("ul", { class: "access-list" }, ...tokens.map((token) => {
        const button = element("button", { type: "button", class: "button",
            "aria-label": words.revokeToken(token.name || token.id) }, words.revoke);
        button.addEventListener("click", () => onRevoke(token, button));
        return element("li", {},
            element("div", {},
                element("strong", {}, element("bdi", { dir: "auto" }, token.name || token.id)),
                element("span", { class: "quiet" }, ` ${words.expires(endOf(token))}`),
                element("br"),
                element("span", {},
                    token.scopes.map((scope) => words.scopes[scope]).join(parting))),
            button);
    }));
}

export function checkbox(value, label, checked = false) {
    const box = element("input", { type: "checkbox", value, checked });
    return element("label", {}, box, element("bdi", { dir: "auto" }, label));
}

const checkedIn = (group) =>
    [...group.querySelectorAll("input:checked")].map((box) => box.value);

function choices(label, pairs, chosen) {
    return element("fieldset", { class: "choices" },
        element("legend", { class: "field-label" }, label),
        ...pairs.map(([id, name]) => checkbox(id, name, chosen.includes(id))));
}

let lastId = 0;

function field(label, input) {
    input.id = `field-${++lastId}`;
    return element("div", {},
        element("label", { class: "field-label", htmlFor: input.id }, label), input);
}

// A form for somebody new (`user` is null) or for what somebody may. `onSave` gets what to send,
// and gives what to say, or throws.
export function userForm(user, { regions, stores }, onSave) {
    const message = emptyMessage();
    const name = element("input", { maxLength: 200, required: true, autocapitalize: "none",
        autocomplete: "off" });
    const password = element("input", { type: "password", maxLength: 1000,
        autocomplete: "new-password", required: !user });
    const role = element("select", {}, ...roles.map((each) =>
        element("option", { value: each }, text.roles[each])));
    role.value = user?.role ?? "viewer";
    const everywhere = checkbox("everywhere", words.everywhereChoice, user?.everywhere ?? false);
    const inRegions = choices(words.regions, regions, user?.regions ?? []);
    const inStores = choices(words.shops, stores, user?.stores ?? []);
    const mayExport = checkbox("export", words.mayExport, user?.export ?? false);
    const disabled = checkbox("disabled", words.disabled, user?.disabled ?? false);
    const isOn = (label) => label.querySelector("input").checked;
    const settle = () => {
        const box = everywhere.querySelector("input");
        box.checked ||= role.value === "admin";
        box.disabled = role.value === "admin";
        inRegions.disabled = inStores.disabled = box.checked;
    };
    role.addEventListener("change", settle);
    everywhere.addEventListener("change", settle);
    settle();
    const form = element("form", { class: "fields" }, message,
        user ? null : field(words.userName, name),
        field(user ? words.otherPassword : words.firstPassword, password),
        field(words.role, role),
        element("div", { class: "choices" }, everywhere, mayExport, user ? disabled : null),
        regions.length > 0 ? inRegions : null, inStores,
        element("button", { type: "submit", class: "button button-main" },
            user ? words.save : words.add));
    form.addEventListener("submit", async (event) => {
        event.preventDefault();
        const all = isOn(everywhere);
        const body = { role: role.value, everywhere: all, regions: all ? [] : checkedIn(inRegions),
            stores: all ? [] : checkedIn(inStores), export: isOn(mayExport) };
        if (user) {
            body.disabled = isOn(disabled);
        } else {
            body.name = name.value;
        }
        if (password.value) {
            body.password = password.value;
        }
        try {
            say(message, await onSave(body));
            password.value = "";
        } catch (error) {
            say(message, reasonOf(error),
                { "user-exists": name, "password-unfit": password }[error.code]);
        }
    });
    return form;
}

function reachOf(user) {
    if (user.everywhere) {
        return words.everywhere;
    }
    return [...user.regions, ...user.stores].map(leftToRight).join(words.comma) || words.nothing;
}

export function userList(users, chain, onSave) {
    return element("ul", { class: "access-list" }, ...users.map((user) => {
        const facts = [text.roles[user.role], words.reach(reachOf(user))];
        if (user.export) {
            facts.push(words.mayExport);
        }
        if (user.disabled) {
            facts.push(words.disabled);
        }
        const details = element("details", {},
            element("summary", { "aria-label": words.changeUser(user.name) }, words.change));
        details.addEventListener("toggle", () => {
            if (details.open && details.childElementCount === 1) {
                details.append(userForm(user, chain, (body) => onSave(user.name, body)));
            }
        });
        return element("li", { "data-user": user.name },
            element("div", {},
                element("strong", {}, element("bdi", { dir: "auto" }, user.name)), element("br"),
                element("bdi", { class: "quiet", dir: "auto" }, facts.join(parting))),
            details);
    }));
}
