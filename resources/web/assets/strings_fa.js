// The words in Persian of the dashboard and of what the pages that offer it share.

import { boardPersian } from "./board_strings_fa.js";
import { ledgerPersian } from "./ledger_strings_fa.js";

const locale = "fa-u-ca-gregory";
const count = new Intl.NumberFormat(locale);
const answers = (n) => `${count.format(n)} پاسخ`;
// What there may be too little of, and the scores that it is of.
const scarce = {
    "answers-too-few": "پاسخ",
    "stores-too-few": "فروشگاه با هفته‌های کافی",
    "weeks-too-few": "هفته با پاسخ کافی",
    "store-weeks-too-few": "هفتهٔ فروشگاه با پاسخ کافی",
};
const scores = (where) => (where
    ? ` با امتیاز ${where.split("-").map((n) => count.format(n)).join(" تا ")}` : "");
const refusals = {
    "ratings-alike": "در هر فروشگاه همه یک پاسخ داده‌اند، پس نمی‌توان دید چه چیزی با آن همراه است. "
        + "بازه‌ای بلندتر یا فروشگاه‌های بیشتری برگزینید.",
    "ratings-collinear": "نمرهٔ یکی از معیارها از نمرهٔ بقیه به دست می‌آید، پس از هم جدا نمی‌شوند. یکی "
        + "را کنار بگذارید.",
};

