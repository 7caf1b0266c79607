// The words of the page of comments, in the languages that it offers.

import { formatCount } from "./format.js";
import { language } from "./language.js";
import { counting } from "./plural.js";

const english = {
    commentsSkip: "Skip to the comments",
    commentsTitle: "What shoppers wrote",
    commentsSignIn: "Sign in to read comments.",
    commentsNotForYou: "Comments are for managers and those above them.",
    commentsSearch: "Search",
    commentsSearchHint: "Words in any language; each finds what begins with it.",
    commentsOf: "Written by",
    everybody: "Everybody",
    promoters: "Promoters (9–10)",
    passives: "Passives (7–8)",
    detractors: "Detractors (0–6)",
    found: (n, least) => (least ? `More than ${formatCount(n)} comments`
        : n === 1 ? "1 comment" : `${formatCount(n)} comments`),
    shown: (n, found) => `${formatCount(n)} of ${found} are shown.`,
    nothing: "Nobody wrote anything in this selection.",
    notFound: "No comment in this selection has these words.",
    heldBack: (n) => (n === 1
        ? "One comment of today waits until there are three together or the store closes."
        : `${formatCount(n)} comments of today wait until there are three together or the store `
            + "closes."),
    commentsMore: "Show more",
    score: (n) => (n === null ? "No score" : `Score ${formatCount(n)}`),
    parts: { night: "at night", morning: "in the morning", afternoon: "in the afternoon",
        evening: "in the evening" },
    when: (day, part) => `${day}, ${part}`,
    marked: "marked",
    commentsFoot: "Addresses, numbers and most names are masked. Comments of one part of a day are in "
        + "no order, and of today shown three at a time, so that nobody is known by one.",
    wordsTitle: "Words",
    wordsOf: {
        promoters: "Promoters write more often", detractors: "Detractors write more often",
        here: "Written more often here", elsewhere: "Written more often elsewhere",
    },
    wordsFrequent: "In most comments",
    wordsNoDifference: "No word tells promoters from detractors clearly.",
    wordsNoPlace: "No word tells this place from the others clearly.",
    wordsNone: "There are too few comments to count words.",
    wordCount: (word, n) => `${word}: in ${n === 1 ? "1 comment" : `${formatCount(n)} comments`}; `
        + "search for it",
    wordsColumns: ["Word", "Language", "List", "Comments with it", "Of", "In the other group", "Of",
        "z"],
    wordsNewest: (n) => `Counted in the newest ${formatCount(n)} comments.`,
};

const persian = {
    commentsSkip: "رفتن به نظرها",
    commentsTitle: "آنچه مشتریان نوشته‌اند",
    commentsSignIn: "برای خواندن نظرها وارد شوید.",
    commentsNotForYou: "نظرها برای مدیران فروشگاه و بالاتر است.",
    commentsSearch: "جست‌وجو",
    commentsSearchHint: "به هر زبانی؛ هر واژه آنچه را با آن آغاز می‌شود هم می‌یابد.",
    commentsOf: "نوشتهٔ",
    everybody: "همه",
    promoters: "مروجان (۹–۱۰)",
    passives: "بی‌تفاوت‌ها (۷–۸)",
    detractors: "منتقدان (۰–۶)",
    found: (n, least) => (least ? `بیش از ${formatCount(n)} نظر` : `${formatCount(n)} نظر`),
    shown: (n, found) => `${formatCount(n)} از ${found} نشان داده شده است.`,
    nothing: "در این گزینش کسی چیزی ننوشته است.",
    notFound: "در این گزینش هیچ نظری این واژه‌ها را ندارد.",
    heldBack: (n) => `${formatCount(n)} نظر امروز تا سه‌تایی شدن یا بسته شدن فروشگاه نشان داده نمی‌شود.`,
    commentsMore: "نمایش بیشتر",
    score: (n) => (n === null ? "بی امتیاز" : `امتیاز ${formatCount(n)}`),
    parts: { night: "شب", morning: "صبح", afternoon: "بعدازظهر", evening: "عصر" },
    when: (day, part) => `${day}، ${part}`,
    marked: "نشان‌دار",
    commentsFoot: "نشانی‌ها، شماره‌ها و بیشتر نام‌ها پوشانده شده‌اند. نظرهای هر بخش روز ترتیبی ندارند و نظرهای "
        + "امروز سه‌تا سه‌تا نشان داده می‌شوند تا کسی شناخته نشود.",
    wordsTitle: "واژه‌ها",
    wordsOf: {
        promoters: "مروجان بیشتر نوشته‌اند", detractors: "منتقدان بیشتر نوشته‌اند",
        here: "اینجا بیشتر نوشته شده", elsewhere: "جاهای دیگر بیشتر نوشته شده",
    },
    wordsFrequent: "در بیشترین نظرها",
    wordsNoDifference: "هیچ واژه‌ای مروجان را از منتقدان به‌روشنی جدا نمی‌کند.",
    wordsNoPlace: "هیچ واژه‌ای اینجا را از جاهای دیگر به‌روشنی جدا نمی‌کند.",
    wordsNone: "نظرها برای شمردن واژه‌ها کم است.",
    wordCount: (word, n) => `${word}: در ${formatCount(n)} نظر؛ جست‌وجوی آن`,
    wordsColumns: ["واژه", "زبان", "فهرست", "نظرهای دارای آن", "از", "در گروه دیگر", "از", "z"],
    wordsNewest: (n) => `در ${formatCount(n)} نظر تازه‌تر شمرده شده است.`,
};

