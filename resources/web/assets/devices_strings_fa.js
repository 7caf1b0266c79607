// The words of the page of tablets in Persian: the keys of devices_strings.js.

import { count, lasting, moment, tenth } from "./devices_format.js";
import { formatShare } from "./format.js";

const tablets = (n) => `${count.format(n)} تبلت`;

export const devicesPersian = {
    skipDevices: "رفتن به تبلت‌ها",
    devicesTitle: "تبلت‌ها",
    devicesFoot: "اینکه تبلت را کجا و چگونه بگذارید و هر واژهٔ این صفحه چه معنایی دارد در "
        + "resources/docs/placement.md و devices.md آمده که همراه برنامه است.",
    notForYou: "این صفحه برای مدیران سامانه، کارکنان منطقه و مدیران فروشگاه است.",
    tabletsTitle: "حالشان چگونه است",
    noneEnrolled: "هنوز هیچ تبلتی اینجا ثبت نشده است.",
    noneInUse: "هیچ تبلتی اینجا در کار نیست: همه باطل یا جایگزین شده‌اند.",
    someToLookAt: (all, look, unheard) => `${tablets(all)}؛ ${count.format(look)} تبلت برای بررسی`
        + (unheard === 0 ? "." : ` که از ${count.format(unheard)} تای آن‌ها خبری نیست.`),
    noneReports: (all, oldest) => `${tablets(all)} که هیچ‌کدام مشکلی گزارش نمی‌کند؛ کهنه‌ترین خبر: ${oldest}.`,
    storeLabel: "فروشگاه",
    onlyToLookAt: "تنها آن‌هایی که بررسی می‌خواهند",
    readAgain: "خواندن دوباره",
    noTablets: "تبلتی برای نمایش نیست.",
    noneToLookAt: "تا جایی که از آن‌ها خبر رسیده، هیچ‌کدام بررسی نمی‌خواهد.",
    unnamed: "تبلت بی‌نام",
    states: { revoked: "باطل‌شده", replaced: "جایگزین‌شده", rotating: "در حال گرفتن توکن نو" },
    attention: {
        "never-seen": "ثبت شده، هرگز خبری نرسیده",
        "not-seen": "بی‌خبر",
        silent: "روشن است ولی در ساعت‌های شلوغ بی‌پاسخ",
        "queue-old": "پاسخ‌ها بیش از یک ساعت در صف‌اند",
        refused: "رکوردهایی که سرور رد کرده",
        "battery-low": "باتری رو به پایان",
        hot: "داغ",
        "disk-low": "حافظه رو به پر شدن",
        "clock-off": "ساعت نادرست",
        unlocked: "صفحه قفل نیست",
        failing: "چیزی کار نمی‌کند",
        "config-behind": "تنظیم‌های کنونی را نگرفته",
    },
    facts: {
        seen: "آخرین خبر", queue: "در صف", battery: "باتری", heat: "گرما", disk: "حافظهٔ آزاد",
        clock: "ساعت", version: "نسخه", config: "تنظیم‌ها", locked: "صفحه",
        coverage: "آمادهٔ پاسخ", silent: "بی‌پاسخ", failing: "خرابی", refused: "ردشده",
        enrolled: "ثبت‌شده", line: "جایگاه",
    },
    never: "هرگز",
    unknown: "دانسته نیست",
    batteries: { mains: "با برق شهر", full: "پر", good: "خوب", low: "کم", critical: "رو به پایان" },
    batteryText: (band, percent, charging) => band
        + (percent === null ? "" : `، ${formatShare(percent, 100)}`)
        + (charging && percent !== null ? "، در حال شارژ" : ""),
    heats: { normal: "عادی", warm: "گرم", hot: "داغ" },
    heatText: (band, celsius) => `${band}، ${count.format(celsius)} درجه`,
    diskText: (bytes) => (bytes >= 1e9 ? `${tenth.format(bytes / 1e9)} گیگابایت`
        : `${count.format(Math.round(bytes / 1e6))} مگابایت`),
    clockText: (error) => (Math.abs(error) < 2000 ? "درست"
        : `${lasting(error)} ${error > 0 ? "عقب" : "جلو"}`),
    queueText: (n, when) => (n === 0 ? "هیچ"
        : count.format(n) + (when ? `، کهنه‌ترین ${when}` : "")),
    coverageText: (part, minutes, open) => `${formatShare(part, 1)} (${count.format(minutes)} از `
        + `${count.format(open)} دقیقهٔ کاری در ۷ روز)`,
    silentText: (when, usual) => `آخرین پاسخ ${when}؛ در این ساعت‌ها معمولاً ${tenth.format(usual)}`,
    configText: (state, when) => (state === "current" ? "به‌روز"
        : `آنچه ${when} منتشر شد را نگرفته`),
    locked: { true: "قفل", false: "باز" },
    replaces: "جای تبلت دیگری را گرفته",
    time: (text) => moment.format(new Date(text)),
    change: "تغییر",
    changeTablet: (name) => `تغییر ${name}`,
    tabletName: "نام",
    save: "ذخیره",
    saved: "ذخیره شد. تبلت تا چند دقیقهٔ دیگر پیروی می‌کند.",
    replace: "جایگزین کردن",
    replaceHint: "کدی برای تبلتی دیگر که جا، نام و پیشینهٔ این یکی را می‌گیرد.",
    revoke: "باطل کردن",
    restore: "بازگرداندن",
    done: "انجام شد.",

    labelsTitle: "تبلت‌های نو",
    labelsHint: "هر برچسب کدی دارد که تا ۷ روز یک تبلت را ثبت می‌کند.",
    labelsCount: "چند تا",
    labelsName: "به نامِ (۱، ۲ … افزوده می‌شود)",
    labelsServer: "نشانی این سرور برای تبلت‌ها",
    makeLabels: "ساختن برچسب‌ها",
    printLabels: "چاپ",
    labelsOnce: "کدها دوباره نشان داده نمی‌شوند.",
    labelUse: "کد را روی تبلت بنویسید یا کد QR را به vouch-kiosk --enrol بدهید.",
    labelUntil: (time) => `برای یک تبلت، تا ${moment.format(new Date(time))}.`,
    labelPlace: "چگونگی گذاشتن آن: resources/docs/placement.md",
    labelQr: (code) => `کد QR با نشانی سرور و کد ${code}`,

    pinsTitle: "پین‌ها",
    pinsHint: "آنچه کارکنان روی تبلت‌های فروشگاه می‌نویسند. بی شبکه نیز کار می‌کند.",
    pinRole: "باز می‌کند",
    pinRoles: { figures: "آمار", exit: "راه خروج نیز", technician: "وضعیت دستگاه نیز" },
    pinValue: "۴ تا ۸ رقم",
    setPin: "گذاشتن",
    pinSet: (store) => `پین ${store} گذاشته شد. تا چند دقیقهٔ دیگر به تبلت‌ها می‌رسد.`,
    pinSince: (role, time) => `باز می‌کند: ${role}؛ از ${moment.format(new Date(time))}`,
    pinRemove: "برداشتن",
    pinRemoveOf: (store, role) => `برداشتن پین ${store} که این را باز می‌کند: ${role}`,
    noPins: "هیچ فروشگاهی از اینجا پین ندارد: پین هر تبلت همان است که روی آن گذاشته شده.",

    publicationsTitle: "آنچه به تبلت‌ها داده می‌شود",
    publicationsHint: "تا مشتری پاسخ می‌دهد چیزی عوض نمی‌شود: هر تبلت پس از آن پیروی می‌کند.",
    publishWhat: "چه چیز",
    publishASetting: "یک تنظیم …",
    checklistOf: (id, version, isOut) => `${id}، نسخهٔ ${count.format(version)}${isOut ? " (در کار)" : ""}`,
    publishKey: "تنظیم",
    publishValue: "مقدار به صورت JSON؛ خالی برای برداشتن آن",
    notJson: "مقدار JSON نیست. متن گیومهٔ خودش را دارد.",
    publishReach: "برای",
    reaches: { chain: "همهٔ فروشگاه‌ها", first: "نخست چند فروشگاه", share: "نخست سهمی از فروشگاه‌ها",
        store: "یک فروشگاه برای همیشه" },
    publishStores: "فروشگاه‌ها",
    pickStores: "فروشگاه‌ها را برگزینید.",
    publishShare: "درصد",
    publish: "انتشار",
    published: (number) => `انتشار ${count.format(number)} انجام شد. تا چند دقیقهٔ دیگر به تبلت‌ها می‌رسد.`,
    widen: "به همهٔ فروشگاه‌ها",
    widenOf: (number) => `رساندن انتشار ${count.format(number)} به همهٔ فروشگاه‌ها`,
    rollback: "بازگرداندن",
    rollbackOf: (number) => `بازگرداندن انتشار ${count.format(number)}`,
    noPublications: "هنوز چیزی منتشر نشده است.",
    showMore: "نمایش بیشتر",
    publication: (each, name) => `${count.format(each.number)}: ${name} `
        + (each.undoes !== null ? `انتشار ${count.format(each.undoes)} را بازمی‌گرداند`
            : each.value === null ? "برداشته شد"
                : each.kind === "checklist" ? `نسخهٔ ${count.format(each.value)}` : ""),
    where: (each) => (each.staged ? "نخست " : "")
        + ({ chain: "همهٔ فروشگاه‌ها", undo: each.stores.join("، ") || "همهٔ فروشگاه‌ها" }[each.reach]
            ?? (each.stores.length > 6 ? `${count.format(each.stores.length)} فروشگاه`
                : each.stores.join("، "))),
    fate: (each) => (each.undone_by !== null ? `با ${count.format(each.undone_by)} بازگردانده شد`
        : each.staged ? "مرحله‌ای" : each.latest ? "در کار"
            : each.undoes !== null ? "" : "کنار رفته"),
};
