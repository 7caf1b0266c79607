// The monthly report: which month, which language, and the file.

import { ApiError, nps, report } from "./api.js";
import { byId, element, focusAgain } from "./dom.js";
import { save } from "./download.js";
import { formatMonthKey } from "./format.js";
import { language } from "./language.js";
import { failureOf } from "./signed_in.js";
import { text } from "./strings.js";

const languages = ["en", "ar", "de", "es", "fa", "fr", "hi", "ru", "ta", "tr"];
const nameOf = (code) => new Intl.DisplayNames([code], { type: "language" }).of(code);

export class ReportDialog {
    // `place()` gives {store} or {region}, and {name} of what the page shows.
    constructor({ place }) {
        this.place = place;
        this.dialog = byId("report-dialog");
        byId("report-language").append(...languages.map((code) =>
            element("option", { value: code, lang: code, dir: "auto" }, nameOf(code))));
        byId("report-language").value = language;
        byId("report").addEventListener("click", () => this.open());
        byId("report-close").addEventListener("click", () => this.dialog.close());
        byId("report-form").addEventListener("submit", (event) => {
            event.preventDefault();
            this.download();
        });
    }

    say(words, isTrouble = false) {
        byId("report-state").replaceChildren(...[words].flat());
        byId("report-state").classList.toggle("message", isTrouble);
    }

    async open() {
        const { name, ...where } = this.place();
        const months = byId("report-month");
        byId("report-place").textContent = name;
        months.replaceChildren();
        this.say("");
        byId("report-make").disabled = true;
        this.dialog.showModal();
        try {
            // The keys are those of the chain's calendar.
            const { rows } = await nps({ ...where, by: "month" });
            const keys = rows.filter(({ n }) => n > 0).map(({ key }) => key).reverse();
            months.append(...keys.map((key) =>
                element("option", { value: key }, formatMonthKey(key))));
            // The last month that is over, where there is one.
            months.selectedIndex = keys.length > 1 ? 1 : 0;
            byId("report-make").disabled = keys.length === 0;
            this.say(keys.length === 0 ? text.reportNoMonth : "");
        } catch (error) {
            this.failed(error);
        }
    }

    async download() {
        const { name, ...where } = this.place();
        const month = byId("report-month").value;
        byId("report-make").disabled = true;
        this.say(text.reportWorking);
        try {
            const file = await report({ ...where, month, language: byId("report-language").value });
            save(`${name.replaceAll(/[^\p{L}\p{N}.-]+/gu, "_")}-${month}.pdf`, file);
            this.dialog.close();
        } catch (error) {
            this.failed(error);
        } finally {
            byId("report-make").disabled = false;
            if (this.dialog.open) {
                focusAgain(byId("report-make"));
            }
        }
    }

    failed(error) {
        if (!(error instanceof ApiError)) {
            throw error;
        }
        this.say(failureOf(error, text.reportFailed), true);
    }
}
