// The words of the page of shoppers who may be contacted, in the languages of the pages.

import { formatCount } from "./format.js";
import { language } from "./language.js";
import { counting } from "./plural.js";

const english = {
    skipContacts: "Skip to the contacts",
    contactsTitle: "Shoppers who may be contacted",
    contactsLead: "Each agreed to be called or written to. Addresses are sealed; open one when you "
        + "are about to use it. The audit log keeps who opened which.",
    contactsFoot: "Use an address only for what its shopper agreed to.",
    contactsListTitle: "Newest first",
    contactsNothing: "Nobody has left an address here.",
    contactsNotForYou: "Contacts are for managers and those above them.",
    open: "Open",
    openOne: (store, when) => `Open the address of ${when}, ${store}`,
    score: (n) => (n === null ? "No score" : `Score ${formatCount(n)}`),
    when: (day, hour) => `${day}, ${hour}`,
    consent: (version, spoken) => `agreed to text ${version} in ${spoken}`,
    shown: (n) => (n === 1 ? "1 contact is shown." : `${formatCount(n)} contacts are shown.`),
};

const persian = {
    skipContacts: "رفتن به تماس‌ها",
    contactsTitle: "مشتریانی که می‌توان با آن‌ها تماس گرفت",
    contactsLead: "هر یک پذیرفته است که به او زنگ بزنند یا بنویسند. نشانی‌ها مهر و موم شده‌اند؛ هر کدام را وقتی باز کنید که "
        + "می‌خواهید به کار ببرید. گزارش بازرسی نگه می‌دارد که چه کسی کدام را باز کرده است.",
    contactsFoot: "نشانی را تنها برای همان کاری به کار ببرید که مشتری پذیرفته است.",
    contactsListTitle: "از تازه‌ترین",
    contactsNothing: "اینجا کسی نشانی تماس نگذاشته است.",
    contactsNotForYou: "تماس‌ها برای مدیران فروشگاه و بالاتر است.",
    open: "باز کردن",
    openOne: (store, when) => `باز کردن نشانی ${when}، ${store}`,
    score: (n) => (n === null ? "بی امتیاز" : `امتیاز ${formatCount(n)}`),
    when: (day, hour) => `${day}، ${hour}`,
    consent: (version, spoken) => `متن ${version} را به زبان ${spoken} پذیرفته است`,
    shown: (n) => `${formatCount(n)} تماس نشان داده شده است.`,
};

const arabicContacts = counting("ar-u-nu-arab")({ zero: "لا جهات تواصل معروضة.",
    one: "تُعرض جهة تواصل واحدة.", two: "تُعرض جهتا تواصل.", few: "تُعرض # جهات تواصل.",
    many: "تُعرض # جهة تواصل.", other: "تُعرض # جهة تواصل." });

const arabic = {
    skipContacts: "الانتقال إلى جهات التواصل",
    contactsTitle: "العملاء الذين يمكن التواصل معهم",
    contactsLead: "وافق كل منهم على الاتصال به أو الكتابة إليه. العناوين مختومة؛ افتح العنوان حين تهمّ باستعماله. ويحفظ سجل "
        + "التدقيق من فتح أيّها.",
    contactsFoot: "لا تستعمل العنوان إلا لما وافق عليه العميل.",
    contactsListTitle: "الأحدث أولًا",
    contactsNothing: "لم يترك أحد عنوانًا هنا.",
    contactsNotForYou: "جهات التواصل لمديري المتاجر ومن فوقهم.",
    open: "فتح",
    openOne: (store, when) => `فتح عنوان ${when}، ${store}`,
    score: (n) => (n === null ? "بلا درجة" : `الدرجة ${formatCount(n)}`),
    when: (day, hour) => `${day}، ${hour}`,
    consent: (version, spoken) => `وافق على النص ${version} (اللغة: ${spoken})`,
    shown: arabicContacts,
};

const tamil = {
    skipContacts: "தொடர்புகளுக்குச் செல்க",
    contactsTitle: "தொடர்புகொள்ளக்கூடிய வாடிக்கையாளர்கள்",
    contactsLead: "ஒவ்வொருவரும் அழைக்கவோ எழுதவோ ஒப்புக்கொண்டவர்கள். முகவரிகள் முத்திரையிடப்பட்டுள்ளன; பயன்படுத்தும் நேரத்தில் "
        + "மட்டும் திறவுங்கள். யார் எதைத் திறந்தார் என்பதைத் தணிக்கைப் பதிவு வைத்திருக்கும்.",
    contactsFoot: "வாடிக்கையாளர் ஒப்புக்கொண்டதற்கு மட்டும் முகவரியைப் பயன்படுத்துங்கள்.",
    contactsListTitle: "புதியவை முதலில்",
    contactsNothing: "இங்கே யாரும் முகவரி விட்டுச்செல்லவில்லை.",
    contactsNotForYou: "தொடர்புகள் கடை மேலாளர்களுக்கும் அவர்களுக்கு மேலுள்ளவர்களுக்கும் மட்டுமே.",
    open: "திற",
    openOne: (store, when) => `${when}, ${store}: முகவரியைத் திற`,
    score: (n) => (n === null ? "மதிப்பெண் இல்லை" : `மதிப்பெண் ${formatCount(n)}`),
    when: (day, hour) => `${day}, ${hour}`,
    consent: (version, spoken) => `ஒப்புக்கொண்ட உரை ${version}, மொழி: ${spoken}`,
    shown: (n) => (n === 1 ? "1 தொடர்பு காட்டப்படுகிறது." : `${formatCount(n)} தொடர்புகள் காட்டப்படுகின்றன.`),
};

export const contactsWordsIn = { en: english, fa: persian, ar: arabic, ta: tamil };
export const contactsText = contactsWordsIn[language];
