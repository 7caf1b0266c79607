// The words about what shoppers left and how it leaves; another language is another module like
// this one.

export const erasureText = {
    erasureTitle: "Erase what a shopper left",
    erasureHint: "By the code that the shopper was shown on the tablet, or by an answer's id from "
        + "an export. Contact and comments go for good, out of copies too; the score stays, so no "
        + "figure changes.",
    erasureCode: "Code or id",
    erase: "Erase",
    eraseSure: (what) => `Erase for good what was left under ${what}`,
    keep: "Keep it",
    erased: (records) => (records.length === 1
        ? `Erased: the answer of ${records[0].day}, ${records[0].store}.`
        : `Erased: ${records.length} answers.`),
    retentionTitle: "How long it is kept",
    retentionHint: "Days from the answer, after which it is erased by itself. 0: it stays "
        + "until somebody erases it; contacts leave in any case within the days that tablets "
        + "promise. A change is applied within a quarter of an hour and cannot be taken back for "
        + "what it erased.",
    retention: {
        contact_days: "Contacts, days",
        comment_days: "Comments, days",
        record_days: "All other answers but the score, days",
    },
    save: "Save",
    saved: "Saved.",
};
