// The words of the page of tablets, in English and in the page's language.

import { count, lasting, moment, tenth } from "./devices_format.js";
import { devicesArabic } from "./devices_strings_ar.js";
import { devicesPersian } from "./devices_strings_fa.js";
import { devicesTamil } from "./devices_strings_ta.js";
import { formatShare } from "./format.js";
import { language } from "./language.js";

const tablets = (n) => (n === 1 ? "1 tablet" : `${count.format(n)} tablets`);

const english = {
    skipDevices: "Skip to the tablets",
    devicesTitle: "Tablets",
    devicesFoot: "Where and how to place a tablet, and what each word here means: "
        + "resources/docs/placement.md and devices.md, which come with the program.",
    notForYou: "This page is for administrators, regional staff and managers.",
    tabletsTitle: "How they are",
    noneEnrolled: "No tablet is enrolled here yet.",
    noneInUse: "No tablet is in use here: all were revoked or replaced.",
    someToLookAt: (all, look, unheard) => `${tablets(all)}; ${count.format(look)} to look at`
        + (unheard === 0 ? "." : `, ${count.format(unheard)} of them not heard of.`),
    // What is not heard of can report nothing: the oldest sign of life says how far this reaches.
    noneReports: (all, oldest) => (all === 1
        ? `1 tablet, which reports no problem; last heard of ${oldest}.`
        : `${tablets(all)}, and none reports a problem; the one unheard of for longest was heard of `
            + `${oldest}.`),
    storeLabel: "Store",
    onlyToLookAt: "Only those to look at",
    readAgain: "Read again",
    noTablets: "No tablet to show.",
    noneToLookAt: "None to look at, as far as they were heard of.",
    unnamed: "Tablet without a name",
    states: { revoked: "revoked", replaced: "replaced", rotating: "gets a new token" },
    attention: {
        "never-seen": "enrolled, never heard of",
        "not-seen": "not heard of",
        silent: "alive but silent while usually busy",
        "queue-old": "answers wait for over an hour",
        refused: "records refused by the server",
        "battery-low": "battery nearly empty",
        hot: "hot",
        "disk-low": "disk nearly full",
        "clock-off": "clock wrong",
        unlocked: "screen not locked",
        failing: "something fails",
        "config-behind": "has not taken the present settings",
    },
    facts: {
        seen: "Last seen", queue: "Waiting", battery: "Battery", heat: "Heat", disk: "Disk free",
        clock: "Clock", version: "Version", config: "Settings", locked: "Screen",
        coverage: "Coverage", silent: "Silent", failing: "Fails", refused: "Refused",
        enrolled: "Enrolled", line: "Place",
    },
    never: "never",
    unknown: "not known",
    batteries: { mains: "on mains", full: "full", good: "good", low: "low",
        critical: "nearly empty" },
    batteryText: (band, percent, charging) => band
        + (percent === null ? "" : `, ${formatShare(percent, 100)}`)
        + (charging && percent !== null ? ", charging" : ""),
    heats: { normal: "normal", warm: "warm", hot: "hot" },
    heatText: (band, celsius) => `${band}, ${count.format(celsius)} °C`,
    diskText: (bytes) => (bytes >= 1e9 ? `${tenth.format(bytes / 1e9)} GB`
        : `${count.format(Math.round(bytes / 1e6))} MB`),
    clockText: (error) => (Math.abs(error) < 2000 ? "right"
        : `${lasting(error)} ${error > 0 ? "slow" : "fast"}`),
    queueText: (n, when) => (n === 0 ? "nothing"
        : count.format(n) + (when ? `, the oldest ${when}` : "")),
    coverageText: (part, minutes, open) => `${formatShare(part, 1)} (${count.format(minutes)} of `
        + `${count.format(open)} open minutes in 7 days)`,
    silentText: (when, usual) => `last answer ${when}; ${tenth.format(usual)} in these hours usually`,
    configText: (state, when) => (state === "current" ? "up to date"
        : `has not taken those published ${when}`),
    locked: { true: "locked", false: "not locked" },
    replaces: "took another tablet's place",
    time: (text) => moment.format(new Date(text)),
    change: "Change",
    changeTablet: (name) => `Change ${name}`,
    tabletName: "Name",
    save: "Save",
    saved: "Saved. The tablet follows within minutes.",
    replace: "Replace",
    replaceHint: "A code for another tablet that takes this one's place, name and history.",
    revoke: "Revoke",
    restore: "Take back",
    done: "Done.",

    labelsTitle: "New tablets",
    labelsHint: "Each label holds a code that enrols one tablet within 7 days.",
    labelsCount: "How many",
    labelsName: "Called (1, 2 … is added)",
    labelsServer: "Address of this server for tablets",
    makeLabels: "Make labels",
    printLabels: "Print",
    labelsOnce: "The codes are not shown again.",
    labelUse: "Type the code on the tablet, or read the QR code into vouch-kiosk --enrol.",
    labelUntil: (time) => `For one tablet, until ${moment.format(new Date(time))}.`,
    labelPlace: "How to place it: resources/docs/placement.md",
    labelQr: (code) => `QR code with the server's address and the code ${code}`,

    pinsTitle: "PINs",
    pinsHint: "What staff type on a store's tablets. They hold without network, too.",
    pinRole: "Opens",
    pinRoles: { figures: "the figures", exit: "the way out, too", technician: "the device's state, too" },
    pinValue: "4 to 8 digits",
    setPin: "Set",
    pinSet: (store) => `The PIN for ${store} is set. Tablets have it within minutes.`,
    pinSince: (role, time) => `opens ${role}; since ${moment.format(new Date(time))}`,
    pinRemove: "Take away",
    pinRemoveOf: (store, role) => `Take away the PIN of ${store} that opens ${role}`,
    noPins: "No store has a PIN from here: the one set on each tablet holds.",

    publicationsTitle: "What tablets are given",
    publicationsHint: "Nothing changes while a shopper answers: each tablet follows after that.",
    publishWhat: "What",
    publishASetting: "A setting …",
    checklistOf: (id, version, isOut) => `${id}, version ${version}${isOut ? " (in force)" : ""}`,
    publishKey: "Setting",
    publishValue: "Value as JSON; nothing to take it away",
    notJson: "The value is no JSON. A text has quotation marks of its own.",
    publishReach: "For",
    reaches: { chain: "all stores", first: "some stores first", share: "a share of the stores first",
        store: "one store for good" },
    publishStores: "Stores",
    pickStores: "Choose the stores.",
    publishShare: "Per cent",
    publish: "Publish",
    published: (number) => `Publication ${number} is made. Tablets have it within minutes.`,
    widen: "To all stores",
    widenOf: (number) => `Bring publication ${number} to all stores`,
    rollback: "Roll back",
    rollbackOf: (number) => `Roll back publication ${number}`,
    noPublications: "Nothing was published yet.",
    showMore: "Show more",
    publication: (each, name) => `${each.number}: ${name} `
        + (each.undoes !== null ? `rolls back ${each.undoes}`
            : each.value === null ? "taken away"
                : each.kind === "checklist" ? `version ${each.value}` : ""),
    where: (each) => ({ chain: "all stores", undo: each.stores.join(", ") || "all stores" }[each.reach]
        ?? (each.stores.length > 6 ? `${count.format(each.stores.length)} stores`
            : each.stores.join(", "))) + (each.staged ? " first" : ""),
    fate: (each) => (each.undone_by !== null ? `rolled back by ${each.undone_by}`
        : each.staged ? "staged" : each.latest ? "in force"
            : each.undoes !== null ? "" : "superseded"),
};

export const devicesWordsIn = { en: english, fa: devicesPersian, ar: devicesArabic, ta: devicesTamil };
export const devicesText = { ...english, ...devicesWordsIn[language] };
