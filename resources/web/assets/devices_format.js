// Numbers and times as the page of tablets tells them, in the page's language.

import { locale } from "./language.js";

export const count = new Intl.NumberFormat(locale);
export const tenth = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
export const moment = new Intl.DateTimeFormat(locale,
    { dateStyle: "medium", timeStyle: "short", hourCycle: "h23" });
const ago = new Intl.RelativeTimeFormat(locale, { numeric: "always" });

const units = [["day", 86400], ["hour", 3600], ["minute", 60], ["second", 1]];

// "3 hours ago", of the server's clock.
export function since(time, now) {
    const seconds = Math.max(0, (new Date(now) - new Date(time)) / 1000);
    const [unit, size] = units.find(([, each]) => seconds >= each) ?? units.at(-1);
    return ago.format(-Math.floor(seconds / size), unit);
}

// "3 minutes".
export function lasting(milliseconds) {
    const seconds = Math.round(Math.abs(milliseconds) / 1000);
    const [unit, size] = units.find(([, each]) => seconds >= each) ?? units.at(-1);
    return new Intl.NumberFormat(locale, { style: "unit", unit, unitDisplay: "long",
        maximumFractionDigits: 0 }).format(seconds / size);
}
