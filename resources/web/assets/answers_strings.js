// The words of the page of single answers that are not those of comments, in English, Persian
// and Arabic.

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
        ? "One answer of today waits until there are three together or the day is over."
        : `${formatCount(n)} answers of today wait until there are three together or the day is `
            + "over."),
    liked: "Liked",
    improve: "Could be better",
    answersFoot: "Names, addresses and numbers are masked. Answers of one part of a day are in no "
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
    answersHeld: (n) => `${formatCount(n)} پاسخ امروز تا سه‌تایی شدن یا پایان روز نشان داده نمی‌شود.`,
    liked: "خوشایند",
    improve: "می‌تواند بهتر باشد",
    answersFoot: "نام‌ها، نشانی‌ها و شماره‌ها پوشانده شده‌اند. پاسخ‌های هر بخش روز ترتیبی ندارند. پاسخ‌های امروزِ "
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
    answersHeld: (n) => `إجابات اليوم التي تنتظر حتى تجتمع ثلاث أو ينتهي اليوم: ${formatCount(n)}.`,
    liked: "ما أعجب",
    improve: "ما يمكن أن يتحسّن",
    answersFoot: "الأسماء والعناوين والأرقام محجوبة. إجابات كل جزء من اليوم بلا ترتيب، وإجابات اليوم تُعرض "
        + "ثلاثًا ثلاثًا لكل كشك وبلا ما كُتب، حتى لا يُعرف أحد من إجابته.",
};

export const answerWordsIn = { en: english, fa: persian, ar: arabic };
export const words = { ...comments, ...answerWordsIn[language] };
