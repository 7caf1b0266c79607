// The words that pages share. Another language is a module like strings_fa.js.

import { boardText } from "./board_strings.js";
import { dashboardText } from "./dashboard_strings.js";
import { language } from "./language.js";
import { ledgerText } from "./ledger_strings.js";

export { direction, locale } from "./language.js";

const count = new Intl.NumberFormat("en-GB");
const answers = (n) => (n === 1 ? "1 answer" : `${count.format(n)} answers`);

export const english = {
    ...dashboardText,
    ...boardText,
    ...ledgerText,
    title: (period) => `Vouch · ${period}`,
    signIn: "Sign in",
    roles: { admin: "administrator", regional: "regional", manager: "manager", viewer: "viewer" },

    account: "Account",

    unreachable: "The server cannot be reached. Check the network, then try again.",
    staleFigures: (time) =>
        `The server cannot be reached. These are the figures of ${time}; they refresh by `
        + "themselves when it is back.",
    serverTrouble: (detail) => `The server could not give the figures: ${detail}`,
    retry: "Try again",
    live: "Live",
    notLive: "Not live: reconnecting",

    filters: "Filters",
    period: "Period",
    periods: {
        today: "Today",
        "7d": "7 days",
        "30d": "30 days",
        year: "This year",
        all: "All",
        custom: "Custom",
    },
    from: "From",
    to: "To",
    fromOn: (day) => `from ${day}`,
    untilOn: (day) => `until ${day}`,
    backwards: "The first day is after the last day. Change one of them.",
    region: "Region",
    allRegions: "All regions",
    includeMarked: "Include marked answers",
    download: "Download CSV",
    withMarked: "marked answers included",
    withoutMarked: "without marked answers",
    asOf: (time) => `Figures as of ${time}`,
    shown: (place, period, n) => `${place}, ${period}: ${answers(n)}`,

    undefined: "–",
    answers,
    promoters: "promoters",
    passives: "passives",
    detractors: "detractors",
    noAnswers: "no answers",
    tooFew: (more) => `too few answers: it takes ${more} more`,
    tooFewLong: "Too few answers for a score",
    tooFewHint: (range, score) => "Its counts and shares are shown. More answers that it takes: "
        + `${range} for a range, ${score} for a score.`,
    roughAbout: (points) => `rough, about ${points}`,
    roughUntil: (points, more) => `rough, about ${points}; a score takes ${more} more`,
    range: (low, high) => `${low} to ${high}`,
    interval: (low, high) => `95% interval ${low} to ${high}`,
    today: (time) => `today, ${time}`,
    readingTitle: "How to read these figures",
    structureView: "Structure",
    views: "Views",
    scoresView: "Scores",
    dashboardView: "Dashboard",
    measurementsView: "Measurements",
    commentsView: "Comments",
    ledgerView: "Ledger",
    devicesView: "Tablets",
    contactsView: "Contacts",
    trademark: "“Net Promoter” and “NPS” are registered marks of Bain & Company, NICE Systems and "
        + "Fred Reichheld.",
};

// Read only where the page speaks it.
const translations = {
    ar: async () => (await import("./strings_ar.js")).arabic,
    fa: async () => (await import("./strings_fa.js")).persian,
    ta: async () => (await import("./strings_ta.js")).tamil,
};
export const text = { ...english, ...await translations[language]?.() };
