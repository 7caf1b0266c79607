// The words of the notes on the trend, in the languages of the dashboard.

import { language } from "./language.js";

const english = {
    title: "Notes on the line",
    day: "Day",
    what: "What happened",
    add: "Add the note",
    added: "The note is on the line.",
    removed: "The note was removed.",
    remove: "Remove",
    removeOne: (words) => `Remove the note “${words}”`,
    forStore: "For this store.",
    forRegion: "For this region and all its stores.",
    forChain: "For all stores.",
    mark: (day, words, by) => `${day}: ${words} (${by})`,
    column: "Marked",
    failed: (detail) => `That did not work: ${detail}`,
};

const persian = {
    title: "یادداشت‌های روی خط",
    day: "روز",
    what: "چه رخ داد",
    add: "افزودن یادداشت",
    added: "یادداشت روی خط است.",
    removed: "یادداشت برداشته شد.",
    remove: "برداشتن",
    removeOne: (words) => `برداشتن یادداشت «${words}»`,
    forStore: "برای همین فروشگاه.",
    forRegion: "برای این منطقه و همهٔ فروشگاه‌هایش.",
    forChain: "برای همهٔ فروشگاه‌ها.",
    mark: (day, words, by) => `${day}: ${words} (${by})`,
    column: "نشان‌ها",
    failed: (detail) => `انجام نشد: ${detail}`,
};

const arabic = {
    title: "ملاحظات على الخط",
    day: "اليوم",
    what: "ما الذي حدث",
    add: "إضافة الملاحظة",
    added: "أُضيفت الملاحظة إلى الخط.",
    removed: "أُزيلت الملاحظة.",
    remove: "إزالة",
    removeOne: (words) => `إزالة الملاحظة «${words}»`,
    forStore: "لهذا المتجر.",
    forRegion: "لهذه المنطقة وكل متاجرها.",
    forChain: "لكل المتاجر.",
    mark: (day, words, by) => `${day}: ${words} (${by})`,
    column: "العلامات",
    failed: (detail) => `لم ينجح ذلك: ${detail}`,
};

const tamil = {
    title: "கோட்டில் உள்ள குறிப்புகள்",
    day: "நாள்",
    what: "என்ன நடந்தது",
    add: "குறிப்பைச் சேர்",
    added: "குறிப்பு கோட்டில் உள்ளது.",
    removed: "குறிப்பு நீக்கப்பட்டது.",
    remove: "நீக்கு",
    removeOne: (words) => `“${words}” குறிப்பை நீக்கு`,
    forStore: "இந்தக் கடைக்கு.",
    forRegion: "இந்தப் பகுதிக்கும் அதன் எல்லாக் கடைகளுக்கும்.",
    forChain: "எல்லாக் கடைகளுக்கும்.",
    mark: (day, words, by) => `${day}: ${words} (${by})`,
    column: "குறித்தவை",
    failed: (detail) => `அது நடக்கவில்லை: ${detail}`,
};

export const noteWordsIn = { en: english, fa: persian, ar: arabic, ta: tamil };
export const noteWords = noteWordsIn[language];
