// The words of the ledger's page in English.

const count = new Intl.NumberFormat("en-GB");

export const ledgerText = {
    skipLedger: "Skip to the ledger",
    ledgerTitle: "Ledger",
    ledgerLead: "What each tablet made, and what of it is here.",
    ledgerFoot: "Nothing here can be changed. “vouch-central verify” checks everything at once.",
    signInFirst: "Sign in to see the ledger.",
    notForYou: "The ledger is for administrators and regional staff.",
    storeFilter: "Store",
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
};
