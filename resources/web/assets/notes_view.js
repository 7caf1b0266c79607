// What people note beside the trend: a form to add one, and those that may be removed. The marks
// on the line and their words are the trend's.

import { ApiError, addNote, removeNote } from "./api.js";
import { element, focusAgain } from "./dom.js";
import { formatDay } from "./format.js";
import { noteWords as words } from "./notes_strings.js";
import { failureOf } from "./signed_in.js";

const longest = 200; // letters; the server takes 500 bytes
const whoOf = (by) => by.replace(/^[a-z]+:/, "");

export class NotesView {
    // onChange() is called when there is another note or one less.
    constructor({ mayWrite, onChange }) {
        Object.assign(this, { mayWrite, onChange });
        this.place = {}; // { store, region } that a new note is for
        this.scope = element("p", { class: "quiet" });
        this.day = element("input", { type: "date", id: "note-day", required: true });
        this.what = element("input", { type: "text", id: "note-text", required: true, dir: "auto",
            maxLength: longest, autocomplete: "off" });
        this.state = element("p", { class: "note-state", role: "status" });
        this.list = element("ul", { class: "note-list" });
        this.node = element("details", { class: "notes", hidden: !mayWrite },
            element("summary", {}, words.title),
            this.list,
            element("form", { class: "note-form", onsubmit: (event) => {
                event.preventDefault();
                this.add();
            } },
            element("div", {}, element("label", { class: "field-label", htmlFor: "note-day" },
                words.day), this.day),
            element("div", {}, element("label", { class: "field-label", htmlFor: "note-text" },
                words.what), this.what),
            element("button", { class: "button" }, words.add)),
            this.scope, this.state);
    }

    // Those of a place, which new ones are for too; gives them as marks of the trend.
    show({ notes }, { store, region }) {
        this.place = { store, region };
        this.scope.textContent = store ? words.forStore : region ? words.forRegion : words.forChain;
        this.list.replaceChildren(...notes.filter(({ removable }) => removable)
            .map((row) => this.item(row)));
        return notes.map((row) => ({ day: row.day, kind: "note",
            words: words.mark(formatDay(row.day), row.text, whoOf(row.by)) }));
    }

    item(row) {
        const said = element("bdi", { dir: "auto" }, `${formatDay(row.day)}: ${row.text}`);
        return element("li", {}, said, " ",
            element("button", { type: "button", class: "small-button",
                "aria-label": words.removeOne(row.text),
                onclick: () => this.act(() => removeNote(row.id), words.removed) }, words.remove));
    }

    add() {
        return this.act(async () => {
            await addNote({ day: this.day.value, text: this.what.value, ...this.place });
            this.what.value = "";
        }, words.added);
    }

    async act(work, done) {
        this.state.textContent = "";
        try {
            await work();
            await this.onChange();
            this.state.textContent = done;
            focusAgain(this.node.querySelector("summary")); // a note went with its button
        } catch (error) {
            if (!(error instanceof ApiError)) {
                throw error;
            }
            this.state.replaceChildren(...failureOf(error, words.failed));
        }
    }
}
