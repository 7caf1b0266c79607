// What tablets can be set to, as people read it: by the names that the server has for settings and
// for what is in them; those of the page of the structure are in structure_strings.js.

import { language } from "./language.js";

const english = {
    names: {
        resting: "Screen at rest", language: "Language at the start",
        exceptions: "Exceptions", theme: "Theme", keep_unsent_comment: "Keep comments not sent",
        low_reach: "Everything within low reach on request",
        read_aloud: "Reading aloud on request",
        marks: "What is marked", burst_checks: "Answers in a burst", burst_seconds: "Seconds of a burst",
        repeat_scores: "Same score in a row",
        contact: "Contact", enabled: "Asked for", chain: "Who asks", days: "Kept for days",
        version: "Version of the text", texts: "Texts",
        font: "Font", logo: "Logo", attract: "Picture of the invitation", motion: "Motion",
        format: "Format", name: "Name", colours: "Colours", paper: "Background", surface: "Surfaces",
        pressed: "Pressed", ink: "Text", softInk: "Lighter text", edge: "Edges", hairline: "Fine lines",
        accent: "Buttons", accentPressed: "Buttons, pressed", accentInk: "Text on buttons",
        picked: "Chosen", notice: "Notices", problem: "Problems", key: "Keys",
        shade: "Shade",
    },
    resting: { question: "the question", invitation: "an invitation" },
    yes: "yes",
    no: "no",
    nothing: "nothing",
};

const persian = {
    names: {
        resting: "صفحه در حال استراحت", language: "زبان آغازین",
        exceptions: "استثناها", theme: "پوسته", keep_unsent_comment: "نگه داشتن نظرهای فرستاده‌نشده",
        low_reach: "همه چیز در دسترس پایین، به درخواست",
        read_aloud: "خواندن با صدا، به درخواست",
        marks: "آنچه نشان می‌خورد", burst_checks: "پاسخ‌های پشت‌سرهم", burst_seconds: "ثانیه‌های پشت‌سرهم",
        repeat_scores: "امتیاز یکسان پیاپی",
        contact: "تماس", enabled: "پرسیده می‌شود", chain: "چه کسی می‌پرسد", days: "روزهای نگهداری",
        version: "نسخهٔ متن", texts: "متن‌ها",
        font: "قلم", logo: "نشان‌واره", attract: "تصویر دعوت", motion: "حرکت",
        format: "قالب", name: "نام", colours: "رنگ‌ها", paper: "زمینه", surface: "سطح‌ها",
        pressed: "فشرده", ink: "متن", softInk: "متن روشن‌تر", edge: "لبه‌ها", hairline: "خط‌های نازک",
        accent: "دکمه‌ها", accentPressed: "دکمه‌های فشرده", accentInk: "متن روی دکمه‌ها",
        picked: "برگزیده", notice: "اطلاع‌ها", problem: "مشکل‌ها", key: "کلیدها",
        shade: "سایه",
    },
    resting: { question: "پرسش", invitation: "دعوت" },
    yes: "بله",
    no: "نه",
    nothing: "هیچ",
};

const arabic = {
    names: {
        resting: "الشاشة وهي ساكنة", language: "لغة البداية",
        exceptions: "الاستثناءات", theme: "السمة", keep_unsent_comment: "حفظ التعليقات غير المرسلة",
        low_reach: "كل شيء في متناول منخفض عند الطلب",
        read_aloud: "القراءة بصوت عند الطلب",
        marks: "ما يُعلَّم", burst_checks: "إجابات متلاحقة", burst_seconds: "ثواني التلاحق",
        repeat_scores: "الدرجة نفسها على التوالي",
        contact: "التواصل", enabled: "يُسأل عنه", chain: "من يسأل", days: "أيام الحفظ",
        version: "إصدار النص", texts: "النصوص",
        font: "الخط", logo: "الشعار", attract: "صورة الدعوة", motion: "الحركة",
        format: "الصيغة", name: "الاسم", colours: "الألوان", paper: "الخلفية", surface: "الأسطح",
        pressed: "المضغوط", ink: "النص", softInk: "النص الأخف", edge: "الحواف", hairline: "الخطوط الرفيعة",
        accent: "الأزرار", accentPressed: "الأزرار المضغوطة", accentInk: "النص على الأزرار",
        picked: "المختار", notice: "الإشعارات", problem: "المشكلات", key: "المفاتيح",
        shade: "الظل",
    },
    resting: { question: "السؤال", invitation: "دعوة" },
    yes: "نعم",
    no: "لا",
    nothing: "لا شيء",
};

const tamil = {
    names: {
        resting: "ஓய்வில் உள்ள திரை", language: "தொடக்க மொழி",
        exceptions: "விதிவிலக்குகள்", theme: "தோற்றம்", keep_unsent_comment: "அனுப்பாத கருத்துகளை வைத்திரு",
        low_reach: "கேட்டால் எல்லாம் கைக்கெட்டும் உயரத்தில்",
        read_aloud: "கேட்டால் உரக்க வாசித்தல்",
        marks: "குறியிடப்படுபவை", burst_checks: "அடுத்தடுத்த பதில்கள்", burst_seconds: "அவற்றின் வினாடிகள்",
        repeat_scores: "தொடர்ந்து அதே மதிப்பெண்",
        contact: "தொடர்பு", enabled: "கேட்கப்படும்", chain: "கேட்பவர்", days: "வைத்திருக்கும் நாட்கள்",
        version: "உரையின் பதிப்பு", texts: "உரைகள்",
        font: "எழுத்துரு", logo: "சின்னம்", attract: "அழைப்பின் படம்", motion: "அசைவு",
        format: "வடிவம்", name: "பெயர்", colours: "நிறங்கள்", paper: "பின்னணி", surface: "பரப்புகள்",
        pressed: "அழுத்தியது", ink: "உரை", softInk: "மெல்லிய உரை", edge: "ஓரங்கள்", hairline: "மெல்லிய கோடுகள்",
        accent: "பொத்தான்கள்", accentPressed: "அழுத்திய பொத்தான்கள்", accentInk: "பொத்தான் மேல் உரை",
        picked: "தேர்ந்தது", notice: "அறிவிப்புகள்", problem: "சிக்கல்கள்", key: "விசைகள்",
        shade: "நிழல்",
    },
    resting: { question: "கேள்வி", invitation: "அழைப்பு" },
    yes: "ஆம்",
    no: "இல்லை",
    nothing: "எதுவுமில்லை",
};

export const settingsWordsIn = { en: english, fa: persian, ar: arabic, ta: tamil };
export const settingsText = settingsWordsIn[language];