const counted = counting("ar-u-nu-arab");
const inComments = { zero: "# تعليقات", one: "تعليق واحد", two: "تعليقين", few: "# تعليقات",
    many: "# تعليقًا", other: "# تعليق" };
const commentsFound = counted({ ...inComments, zero: "لا تعليقات", two: "تعليقان" });
const ofComments = counted(inComments);

const arabic = {
    commentsSkip: "الانتقال إلى التعليقات",
    commentsTitle: "ما كتبه العملاء",
    commentsSignIn: "يُرجى تسجيل الدخول لقراءة التعليقات.",
    commentsNotForYou: "التعليقات لمديري المتاجر ومن فوقهم.",
    commentsSearch: "البحث",
    commentsSearchHint: "كلمات بأي لغة؛ وكل كلمة تجد ما يبدأ بها.",
    commentsOf: "كتبها",
    everybody: "الجميع",
    promoters: "المروّجون (٩–١٠)",
    passives: "المحايدون (٧–٨)",
    detractors: "المنتقدون (٠–٦)",
    found: (n, least) => (least ? `أكثر من ${ofComments(n)}` : commentsFound(n)),
    shown: (n, found) => `يُعرض ${formatCount(n)} من: ${found}.`,
    nothing: "لم يكتب أحد شيئًا في هذا الاختيار.",
    notFound: "لا تعليق في هذا الاختيار فيه هذه الكلمات.",
    heldBack: counted({ one: "تعليق واحد من اليوم ينتظر حتى تجتمع ثلاثة أو يغلق المتجر.",
        two: "تعليقان من اليوم ينتظران حتى تجتمع ثلاثة أو يغلق المتجر.",
        few: "# تعليقات من اليوم تنتظر حتى تجتمع ثلاثة أو يغلق المتجر.",
        many: "# تعليقًا من اليوم تنتظر حتى تجتمع ثلاثة أو يغلق المتجر.",
        other: "# تعليق من اليوم تنتظر حتى تجتمع ثلاثة أو يغلق المتجر." }),
    commentsMore: "عرض المزيد",
    score: (n) => (n === null ? "بلا درجة" : `الدرجة ${formatCount(n)}`),
    parts: { night: "ليلًا", morning: "صباحًا", afternoon: "بعد الظهر", evening: "مساءً" },
    when: (day, part) => `${day}، ${part}`,
    marked: "معلَّم",
    commentsFoot: "العناوين والأرقام ومعظم الأسماء محجوبة. تعليقات كل جزء من اليوم بلا ترتيب، وتعليقات اليوم "
        + "تُعرض ثلاثة ثلاثة، حتى لا يُعرف أحد من تعليقه.",
    wordsTitle: "الكلمات",
    wordsOf: {
        promoters: "يكتبها المروّجون أكثر", detractors: "يكتبها المنتقدون أكثر",
        here: "تُكتب هنا أكثر", elsewhere: "تُكتب في غير هذا المكان أكثر",
    },
    wordsFrequent: "الأكثر ورودًا في التعليقات",
    wordsNoDifference: "لا كلمة تميّز المروّجين من المنتقدين بوضوح.",
    wordsNoPlace: "لا كلمة تميّز هذا المكان من غيره بوضوح.",
    wordsNone: "التعليقات أقل من أن تُعدّ كلماتها.",
    wordCount: (word, n) => `${word}: في ${ofComments(n)}؛ البحث عنها`,
    wordsColumns: ["الكلمة", "اللغة", "القائمة", "التعليقات التي فيها", "من", "في المجموعة الأخرى",
        "من", "z"],
    wordsNewest: (n) => `عُدّت في أحدث التعليقات، وعددها ${formatCount(n)}.`,
};

