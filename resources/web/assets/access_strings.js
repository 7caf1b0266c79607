// The words of the page of people and tokens, in English and in the page's language.

import { accessArabic } from "./access_strings_ar.js";
import { accessPersian } from "./access_strings_fa.js";
import { accessTamil } from "./access_strings_ta.js";
import { language } from "./language.js";

const english = {
    skipAccess: "Skip to the account",
    accessTitle: "Account and people",
    accessFoot: "Sign-ins, exports and changes are kept in the audit log.",
    passwordTitle: "Your password",
    presentPassword: "Present password",
    newPassword: "New password",
    passwordRule: "Ten characters or more. Three or four words make a good one; common passwords "
        + "are refused.",
    changePassword: "Change password",
    passwordSaved: "Your password is changed. Your other sessions have ended.",
    presentWrong: "This is not your present password. Try again.",
    tooMany: "Too many wrong passwords. Wait a few minutes, then try again.",

    tokensTitle: "Your tokens for programs",
    tokensHint: "Each acts for you, within what it may, until it ends.",
    tokenName: "What it is for",
    tokenDays: "Days that it lasts",
    tokenScopes: "What it may",
    makeToken: "Make a token",
    noTokens: "You have no tokens.",
    scopes: {
        read: "Read scores, events and the ledger",
        export: "Export answers",
        administer: "Administer people, tablets and the audit log",
        sales: "Tell how many sales there were, for a till",
    },
    expires: (day) => (day ? `until ${day}` : "without an end"),
    revoke: "Revoke",
    revokeToken: (name) => `Revoke the token ${name}`,
    revoked: (name) => `The token ${name} is revoked.`,
    tokenMade: "Copy the token now: it is not shown again.",
    pickScope: "Choose at least one thing that the token may do.",

    peopleTitle: "People",
    peopleHint: "A change holds at once.",
    newUser: "Add a person",
    role: "Role",
    reach: (places) => `Sees: ${places}`,
    everywhere: "the whole chain",
    regions: "Regions",
    shops: "Stores",
    mayExport: "May export answers",
    disabled: "Locked out",
    everywhereChoice: "The whole chain",
    nothing: "nothing",
    comma: ", ",
    change: "Change",
    changeUser: (name) => `Change ${name}`,
    save: "Save",
    saved: "Saved.",
    add: "Add",
    added: (name) => `${name} is added.`,
    userName: "Name to sign in with",
    firstPassword: "First password",
    otherPassword: "New password (leave empty to keep it)",
};

export const accessWordsIn = { en: english, fa: accessPersian, ar: accessArabic, ta: accessTamil };
export const accessText = accessWordsIn[language];
