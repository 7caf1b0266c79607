// The words of the page of tablets in Tamil: the keys of devices_strings.js.

import { count, lasting, moment, tenth } from "./devices_format.js";
import { formatShare } from "./format.js";

const tablets = (n) => `${count.format(n)} டேப்லெட்டுகள்`;

export const devicesTamil = {
    skipDevices: "டேப்லெட்டுகளுக்குச் செல்க",
    devicesTitle: "டேப்லெட்டுகள்",
    devicesFoot: "டேப்லெட்டை எங்கே எப்படி வைப்பது, இங்குள்ள ஒவ்வொரு சொல்லின் பொருள்: நிரலுடன் வரும் "
        + "resources/docs/placement.md, devices.md.",
    notForYou: "இந்தப் பக்கம் நிர்வாகிகளுக்கும் பகுதி ஊழியர்களுக்கும் மேலாளர்களுக்கும் உரியது.",
    tabletsTitle: "அவற்றின் நிலை",
    noneEnrolled: "இன்னும் எந்த டேப்லெட்டும் இங்கே பதிவு செய்யப்படவில்லை.",
    noneInUse: "எந்த டேப்லெட்டும் பயன்பாட்டில் இல்லை: எல்லாம் ரத்தானவை அல்லது மாற்றப்பட்டவை.",
    someToLookAt: (all, look, unheard) => `${tablets(all)}; பார்க்க வேண்டியவை ${count.format(look)}`
        + (unheard === 0 ? "." : `, அவற்றில் ${count.format(unheard)} பற்றித் தகவல் இல்லை.`),
    noneReports: (all, oldest) => `${tablets(all)}; எதுவும் சிக்கல் தெரிவிக்கவில்லை; மிகப் பழைய தகவல்: ${oldest}.`,
    storeLabel: "கடை",
    onlyToLookAt: "பார்க்க வேண்டியவை மட்டும்",
    readAgain: "மீண்டும் படி",
    noTablets: "காட்ட டேப்லெட் இல்லை.",
    noneToLookAt: "தகவல் வந்தவரை, பார்க்க வேண்டியது எதுவும் இல்லை.",
    unnamed: "பெயரில்லா டேப்லெட்",
    states: { revoked: "ரத்தானது", replaced: "மாற்றப்பட்டது", rotating: "புதிய டோக்கன் பெறுகிறது" },
    attention: {
        "never-seen": "பதிவானது, தகவலே வரவில்லை",
        "not-seen": "தகவல் இல்லை",
        silent: "இயங்குகிறது, ஆனால் வழக்கமாக நெரிசலான நேரத்தில் பதில் இல்லை",
        "queue-old": "பதில்கள் ஒரு மணி நேரத்துக்கு மேல் காத்திருக்கின்றன",
        refused: "சேவையகம் மறுத்த பதிவுகள்",
        "battery-low": "மின்கலம் தீரப் போகிறது",
        hot: "மிகச் சூடு",
        "disk-low": "இடம் நிறையப் போகிறது",
        "clock-off": "கடிகாரம் தவறு",
        unlocked: "திரை பூட்டப்படவில்லை",
        failing: "ஏதோ செயல்படவில்லை",
        "config-behind": "தற்போதைய அமைப்புகளை எடுக்கவில்லை",
    },
    facts: {
        seen: "கடைசித் தகவல்", queue: "காத்திருப்பவை", battery: "மின்கலம்", heat: "வெப்பம்",
        disk: "காலி இடம்", clock: "கடிகாரம்", version: "பதிப்பு", config: "அமைப்புகள்", locked: "திரை",
        coverage: "செயல்பாட்டு நேரம்", silent: "பதில் இல்லை", failing: "பழுது", refused: "மறுத்தவை",
        enrolled: "பதிவானது", line: "இடம்",
    },
    never: "இதுவரை இல்லை",
    unknown: "தெரியவில்லை",
    batteries: { mains: "மின் இணைப்பில்", full: "முழு", good: "நன்று", low: "குறைவு",
        critical: "தீரப் போகிறது" },
    batteryText: (band, percent, charging) => band
        + (percent === null ? "" : `, ${formatShare(percent, 100)}`)
        + (charging && percent !== null ? ", மின்னேற்றம்" : ""),
    heats: { normal: "இயல்பு", warm: "வெதுவெதுப்பு", hot: "சூடு" },
    heatText: (band, celsius) => `${band}, ${count.format(celsius)} °C`,
    diskText: (bytes) => (bytes >= 1e9 ? `${tenth.format(bytes / 1e9)} GB`
        : `${count.format(Math.round(bytes / 1e6))} MB`),
    clockText: (error) => (Math.abs(error) < 2000 ? "சரி"
        : `${lasting(error)} ${error > 0 ? "பின்" : "முன்"}`),
    queueText: (n, when) => (n === 0 ? "எதுவும் இல்லை"
        : count.format(n) + (when ? `, மிகப் பழையது ${when}` : "")),
    coverageText: (part, minutes, open) => `${formatShare(part, 1)} (7 நாட்களில் ${count.format(open)} திறப்பு `
        + `நிமிடங்களில் ${count.format(minutes)})`,
    silentText: (when, usual) => `கடைசிப் பதில் ${when}; இந்த நேரங்களில் வழக்கமாக ${tenth.format(usual)}`,
    configText: (state, when) => (state === "current" ? "தற்போதையவை"
        : `${when} வெளியிட்டவற்றை இன்னும் எடுக்கவில்லை`),
    locked: { true: "பூட்டியது", false: "பூட்டப்படவில்லை" },
    replaces: "வேறொரு டேப்லெட்டின் இடத்தை எடுத்தது",
    time: (text) => moment.format(new Date(text)),
    change: "மாற்று",
    changeTablet: (name) => `${name} மாற்று`,
    tabletName: "பெயர்",
    save: "சேமி",
    saved: "சேமிக்கப்பட்டது. டேப்லெட் சில நிமிடங்களில் பின்பற்றும்.",
    replace: "மாற்றீடு",
    replaceHint: "இதன் இடம், பெயர், வரலாறு ஆகியவற்றை எடுக்கும் வேறொரு டேப்லெட்டுக்கான குறியீடு.",
    revoke: "ரத்து செய்",
    restore: "மீட்டெடு",
    done: "முடிந்தது.",

    labelsTitle: "புதிய டேப்லெட்டுகள்",
    labelsHint: "ஒவ்வொரு சீட்டிலும் 7 நாட்களுக்குள் ஒரு டேப்லெட்டைப் பதிவு செய்யும் குறியீடு உள்ளது.",
    labelsCount: "எத்தனை",
    labelsName: "பெயர் (1, 2 … சேர்க்கப்படும்)",
    labelsServer: "டேப்லெட்டுகளுக்கான சேவையக முகவரி",
    makeLabels: "சீட்டுகள் உருவாக்கு",
    printLabels: "அச்சிடு",
    labelsOnce: "குறியீடுகள் மீண்டும் காட்டப்படா.",
    labelUse: "குறியீட்டை டேப்லெட்டில் எழுதுங்கள், அல்லது QR குறியீட்டை vouch-kiosk --enrol இல் படியுங்கள்.",
    labelUntil: (time) => `ஒரு டேப்லெட்டுக்கு, ${moment.format(new Date(time))} வரை.`,
    labelPlace: "வைக்கும் முறை: resources/docs/placement.md",
    labelQr: (code) => `சேவையக முகவரியும் ${code} குறியீடும் உள்ள QR குறியீடு`,

    pinsTitle: "PIN எண்கள்",
    pinsHint: "கடையின் டேப்லெட்டுகளில் ஊழியர்கள் எழுதுவது. இணைப்பு இல்லாமலும் செயல்படும்.",
    pinRole: "திறப்பது",
    pinRoles: { figures: "எண்கள்", exit: "வெளியேறும் வழியும்", technician: "சாதனத்தின் நிலையும்" },
    pinValue: "4 முதல் 8 இலக்கங்கள்",
    setPin: "அமை",
    pinSet: (store) => `${store} PIN அமைக்கப்பட்டது. சில நிமிடங்களில் டேப்லெட்டுகளுக்குச் சேரும்.`,
    pinSince: (role, time) => `திறப்பது: ${role}; ${moment.format(new Date(time))} முதல்`,
    pinRemove: "நீக்கு",
    pinRemoveOf: (store, role) => `${store} PIN நீக்கு; அது திறப்பது: ${role}`,
    noPins: "எந்தக் கடைக்கும் இங்கிருந்து PIN இல்லை: ஒவ்வொரு டேப்லெட்டிலும் அமைத்ததே செல்லும்.",

    publicationsTitle: "டேப்லெட்டுகளுக்குத் தரப்படுபவை",
    publicationsHint: "வாடிக்கையாளர் பதிலளிக்கும்போது எதுவும் மாறாது: ஒவ்வொரு டேப்லெட்டும் அதன் பின் பின்பற்றும்.",
    publishWhat: "எதை",
    publishASetting: "ஓர் அமைப்பு …",
    checklistOf: (id, version, isOut) => `${id}, பதிப்பு ${version}${isOut ? " (நடப்பில்)" : ""}`,
    publishKey: "அமைப்பு",
    publishValue: "மதிப்பு JSON ஆக; நீக்க வெறுமையாக விடுங்கள்",
    notJson: "மதிப்பு JSON அல்ல. உரைக்குத் தனி மேற்கோள் குறிகள் வேண்டும்.",
    publishReach: "யாருக்கு",
    reaches: { chain: "எல்லாக் கடைகளும்", first: "முதலில் சில கடைகள்", share: "முதலில் கடைகளில் ஒரு பங்கு",
        store: "நிரந்தரமாக ஒரு கடை" },
    publishStores: "கடைகள்",
    pickStores: "கடைகளைத் தேர்ந்தெடுங்கள்.",
    publishShare: "விழுக்காடு",
    publish: "வெளியிடு",
    published: (number) => `வெளியீடு ${number} முடிந்தது. சில நிமிடங்களில் டேப்லெட்டுகளுக்குச் சேரும்.`,
    widen: "எல்லாக் கடைகளுக்கும்",
    widenOf: (number) => `வெளியீடு ${number} எல்லாக் கடைகளுக்கும்`,
    rollback: "திரும்பப் பெறு",
    rollbackOf: (number) => `வெளியீடு ${number} திரும்பப் பெறு`,
    noPublications: "இன்னும் எதுவும் வெளியிடப்படவில்லை.",
    showMore: "மேலும் காட்டு",
    publication: (each, name) => `${each.number}: ${name} `
        + (each.undoes !== null ? `${each.undoes} திரும்பப் பெறுகிறது`
            : each.value === null ? "நீக்கப்பட்டது"
                : each.kind === "checklist" ? `பதிப்பு ${each.value}` : ""),
    where: (each) => (each.staged ? "முதலில் " : "")
        + ({ chain: "எல்லாக் கடைகளும்", undo: each.stores.join(", ") || "எல்லாக் கடைகளும்" }[each.reach]
            ?? (each.stores.length > 6 ? `${count.format(each.stores.length)} கடைகள்`
                : each.stores.join(", "))),
    fate: (each) => (each.undone_by !== null ? `${each.undone_by} ஆல் திரும்பப் பெறப்பட்டது`
        : each.staged ? "படிப்படியாக" : each.latest ? "நடப்பில்"
            : each.undoes !== null ? "" : "வேறொன்று வந்தது"),
};
