// What came of a form, said where it was asked for. The element of a message is a live region that
// stays on the page, empty or not: one that comes together with its words may go unread.

import { element } from "./dom.js";

let lastId = 0;

// `field` is what the message is about, if it is about one: whoever fills in the form is taken there,
// and it is described by the message until it changes.
export function say(message, words, field = null) {
    message.replaceChildren(...[words].flat());
    if (!field) {
        return;
    }
    message.id ||= `message-${++lastId}`;
    const before = field.getAttribute("aria-describedby") ?? "";
    if (!before.split(" ").includes(message.id)) {
        field.setAttribute("aria-describedby", `${message.id} ${before}`.trim());
        field.addEventListener("input", () => {
            field.removeAttribute("aria-invalid");
            field.setAttribute("aria-describedby", before);
        }, { once: true });
    }
    field.setAttribute("aria-invalid", "true");
    field.focus();
}

// An element for what a form is going to say.
export const emptyMessage = () => element("div", { class: "message", role: "status" });
