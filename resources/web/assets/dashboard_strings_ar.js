// The dashboard's words in Arabic: the keys of dashboard_strings.js.

import { counting } from "./plural.js";

const locale = "ar-u-ca-gregory-nu-arab";
const count = new Intl.NumberFormat(locale);
const counted = counting(locale);
export const answers = counted({ zero: "لا إجابات", one: "إجابة واحدة", two: "إجابتان",
    few: "# إجابات", other: "# إجابة" });
// After a preposition or as the second part of a pair.
const ofAnswers = counted({ zero: "صفر إجابات", one: "إجابة واحدة", two: "إجابتين",
    few: "# إجابات", other: "# إجابة" });
const days = counted({ one: "يومًا واحدًا", two: "يومين", few: "# أيام", many: "# يومًا",
    other: "# يوم" });
const points = counted({ zero: "لا نقاط", one: "نقطة واحدة", two: "نقطتان", few: "# نقاط",
    other: "# نقطة" });
const reasons = counted({ zero: "لا أسباب", one: "سبب واحد بمجاله", two: "سببان بمجاليهما",
    few: "# أسباب بمجالاتها", many: "# سببًا بمجالاتها", other: "# سبب بمجالاتها" });
const sales = counted({ zero: "صفر عمليات بيع", one: "عملية بيع واحدة", two: "عمليتي بيع",
    few: "# عمليات بيع", other: "# عملية بيع" });
const people = counted({ zero: "صفر أشخاص لمسوا", one: "شخص واحد لمس", two: "شخصين لمسا",
    few: "# أشخاص لمسوا", many: "# شخصًا لمسوا", other: "# شخص لمسوا" });
const alike = counted({ one: "يمكن تمييز هذا المتجر من غيره",
    two: "لا يمكن التمييز بين هذين المتجرين",
    few: "هذه المتاجر، وعددها #، لا يمكن تمييزها عن أولها",
    other: "هذه المتاجر، وعددها #، لا يمكن تمييزها عن أولها" });
const moreStores = counted({ one: "عرض متجر آخر", two: "عرض متجرين آخرين",
    few: "عرض # متاجر أخرى", many: "عرض # متجرًا آخر", other: "عرض # متجر آخر" });
const association = "هذا ما يقترن بالدرجة؛ ولا يُقال إنه سببها.";

// What there may be too little of, and the scores that it is of.
const scarce = {
    "answers-too-few": "عدد الإجابات قليل",
    "stores-too-few": "عدد المتاجر التي لها أسابيع كافية قليل",
    "weeks-too-few": "عدد الأسابيع ذات الإجابات الكافية قليل",
    "store-weeks-too-few": "عدد أسابيع المتاجر ذات الإجابات الكافية قليل",
};
const scores = (where) => (where
    ? ` (الدرجات ${where.split("-").map((n) => count.format(n)).join(" إلى ")})` : "");
const refusals = {
    "ratings-alike": "أجاب الجميع في كل متجر إجابة واحدة، فلا يظهر ما يقترن بها. يُرجى اختيار فترة "
        + "أطول أو متاجر أكثر.",
    "ratings-collinear": "تقييم أحد المعايير يُستنتج من غيره، فلا يمكن التمييز بينها. يُرجى حذف أحدها.",
};

