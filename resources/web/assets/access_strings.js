// The words of the page of people and tokens; another language is another module like this one.

import { locale } from "./strings.js";

const moment = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeZone: "UTC" });

export const accessText = {
    saved: "Saved.",
    passwordSaved: "Your password is changed. Your other sessions have ended.",
    presentWrong: "This is not your present password. Try again.",
    tooMany: "Too many wrong passwords. Wait a few minutes, then try again.",
    noTokens: "You have no tokens.",
    scopes: {
        read: "Read scores, events and the ledger",
        export: "Export answers",
        administer: "Administer people, tablets and the audit log",
        sales: "Tell how many sales there were, for a till",
    },
    expires: (time) => (time ? `until ${moment.format(new Date(time))}` : "without an end"),
    revoke: "Revoke",
    revokeToken: (name) => `Revoke the token ${name}`,
    revoked: (name) => `The token ${name} is revoked.`,
    tokenMade: "Copy the token now: it is not shown again.",
    pickScope: "Choose at least one thing that the token may do.",
    role: "Role",
    reach: "Sees",
    everywhere: "the whole chain",
    regions: "Regions",
    shops: "Stores",
    mayExport: "May export answers",
    disabled: "Locked out",
    everywhereChoice: "The whole chain",
    nothing: "nothing",
    change: "Change",
    changeUser: (name) => `Change ${name}`,
    save: "Save",
    add: "Add",
    added: (name) => `${name} is added.`,
    userName: "Name to sign in with",
    firstPassword: "First password",
    otherPassword: "New password (leave empty to keep it)",
};
