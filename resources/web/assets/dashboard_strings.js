// The dashboard's words in English. strings_fa.js has the same in Persian.

const locale = "en-GB";
const count = new Intl.NumberFormat(locale);
const answers = (n) => (n === 1 ? "1 answer" : `${count.format(n)} answers`);

export const dashboardText = {
    skipDashboard: "Skip to the figures",
    dashboardTitle: "Dashboard",
    dashboardSignIn: "Sign in to see the dashboard.",
    languageLabel: "Language",
    storeChoice: "Store",
    touchpoint: "Touchpoint",
    allTouchpoints: "All touchpoints",
    unnamedTouchpoint: "without a name",
    print: "Print",
    report: "Monthly report",
    reportTitle: "Monthly report as PDF",
    reportMonth: "Month",
    reportLanguage: "Written in",
    reportMake: "Make the report",
    reportClose: "Close",
    reportWorking: "The report is being made …",
    reportNoMonth: "There are no answers here yet.",
    reportFailed: (detail) => `The report could not be made: ${detail}`,
    crumbs: "Where you are",
    figureFailed: "These figures could not be loaded.",
    figureEmpty: "There are no answers in this selection.",

    csv: "CSV",
    csvOf: (title) => `Download “${title}” as CSV`,
    png: "PNG",
    pngOf: (title) => `Download “${title}” as a picture`,
    asTable: "Show these figures as a table",

    summaryTitle: "The score",
    otherMarked: (points, n, shownWith) => (shownWith
        ? `Without marked answers: ${points} from ${answers(n)}.`
        : `With marked answers: ${points} from ${answers(n)}.`),
    sameWithoutMarks: "No answer in this selection is marked.",
    fewWithoutMarks: (n, shownWith, more) => (shownWith
        ? `Without marked answers: ${answers(n)}, too few for a score: it takes ${more} more.`
        : `With marked answers: ${answers(n)}, too few for a score: it takes ${more} more.`),

    changeTitle: "Is it news?",
    judged: (now, before) => `${now}, against ${before}`,
    verdicts: {
        none: (delta, range) => `No clear change: ${delta} points, which could be chance (${range}).`,
        better: (delta, range) => `A clear rise: ${delta} points (${range}).`,
        worse: (delta, range) => `A clear fall: ${delta} points (${range}).`,
    },
    notJudged: ({ code, have, need, where }) => (code === "days-too-few"
        ? `Too early to judge a change: days before to compare with: ${have}; it takes ${need}, `
            + `${need - have} more.`
        : where === "before"
        ? `Too early to judge a change: the weeks before have ${have} answers to this question; at `
            + `least ${need} are needed.`
        : `Too early to judge a change: ${have} answers are too few; it takes ${need}, `
            + `${need - have} more.`),
    targets: {
        below: (points) => `Below the target of ${points} over the last 28 days.`,
        above: (points) => `Above the target of ${points} over the last 28 days.`,
        "not-clear": (points) => `Target ${points}: not clear yet over the last 28 days.`,
        early: (points, { code, have, need }) => `Target ${points}: judged from 28 days and 30 answers `
            + `on. ${code === "days-too-few" ? "Days" : "Answers"} still missing: ${need - have}.`,
    },
    judgedHint: "Judged once per closed business day, over whole weeks, with the differences "
        + "between days counted in.",

    trendChart: "Trend",
    grain: "By",
    grains: { day: "Day", week: "Week", month: "Month" },
    pooledHint: (days) => `Each point pools the ${days} days up to it; the band is its 95% `
        + "interval. Where those days have fewer than 30 answers there is no point.",
    periodHint: "The band is each point's 95% interval. With fewer than 30 answers there is no "
        + "point.",
    slope: {
        clear: (points, range) => "By a straight line through the days that are over: "
            + `${points} points a week (${range}).`,
        unclear: (points, range) => `No clear direction: a straight line has ${points} points a week, `
            + `which could be chance (${range}).`,
    },
    trendLabel: (points, first, last) => `${count.format(points)} points, from ${first} to ${last}.`,
    trendEmpty: "Not enough answers for a line yet.",
    trendColumns: ["From", "To", "Answers", "NPS", "95% from", "95% to", "Promoters", "Passives",
        "Detractors"],
    pooledColumns: ["Day", "Answers of the day", "Answers pooled", "NPS pooled", "95% from",
        "95% to"],
    running: "not over yet",
    marksTitle: "Marked on the line",
    breakMark: (day, checklist) => `${day}: the wording of ${checklist} changed. The line is broken `
        + "there, because what is before is not to be compared with what is after.",
    fallMark: (day, earliest, latest, points) => `${day}: the score fell by about ${points} points `
        + `(between ${earliest} and ${latest}).`,
    riseMark: (day, earliest, latest, points) => `${day}: the score rose by about ${points} points `
        + `(between ${earliest} and ${latest}).`,

    histogramChart: "Answers by score",
    histogramColumns: ["Score", "Answers", "Share", "Kind"],
    segmentNames: { promoters: "promoter", passives: "passive", detractors: "detractor" },
    histogramLabel: (n) => `How many of ${answers(n)} each score from 0 to 10 got.`,

    heatChart: "Hours and weekdays",
    heatShows: "Show",
    heatMetrics: { score: "Score", n: "Answers", coverage: "Coverage" },
    heatHint: (days) => `Business days and hours of the store, ${days}. Where a cell has fewer than `
        + "30 answers it has no score; its number of answers stands there, small.",
    heatColumns: ["Weekday", "Hour", "Answers", "NPS", "95% from", "95% to"],
    weekdays: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
    weekdaysShort: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
    allDay: "All day",
    allWeek: "All week",
    hour: "Hour",
    cellFew: (n, more) => `${answers(n)}, too few for a score: it takes ${more} more`,
    cellScore: (points, range, n) => `${points} (${range}), ${answers(n)}`,
    lowHigh: (low, high) => `The stronger the colour, the higher: ${low} to ${high}.`,

    reasonsChart: "Reasons",
    reasonsShow: "Show",
    reason: "Reason",
    reasonViews: { improve: "What could be better", liked: "What was liked",
        balance: "Liked less to improve", detractors: "What goes with 0–6",
        nines: "What goes with 9", improveWeeks: "To improve, over weeks",
        likedWeeks: "Liked, over weeks", weights: "What the score goes with" },
    reasonsLabel: (n) => `${count.format(n)} reasons with their 95% intervals.`,
    reasonHints: {
        improve: (days) => `Of the answers from 0 to 8 that were shown the list, ${days}.`,
        liked: (days) => `Of the answers 9 and 10 that were shown the list, ${days}.`,
        balance: (days) => `In percentage points of all answers, ${days}.`,
        detractors: (days) => "How many more percentage points of those with 0–6 than of those "
            + `with 7–8 picked it, within each store and week, ${days}. It goes with the score; `
            + "that it is the cause is not said.",
        nines: (days) => "How many more percentage points of those with 9 than of those with 10 "
            + `picked it, within each store and week, ${days}. It goes with the score; that it is `
            + "the cause is not said.",
        improveWeeks: (days) => "How many points higher or lower the score of a store is in weeks "
            + `in which 10 percentage points more name it, ${days}. It goes with the score; that `
            + "it is the cause is not said.",
        likedWeeks: (days) => "How many points higher or lower the score of a store is in weeks in "
            + `which 10 percentage points more name it, ${days}. It goes with the score; that it `
            + "is the cause is not said.",
        weights: (days) => "What part of the differences between scores goes with each rating, "
            + `${days} (Johnson's relative weights). It goes with the score; that it is the cause `
            + "is not said.",
    },
    mentionColumns: ["Named by", "Of", "Share", "95% from", "95% to"],
    balanceColumns: ["Liked less improve", "95% from", "95% to"],
    splitColumns: { improve: ["Of 0–6", "Of 7–8", "Difference", "95% from", "95% to", "Sure?"],
        liked: ["Of 9", "Of 10", "Difference", "95% from", "95% to", "Sure?"] },
    storeWeekColumns: ["Points for 10 more", "95% from", "95% to", "Sure?"],
    weightColumns: ["Weight", "Share of what is explained", "Sure?"],
    driverClear: "clear",
    driverRefused: ({ message, where }) => (where ? `${message} (Scores ${where}.)` : message),
    clearReasons: (names) => `Clear: ${names.join(", ")}.`,
    noClearReason: "Nothing here is clear: all of it could be chance.",

    funnelChart: "How far conversations came",
    funnelSteps: { listed: "Ended the list", completed: "Reached thanks",
        reasons: "Picked a reason", comment: "Left a comment", contact: "Left a contact" },
    funnelAll: "All",
    funnelColumns: ["Who", "Step", "Answers", "Of", "Share", "95% from", "95% to"],
    funnelLabel: (n) => `Shares of ${answers(n)} with a score that came to each step.`,
    funnelHint: (days) => `Of the answers with a score, ${days}. Every one counts, however far it came.`,
    responseRate: "Answers of sales",
    ofSales: (rate, n) => `${rate} of ${count.format(n)} sales`,
    responseUnknown: "not known: no till tells its sales",
    scoredOfOpened: "Gave a score",
    ofOpened: (rate, n) => `${rate} of ${count.format(n)} who touched the screen`,
    openedUnknown: "not known: no hour of a tablet is over",
    coverage: "Could be answered",
    coverageOf: (share) => `${share} of the opening hours of all tablets`,
    coverageUnknown: "How much of the opening hours tablets could be answered is not known.",
    coverageLine: (share, days) => `Tablets could be answered in ${share} of the opening hours, ${days}.`,
    aroundDays: "Days",
    coverageShort: "Coverage",
    coverageHint: (days) => "Coverage is the part of the opening hours in which tablets could be "
        + `answered, ${days}. A tablet that is off on bad days makes a score look better.`,

    regionsTitle: "Regions",
    regionsCaption: "Score of each region",
    rankingTitle: "Stores in order",
    rankingCaption: "Stores by their score drawn towards the region",
    rankingColumns: { place: "Place", name: "Name", nps: "NPS", interval: "95% interval",
        n: "Answers", coverage: "Coverage", against: "Against the others" },
    rankingCsv: ["Store", "Id", "Region", "Place", "Best place", "Worst place", "Answers",
        "Promoters", "Passives", "Detractors", "NPS", "95% from", "95% to", "Drawn score",
        "Against the others", "Coverage"],
    rankingHint: "Ordered by the score drawn towards the typical store, the more so the fewer its "
        + "answers. “2–5” means that the place may be any of these: stores whose places overlap "
        + "cannot all be told apart.",
    groupHead: (size) => (size === 1 ? "This store stands apart"
        : `These ${count.format(size)} cannot be told apart from the first of them`),
    unplacedHead: "Fewer than 30 answers: no place",
    against: { above: "above", below: "below", "not-clear": "no clear difference" },
    placeRange: (best, worst) => (best === worst ? count.format(best)
        : `${count.format(best)}–${count.format(worst)}`),
    showMoreStores: (n) => `Show ${count.format(n)} more`,
    touchpointsTitle: "Touchpoints",
    touchpointsCaption: "Score of each touchpoint",
    touchpointCoverage: (days) => "A touchpoint's coverage is that of the tablets that stood there, "
        + `${days}: where most of a tablet's answers of a day were given.`,
    touchpointUncovered: (names) => `No coverage is told for ${names.join(", ")}: no tablet gave `
        + "most of its answers of a day there.",
    weightedScore: (score, range) => `Weighted as the chain says: ${score} (95% interval ${range}).`,
    weightedMissing: (names) => "No weighted score: it takes 30 answers at each of its touchpoints. "
        + `Still missing: ${names.join(", ")}.`,

    kiosksTitle: "Kiosks",
    kiosksCaption: "Score of each kiosk",
    kiosksHint: (days) => "A kiosk is a place in the store: its tablet and those that this one "
        + `replaced. Coverage is the part of the opening hours in which it could be answered, ${days}.`,
    kioskGone: "no longer in this store",
    broughtIn: "brought in from elsewhere",
    unnamedKiosk: "without a name",

    compareTitle: "Compare",
    compareWith: "With",
    compareKinds: { before: "the same length of time before", year: "a year earlier",
        store: "another store", region: "another region", touchpoint: "another touchpoint",
        days: "other days" },
    compareStore: "Other store",
    compareRegion: "Other region",
    compareTouchpoint: "Other touchpoint",
    compareOpen: "Choose a period with a first and a last day to compare it with another.",
    compareChoose: "Choose what to compare with.",
    compareNone: "One of the two has no answers, so there is no difference to tell.",
    compareOverlap: "The two share answers, so their difference cannot be judged. Choose two that "
        + "do not overlap.",
    compareWording: (names) => `The wording of ${names.join(", ")} is not the same on both sides, so `
        + "their difference could come from the question and is not judged.",
    compareFew: (names) => "Too few answers to compare: it takes 30 on each side. Still missing: "
        + `${names.join(", ")}.`,
    compareClear: (delta, range, p) => `A clear difference: ${delta} points (${range}, ${p}).`,
    compareNotClear: (delta, range, p) => `No clear difference: ${delta} points could be chance `
        + `(${range}, ${p}).`,
    compareTime: "All days that are chosen count here, today's answers too; whether the last whole "
        + "weeks are news is judged at the top",
    compareColumns: ["What", "Answers", "NPS", "95% from", "95% to", "Promoters", "Passives",
        "Detractors"],
    compareLabel: (a, b) => `The scores of ${a} and ${b} with their intervals.`,
    smallP: "< 0.001",

    dashboardReading: [
        ["Score and interval",
            "NPS is the share of promoters (9–10) minus the share of detractors (0–6). The interval "
            + "is the range that it could well have by chance alone; it does not cover who chose "
            + "to answer."],
        ["How much is enough",
            "Under 30 answers there is no score. From 30 to 99 the score is rough and its range "
            + "comes first. From 100 the score is shown."],
        ["Order of stores",
            "A lucky week of a small store does not lead: each score is drawn towards the typical "
            + "store, the more so the fewer its answers. False alarms among the many comparisons "
            + "are held to 5%."],
        ["Marked answers",
            "Answers that look like a burst, a repeat or a time outside opening hours are marked, "
            + "never deleted. A mark is not an accusation. The switch shows the score with or "
            + "without them."],
    ],
};
