// Every word of the page, so that another language is another module like this one.

export const locale = "en-GB";
export const direction = "ltr";

const count = new Intl.NumberFormat(locale);
const answers = (n) => (n === 1 ? "1 answer" : `${count.format(n)} answers`);

export const text = {
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
        ["Order",
            "Sorted by NPS, each store's score is first drawn towards that of all stores, the more "
            + "so the fewer its answers: a lucky week of a small store does not put it first. "
            + "Stores whose intervals overlap widely may not differ at all."],
        ["Marked answers",
            "Answers that look like a burst, a repeat or a time outside opening hours are marked, "
            + "never deleted. A mark is not an accusation. The download holds them all, with their "
            + "marks. Training answers count nowhere."],
    ],
    trademark: "“Net Promoter” and “NPS” are registered marks of Bain & Company, NICE Systems and "
        + "Fred Reichheld.",
};