const tamil = {
    commentsSkip: "கருத்துகளுக்குச் செல்ல",
    commentsTitle: "வாடிக்கையாளர்கள் எழுதியவை",
    commentsSignIn: "கருத்துகளைப் படிக்க உள்நுழையுங்கள்.",
    commentsNotForYou: "கருத்துகள் கடை மேலாளர்களுக்கும் அவர்களுக்கு மேலுள்ளவர்களுக்கும் மட்டுமே.",
    commentsSearch: "தேடு",
    commentsSearchHint: "எந்த மொழியிலும் சொற்கள்; ஒவ்வொன்றும் அதில் தொடங்குவதையும் கண்டறியும்.",
    commentsOf: "எழுதியவர்கள்",
    everybody: "அனைவரும்",
    promoters: "ஆதரவாளர்கள் (9–10)",
    passives: "நடுநிலையாளர்கள் (7–8)",
    detractors: "அதிருப்தியாளர்கள் (0–6)",
    found: (n, least) => (least ? `${formatCount(n)}-க்கும் மேற்பட்ட கருத்துகள்`
        : n === 1 ? "1 கருத்து" : `${formatCount(n)} கருத்துகள்`),
    shown: (n, found) => `காட்டப்படுபவை: ${formatCount(n)}; மொத்தம்: ${found}.`,
    nothing: "இந்தத் தெரிவில் யாரும் எதுவும் எழுதவில்லை.",
    notFound: "இந்தத் தெரிவில் எந்தக் கருத்திலும் இந்தச் சொற்கள் இல்லை.",
    heldBack: (n) => (n === 1
        ? "இன்றைய ஒரு கருத்து மூன்று சேரும் வரை அல்லது கடை மூடும் வரை காத்திருக்கிறது."
        : `இன்றைய ${formatCount(n)} கருத்துகள் மூன்று சேரும் வரை அல்லது கடை மூடும் வரை காத்திருக்கின்றன.`),
    commentsMore: "மேலும் காட்டு",
    score: (n) => (n === null ? "மதிப்பெண் இல்லை" : `மதிப்பெண் ${formatCount(n)}`),
    parts: { night: "இரவு", morning: "காலை", afternoon: "பிற்பகல்", evening: "மாலை" },
    when: (day, part) => `${day}, ${part}`,
    marked: "குறியிடப்பட்டது",
    commentsFoot: "முகவரிகள், எண்கள், பெரும்பாலான பெயர்கள் மறைக்கப்பட்டுள்ளன. நாளின் ஒரு பகுதியின் கருத்துகளுக்கு வரிசை இல்லை; இன்றையவை "
        + "மூன்று மூன்றாகக் காட்டப்படும்; எனவே ஒன்றிலிருந்து யாரையும் அறிய இயலாது.",
    wordsTitle: "சொற்கள்",
    wordsOf: {
        promoters: "ஆதரவாளர்கள் அதிகம் எழுதுவன", detractors: "அதிருப்தியாளர்கள் அதிகம் எழுதுவன",
        here: "இங்கே அதிகம் எழுதப்படுவன", elsewhere: "மற்ற இடங்களில் அதிகம் எழுதப்படுவன",
    },
    wordsFrequent: "அதிகக் கருத்துகளில் உள்ளவை",
    wordsNoDifference: "ஆதரவாளர்களையும் அதிருப்தியாளர்களையும் தெளிவாகப் பிரிக்கும் சொல் எதுவும் இல்லை.",
    wordsNoPlace: "இந்த இடத்தை மற்றவற்றிலிருந்து தெளிவாகப் பிரிக்கும் சொல் எதுவும் இல்லை.",
    wordsNone: "சொற்களை எண்ணக் கருத்துகள் போதாது.",
    wordCount: (word, n) => `${word}: ${n === 1 ? "1 கருத்தில்" : `${formatCount(n)} கருத்துகளில்`}; இதைத் தேடு`,
    wordsColumns: ["சொல்", "மொழி", "பட்டியல்", "இது உள்ள கருத்துகள்", "மொத்தம்", "மற்றக் குழுவில்", "மொத்தம்",
        "z"],
    wordsNewest: (n) => `புதிய ${formatCount(n)} கருத்துகளில் எண்ணப்பட்டது.`,
};

export const wordsIn = { en: english, fa: persian, ar: arabic, ta: tamil };
export const words = wordsIn[language];
