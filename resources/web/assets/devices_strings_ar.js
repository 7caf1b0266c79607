// The words of the page of tablets in Arabic: the keys of devices_strings.js.

import { count, lasting, moment, tenth } from "./devices_format.js";
import { formatShare } from "./format.js";
import { counting } from "./plural.js";

const counted = counting("ar-u-ca-gregory-nu-arab");
const tablets = counted({ zero: "لا أجهزة", one: "جهاز واحد", two: "جهازان", few: "# أجهزة",
    many: "# جهازًا", other: "# جهاز" });
const stores = counted({ one: "متجر واحد", two: "متجران", few: "# متاجر", many: "# متجرًا",
    other: "# متجر" });

export const devicesArabic = {
    skipDevices: "الانتقال إلى الأجهزة",
    devicesTitle: "الأجهزة اللوحية",
    devicesFoot: "أين يوضع الجهاز وكيف، ومعنى كل كلمة هنا: في resources/docs/placement.md وdevices.md اللذين "
        + "يأتيان مع البرنامج.",
    notForYou: "هذه الصفحة لمديري النظام وموظفي المناطق ومديري المتاجر.",
    tabletsTitle: "كيف حالها",
    noneEnrolled: "لم يُسجَّل أي جهاز هنا بعد.",
    noneInUse: "لا جهاز قيد الاستخدام هنا: كلها أُلغيت أو استُبدلت.",
    someToLookAt: (all, look, unheard) => `${tablets(all)}؛ ما يستحق النظر منها: ${count.format(look)}`
        + (unheard === 0 ? "." : `، وما انقطعت أخباره: ${count.format(unheard)}.`),
    noneReports: (all, oldest) => `${tablets(all)}، ولا مشكلة مُبلَّغ عنها؛ أقدم خبر: ${oldest}.`,
    storeLabel: "المتجر",
    onlyToLookAt: "ما يستحق النظر فقط",
    readAgain: "القراءة من جديد",
    noTablets: "لا جهاز للعرض.",
    noneToLookAt: "لا شيء يستحق النظر بقدر ما وصل من أخبارها.",
    unnamed: "جهاز بلا اسم",
    states: { revoked: "ملغى", replaced: "مستبدَل", rotating: "يحصل على رمز جديد" },
    attention: {
        "never-seen": "مسجَّل ولم يصل منه خبر قط",
        "not-seen": "انقطعت أخباره",
        silent: "يعمل لكنه صامت في ساعات الازدحام",
        "queue-old": "إجابات تنتظر منذ أكثر من ساعة",
        refused: "سجلات رفضها الخادم",
        "battery-low": "البطارية توشك على النفاد",
        hot: "ساخن",
        "disk-low": "القرص يوشك على الامتلاء",
        "clock-off": "الساعة خاطئة",
        unlocked: "الشاشة غير مقفلة",
        failing: "شيء لا يعمل",
        "config-behind": "لم يأخذ الإعدادات الحالية",
    },
    facts: {
        seen: "آخر ظهور", queue: "في الانتظار", battery: "البطارية", heat: "الحرارة",
        disk: "المساحة الحرة", clock: "الساعة", version: "الإصدار", config: "الإعدادات",
        locked: "الشاشة", coverage: "التغطية", silent: "صامت", failing: "العطل",
        refused: "المرفوض", enrolled: "مسجَّل", line: "المكان",
    },
    never: "لم يحدث بعد",
    unknown: "غير معروف",
    batteries: { mains: "على الكهرباء", full: "ممتلئة", good: "جيدة", low: "منخفضة",
        critical: "توشك على النفاد" },
    batteryText: (band, percent, charging) => band
        + (percent === null ? "" : `، ${formatShare(percent, 100)}`)
        + (charging && percent !== null ? "، قيد الشحن" : ""),
    heats: { normal: "عادية", warm: "دافئة", hot: "ساخنة" },
    heatText: (band, celsius) => `${band}، ${count.format(celsius)} درجة مئوية`,
    diskText: (bytes) => (bytes >= 1e9 ? `${tenth.format(bytes / 1e9)} غيغابايت`
        : `${count.format(Math.round(bytes / 1e6))} ميغابايت`),
    clockText: (error) => (Math.abs(error) < 2000 ? "صحيحة"
        : `${error > 0 ? "متأخرة" : "متقدمة"} ${lasting(error)}`),
    queueText: (n, when) => (n === 0 ? "لا شيء"
        : count.format(n) + (when ? `، أقدمها ${when}` : "")),
    coverageText: (part, minutes, open) => `${formatShare(part, 1)} (${count.format(minutes)} من `
        + `${count.format(open)} دقيقة عمل في ٧ أيام)`,
    silentText: (when, usual) => `آخر إجابة ${when}؛ المعتاد في هذه الساعات ${tenth.format(usual)}`,
    configText: (state, when) => (state === "current" ? "محدَّثة"
        : `لم يأخذ ما نُشر ${when}`),
    locked: { true: "مقفلة", false: "غير مقفلة" },
    replaces: "حلّ محلّ جهاز آخر",
    time: (text) => moment.format(new Date(text)),
    change: "تغيير",
    changeTablet: (name) => `تغيير ${name}`,
    tabletName: "الاسم",
    save: "حفظ",
    saved: "تم الحفظ. يتبعه الجهاز خلال دقائق.",
    replace: "استبدال",
    replaceHint: "رمز لجهاز آخر يأخذ مكان هذا الجهاز واسمه وتاريخه.",
    revoke: "إلغاء",
    restore: "استعادة",
    done: "تم.",

    labelsTitle: "أجهزة جديدة",
    labelsHint: "على كل ملصق رمز يسجّل جهازًا واحدًا خلال ٧ أيام.",
    labelsCount: "العدد",
    labelsName: "الاسم (يُضاف ١، ٢ …)",
    labelsServer: "عنوان هذا الخادم للأجهزة",
    makeLabels: "إنشاء الملصقات",
    printLabels: "طباعة",
    labelsOnce: "لا تُعرض الرموز مرة أخرى.",
    labelUse: "اكتب الرمز على الجهاز، أو أعطِ رمز QR إلى vouch-kiosk --enrol.",
    labelUntil: (time) => `لجهاز واحد، حتى ${moment.format(new Date(time))}.`,
    labelPlace: "كيف يوضع: resources/docs/placement.md",
    labelQr: (code) => `رمز QR فيه عنوان الخادم والرمز ${code}`,

    pinsTitle: "أرقام PIN",
    pinsHint: "ما يكتبه الموظفون على أجهزة المتجر. يصلح بلا شبكة أيضًا.",
    pinRole: "يفتح",
    pinRoles: { figures: "الأرقام", exit: "الخروج أيضًا", technician: "حالة الجهاز أيضًا" },
    pinValue: "من ٤ إلى ٨ أرقام",
    setPin: "تعيين",
    pinSet: (store) => `تم تعيين رقم PIN للمتجر ${store}. يصل إلى الأجهزة خلال دقائق.`,
    pinSince: (role, time) => `يفتح ${role}؛ منذ ${moment.format(new Date(time))}`,
    pinRemove: "إزالة",
    pinRemoveOf: (store, role) => `إزالة رقم PIN للمتجر ${store} الذي يفتح ${role}`,
    noPins: "لا متجر له رقم PIN من هنا: يسري المعيَّن على كل جهاز.",

    publicationsTitle: "ما تُعطاه الأجهزة",
    publicationsHint: "لا يتغير شيء والعميل يجيب: يتبع كل جهاز بعد ذلك.",
    publishWhat: "ماذا",
    publishASetting: "إعداد …",
    checklistOf: (id, version, isOut) => `${id}، الإصدار ${count.format(version)}${isOut ? " (سارٍ)" : ""}`,
    publishKey: "الإعداد",
    publishValue: "القيمة بصيغة JSON؛ اتركها فارغة لإزالته",
    notJson: "القيمة ليست JSON. للنص علامتا اقتباس من عنده.",
    publishReach: "إلى",
    reaches: { chain: "كل المتاجر", first: "بعض المتاجر أولًا", share: "نسبة من المتاجر أولًا",
        store: "متجر واحد دائمًا" },
    publishStores: "المتاجر",
    pickStores: "يُرجى اختيار المتاجر.",
    publishShare: "في المئة",
    publish: "نشر",
    published: (number) => `تم النشر رقم ${count.format(number)}. يصل إلى الأجهزة خلال دقائق.`,
    widen: "إلى كل المتاجر",
    widenOf: (number) => `إيصال النشر رقم ${count.format(number)} إلى كل المتاجر`,
    rollback: "تراجع",
    rollbackOf: (number) => `التراجع عن النشر رقم ${count.format(number)}`,
    noPublications: "لم يُنشر شيء بعد.",
    showMore: "عرض المزيد",
    publication: (each, name) => `${count.format(each.number)}: ${name} `
        + (each.undoes !== null ? `يتراجع عن ${count.format(each.undoes)}`
            : each.value === null ? "أُزيل"
                : each.kind === "checklist" ? `الإصدار ${count.format(each.value)}` : ""),
    where: (each) => ({ chain: "كل المتاجر", undo: each.stores.join("، ") || "كل المتاجر" }[each.reach]
        ?? (each.stores.length > 6 ? stores(each.stores.length) : each.stores.join("، ")))
        + (each.staged ? " أولًا" : ""),
    fate: (each) => (each.undone_by !== null ? `تراجع عنه ${count.format(each.undone_by)}`
        : each.staged ? "على مراحل" : each.latest ? "سارٍ"
            : each.undoes !== null ? "" : "حلّ غيره محلّه"),
};
