// The words about what shoppers left and how it leaves, in the languages of the pages.

import { formatCount } from "./format.js";
import { language } from "./language.js";
import { counting } from "./plural.js";

const english = {
    erasureTitle: "Erase what a shopper left",
    erasureHint: "By the code that the shopper was shown on the tablet, or by an answer's id from "
        + "an export. Contact and comments go for good, out of copies too; the score stays, so no "
        + "figure changes.",
    erasureCode: "Code or id",
    erase: "Erase",
    eraseSure: (what) => `Erase for good what was left under ${what}`,
    keep: "Keep it",
    erased: (n) => (n === 1 ? "1 answer is erased." : `${formatCount(n)} answers are erased.`),
    erasedOne: (day, store) => `Erased: the answer of ${day}, ${store}.`,
    retentionTitle: "How long it is kept",
    retentionHint: "Days from the answer, after which it is erased by itself. 0: it stays "
        + "until somebody erases it; contacts leave in any case within the days that tablets "
        + "promise. A change is applied within a quarter of an hour and cannot be taken back for "
        + "what it erased.",
    retention: {
        contact_days: "Contacts, days",
        comment_days: "Comments, days",
        record_days: "All other answers but the score, days",
    },
    save: "Save",
    saved: "Saved.",
};

const persian = {
    erasureTitle: "حذف آنچه یک مشتری به جا گذاشته",
    erasureHint: "با کد حذفی که تبلت به مشتری نشان داده، یا با شناسهٔ پاسخ از فایل دریافتی. نشانی تماس و نظرها برای همیشه "
        + "می‌روند، از نسخه‌های دیگر نیز؛ امتیاز می‌ماند و هیچ آماری تغییر نمی‌کند.",
    erasureCode: "کد یا شناسه",
    erase: "حذف",
    eraseSure: (what) => `حذف همیشگی آنچه با ${what} به جا مانده`,
    keep: "بماند",
    erased: (n) => `${formatCount(n)} پاسخ حذف شد.`,
    erasedOne: (day, store) => `حذف شد: پاسخ ${day}، ${store}.`,
    retentionTitle: "تا کی نگه داشته می‌شود",
    retentionHint: "شمار روزها از پاسخ که پس از آن خودبه‌خود حذف می‌شود. ۰: می‌ماند تا کسی آن را حذف کند؛ نشانی‌های تماس در "
        + "هر حال در همان روزهایی می‌روند که تبلت وعده می‌دهد. تغییر تا یک ربع ساعت به کار می‌آید و آنچه حذف کند بازنمی‌گردد.",
    retention: {
        contact_days: "نشانی‌های تماس، روز",
        comment_days: "نظرها، روز",
        record_days: "همهٔ پاسخ‌های دیگر جز امتیاز، روز",
    },
    save: "ذخیره",
    saved: "ذخیره شد.",
};

const arabicErased = counting("ar-u-nu-arab")({ zero: "لم تُحذف أي إجابة.", one: "حُذفت إجابة واحدة.",
    two: "حُذفت إجابتان.", few: "حُذفت # إجابات.", many: "حُذفت # إجابة.", other: "حُذفت # إجابة." });

const arabic = {
    erasureTitle: "حذف ما تركه عميل",
    erasureHint: "برمز الحذف الذي عُرض على العميل في الجهاز، أو بمعرّف الإجابة من ملف مُنزَّل. يُحذف عنوان التواصل والتعليقات "
        + "نهائيًا، من النسخ أيضًا؛ وتبقى الدرجة، فلا يتغير أي رقم.",
    erasureCode: "الرمز أو المعرّف",
    erase: "حذف",
    eraseSure: (what) => `الحذف النهائي لما تُرك بالرمز ${what}`,
    keep: "إبقاء",
    erased: arabicErased,
    erasedOne: (day, store) => `حُذفت إجابة ${day}، ${store}.`,
    retentionTitle: "مدة الحفظ",
    retentionHint: "عدد الأيام من الإجابة، وبعدها تُحذف تلقائيًا. ٠: تبقى إلى أن يحذفها أحد؛ أما عناوين التواصل فتُحذف في كل "
        + "حال خلال الأيام التي يَعِد بها الجهاز. يسري التغيير خلال ربع ساعة، وما حُذف به لا يعود.",
    retention: {
        contact_days: "عناوين التواصل، بالأيام",
        comment_days: "التعليقات، بالأيام",
        record_days: "كل الإجابات الأخرى عدا الدرجة، بالأيام",
    },
    save: "حفظ",
    saved: "تم الحفظ.",
};

const tamil = {
    erasureTitle: "வாடிக்கையாளர் விட்டுச்சென்றதை நீக்கு",
    erasureHint: "டேப்லெட்டில் வாடிக்கையாளருக்குக் காட்டிய நீக்கல் குறியீட்டால், அல்லது பதிவிறக்கிய கோப்பிலுள்ள பதிலின் அடையாளத்தால். "
        + "தொடர்பு முகவரியும் கருத்துகளும் நிரந்தரமாக நீங்கும், நகல்களிலிருந்தும்; மதிப்பெண் இருக்கும், எனவே எந்த எண்ணும் மாறாது.",
    erasureCode: "குறியீடு அல்லது அடையாளம்",
    erase: "நீக்கு",
    eraseSure: (what) => `${what} கொண்டு விட்டுச்சென்றதை நிரந்தரமாக நீக்கு`,
    keep: "இருக்கட்டும்",
    erased: (n) => (n === 1 ? "1 பதில் நீக்கப்பட்டது." : `${formatCount(n)} பதில்கள் நீக்கப்பட்டன.`),
    erasedOne: (day, store) => `நீக்கப்பட்டது: ${day} பதில், ${store}.`,
    retentionTitle: "எவ்வளவு காலம் வைக்கப்படும்",
    retentionHint: "பதிலிலிருந்து இத்தனை நாட்களுக்குப் பின் தானாகவே நீக்கப்படும். 0: யாராவது நீக்கும் வரை இருக்கும்; தொடர்பு முகவரிகள் "
        + "எப்படியும் டேப்லெட்டுகள் உறுதியளிக்கும் நாட்களுக்குள் நீங்கும். மாற்றம் கால் மணி நேரத்துக்குள் நடப்புக்கு வரும்; அது நீக்கியதை மீட்க இயலாது.",
    retention: {
        contact_days: "தொடர்பு முகவரிகள், நாட்கள்",
        comment_days: "கருத்துகள், நாட்கள்",
        record_days: "மதிப்பெண் தவிர மற்ற எல்லாப் பதில்களும், நாட்கள்",
    },
    save: "சேமி",
    saved: "சேமிக்கப்பட்டது.",
};

export const erasureWordsIn = { en: english, fa: persian, ar: arabic, ta: tamil };
export const erasureText = erasureWordsIn[language];
