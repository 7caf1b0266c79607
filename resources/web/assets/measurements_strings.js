// The words of the page of measurements, in the languages that it offers.

import { language } from "./language.js";
import { measureArabic } from "./measurements_strings_ar.js";
import { measurePersian } from "./measurements_strings_fa.js";
import { measureTamil } from "./measurements_strings_ta.js";

const english = {
    measurementsSkip: "Skip to the measurements",
    measurementsTitle: "Other measurements",
    measurementsSignIn: "Sign in to see the measurements.",
    measurementsFoot: "Each survey is counted by itself, and none of this is in the scores of "
        + "stores. Intervals (95%) cover chance only: they know nothing of who chose to answer.",
    ofDays: (days) => `Answers of ${days}.`,
    shown: (days) => `Measurements of ${days} are shown.`,
    titles: {
        relational: "The company (relational index)", employees: "Employees (eNPS)",
        partners: "Business partners", csat: "Satisfaction (CSAT)", ces: "Ease (CES)",
        womi: "Word of mouth (WoMI)", competitors: "Competitors",
    },
    hints: {
        relational: "What people think of the company, asked away from a purchase. Told by quarters "
            + "that are over: the last eight up to the last day chosen, whatever the first one is.",
        employees: "How likely employees are to recommend a job here, by whole weeks that are over. "
            + "With under 7 answers a week is not told, nor where so few could be worked out. "
            + "Marked answers are counted as the chain's official score has them.",
        partners: "How likely business partners are to recommend working with the company.",
        csat: "How satisfied people are, 1 to 5. Satisfied are those who say 4 or 5.",
        ces: "How easy it was, 1 to 7. Easy is what got 5 to 7.",
        womi: "Promoters less true detractors, in percent of those who answered both questions. Who "
            + "is a true detractor is told by two rules.",
        competitors: "How likely people are to buy elsewhere, and where. Above 0, more of them lean "
            + "elsewhere than do not. A company alone has no score: nobody was asked who would not "
            + "go there.",
    },
    columns: {
        quarter: "Quarter", week: "Week", period: "Period", score: "NPS", interval: "95% interval",
        answers: "Answers", sincePrevious: "Since the quarter before", sinceLastYear: "Since a year ago",
        level: "Reading", satisfied: "Satisfied", boxes: "Answers by value", mean: "Mean",
        easy: "Found it easy", rule: "Who is a true detractor", womi: "WoMI",
        promoters: "Promoters",
        trueDetractors: "True detractors", falseDetractors: "False detractors",
        competitor: "Company", drawn: "Score or share",
    },
    quarter: (number, year) => `Quarter ${number}, ${year}`,
    levels: {
        critical: "0 or below: critical", "compare-with-industry": "Compare with the industry",
        good: "50 and above: good",
    },
    fewAbout: (points) => `few answers, about ${points}`,
    noInterval: "no interval: the answers do not differ",
    clearChange: "a clear change",
    noClearChange: "no clear change",
    tooFewToCompare: "too few answers to compare",
    rules: {
        looser: "Recommends with 0 to 6 and would dissuade others with 7 to 10",
        published: "Would dissuade others with 9 or 10 (Freed 2013)",
    },
    allCompetitors: "All other companies together",
    unnamed: "9 or 10, and named none",
    readAnswers: "Read the answers",
    readHint: "No counter has this: up to 40,000 answers are read one by one, which may take some "
        + "seconds.",
    readAll: (n) => `All ${n} answers were read.`,
    readSome: (read, all, oneIn) => `${read} of ${all} answers were read, about one in ${oneIn}.`,
    nothing: {
        relational: "No quarter with answers is over yet.",
        employees: "No week with answers is over in these days.",
        other: "No answers in this selection.",
    },
    refused: {
        "answers-too-few": "No answers in this selection.",
        "employees-too-few": "Not told: under 7 answers, or so few could be worked out.",
        "employees-not-for-you": "What employees say is told to regional staff and administrators "
            + "only.",
    },
    notAskedTitle: "Not asked yet",
    notAskedHint: "A ready checklist comes with the program for each of these. It is brought in by "
        + "“vouch-central checklist add FILE” and asked by a tablet, or answered elsewhere and "
        + "brought in by “vouch-central import --kind responses --checklist NAME FILE”.",
    referencesTitle: "What others score",
    referencesHint: "From relational surveys elsewhere. Compare within one country and industry only.",
    sources: {
        first: "First of two collections of published scores; neither gives country and year.",
        second: "Second of two collections of published scores, which differ; neither gives country "
            + "and year.",
    },
    industries: {
        "electronics-retail": "Digital and electronics retail", "grocery-retail": "Grocery retail",
        banking: "Banking", airlines: "Airlines", "car-insurance": "Car insurance",
        "health-and-life-insurance": "Health and life insurance", tourism: "Tourism",
        hotels: "Hotels", "online-shopping": "Online shopping",
        "internet-services": "Internet services",
    },
};

export const measureWordsIn = { en: english, fa: measurePersian, ar: measureArabic,
    ta: measureTamil };
export const measureText = measureWordsIn[language];
