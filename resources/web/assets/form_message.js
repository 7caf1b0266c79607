// What came of a form, said where it was asked for. The element of a message is a live region that
// stays on the page, empty or not: one that comes together with its words may go unread.

import { element } from "./dom.js";

const untied = new WeakMap(); // by message, what takes it from the field that it is about
let lastId = 0;

// `field` is what the message is about, if it is about one: whoever fills in the form is taken
// there, and it is described by the message until either changes.
export function say(message, words, field = null) {
    untied.get(message)?.();
    message.replaceChildren(...[words].flat());
    if (field) {
        tie(message, field);
        field.focus();
    }
}

function tie(message, field) {
    message.id ||= `message-${++lastId}`;
    const before = field.getAttribute("aria-describedby") ?? "";
    const untie = () => {
        field.removeEventListener("input", untie);
        field.removeAttribute("aria-invalid");
        field.setAttribute("aria-describedby", before);
        untied.delete(message);
    };
    field.setAttribute("aria-invalid", "true");
    field.setAttribute("aria-describedby", `${message.id} ${before}`.trim());
    field.addEventListener("input", untie);
    untied.set(message, untie);
}

// An element for what a form is going to say.
export const emptyMessage = () => element("div", { class: "message", role: "status" });
