// The words of the page of the structure, in English and in the page's language.

import { formatCount } from "./format.js";
import { language } from "./language.js";
import { structureArabic } from "./structure_strings_ar.js";
import { structurePersian } from "./structure_strings_fa.js";
import { structureTamil } from "./structure_strings_ta.js";

const english = {
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
    region: "Region",
    noRegion: "In no region",
    atTop: "At the top",
    id: "Id, short and lasting",
    name: "Name",
    liesIn: "Lies in",
    timezone: "Time zone",
    target: "Target NPS",
    targetHint: (low, high) => `${low} to ${high}; empty for none`,
    noTarget: "No target",
    targetIs: (points) => `Target ${points}`,
    ownHours: "Opening hours of its own",
    chainHours: "The chain's opening hours",
    chainHasHours: "The chain has opening hours",
    hours: "Opening hours",
    alwaysOpen: "Always open",
    asTheChain: "As the chain",
    hoursHint: (spans, late) => `${spans}; empty for closed. A span may end after midnight: ${late}.`,
    exceptions: "Exceptions, a date a line",
    exceptionsHint: (short, shut) => `${short} or ${shut}`,
    closed: "closed",
    days: { mon: "Monday", tue: "Tuesday", wed: "Wednesday", thu: "Thursday", fri: "Friday",
        sat: "Saturday", sun: "Sunday" },
    devices: "Tablets",
    deviceName: (number, store) => `Tablet ${formatCount(number)} of ${store}: name`,
    noDevices: "No tablets",
    revoked: "revoked",
    save: "Save",
    saved: "Saved.",
    unchanged: "Nothing has changed.",
    newRegion: "New region",
    newStore: "New store",
    add: "Add",
    weight: "Weight",
    touchpoint: (number) => `Touchpoint ${formatCount(number)}`,
    addTouchpoint: "Add a touchpoint",
    remove: "Remove",
    removeTouchpoint: (name) => `Remove the touchpoint ${name}`,
    noTouchpoints: "The chain names no touchpoints.",
    noWeight: "without a weight",
    sumIs: (sum) => `The weights come to ${sum}.`,
    settings: {
        official_score: "Official score",
        day_start: "Business days begin at",
        week_start: "Weeks begin on",
        calendar: "Months are of the calendar",
    },
    official_score: { all: "All answers", unmarked: "Without marked answers" },
    calendar: { gregorian: "Gregorian", jalali: "Solar Hijri (Jalali)" },
    refused: "Nothing was changed:",
};

export const structureWordsIn = { en: english, fa: structurePersian, ar: structureArabic,
    ta: structureTamil };
export const structureText = structureWordsIn[language];
