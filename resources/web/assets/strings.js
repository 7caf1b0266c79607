// The words that pages share, and those of pages that are English only. Another language is a
// module like strings_fa.js, which has the words of those pages that offer it.

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
    skipAccess: "Skip to the account",
    accessTitle: "Account and people",
    accessFoot: "Sign-ins, exports and changes are kept in the audit log.",
    passwordTitle: "Your password",
    presentPassword: "Present password",
    newPassword: "New password",
    passwordRule: "Ten characters or more. Three or four words make a good one; common passwords "
        + "are refused.",
    changePassword: "Change password",
    tokensTitle: "Your tokens for programs",
    tokensHint: "Each acts for you, within what it may, until it ends.",
    tokenName: "What it is for",
    tokenDays: "Days that it lasts",
    tokenScopes: "What it may",
    makeToken: "Make a token",
    peopleTitle: "People",
    peopleHint: "A change holds at once.",
    newUser: "Add a person",

    commentsView: "Comments",

    contactsView: "Contacts",
    skipContacts: "Skip to the contacts",
    contactsTitle: "Shoppers who may be contacted",
    contactsLead: "Each agreed to be called or written to. Addresses are sealed; open one when you "
        + "are about to use it. The audit log keeps who opened which.",
    contactsFoot: "Use an address only for what its shopper agreed to.",
    contactsListTitle: "Newest first",
    contactsNothing: "Nobody has left an address here.",
    contactsNotForYou: "Contacts are for managers and those above them.",
    contactsOpen: "Open",
    contactsOpenOne: (store, when) => `Open the address of ${when}, ${store}`,
    contactsScore: (score) => `Score ${score}`,
    contactsHour: (hour) => `${String(hour).padStart(2, "0")}:00`,
    contactsConsent: (version, language) => `agreed to text ${version} in ${language}`,
    contactsShown: (n) => (n === 1 ? "1 contact is shown." : `${n} contacts are shown.`),

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
    shown: (period, n) => `${period}: ${answers(n)}`,

    undefined: "–",
    answers,
    promoters: "promoters",
    passives: "passives",
    detractors: "detractors",
    noAnswers: "no answers",
    tooFew: "too few answers",
    tooFewLong: "Too few answers for a score",
    tooFewHint: "Its counts and shares are shown; a range comes with 30 answers, a score with 100.",
    roughAbout: (points) => `rough, about ${points}`,
    range: (low, high) => `${low} to ${high}`,
    interval: (low, high) => `95% interval ${low} to ${high}`,
    today: (time) => `today, ${time}`,
    readingTitle: "How to read these figures",
    structureView: "Structure",
    skipStructure: "Skip to the structure",
    structureTitle: "Structure of the chain",
    structureFoot: "Changes are kept in the audit log. The same as CSV: vouch-central structure "
        + "export and import.",
    treeTitle: "Regions and stores",
    touchpointsTitle: "Touchpoints",
    touchpointsHint: "Where answers are given. Weights are for the touchpoint-weighted NPS and come "
        + "to 1, or are all empty. Answers of a touchpoint that is removed stay.",
    chainTitle: "The chain",
    chainHint: "Settings of all stores. Every report says which score is official.",
    views: "Views",
    scoresView: "Scores",
    dashboardView: "Dashboard",
    ledgerView: "Ledger",
    devicesView: "Tablets",
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
