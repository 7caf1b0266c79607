// The words of the page of single answers that are not those of comments, in the languages that it
// offers.

import { formatCount } from "./format.js";
import { language } from "./language.js";
import { words as comments } from "./comments_strings.js";

const english = {
    answersSkip: "Skip to the answers",
    answersTitle: "Single answers",
    answersSignIn: "Sign in to see single answers.",
    answersNotForYou: "Single answers are for managers and those above them.",
    answersOf: "Given by",
    answersKiosk: "Kiosk",
    everyKiosk: "All kiosks",
    answersBack: "Back to the dashboard",
    answersChoose: "Choose a store to see its answers.",
    answersNone: "There are no answers in this selection.",
    answersShown: (n) => (n === 1 ? "1 answer is shown." : `${formatCount(n)} answers are shown.`),
    answersHeld: (n) => (n === 1
        ? "One answer of today waits until there are three together or the store closes."
        : `${formatCount(n)} answers of today wait until there are three together or the store `
            + "closes."),
    liked: "Liked",
    improve: "Could be better",
    answersFoot: "Addresses, numbers and most names are masked. Answers of one part of a day are in no "
        + "order. Those of today are shown three of a kiosk at a time and without what was "
        + "written, so that nobody is known by one.",
};

const persian = {
    answersSkip: "رفتن به پاسخ‌ها",
    answersTitle: "تک‌تک پاسخ‌ها",
    answersSignIn: "برای دیدن پاسخ‌ها وارد شوید.",
    answersNotForYou: "تک‌تک پاسخ‌ها برای مدیران فروشگاه و بالاتر است.",
    answersOf: "پاسخ",
    answersKiosk: "کیوسک",
    everyKiosk: "همهٔ کیوسک‌ها",
    answersBack: "بازگشت به داشبورد",
    answersChoose: "برای دیدن پاسخ‌ها فروشگاهی برگزینید.",
    answersNone: "در این گزینش پاسخی نیست.",
    answersShown: (n) => `${formatCount(n)} پاسخ نشان داده شده است.`,
    answersHeld: (n) => `${formatCount(n)} پاسخ امروز تا سه‌تایی شدن یا بسته شدن فروشگاه نشان داده نمی‌شود.`,
    liked: "خوشایند",
    improve: "می‌تواند بهتر باشد",
    answersFoot: "نشانی‌ها، شماره‌ها و بیشتر نام‌ها پوشانده شده‌اند. پاسخ‌های هر بخش روز ترتیبی ندارند. پاسخ‌های امروزِ "
        + "هر کیوسک سه‌تا سه‌تا و بدون نوشته‌ها نشان داده می‌شوند تا کسی شناخته نشود.",
};

const arabic = {
    answersSkip: "الانتقال إلى الإجابات",
    answersTitle: "الإجابات واحدةً واحدة",
    answersSignIn: "يُرجى تسجيل الدخول لرؤية الإجابات.",
    answersNotForYou: "الإجابات المفردة لمديري المتاجر ومن فوقهم.",
    answersOf: "أجاب بها",
    answersKiosk: "الكشك",
    everyKiosk: "كل الأكشاك",
    answersBack: "العودة إلى لوحة المتابعة",
    answersChoose: "يُرجى اختيار متجر لرؤية إجاباته.",
    answersNone: "لا إجابات في هذا الاختيار.",
    answersShown: (n) => `الإجابات المعروضة: ${formatCount(n)}.`,
    answersHeld: (n) => `إجابات اليوم التي تنتظر حتى تجتمع ثلاث أو يغلق المتجر: ${formatCount(n)}.`,
    liked: "ما أعجب",
    improve: "ما يمكن أن يتحسّن",
    answersFoot: "العناوين والأرقام ومعظم الأسماء محجوبة. إجابات كل جزء من اليوم بلا ترتيب، وإجابات اليوم تُعرض "
        + "ثلاثًا ثلاثًا لكل كشك وبلا ما كُتب، حتى لا يُعرف أحد من إجابته.",
};

const tamil = {
    answersSkip: "பதில்களுக்குச் செல்ல",
    answersTitle: "தனித்தனிப் பதில்கள்",
    answersSignIn: "தனித்தனிப் பதில்களைக் காண உள்நுழையுங்கள்.",
    answersNotForYou: "தனித்தனிப் பதில்கள் கடை மேலாளர்களுக்கும் அவர்களுக்கு மேலுள்ளவர்களுக்கும் மட்டுமே.",
    answersOf: "தந்தவர்கள்",
    answersKiosk: "கியோஸ்க்",
    everyKiosk: "எல்லாக் கியோஸ்க்குகளும்",
    answersBack: "முகப்புப் பலகைக்குத் திரும்ப",
    answersChoose: "பதில்களைக் காண ஒரு கடையைத் தேர்ந்தெடுங்கள்.",
    answersNone: "இந்தத் தெரிவில் பதில்கள் இல்லை.",
    answersShown: (n) => (n === 1 ? "1 பதில் காட்டப்படுகிறது."
        : `${formatCount(n)} பதில்கள் காட்டப்படுகின்றன.`),
    answersHeld: (n) => (n === 1
        ? "இன்றைய ஒரு பதில் மூன்று சேரும் வரை அல்லது கடை மூடும் வரை காத்திருக்கிறது."
        : `இன்றைய ${formatCount(n)} பதில்கள் மூன்று சேரும் வரை அல்லது கடை மூடும் வரை காத்திருக்கின்றன.`),
    liked: "பிடித்தவை",
    improve: "மேம்படலாம்",
    answersFoot: "முகவரிகள், எண்கள், பெரும்பாலான பெயர்கள் மறைக்கப்பட்டுள்ளன. நாளின் ஒரு பகுதியின் பதில்களுக்கு வரிசை இல்லை. இன்றையவை ஒவ்வொரு "
        + "கியோஸ்க்கிலும் மூன்று மூன்றாக, எழுதியவை இல்லாமல் காட்டப்படும்; எனவே ஒன்றிலிருந்து யாரையும் அறிய இயலாது.",
};

export const answerWordsIn = { en: english, fa: persian, ar: arabic, ta: tamil };
export const words = { ...comments, ...answerWordsIn[language] };
