// Which language the page speaks, of those that it offers (data-languages of its root element):
// the one that was chosen here before, else the first that the browser asks for, else English.

const known = {
    en: { locale: "en-GB", direction: "ltr", name: "English" },
    // Months are counted as the server keeps them.
    fa: { locale: "fa-u-ca-gregory", direction: "rtl", name: "فارسی" },
    // Digits are those of the tablets and the report; "ar" alone has Latin ones in some browsers.
    ar: { locale: "ar-u-ca-gregory-nu-arab", direction: "rtl", name: "العربية" },
    ta: { locale: "ta-IN", direction: "ltr", name: "தமிழ்" },
};
const storageKey = "vouch-language";

export const offered = (globalThis.document?.documentElement.dataset.languages ?? "en").split(" ");

function remembered() {
    try {
        return globalThis.localStorage?.getItem(storageKey);
    } catch {
        return null; // storage can be forbidden
    }
}

function chosen() {
    const wishes = [remembered(), ...(globalThis.document ? navigator.languages : [])];
    return wishes.map((wish) => wish?.split("-")[0]).find((wish) => offered.includes(wish)) ?? "en";
}

export const language = chosen();
export const { locale, direction } = known[language];
export const languageName = (code) => known[code].name;

// Shows the page in another language from now on.
export function setLanguage(code) {
    try {
        localStorage.setItem(storageKey, code);
    } catch {
        return;
    }
    location.reload();
}
