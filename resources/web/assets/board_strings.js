// The words of the page of scores and of signing in, in English.

export const boardText = {
    skip: "Skip to the figures",
    signInTitle: "Sign in",
    signInHint: "Use the name and password that you were given for this server.",
    name: "Name",
    password: "Password",
    signingIn: "Signing in…",
    signOut: "Sign out",
    signedOut: "You are signed out.",
    wrongPassword: "The name or the password is not right. Try again.",
    cookieRefused: "The browser did not keep the session. Allow cookies for this server, then try "
        + "again.",
    sessionEnded: "Your session has ended. Sign in again to go on.",
    tooManyTries: "Too many tries. Wait a minute, then try again.",
    signOutFailed: "You could not be signed out, because the server cannot be reached. Try again.",

    boardTitle: "Net Promoter Score by store",
    sortBy: "Sort by",
    isOfficial: "the chain's official score",
    isNotOfficial: "not the chain's official score",

    allStores: "All stores",
    yourStores: "Your stores",
    stores: "Stores",
    caption: "Net Promoter Score of each store in the period chosen",
    noStores: "There are no stores yet. The server's “store add” command makes one.",
    noStoresInRegion: "There are no stores in this region.",

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
    storeDashboard: "The dashboard of this store",

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
};