export const dashboardArabic = {
    skipDashboard: "الانتقال إلى الأرقام",
    dashboardTitle: "لوحة المتابعة",
    dashboardSignIn: "يُرجى تسجيل الدخول لعرض لوحة المتابعة.",
    languageLabel: "اللغة",
    storeChoice: "المتجر",
    touchpoint: "نقطة الاتصال",
    allTouchpoints: "كل نقاط الاتصال",
    unnamedTouchpoint: "بلا اسم",
    print: "طباعة",
    report: "التقرير الشهري",
    reportTitle: "التقرير الشهري بصيغة PDF",
    reportMonth: "الشهر",
    reportLanguage: "لغة التقرير",
    reportMake: "إعداد التقرير",
    reportClose: "إغلاق",
    reportWorking: "جارٍ إعداد التقرير…",
    reportNoMonth: "لا إجابات هنا بعد.",
    reportFailed: (detail) => `تعذّر إعداد التقرير: ${detail}`,
    crumbs: "مكانك",
    figureFailed: "تعذّر تحميل هذه الأرقام.",
    figureEmpty: "لا إجابات في هذا الاختيار.",

    csv: "CSV",
    csvOf: (title) => `تنزيل «${title}» بصيغة CSV`,
    png: "PNG",
    pngOf: (title) => `تنزيل «${title}» صورةً`,
    asTable: "عرض هذه الأرقام في جدول",

    summaryTitle: "الدرجة",
    otherMarked: (score, n, shownWith) => (shownWith
        ? `دون الإجابات المعلَّمة: ${score} من ${ofAnswers(n)}.`
        : `مع الإجابات المعلَّمة: ${score} من ${ofAnswers(n)}.`),
    sameWithoutMarks: "لا إجابة معلَّمة في هذا الاختيار.",
    fewWithoutMarks: (n, shownWith, more) => (shownWith
        ? `دون الإجابات المعلَّمة: ${answers(n)}، وهذا أقل من أن يعطي درجة، وينقصه ${more}.`
        : `مع الإجابات المعلَّمة: ${answers(n)}، وهذا أقل من أن يعطي درجة، وينقصه ${more}.`),

    changeTitle: "هل في ذلك جديد؟",
    judged: (now, before) => `${now}، مقارنةً بـ ${before}`,
    verdicts: {
        none: (delta, range) => `لا تغيّر واضح: الفرق بالنقاط ${delta}، وقد يكون مصادفة (${range}).`,
        better: (delta, range) => `ارتفاع واضح، بالنقاط: ${delta} (${range}).`,
        worse: (delta, range) => `انخفاض واضح، بالنقاط: ${delta} (${range}).`,
    },
    notJudged: ({ code, have, need, where }) => (code === "days-too-few"
        ? `من المبكر الحكم على التغيّر: عدد الأيام السابقة للمقارنة ${count.format(have)}، ويلزم ${
            count.format(need)} على الأقل، أي ${count.format(need - have)} أخرى.`
        : where === "before"
        ? `من المبكر الحكم على التغيّر: عدد الإجابات عن هذا السؤال في الأسابيع السابقة ${
            count.format(have)}، ويلزم ${count.format(need)} على الأقل.`
        : `من المبكر الحكم على التغيّر: عدد الإجابات ${count.format(have)}، ويلزم ${
            count.format(need)} على الأقل، أي ${count.format(need - have)} أخرى.`),
    targets: {
        below: (points) => `دون الهدف ${points} في آخر ٢٨ يومًا.`,
        above: (points) => `فوق الهدف ${points} في آخر ٢٨ يومًا.`,
        "not-clear": (points) => `الهدف ${points}: لم يتضح بعد في آخر ٢٨ يومًا.`,
        early: (points, { code, have, need }) => `الهدف ${points}: يُحكم عليه بعد ٢٨ يومًا و٣٠ إجابة. الناقص من ${
            code === "days-too-few" ? "الأيام" : "الإجابات"}: ${count.format(need - have)}.`,
    },
    judgedHint: "يُحكم مرة واحدة بعد كل يوم عمل مكتمل، على أسابيع كاملة، مع احتساب الفروق بين الأيام.",

    trendChart: "المسار",
    grain: "بحسب",
    grains: { day: "اليوم", week: "الأسبوع", month: "الشهر" },
    pooledHint: (n) => `كل نقطة تجمع ${days(n)} تنتهي بيومها؛ والشريط مجالها عند ٩٥٪. وحيث تقل `
        + "الإجابات في تلك الأيام عن ٣٠ لا توجد نقطة.",
    periodHint: "الشريط هو مجال كل نقطة عند ٩٥٪. ومع أقل من ٣٠ إجابة لا توجد نقطة.",
    slope: {
        clear: (points, range) => `بخط مستقيم عبر الأيام المكتملة، التغيّر بالنقاط في الأسبوع: ${
            points} (${range}).`,
        unclear: (points, range) => `لا اتجاه واضح: بخط مستقيم، التغيّر بالنقاط في الأسبوع ${
            points}، وقد يكون مصادفة (${range}).`,
    },
    trendLabel: (n, first, last) => `${points(n)}، من ${first} إلى ${last}.`,
    trendEmpty: "لا إجابات كافية لرسم خط بعد.",
    trendColumns: ["من", "إلى", "الإجابات", "NPS", "٩٥٪ من", "٩٥٪ إلى", "المروّجون", "المحايدون",
        "المنتقدون"],
    pooledColumns: ["اليوم", "إجابات اليوم", "الإجابات مجتمعة", "NPS مجتمعًا", "٩٥٪ من",
        "٩٥٪ إلى"],
    running: "لم ينتهِ بعد",
    marksTitle: "علامات على الخط",
    breakMark: (day, checklist) => `${day}: تغيّرت صياغة ${checklist}. الخط مقطوع هنا، لأن ما قبله `
        + "لا يُقارن بما بعده.",
    fallMark: (day, earliest, latest, size) => `${day}: انخفضت الدرجة بنحو ${size} من النقاط `
        + `(بين ${earliest} و${latest}).`,
    riseMark: (day, earliest, latest, size) => `${day}: ارتفعت الدرجة بنحو ${size} من النقاط `
        + `(بين ${earliest} و${latest}).`,

    histogramChart: "الإجابات بحسب الدرجة",
    histogramColumns: ["الدرجة", "الإجابات", "النسبة", "الفئة"],
    segmentNames: { promoters: "مروّج", passives: "محايد", detractors: "منتقد" },
    histogramLabel: (n) => `كم نالت كل درجة من ٠ إلى ١٠ من ${ofAnswers(n)}.`,

    heatChart: "الساعات وأيام الأسبوع",
    heatShows: "عرض",
    heatMetrics: { score: "الدرجة", n: "الإجابات", coverage: "التغطية" },
    heatHint: (span) => `أيام العمل وساعاته في المتجر، ${span}. الخانة التي فيها أقل من ٣٠ إجابة بلا `
        + "درجة؛ ويظهر فيها عدد إجاباتها بخط صغير.",
    heatColumns: ["يوم الأسبوع", "الساعة", "الإجابات", "NPS", "٩٥٪ من", "٩٥٪ إلى"],
    weekdays: ["الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد"],
    weekdaysShort: ["الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد"],
    allDay: "كل اليوم",
    allWeek: "كل الأسبوع",
    hour: "الساعة",
    cellFew: (n, more) => `${answers(n)}، أقل من أن تعطي درجة، وينقصها ${more}`,
    cellScore: (score, range, n) => `${score} (${range})، ${answers(n)}`,
    lowHigh: (low, high) => `كلما اشتد اللون ارتفعت القيمة: من ${low} إلى ${high}.`,

    reasonsChart: "الأسباب",
    reasonsShow: "عرض",
    reason: "السبب",
    reasonViews: { improve: "ما يمكن تحسينه", liked: "ما أعجبهم",
        balance: "ما أعجبهم ناقص ما يمكن تحسينه", detractors: "ما يقترن بـ ٠–٦",
        nines: "ما يقترن بـ ٩", improveWeeks: "ما يمكن تحسينه، عبر الأسابيع",
        likedWeeks: "ما أعجبهم، عبر الأسابيع", weights: "ما تقترن به الدرجة" },
    reasonsLabel: (n) => `${reasons(n)} عند ٩٥٪.`,
    reasonHints: {
        improve: (span) => `من الإجابات ٠ إلى ٨ التي عُرضت عليها القائمة، ${span}.`,
        liked: (span) => `من الإجابات ٩ و١٠ التي عُرضت عليها القائمة، ${span}.`,
        balance: (span) => `بالنقاط المئوية من كل الإجابات، ${span}.`,
        detractors: (span) => "بكم نقطة مئوية يزيد من اختاره بين أصحاب ٠–٦ على من اختاره بين أصحاب "
            + `٧–٨، في المتجر نفسه والأسبوع نفسه، ${span}. ${association}`,
        nines: (span) => "بكم نقطة مئوية يزيد من اختاره بين أصحاب ٩ على من اختاره بين أصحاب ١٠، في "
            + `المتجر نفسه والأسبوع نفسه، ${span}. ${association}`,
        improveWeeks: (span) => "بكم نقطة ترتفع درجة المتجر أو تنخفض في الأسابيع التي يذكره فيها "
            + `عدد أكبر بعشر نقاط مئوية، ${span}. ${association}`,
        likedWeeks: (span) => "بكم نقطة ترتفع درجة المتجر أو تنخفض في الأسابيع التي يذكره فيها "
            + `عدد أكبر بعشر نقاط مئوية، ${span}. ${association}`,
        weights: (span) => "أي جزء من الفروق بين الدرجات يقترن بكل تقييم، "
            + `${span} (أوزان جونسون النسبية). ${association}`,
    },
    mentionColumns: ["ذكروه", "من", "النسبة", "٩٥٪ من", "٩٥٪ إلى"],
    balanceColumns: ["الإعجاب ناقص التحسين", "٩٥٪ من", "٩٥٪ إلى"],
    splitColumns: { improve: ["من ٠–٦", "من ٧–٨", "الفرق", "٩٥٪ من", "٩٥٪ إلى", "واضح؟"],
        liked: ["من ٩", "من ١٠", "الفرق", "٩٥٪ من", "٩٥٪ إلى", "واضح؟"] },
    storeWeekColumns: ["النقاط لكل ١٠ إضافية", "٩٥٪ من", "٩٥٪ إلى", "واضح؟"],
    weightColumns: ["الوزن", "الحصة من المفسَّر", "واضح؟"],
    driverClear: "واضح",
    driverRefused: ({ code, where, have, need }) => (code.endsWith("-too-few")
        ? `${scarce[code]}${scores(where)}: ${count.format(have)}، ويلزم ${count.format(need)} على `
            + `الأقل، أي ${count.format(need - have)} أخرى. ` + "يُرجى اختيار فترة أطول أو متاجر أكثر."
        : refusals[code] ?? "لا يمكن تقديم هذه الأرقام من هذه الإجابات."),
    clearReasons: (names) => `الواضح: ${names.join("، ")}.`,
    noClearReason: "لا شيء هنا واضح: قد يكون كله مصادفة.",

    funnelChart: "إلى أين وصلت المحادثات",
    funnelSteps: { listed: "أنهى القائمة", completed: "وصل إلى الشكر", reasons: "اختار سببًا",
        comment: "ترك تعليقًا", contact: "ترك وسيلة تواصل" },
    funnelAll: "الكل",
    funnelColumns: ["الفئة", "الخطوة", "الإجابات", "من", "النسبة", "٩٥٪ من", "٩٥٪ إلى"],
    funnelLabel: (n) => `نسب ما وصل إلى كل خطوة من ${ofAnswers(n)} لها درجة.`,
    funnelHint: (span) => `من الإجابات التي لها درجة، ${span}. تُحتسب كل إجابة مهما بلغت.`,
    responseRate: "الإجابات من المبيعات",
    ofSales: (rate, n) => `${rate} من ${sales(n)}`,
    responseUnknown: "غير معروف: لا صندوق يُبلغ عن مبيعاته",
    scoredOfOpened: "أعطى درجة",
    ofOpened: (rate, n) => `${rate} من ${people(n)} الشاشة`,
    openedUnknown: "غير معروف: لم تنتهِ بعد أي ساعة لجهاز لوحي",
    coverage: "أمكنت الإجابة",
    coverageOf: (share) => `في ${share} من ساعات عمل كل الأجهزة اللوحية`,
    coverageUnknown: "لا يُعرف في كم من ساعات العمل أمكنت الإجابة على الأجهزة اللوحية.",
    coverageLine: (share, span) => `أمكنت الإجابة على الأجهزة اللوحية في ${share} من ساعات العمل، `
        + `${span}.`,
    aroundDays: "الأيام",
    coverageShort: "التغطية",
    coverageHint: (span) => "التغطية هي ما أمكنت فيه الإجابة على الأجهزة اللوحية من ساعات العمل، "
        + `${span}. الجهاز المطفأ في الأيام السيئة يُظهر الدرجة أفضل مما هي.`,

    regionsTitle: "المناطق",
    regionsCaption: "درجة كل منطقة",
    rankingTitle: "المتاجر بالترتيب",
    rankingCaption: "المتاجر بحسب درجتها مقرَّبةً إلى المنطقة",
    rankingColumns: { place: "المرتبة", name: "الاسم", nps: "NPS", interval: "مجال ٩٥٪",
        n: "الإجابات", coverage: "التغطية", against: "مقارنةً بغيره" },
    rankingCsv: ["المتجر", "المعرّف", "المنطقة", "المرتبة", "أفضل مرتبة", "أسوأ مرتبة", "الإجابات",
        "المروّجون", "المحايدون", "المنتقدون", "NPS", "٩٥٪ من", "٩٥٪ إلى", "الدرجة المقرَّبة",
        "مقارنةً بغيره", "التغطية"],
    rankingHint: "مرتّبة بحسب الدرجة مقرَّبةً إلى المتجر المعتاد، وبقدر أكبر كلما قلّت الإجابات. "
        + "«٢–٥» تعني أن المرتبة قد تكون أيًا منها: المتاجر التي تتداخل مراتبها لا يمكن التمييز بينها "
        + "كلها.",
    groupHead: alike,
    unplacedHead: "أقل من ٣٠ إجابة: بلا مرتبة",
    against: { above: "أعلى", below: "أدنى", "not-clear": "لا فرق واضح" },
    placeRange: (best, worst) => (best === worst ? count.format(best)
        : `${count.format(best)}–${count.format(worst)}`),
    showMoreStores: moreStores,
    touchpointsTitle: "نقاط الاتصال",
    touchpointsCaption: "درجة كل نقطة اتصال",
    touchpointCoverage: (span) => "تغطية نقطة الاتصال هي تغطية الأجهزة اللوحية التي كانت فيها، "
        + `${span}: يُحسب يوم الجهاز حيث جمع معظم إجاباته.`,
    touchpointUncovered: (names) => `لا تُذكر تغطية لـ ${names.join("، ")}: لم يجمع أي جهاز لوحي معظم `
        + "إجابات يوم هناك.",
    weightedScore: (score, range) => `بأوزان السلسلة: ${score} (مجال ٩٥٪: ${range}).`,
    weightedMissing: (names) => "لا درجة مرجّحة: يلزم ٣٠ إجابة في كل نقطة من نقاطها. الناقص: "
        + `${names.join("، ")}.`,

    kiosksTitle: "الأكشاك",
    kiosksCaption: "درجة كل كشك",
    kiosksHint: (span) => "الكشك مكان في المتجر: جهازه اللوحي والأجهزة التي حلّ هذا محلّها. والتغطية هي ما "
        + `أمكنت فيه الإجابة عليه من ساعات العمل، ${span}.`,
    kioskGone: "لم يعد في هذا المتجر",
    broughtIn: "أُدخلت من مصدر آخر",
    unnamedKiosk: "بلا اسم",

    compareTitle: "مقارنة",
    compareWith: "مع",
    compareKinds: { before: "المدة نفسها قبل ذلك", year: "قبل عام", store: "متجر آخر",
        region: "منطقة أخرى", touchpoint: "نقطة اتصال أخرى", days: "أيام أخرى" },
    compareStore: "المتجر الآخر",
    compareRegion: "المنطقة الأخرى",
    compareTouchpoint: "نقطة الاتصال الأخرى",
    compareOpen: "للمقارنة بفترة أخرى يُرجى اختيار فترة لها يوم أول ويوم أخير.",
    compareChoose: "يُرجى اختيار ما يُقارن به.",
    compareNone: "أحد الجانبين بلا إجابات، فلا فرق يُذكر.",
    compareOverlap: "بين الجانبين إجابات مشتركة، فلا يمكن الحكم على الفرق. "
        + "يُرجى اختيار جانبين لا يتداخلان.",
    compareWording: (names) => `صياغة ${names.join("، ")} ليست واحدة في الجانبين، فقد يكون الفرق من السؤال، `
        + "ولا يُحكم عليه.",
    compareFew: (names) => "الإجابات أقل من أن تُقارن: يلزم كل جانب ٣٠ إجابة. الناقص: "
        + `${names.join("، ")}.`,
    compareClear: (delta, range, p) => `فرق واضح، بالنقاط: ${delta} (${range}، ${p}).`,
    compareNotClear: (delta, range, p) => `لا فرق واضح: الفرق بالنقاط ${delta}، وقد يكون مصادفة `
        + `(${range}، ${p}).`,
    compareTime: "تُحسب هنا كل الأيام المختارة ومنها إجابات اليوم؛ أما هل في الأسابيع المكتملة الأخيرة "
        + "جديد فيُحكم عليه في الأعلى",
    compareColumns: ["الجانب", "الإجابات", "NPS", "٩٥٪ من", "٩٥٪ إلى", "المروّجون", "المحايدون",
        "المنتقدون"],
    compareLabel: (a, b) => `درجتا ${a} و${b} بمجاليهما.`,
    smallP: "< ٠٫٠٠١",

    dashboardReading: [
        ["الدرجة والمجال",
            "NPS هو نسبة المروّجين (٩–١٠) ناقص نسبة المنتقدين (٠–٦). والمجال هو ما كان يمكن أن تبلغه "
            + "الدرجة بالمصادفة وحدها؛ ولا يشمل من اختار أن يجيب."],
        ["كم إجابة تكفي",
            "دون ٣٠ إجابة لا توجد درجة. ومن ٣٠ إلى ٩٩ تكون الدرجة تقريبية ويُذكر مجالها أولًا. ومن ١٠٠ "
            + "تظهر الدرجة."],
        ["ترتيب المتاجر",
            "أسبوع محظوظ لا يضع متجرًا صغيرًا في المقدمة: كل درجة تُقرَّب إلى المتجر المعتاد، وبقدر أكبر "
            + "كلما قلّت الإجابات. ولا تتجاوز الإنذارات الخاطئة بين المقارنات الكثيرة ٥٪."],
        ["الإجابات المعلَّمة",
            "الإجابات التي تشبه دفعة متلاحقة أو تكرارًا أو وقتًا خارج ساعات العمل تُعلَّم ولا تُحذف "
            + "أبدًا. والعلامة ليست اتهامًا. ويعرض المفتاح الدرجة معها أو دونها."],
    ],
};
