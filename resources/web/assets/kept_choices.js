// What is chosen in selects and boxes, kept in the address after the #: a link shows the same thing.

export class KeptChoices {
    // `controls` by their names in the address; onRead() is called when going back or forth has
    // brought other choices.
    constructor(controls, onRead) {
        this.controls = Object.entries(controls);
        addEventListener("popstate", () => {
            this.read();
            onRead();
        });
    }

    // Once they offer what can be chosen; anything else is as if nothing was.
    read() {
        const query = new URLSearchParams(location.hash.replace(/^#/, ""));
        for (const [name, control] of this.controls) {
            if (control.type === "checkbox") {
                control.checked = query.has(name);
            } else {
                const chosen = query.get(name) ?? "";
                control.value = [...control.options].some(({ value }) => value === chosen)
                    ? chosen : "";
            }
        }
    }

    write() {
        const query = new URLSearchParams();
        for (const [name, control] of this.controls) {
            const chosen = control.type === "checkbox" ? control.checked && "yes" : control.value;
            if (chosen) {
                query.set(name, chosen);
            }
        }
        const fragment = query.toString();
        history.pushState(null, "", location.pathname + (fragment ? `#${fragment}` : ""));
    }
}
