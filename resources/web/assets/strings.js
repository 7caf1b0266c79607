// Every word of the pages in English; the dashboard's own are in dashboard_strings.js. Another
// language is a module like strings_fa.js, which has the words of those pages that offer it.

import { dashboardText } from "./dashboard_strings.js";
import { language } from "./language.js";
import { arabic } from "./strings_ar.js";
import { persian } from "./strings_fa.js";
import { tamil } from "./strings_ta.js";

export { direction, locale } from "./language.js";

const count = new Intl.NumberFormat("en-GB");
const answers = (n) => (n === 1 ? "1 answer" : `${count.format(n)} answers`);

export const english = {
    ...dashboardText,
    skip: "Skip to the figures",
    title: (period) => `Vouch · ${period}`,
    signInTitle: "Sign in",
    signInHint: "Use the name and password that you were given for this server.",
    name: "Name",
    password: "Password",
    signIn: "Sign in",
    signingIn: "Signing in…",
    signOut: "Sign out",
    signedOut: "You are signed out.",
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

    wrongPassword: "The name or the password is not right. Try again.",
    cookieRefused: "The browser did not keep the session. Allow cookies for this server, then try "
        + "again.",
    sessionEnded: "Your session has ended. Sign in again to go on.",
    tooManyTries: "Too many tries. Wait a minute, then try again.",
    unreachable: "The server cannot be reached. Check the network, then try again.",
    staleFigures: (time) =>
        `The server cannot be reached. These are the figures of ${time}; they refresh by `
        + "themselves when it is back.",
    serverTrouble: (detail) => `The server could not give the figures: ${detail}`,
    signOutFailed: "You could not be signed out, because the server cannot be reached. Try again.",
    retry: "Try again",
    live: "Live",
    notLive: "Not live: reconnecting",

    boardTitle: "Net Promoter Score by store",
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
    sortBy: "Sort by",
    includeMarked: "Include marked answers",
    download: "Download CSV",
    withMarked: "marked answers included",
    withoutMarked: "without marked answers",
    isOfficial: "the chain's official score",
    isNotOfficial: "not the chain's official score",

    allStores: "All stores",
    stores: "Stores",
    caption: "Net Promoter Score of each store in the period chosen",
    asOf: (time) => `Figures as of ${time}`,
    noStores: "There are no stores yet. The server's “store add” command makes one.",
    noStoresInRegion: "There are no stores in this region.",
    shown: (period, n) => `${period}: ${answers(n)}`,

    columns: {
        name: "Store",
        region: "Region",
        nps: "NPS",
        interval: "95% interval",
        n: "Answers",
        shares: "Shares",
        coverage: "Coverage",
        last: "Last answer",
    },
    sortChoice: {
        "name-asc": "Name",
        "nps-desc": "NPS, highest first",
        "nps-asc": "NPS, lowest first",
        "n-desc": "Answers, most first",
        "n-asc": "Answers, fewest first",
        "last-desc": "Last answer, newest first",
        "last-asc": "Last answer, oldest first",
        "region-asc": "Region",
        "region-desc": "Region, Z to A",
        "name-desc": "Name, Z to A",
    },
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
    never: "never",

    histogramTitle: "Answers by score",
    score: "Score",
    share: "Share",
    trendTitle: (days) => `NPS over the last ${days} days, day by day`,
    trendHint: (days) =>
        `Each point pools the ${days} days up to it; the band is its 95% interval. Days with fewer `
        + "than 30 answers in that time are left out.",
    trendNone: "Not enough answers for a line yet.",
    trendLoading: "Loading the days…",
    trendFailed: "The days could not be loaded.",
    trendSummary: (days, first, last) =>
        `${days} points, from ${first} to ${last}.`,
    trendTable: "Show these figures as a table",
    day: "Day",

    readingTitle: "How to read these figures",
    reading: [
        ["Score",
            "NPS is the share of promoters (9–10) minus the share of detractors (0–6), from −100 "
            + "to +100. Passives (7–8) count in the total only. The same score can hide different "
            + "shares, so look at both."],
        ["95% interval",
            "The range that the score could well have by chance alone with this many answers. It "
            + "covers chance only, not who chose to answer."],
        ["How much is enough",
            "Under 30 answers there is no score, only counts and shares. From 30 to 99 the score "
            + "is rough and its range comes first. From 100 the score is shown."],
        ["Totals and days",
            "Totals pool the answers of all stores; scores are never averaged. Days are the "
            + "stores' own business days."],
        ["Coverage",
            "The part of the opening hours in which shoppers could answer, of the stores' tablets "
            + "together. A tablet that is off on bad days makes a score look better. It is read "
            + "anew every five minutes."],
        ["Order",
            "Sorted by NPS, each store's score is first drawn towards that of all stores, the more "
            + "so the fewer its answers: a lucky week of a small store does not put it first. "
            + "Stores whose intervals overlap widely may not differ at all."],
        ["Marked answers",
            "Answers that look like a burst, a repeat or a time outside opening hours are marked, "
            + "never deleted. A mark is not an accusation. The download holds them all, with their "
            + "marks. Training answers count nowhere."],
    ],
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
    skipLedger: "Skip to the ledger",
    ledgerTitle: "Ledger",
    ledgerLead: "What each tablet made, and what of it is here.",
    ledgerFoot: "Nothing here can be changed. “vouch-central verify” checks everything at once.",
    signInFirst: "Sign in to see the ledger.",
    notForYou: "The ledger is for administrators and regional staff.",
    storeFilter: "Store",
    everyStore: "All stores",
    showAllChains: "Show those that are whole too",
    allIsHere: "Everything that the tablets have told of is here.",
    somethingOpen: (open, chains) =>
        `${count.format(open)} of ${count.format(chains)} tablet histories have something to look `
        + "at.",
    chainsTitle: "Tablets",
    chainsCaption: "What each tablet made and what of it is here",
    noChains: "No tablet has sent anything yet.",
    noOpenChains: "None of them has anything to look at, as far as the tablets have told. Switch on "
        + "the others to see them all.",
    showMore: "Show more",
    ledgerShown: (n) => (n === 1 ? "1 tablet shown" : `${count.format(n)} tablets shown`),
    unnamedTablet: "Tablet without a name",
    revoked: "revoked",
    replaced: "replaced",
    unknownStore: "no store named",
    ledgerColumns: {
        tablet: "Tablet",
        state: "State",
        made: "Made",
        received: "Received",
        missing: "Missing",
        refused: "Refused",
        conflicting: "In conflict",
        forked: "Forked",
        late: "Late",
        marked: "Marked",
        day: "Day",
        store: "Store",
    },
    attention: {
        altered: "changed in the database",
        removed: "removed from the database",
        inserted: "inserted into the database",
        "altered-on-tablet": "altered on the tablet",
        "missing-on-tablet": "gone from the tablet",
        forked: "same identity twice",
        cloned: "same identity twice, each with a chain of its own",
        missing: "records missing",
        waiting: "still on the tablet",
        refused: "records refused",
        conflicting: "records in conflict",
    },
    whole: "all here",
    partly: "partly outside your view",
    noDay: "No day known",
    gap: (first, last) => (first === last ? `Place ${count.format(first)} is missing`
        : `Places ${count.format(first)} to ${count.format(last)} are missing`),
    gapOn: (day) => `, on ${day}.`,
    gapBetween: (after, before) => `, between ${after} and ${before}.`,
    gapAfter: (after) => `, after ${after}.`,
    gapWaiting: ": nothing behind is known, so most likely still on the tablet.",
    gapAtStart: (before) => `, before ${before}.`,
    gapAlone: ".",
    moreGaps: "There are more gaps; the command “vouch-central ledger” tells how many are missing.",
    onTablet: (kind, places) => `The tablet says that it finds places ${places} ${kind}.`,
    headOnTablet: "The tablet says that its note of the last record was altered.",
    alteredWord: "altered",
    goneWord: "gone",
    placeOf: (place) => `Place ${place}`,
    lastSeen: (time) => `Last heard of: ${time}.`,
    chainName: (chain) => `Chain ${chain}`,
    verify: "Verify what is stored",
    verifying: (n) => `Verifying… ${count.format(n)} records so far`,
    verifiedSound: (n) => `${count.format(n)} records verified: all as the tablet made them.`,
    signedTo: (place) => `The tablet's signature is kept up to place ${count.format(place)}.`,
    verifiedBroken: (n) => `${count.format(n)} records verified. This is not as it should be:`,
    verifyFailed: "Verifying did not finish. Try again.",
    daysCaption: "By business day",
    loading: "Loading…",
    loadFailed: "This could not be loaded. Try again.",

    quarantineTitle: "Quarantine",
    quarantineHint: "Kept whole, with the reason.",
    quarantineKinds: { refused: "Refused", conflict: "In conflict" },
    nothingKept: { refused: "Nothing was refused.", conflict: "Nothing is in conflict." },
    keptPlace: (place) => `place ${place}`,
    codes: {
        "store-unknown": "The tablet was never enrolled for this store. Enrol it there, then it "
            + "sends the record again by itself.",
        "device-mismatch": "Another tablet made the record. Find out how it came to this one.",
        "hash-mismatch": "The record was damaged after it was closed. If the tablet still has it "
            + "whole, it comes again; else keep this copy.",
        "digest-mismatch": "A comment or contact was damaged after the record was closed. If the "
            + "tablet still has it whole, it comes again; else keep this copy.",
        "check-malformed": "The record lacks something, or has it in a form this server does not "
            + "know. Update the server; the tablet sends it again.",
        "number-not-integer": "A number in the record is none that can be kept exactly. Update "
            + "the tablet's program, and report it.",
        "content-differs": "One id with two contents. The first counts. Look at both; two tablets "
            + "may run with one identity.",
        internal: "The server failed on it. Look at its log; the tablet sends it again.",
    },
    whatToDo: "What to do: ",
    otherCode: "See resources/docs/codes.md.",

    termsTitle: "What the words mean",
    terms: [
        ["Made", "The highest place in the tablet's numbering that it has told of or that is "
            + "known here."],
        ["Received", "Records that are stored, of every kind."],
        ["Missing", "Places up to “made” of which nothing has come. Most are still on the tablet "
            + "and come when it has a network."],
        ["Refused, in conflict", "Came, but could not be counted. Each is kept whole, below."],
        ["Forked", "Two different records at one place: one identity runs on two tablets. Both "
            + "count; give one of them a new identity."],
        ["Late", "Came more than 24 hours after it was closed. No fault: the tablet had no "
            + "network."],
        ["Marked", "Has a quality mark. It counts, and scores can be read without it."],
        ["Verify", "Each record's content against its hash, each hash against the record after "
            + "it, the last one against the tablet's signature, and everything beside it."],
    ],
    trademark: "“Net Promoter” and “NPS” are registered marks of Bain & Company, NICE Systems and "
        + "Fred Reichheld.",
};

const translations = { en: {}, fa: persian, ar: arabic, ta: tamil };
export const text = { ...english, ...translations[language] };
