// Words that go with a number, in the form that the language wants.

// `forms` are by the names of Intl.PluralRules ("one", "few", "other" …; absent ones are as
// "other"); "#" in them is the number.
export function counting(locale) {
    const rules = new Intl.PluralRules(locale);
    const count = new Intl.NumberFormat(locale);
    return (forms) => (n) => (forms[rules.select(n)] ?? forms.other).replace("#", count.format(n));
}
