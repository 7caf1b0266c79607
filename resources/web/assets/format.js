// Numbers and days as people read them.

import { direction, locale, text } from "./strings.js";

const counts = new Intl.NumberFormat(locale);
const tenths = new Intl.NumberFormat(locale,
    { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const shares = new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 0 });
const dayLong = new Intl.DateTimeFormat(locale,
    { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });
const dayShort = new Intl.DateTimeFormat(locale,
    { day: "numeric", month: "short", timeZone: "UTC" });
const clock = new Intl.DateTimeFormat(locale,
    { hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23" });

// Keeps a sign before its number, and Latin words together, where the text runs from right to left.
export const leftToRight = (words) => (direction === "rtl" ? `\u2066${words}\u2069` : words);
// A text of the page's language where what is around it runs from left to right, as on a canvas.
export const ownDirection = (words) => (direction === "rtl" ? `\u2067${words}\u2069` : words);

// Between things in one line. A point in the middle would be a zero in Persian and Arabic.
export const parting = direction === "rtl" ? "، " : " · ";

// A name in its own direction, whatever is around it.
export const isolated = (name) => `\u2068${name}\u2069`;

export const formatCount = (n) => counts.format(n);

// What lacks how many answers, in a list of such: "Exit: 18".
export const formatMissing = ([name, n]) => `${isolated(name)}: ${formatCount(n)}`;

// Points with their sign: "+46", "−12", "0"; "–" when there is no score.
export function formatPoints(points) {
    if (points === null || points === undefined) {
        return text.undefined;
    }
    return signed(points, Math.round(Math.abs(points)), counts);
}

// To a tenth, where a whole point is much: what a score gains or loses in a week.
export const formatTenths = (points) =>
    signed(points, Math.round(10 * Math.abs(points)) / 10, tenths);

function signed(points, size, format) {
    return size === 0 ? format.format(0)
        : leftToRight((points < 0 ? "−" : "+") + format.format(size));
}

export function formatRange(low, high) {
    return low === null ? text.undefined : text.range(formatPoints(low), formatPoints(high));
}

// The sign stands behind the number where the text runs from right to left too, as it does after a
// word there: by itself a Persian number would have it before.
const asAfterAWord = (share) => (direction === "rtl" ? ownDirection(`\u061c${share}`) : share);

export function formatShare(count, n) {
    return n === 0 ? text.undefined : asAfterAWord(shares.format(count / n));
}

export const formatDay = (day) => dayLong.format(new Date(`${day}T00:00:00Z`));
export const formatDayShort = (day) => dayShort.format(new Date(`${day}T00:00:00Z`));

const monthLong = new Intl.DateTimeFormat(locale,
    { month: "long", year: "numeric", timeZone: "UTC" });
const jalaliMonth = new Intl.DateTimeFormat(new Intl.Locale(locale, { calendar: "persian" }),
    { month: "long", year: "numeric", timeZone: "UTC" });
const lastJalaliYear = 1700; // far from now in either calendar

// A month as the chain's calendar names it: "2026-11", or "1405-08" of the Solar Hijri one.
export function formatMonthKey(key) {
    const [year, month] = key.split("-").map(Number);
    if (year > lastJalaliYear) {
        return monthLong.format(Date.UTC(year, month - 1, 1));
    }
    // The year begins near 21 March; in the middle of the month a few days do not matter.
    return jalaliMonth.format(Date.UTC(year + 621, 2, 21) + ((month - 1) * 30.5 + 14) * 86400000);
}

// "24 Oct – 22 Nov 2026", one day alone, or an open end.
export function formatDays({ from, to }) {
    if (from && to) {
        return from === to ? formatDay(from) : dayLong.formatRange(
            new Date(`${from}T00:00:00Z`), new Date(`${to}T00:00:00Z`));
    }
    if (from) {
        return text.fromOn(formatDay(from));
    }
    return to ? text.untilOn(formatDay(to)) : "";
}

const hours = new Intl.DateTimeFormat(locale,
    { hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone: "UTC" });

// A full hour of the day: "14:00".
export const formatHour = (hour) => hours.format(Date.UTC(2000, 0, 1, hour));

// Opening hours, or one of them, in the page's digits: "09:00–13:00".
export const formatSpan = (span) => leftToRight(span.replaceAll("-", "–")
    .replaceAll(/\d/g, (digit) => counts.format(Number(digit))));

const languages = new Intl.DisplayNames(locale, { type: "language" });

// The name of a language in the page's own; a code that is none stays as it is.
export function formatLanguage(code) {
    try {
        return languages.of(code);
    } catch {
        return leftToRight(code);
    }
}

export const formatClock = (date) => clock.format(date);

// A moment in the store's own zone: the time alone on the store's present day, else day and time.
export function formatMoment(moment, timezone, now = new Date()) {
    const date = new Date(moment);
    const { day, time } = formatsOf(timezone);
    const clockTime = time.format(date);
    const dayThen = day.format(date);
    return dayThen === day.format(now) ? text.today(clockTime) : `${dayThen}, ${clockTime}`;
}

const formats = new Map();

// Kept, because making them is slow and a chain has a thousand stores in few zones.
function formatsOf(timezone) {
    if (!formats.has(timezone)) {
        const zone = knownZone(timezone);
        formats.set(timezone, {
            day: new Intl.DateTimeFormat(locale,
                { day: "numeric", month: "short", year: "numeric", timeZone: zone }),
            time: new Intl.DateTimeFormat(locale,
                { hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone: zone }),
        });
    }
    return formats.get(timezone);
}

// A browser may not know every zone that the server knows.
function knownZone(timezone) {
    try {
        return new Intl.DateTimeFormat(locale, { timeZone: timezone }).resolvedOptions().timeZone;
    } catch {
        return "UTC";
    }
}
