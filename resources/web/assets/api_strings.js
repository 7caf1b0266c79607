// The words around the server's description of its API, in the languages of the pages. What the
// operations do is the description's own, in English.

import { formatCount } from "./format.js";
import { language } from "./language.js";
import { counting } from "./plural.js";

const english = {
    skipApi: "Skip to the operations",
    apiTitle: "API",
    document: "The same as a document for programs: openapi.json (OpenAPI 3.1)",
    find: "Find",
    found: (n) => (n === 1 ? "1 operation" : `${formatCount(n)} operations`),
    schemas: "Shapes",
    who: "Who may call it",
    whoIs: {
        anyone: "anybody", device: "a tablet", admin: "administrators",
        regional: "regional staff", manager: "store managers", viewer: "viewers",
    },
    rights: {
        read: "a token needs the scope “read”",
        export: "and needs the right to export; a token its scope",
        administer: "a token needs the scope “administer”",
        sales: "a token needs the scope “sales”",
        own: "signed in by password, not by token",
        contact: "signed in by password, not by token",
    },
    inside: { path: "in the address", query: "after ?" },
    parameters: "Parameters",
    body: "Body",
    mostBytes: (bytes) => `at most ${formatCount(bytes)} bytes`,
    answers: "Answers",
    otherProblems: "any other",
    required: "always there",
    oneOf: "one of",
    listOf: "list of",
    comma: ", ",
    semicolon: "; ",
    unreachable: "The description cannot be read now.",
};

const persian = {
    skipApi: "رفتن به عملیات",
    apiTitle: "API",
    document: "همین به صورت سندی برای برنامه‌ها: openapi.json (OpenAPI 3.1)",
    find: "جست‌وجو",
    found: (n) => `${formatCount(n)} عملیات`,
    schemas: "شکل‌ها",
    who: "چه کسی می‌تواند آن را فرا بخواند",
    whoIs: {
        anyone: "هر کس", device: "تبلت", admin: "مدیران سامانه", regional: "کارکنان منطقه",
        manager: "مدیران فروشگاه", viewer: "بینندگان",
    },
    rights: {
        read: "توکن اجازهٔ «read» می‌خواهد",
        export: "و اجازهٔ دریافت پاسخ‌ها می‌خواهد؛ توکن نیز اجازهٔ «export»",
        administer: "توکن اجازهٔ «administer» می‌خواهد",
        sales: "توکن اجازهٔ «sales» می‌خواهد",
        own: "با ورود به گذرواژه، نه با توکن",
        contact: "با ورود به گذرواژه، نه با توکن",
    },
    inside: { path: "در نشانی", query: "پس از ?" },
    parameters: "پارامترها",
    body: "بدنه",
    mostBytes: (bytes) => `حداکثر ${formatCount(bytes)} بایت`,
    answers: "پاسخ‌ها",
    otherProblems: "هر چیز دیگر",
    required: "همیشه هست",
    oneOf: "یکی از",
    listOf: "فهرستی از",
    comma: "، ",
    semicolon: "؛ ",
    unreachable: "توضیح API اکنون خواندنی نیست.",
};

const arabicOperations = counting("ar-u-nu-arab")({ zero: "لا عمليات", one: "عملية واحدة",
    two: "عمليتان", few: "# عمليات", many: "# عملية", other: "# عملية" });

const arabic = {
    skipApi: "الانتقال إلى العمليات",
    apiTitle: "API",
    document: "الشيء نفسه مستندًا للبرامج: openapi.json (OpenAPI 3.1)",
    find: "البحث",
    found: arabicOperations,
    schemas: "الأشكال",
    who: "من يمكنه استدعاؤها",
    whoIs: {
        anyone: "أي شخص", device: "جهاز لوحي", admin: "مديرو النظام", regional: "موظفو المناطق",
        manager: "مديرو المتاجر", viewer: "المشاهدون",
    },
    rights: {
        read: "يحتاج رمز الوصول إلى إذن «read»",
        export: "مع إذن تنزيل الإجابات؛ ويحتاج رمز الوصول إلى إذن «export»",
        administer: "يحتاج رمز الوصول إلى إذن «administer»",
        sales: "يحتاج رمز الوصول إلى إذن «sales»",
        own: "بالدخول بكلمة المرور، لا برمز وصول",
        contact: "بالدخول بكلمة المرور، لا برمز وصول",
    },
    inside: { path: "في العنوان", query: "بعد ?" },
    parameters: "المعاملات",
    body: "المحتوى",
    mostBytes: (bytes) => `${formatCount(bytes)} بايت على الأكثر`,
    answers: "الردود",
    otherProblems: "أي رد آخر",
    required: "موجود دائمًا",
    oneOf: "واحد من",
    listOf: "قائمة من",
    comma: "، ",
    semicolon: "؛ ",
    unreachable: "لا يمكن قراءة الوصف الآن.",
};

const tamil = {
    skipApi: "செயல்களுக்குச் செல்க",
    apiTitle: "API",
    document: "இதுவே நிரல்களுக்கான ஆவணமாக: openapi.json (OpenAPI 3.1)",
    find: "தேடு",
    found: (n) => (n === 1 ? "1 செயல்" : `${formatCount(n)} செயல்கள்`),
    schemas: "வடிவங்கள்",
    who: "யார் அழைக்கலாம்",
    whoIs: {
        anyone: "யாரும்", device: "டேப்லெட்", admin: "நிர்வாகிகள்", regional: "பகுதி ஊழியர்கள்",
        manager: "கடை மேலாளர்கள்", viewer: "பார்வையாளர்கள்",
    },
    rights: {
        read: "டோக்கனுக்கு “read” அனுமதி தேவை",
        export: "பதில்களைப் பதிவிறக்கும் அனுமதியும் தேவை; டோக்கனுக்கு “export” அனுமதி",
        administer: "டோக்கனுக்கு “administer” அனுமதி தேவை",
        sales: "டோக்கனுக்கு “sales” அனுமதி தேவை",
        own: "டோக்கனால் அல்ல, கடவுச்சொல்லால் உள்நுழைந்தவர்கள்",
        contact: "டோக்கனால் அல்ல, கடவுச்சொல்லால் உள்நுழைந்தவர்கள்",
    },
    inside: { path: "முகவரியில்", query: "? குறிக்குப் பின்" },
    parameters: "அளவுருக்கள்",
    body: "உள்ளடக்கம்",
    mostBytes: (bytes) => `அதிகபட்சம் ${formatCount(bytes)} பைட்டுகள்`,
    answers: "பதில்கள்",
    otherProblems: "வேறு எதுவும்",
    required: "எப்போதும் இருக்கும்",
    oneOf: "இவற்றில் ஒன்று",
    listOf: "பட்டியல்:",
    comma: ", ",
    semicolon: "; ",
    unreachable: "விவரத்தை இப்போது படிக்க இயலவில்லை.",
};

export const apiWordsIn = { en: english, fa: persian, ar: arabic, ta: tamil };
export const apiText = apiWordsIn[language];