export const persian = {
    ...boardPersian,
    ...ledgerPersian,
    title: (period) => `Vouch – ${period}`,
    signIn: "ورود",
    roles: { admin: "مدیر سامانه", regional: "منطقه", manager: "مدیر فروشگاه", viewer: "بیننده" },
    account: "حساب",
    unreachable: "سرور در دسترس نیست. شبکه را بررسی کنید و دوباره تلاش کنید.",
    staleFigures: (time) => `سرور در دسترس نیست. این آمار ساعت ${time} است و با بازگشت سرور خودبه‌خود تازه می‌شود.`,
    serverTrouble: (detail) => `سرور نتوانست آمار را بدهد: ${detail}`,
    retry: "تلاش دوباره",
    live: "زنده",
    notLive: "زنده نیست؛ در حال اتصال دوباره",
    filters: "صافی‌ها",
    period: "بازه",
    periods: { today: "امروز", "7d": "۷ روز", "30d": "۳۰ روز", year: "امسال", all: "همه",
        custom: "دلخواه" },
    from: "از",
    to: "تا",
    fromOn: (day) => `از ${day}`,
    untilOn: (day) => `تا ${day}`,
    backwards: "روز نخست پس از روز آخر است. یکی از آن‌ها را تغییر دهید.",
    region: "منطقه",
    allRegions: "همهٔ منطقه‌ها",
    includeMarked: "با پاسخ‌های نشان‌دار",
    download: "دریافت پاسخ‌ها (CSV)",
    withMarked: "با پاسخ‌های نشان‌دار",
    withoutMarked: "بدون پاسخ‌های نشان‌دار",
    asOf: (time) => `آمار ساعت ${time}`,
    shown: (place, period, n) => `${place}، ${period}: ${answers(n)}`,
    undefined: "–",
    answers,
    promoters: "مروج",
    passives: "بی‌تفاوت",
    detractors: "منتقد",
    noAnswers: "بدون پاسخ",
    tooFew: (more) => `پاسخ کم است؛ ${more} پاسخ دیگر لازم است`,
    tooFewLong: "پاسخ برای امتیاز کم است",
    tooFewHint: (range, score) => "تعداد و سهم‌ها نشان داده می‌شود. پاسخ‌های دیگری که لازم است: "
        + `${range} برای بازه و ${score} برای امتیاز.`,
    roughAbout: (points) => `تقریبی، حدود ${points}`,
    roughUntil: (points, more) => `تقریبی، حدود ${points}؛ برای امتیاز ${more} پاسخ دیگر لازم است`,
    range: (low, high) => `${low} تا ${high}`,
    interval: (low, high) => `بازهٔ ۹۵٪: ${low} تا ${high}`,
    today: (time) => `امروز، ${time}`,
    readingTitle: "این آمار را چگونه بخوانیم",
    views: "نماها",
    scoresView: "امتیازها",
    dashboardView: "داشبورد",
    measurementsView: "سنجش‌ها",
    commentsView: "نظرها",
    structureView: "ساختار",
    ledgerView: "دفتر ثبت",
    devicesView: "تبلت‌ها",
    contactsView: "تماس‌ها",
    trademark: "«Net Promoter» و «NPS» نشان‌های ثبت‌شدهٔ Bain & Company، NICE Systems و Fred "
        + "Reichheld هستند.",

    skipDashboard: "رفتن به آمار",
    dashboardTitle: "داشبورد",
    dashboardSignIn: "برای دیدن داشبورد وارد شوید.",
    languageLabel: "زبان",
    storeChoice: "فروشگاه",
    touchpoint: "نقطهٔ تماس",
    allTouchpoints: "همهٔ نقطه‌های تماس",
    unnamedTouchpoint: "بدون نام",
    print: "چاپ",
    report: "گزارش ماهانه",
    reportTitle: "گزارش ماهانه به صورت PDF",
    reportMonth: "ماه",
    reportLanguage: "زبان گزارش",
    reportMake: "تهیهٔ گزارش",
    reportClose: "بستن",
    reportWorking: "گزارش در حال تهیه است …",
    reportNoMonth: "هنوز پاسخی اینجا نیست.",
    reportFailed: (detail) => `گزارش تهیه نشد: ${detail}`,
    crumbs: "جای شما",
    figureFailed: "این آمار بارگذاری نشد.",
    figureEmpty: "در این گزینش پاسخی نیست.",

    csv: "CSV",
    csvOf: (title) => `دریافت «${title}» به صورت CSV`,
    png: "PNG",
    pngOf: (title) => `دریافت «${title}» به صورت تصویر`,
    asTable: "نمایش این آمار در جدول",

    summaryTitle: "امتیاز",
    otherMarked: (points, n, shownWith) => (shownWith
        ? `بدون پاسخ‌های نشان‌دار: ${points} از ${answers(n)}.`
        : `با پاسخ‌های نشان‌دار: ${points} از ${answers(n)}.`),
    sameWithoutMarks: "هیچ پاسخی در این گزینش نشان‌دار نیست.",
    fewWithoutMarks: (n, shownWith, more) => (shownWith
        ? `بدون پاسخ‌های نشان‌دار: ${answers(n)}، برای امتیاز کم است؛ ${more} پاسخ دیگر لازم است.`
        : `با پاسخ‌های نشان‌دار: ${answers(n)}، برای امتیاز کم است؛ ${more} پاسخ دیگر لازم است.`),

    changeTitle: "آیا خبر تازه‌ای است؟",
    judged: (now, before) => `${now} در برابر ${before}`,
    verdicts: {
        none: (delta, range) => `تغییر روشنی نیست: ${delta} واحد که می‌تواند تصادف باشد (${range}).`,
        better: (delta, range) => `افزایش روشن: ${delta} واحد (${range}).`,
        worse: (delta, range) => `کاهش روشن: ${delta} واحد (${range}).`,
    },
    notJudged: ({ code, have, need, where }) => `برای داوری دربارهٔ تغییر زود است: ${
        code === "days-too-few" ? `روزهای پیشین برای مقایسه ${count.format(have)} است`
        : where === "before" ? `هفته‌های پیش ${answers(have)} به این پرسش دارند`
        : `${answers(have)} کم است`}؛ دست‌کم `
        + `${count.format(need)} لازم است${
            where === "before" && code !== "days-too-few" ? "" : `، یعنی ${count.format(need - have)} تای دیگر`}.`,
    targets: {
        below: (points) => `پایین‌تر از هدف ${points} در ۲۸ روز گذشته.`,
        above: (points) => `بالاتر از هدف ${points} در ۲۸ روز گذشته.`,
        "not-clear": (points) => `هدف ${points}: در ۲۸ روز گذشته هنوز روشن نیست.`,
        early: (points, { code, have, need }) => `هدف ${points}: پس از ۲۸ روز و ۳۰ پاسخ سنجیده می‌شود؛ هنوز ${
            count.format(need - have)} ${code === "days-too-few" ? "روز" : "پاسخ"} کم است.`,
    },
    judgedHint: "در پایان هر روز کاری یک بار و برای هفته‌های کامل سنجیده می‌شود؛ تفاوت روزها هم در "
        + "آن به شمار آمده است.",

    trendChart: "روند",
    grain: "بر پایهٔ",
    grains: { day: "روز", week: "هفته", month: "ماه" },
    pooledHint: (days) => `هر نقطه ${count.format(days)} روزِ منتهی به آن روز را با هم می‌شمارد؛ نوار، `
        + "بازهٔ ۹۵٪ آن است. جایی که این روزها کمتر از ۳۰ پاسخ دارند نقطه‌ای نیست.",
    periodHint: "نوار، بازهٔ ۹۵٪ هر نقطه است. با کمتر از ۳۰ پاسخ نقطه‌ای نیست.",
    slope: {
        clear: (points, range) => `با خط راست از میان روزهای پایان‌یافته: هفته‌ای ${points} واحد (${range}).`,
        unclear: (points, range) => `جهت روشنی نیست: خط راست هفته‌ای ${points} واحد است که می‌تواند `
            + `تصادف باشد (${range}).`,
    },
    trendLabel: (points, first, last) => `${count.format(points)} نقطه، از ${first} تا ${last}.`,
    trendEmpty: "هنوز پاسخ کافی برای خط نیست.",
    trendColumns: ["از", "تا", "پاسخ‌ها", "NPS", "۹۵٪ از", "۹۵٪ تا", "مروج", "بی‌تفاوت", "منتقد"],
    pooledColumns: ["روز", "پاسخ‌های روز", "پاسخ‌های روی هم", "NPS روی هم", "۹۵٪ از", "۹۵٪ تا"],
    running: "هنوز پایان نیافته",
    marksTitle: "نشان‌های روی خط",
    breakMark: (day, checklist) => `${day}: متن ${checklist} تغییر کرد. خط در اینجا بریده است، چون `
        + "پیش و پس از آن را نباید با هم سنجید.",
    fallMark: (day, earliest, latest, points) => `${day}: امتیاز حدود ${points} واحد کم شد (میان `
        + `${earliest} و ${latest}).`,
    riseMark: (day, earliest, latest, points) => `${day}: امتیاز حدود ${points} واحد زیاد شد (میان `
        + `${earliest} و ${latest}).`,

    histogramChart: "پاسخ‌ها بر پایهٔ امتیاز",
    histogramColumns: ["امتیاز", "پاسخ‌ها", "سهم", "گروه"],
    segmentNames: { promoters: "مروج", passives: "بی‌تفاوت", detractors: "منتقد" },
    histogramLabel: (n) => `از ${answers(n)} هر امتیاز از ۰ تا ۱۰ چند پاسخ گرفته است.`,

    heatChart: "ساعت‌ها و روزهای هفته",
    heatShows: "نمایش",
    heatMetrics: { score: "امتیاز", n: "پاسخ‌ها", coverage: "آمادهٔ پاسخ" },
    heatHint: (days) => `روزها و ساعت‌های کاری فروشگاه، ${days}. خانه‌ای که کمتر از ۳۰ پاسخ دارد امتیاز `
        + "ندارد؛ تعداد پاسخ‌هایش کوچک در آن آمده است.",
    heatColumns: ["روز هفته", "ساعت", "پاسخ‌ها", "NPS", "۹۵٪ از", "۹۵٪ تا"],
    weekdays: ["دوشنبه", "سه‌شنبه", "چهارشنبه", "پنجشنبه", "جمعه", "شنبه", "یکشنبه"],
    weekdaysShort: ["دوشنبه", "سه‌شنبه", "چهارشنبه", "پنجشنبه", "جمعه", "شنبه", "یکشنبه"],
    allDay: "همهٔ روز",
    allWeek: "همهٔ هفته",
    hour: "ساعت",
    cellFew: (n, more) => `${answers(n)}، برای امتیاز کم است؛ ${more} پاسخ دیگر لازم است`,
    cellScore: (points, range, n) => `${points} (${range})، ${answers(n)}`,
    lowHigh: (low, high) => `هر چه رنگ پررنگ‌تر، بیشتر: ${low} تا ${high}.`,

    reasonsChart: "دلیل‌ها",
    reasonsShow: "نمایش",
    reason: "دلیل",
    reasonViews: { improve: "چه چیزی می‌توانست بهتر باشد", liked: "چه چیزی خوشایند بود",
        balance: "خوشایند منهای نیازمند بهبود", detractors: "آنچه با ۰ تا ۶ همراه است",
        nines: "آنچه با ۹ همراه است", improveWeeks: "نیازمند بهبود، در هفته‌ها",
        likedWeeks: "خوشایند، در هفته‌ها", weights: "امتیاز با چه همراه است" },
    reasonsLabel: (n) => `${count.format(n)} دلیل با بازه‌های ۹۵٪.`,
    reasonHints: {
        improve: (days) => `از پاسخ‌های ۰ تا ۸ که فهرست را دیدند، ${days}.`,
        liked: (days) => `از پاسخ‌های ۹ و ۱۰ که فهرست را دیدند، ${days}.`,
        balance: (days) => `به واحد درصد از همهٔ پاسخ‌ها، ${days}.`,
        detractors: (days) => "چند واحد درصد از امتیازهای ۰ تا ۶ بیش از امتیازهای ۷ و ۸ آن را برگزیدند، "
            + `درون هر فروشگاه و هفته، ${days}. با امتیاز همراه است؛ گفته نمی‌شود که علت آن است.`,
        nines: (days) => "چند واحد درصد از امتیازهای ۹ بیش از امتیازهای ۱۰ آن را برگزیدند، درون هر "
            + `فروشگاه و هفته، ${days}. با امتیاز همراه است؛ گفته نمی‌شود که علت آن است.`,
        improveWeeks: (days) => "امتیاز فروشگاه در هفته‌هایی که ۱۰ واحد درصد بیشتر نامش را می‌برند چند "
            + `واحد بالاتر یا پایین‌تر است، ${days}. با امتیاز همراه است؛ گفته نمی‌شود که علت آن است.`,
        likedWeeks: (days) => "امتیاز فروشگاه در هفته‌هایی که ۱۰ واحد درصد بیشتر نامش را می‌برند چند "
            + `واحد بالاتر یا پایین‌تر است، ${days}. با امتیاز همراه است؛ گفته نمی‌شود که علت آن است.`,
        weights: (days) => "چه بخشی از تفاوت امتیازها با هر نمره همراه است، "
            + `${days} (وزن‌های نسبی جانسون). با امتیاز همراه است؛ گفته نمی‌شود که علت آن است.`,
    },
    mentionColumns: ["نام‌برده", "از", "سهم", "۹۵٪ از", "۹۵٪ تا"],
    balanceColumns: ["خوشایند منهای بهبود", "۹۵٪ از", "۹۵٪ تا"],
    splitColumns: { improve: ["از ۰ تا ۶", "از ۷ و ۸", "تفاوت", "۹۵٪ از", "۹۵٪ تا", "روشن؟"],
        liked: ["از ۹", "از ۱۰", "تفاوت", "۹۵٪ از", "۹۵٪ تا", "روشن؟"] },
    storeWeekColumns: ["واحد برای ۱۰ بیشتر", "۹۵٪ از", "۹۵٪ تا", "روشن؟"],
    weightColumns: ["وزن", "سهم از توضیح‌داده‌شده", "روشن؟"],
    driverClear: "روشن",
    driverRefused: ({ code, where, have, need }) => (code.endsWith("-too-few")
        ? `${count.format(have)} ${scarce[code]}${scores(where)} کم است؛ دست‌کم ${count.format(need)} `
            + `لازم است، یعنی ${count.format(need - have)} تای دیگر. ` + "بازه‌ای بلندتر یا فروشگاه‌های بیشتری برگزینید."
        : refusals[code] ?? "این آمار را با این پاسخ‌ها نمی‌توان داد."),
    clearReasons: (names) => `روشن: ${names.join("، ")}.`,
    noClearReason: "هیچ‌یک روشن نیست: همه می‌تواند تصادف باشد.",

    funnelChart: "گفت‌وگوها تا کجا رسیدند",
    funnelSteps: { listed: "به پایان فهرست رسید", completed: "به سپاس رسید",
        reasons: "دلیلی برگزید", comment: "نظری نوشت", contact: "نشانی تماس گذاشت" },
    funnelAll: "همه",
    funnelColumns: ["چه کسانی", "گام", "پاسخ‌ها", "از", "سهم", "۹۵٪ از", "۹۵٪ تا"],
    funnelLabel: (n) => `سهم ${answers(n)} امتیازدار که به هر گام رسید.`,
    funnelHint: (days) => `از پاسخ‌های امتیازدار، ${days}. هر پاسخی به شمار می‌آید، تا هر جا که رسیده باشد.`,
    responseRate: "پاسخ از فروش",
    ofSales: (rate, n) => `${rate} از ${count.format(n)} فروش`,
    responseUnknown: "دانسته نیست: صندوقی فروش را نمی‌گوید",
    scoredOfOpened: "امتیاز داد",
    ofOpened: (rate, n) => `${rate} از ${count.format(n)} کسی که صفحه را لمس کرد`,
    openedUnknown: "دانسته نیست: هنوز ساعتی از تبلت‌ها به پایان نرسیده",
    coverage: "آمادهٔ پاسخ",
    coverageOf: (share) => `${share} از ساعت‌های کار همهٔ تبلت‌ها`,
    coverageUnknown: "دانسته نیست که تبلت‌ها چه سهمی از ساعت‌های کار آمادهٔ پاسخ بوده‌اند.",
    coverageLine: (share, days) => `تبلت‌ها در ${share} از ساعت‌های کار آمادهٔ پاسخ بوده‌اند، ${days}.`,
    aroundDays: "روزها",
    coverageShort: "آمادهٔ پاسخ",
    coverageHint: (days) => "«آمادهٔ پاسخ» سهمی از ساعت‌های کار است که تبلت‌ها در آن آمادهٔ پاسخ بوده‌اند، "
        + `${days}. تبلتی که در روزهای بد خاموش است امتیاز را بهتر نشان می‌دهد.`,

    regionsTitle: "منطقه‌ها",
    regionsCaption: "امتیاز هر منطقه",
    rankingTitle: "ترتیب فروشگاه‌ها",
    rankingCaption: "فروشگاه‌ها به ترتیب امتیازِ کشیده‌شده به سوی منطقه",
    rankingColumns: { place: "جایگاه", name: "نام", nps: "NPS", interval: "بازهٔ ۹۵٪", n: "پاسخ‌ها",
        coverage: "آمادهٔ پاسخ", against: "در برابر دیگران" },
    rankingCsv: ["فروشگاه", "شناسه", "منطقه", "جایگاه", "بهترین جایگاه", "بدترین جایگاه", "پاسخ‌ها",
        "مروج", "بی‌تفاوت", "منتقد", "NPS", "۹۵٪ از", "۹۵٪ تا", "امتیاز کشیده‌شده",
        "در برابر دیگران", "آمادهٔ پاسخ"],
    rankingHint: "ترتیب بر پایهٔ امتیازی است که به سوی فروشگاه معمول کشیده شده؛ هر چه پاسخ کمتر، "
        + "کشش بیشتر. «۲–۵» یعنی جایگاه می‌تواند هر یک از این‌ها باشد: فروشگاه‌هایی که جایگاهشان هم‌پوشان "
        + "است همگی از هم بازشناختنی نیستند.",
    groupHead: (size) => (size === 1 ? "این فروشگاه جدا ایستاده است"
        : `این ${count.format(size)} فروشگاه از نخستین‌شان بازشناختنی نیستند`),
    unplacedHead: "کمتر از ۳۰ پاسخ: بدون جایگاه",
    against: { above: "بالاتر", below: "پایین‌تر", "not-clear": "تفاوت روشنی نیست" },
    placeRange: (best, worst) => (best === worst ? count.format(best)
        : `${count.format(best)}–${count.format(worst)}`),
    showMoreStores: (n) => `نمایش ${count.format(n)} فروشگاه دیگر`,
    touchpointsTitle: "نقطه‌های تماس",
    touchpointsCaption: "امتیاز هر نقطهٔ تماس",
    touchpointCoverage: (days) => "«آمادهٔ پاسخ» هر نقطهٔ تماس از آنِ تبلت‌هایی است که آنجا بوده‌اند، "
        + `${days}: هر تبلت در هر روز جایی شمرده می‌شود که بیشترِ پاسخ‌هایش را آنجا گرفته است.`,
    touchpointUncovered: (names) => `برای ${names.join("، ")} سهم «آمادهٔ پاسخ» گفته نمی‌شود: هیچ تبلتی `
        + "بیشترِ پاسخ‌های یک روزش را آنجا نگرفته است.",
    weightedScore: (score, range) => `با وزن‌های زنجیره: ${score} (بازهٔ ۹۵٪: ${range}).`,
    weightedMissing: (names) => "امتیاز وزن‌دار نیست: در هر نقطهٔ آن ۳۰ پاسخ لازم است. هنوز کم است: "
        + `${names.join("، ")}.`,

    kiosksTitle: "کیوسک‌ها",
    kiosksCaption: "امتیاز هر کیوسک",
    kiosksHint: (days) => "کیوسک جایی در فروشگاه است: تبلت آن و تبلت‌هایی که پیش از آن آنجا بودند. آن سهم از "
        + `ساعت‌های کار آمادهٔ پاسخ بوده است، ${days}.`,
    kioskGone: "دیگر در این فروشگاه نیست",
    broughtIn: "از جای دیگر آورده‌شده",
    unnamedKiosk: "بدون نام",

    compareTitle: "مقایسه",
    compareWith: "با",
    compareKinds: { before: "همین مدت پیش از آن", year: "یک سال پیش", store: "فروشگاهی دیگر",
        region: "منطقه‌ای دیگر", touchpoint: "نقطهٔ تماسی دیگر", days: "روزهایی دیگر" },
    compareStore: "فروشگاه دیگر",
    compareRegion: "منطقهٔ دیگر",
    compareTouchpoint: "نقطهٔ تماس دیگر",
    compareOpen: "برای مقایسه با بازه‌ای دیگر، بازه‌ای با روز نخست و روز آخر برگزینید.",
    compareChoose: "برگزینید که با چه مقایسه شود.",
    compareNone: "یکی از دو سو پاسخی ندارد، پس تفاوتی نمی‌توان گفت.",
    compareOverlap: "این دو پاسخ‌های مشترک دارند و تفاوتشان را نمی‌توان سنجید. دو گزینش جدا از هم "
        + "برگزینید.",
    compareWording: (names) => `متن ${names.join("، ")} در دو سو یکی نیست؛ تفاوت می‌تواند از پرسش باشد `
        + "و سنجیده نمی‌شود.",
    compareFew: (names) => "پاسخ برای مقایسه کم است: هر سو ۳۰ پاسخ لازم دارد. هنوز کم است: "
        + `${names.join("، ")}.`,
    compareClear: (delta, range, p) => `تفاوت روشن: ${delta} واحد (${range}، ${p}).`,
    compareNotClear: (delta, range, p) => `تفاوت روشنی نیست: ${delta} واحد می‌تواند تصادف باشد `
        + `(${range}، ${p}).`,
    compareTime: "در اینجا همهٔ روزهای برگزیده به شمار می‌آید، پاسخ‌های امروز هم؛ اینکه هفته‌های کامل گذشته "
        + "خبر تازه‌ای است یا نه در بالا سنجیده شده است",
    compareColumns: ["چه", "پاسخ‌ها", "NPS", "۹۵٪ از", "۹۵٪ تا", "مروج", "بی‌تفاوت", "منتقد"],
    compareLabel: (a, b) => `امتیاز ${a} و ${b} با بازه‌هایشان.`,
    smallP: "< ۰٫۰۰۱",

    dashboardReading: [
        ["امتیاز و بازه",
            "NPS سهم مروجان (۹ و ۱۰) منهای سهم منتقدان (۰ تا ۶) است. بازه، گستره‌ای است که امتیاز تنها از "
            + "روی تصادف می‌توانست داشته باشد؛ اینکه چه کسانی پاسخ داده‌اند در آن نیست."],
        ["چند پاسخ بس است",
            "زیر ۳۰ پاسخ امتیازی نیست. از ۳۰ تا ۹۹ امتیاز تقریبی است و بازه نخست می‌آید. از ۱۰۰ پاسخ امتیاز "
            + "نشان داده می‌شود."],
        ["ترتیب فروشگاه‌ها",
            "یک هفتهٔ خوش‌شانس، فروشگاهی کوچک را پیش نمی‌اندازد: هر امتیاز به سوی فروشگاه معمول کشیده "
            + "می‌شود؛ هر چه پاسخ کمتر، بیشتر. هشدارهای نادرست میان مقایسه‌های بسیار از ۵٪ بیشتر نمی‌شود."],
        ["پاسخ‌های نشان‌دار",
            "پاسخ‌هایی که به رگبار، تکرار یا زمانی بیرون از ساعت کار می‌مانند نشان می‌خورند و هرگز پاک "
            + "نمی‌شوند. نشان، اتهام نیست. با کلید می‌توان امتیاز را با آن‌ها یا بی آن‌ها دید."],
    ],
};
