#include "app/kiosk/interface_text.h"

#include "app/kiosk/local_text.h"

#include <QLocale>
#include <QVariantMap>

#include <array>

namespace vouch::kiosk {

namespace {

constexpr const char *context = "Survey";

struct Source
{
    std::string_view key;
    const char *english;
    bool counted = false;
};

// The key → the English source. resources/translations has them in every language.
constexpr std::array sources{
    Source{"hint-three", QT_TRANSLATE_NOOP("Survey", "Choose up to three")},
    Source{"hint", QT_TRANSLATE_N_NOOP("Survey", "Choose up to %n"), true},
    Source{"hint-any", QT_TRANSLATE_NOOP("Survey", "Choose all that apply")},
    Source{"hint-tap", QT_TRANSLATE_NOOP("Survey", "One tap is your answer")},
    Source{"hint-one", QT_TRANSLATE_NOOP("Survey", "Choose one")},
    Source{"write-comment", QT_TRANSLATE_NOOP("Survey", "Write a comment")},
    Source{
        "comment-placeholder",
        QT_TRANSLATE_NOOP("Survey", "Please don't include names or phone numbers")},
    Source{"done", QT_TRANSLATE_NOOP("Survey", "Done")},
    Source{"next", QT_TRANSLATE_NOOP("Survey", "Next")},
    Source{"skip", QT_TRANSLATE_NOOP("Survey", "Skip")},
    Source{"back", QT_TRANSLATE_NOOP("Survey", "Back")},
    Source{"echo", QT_TRANSLATE_NOOP("Survey", "Your answer: {score}")},
    Source{"change", QT_TRANSLATE_NOOP("Survey", "Change")},
    Source{"start-again", QT_TRANSLATE_NOOP("Survey", "Start again")},
    Source{"progress", QT_TRANSLATE_NOOP("Survey", "Question {i} of {n}")},
    Source{"thanks", QT_TRANSLATE_NOOP("Survey", "Thank you! Your opinion helps us do better.")},
    Source{"idle", QT_TRANSLATE_NOOP("Survey", "Are you still there?")},
    Source{"more-time", QT_TRANSLATE_NOOP("Survey", "More time")},
    Source{"finish", QT_TRANSLATE_NOOP("Survey", "Finish")},
    Source{"countdown", QT_TRANSLATE_N_NOOP("Survey", "This page closes in %n seconds"), true},
    Source{
        "unavailable",
        QT_TRANSLATE_NOOP(
            "Survey", "Sorry, we cannot take answers right now. Please try again later.")},
    Source{"invitation", QT_TRANSLATE_NOOP("Survey", "How was your visit today?")},
    Source{"begin", QT_TRANSLATE_NOOP("Survey", "Touch to begin")},
    Source{"number-range", QT_TRANSLATE_NOOP("Survey", "A number from {min} to {max}")},
    Source{"number-low", QT_TRANSLATE_NOOP("Survey", "Too low. The lowest number is {min}.")},
    Source{"number-high", QT_TRANSLATE_NOOP("Survey", "Too high. The highest number is {max}.")},
    Source{"number-missing", QT_TRANSLATE_NOOP("Survey", "Please type a number.")},
    Source{"delete", QT_TRANSLATE_NOOP("Survey", "Delete")},
    Source{"minus", QT_TRANSLATE_NOOP("Survey", "Minus")},
    Source{
        "consent", QT_TRANSLATE_NOOP(
                       "Survey", "May {chain} contact you about today's visit? We will use your "
                                 "phone number or e-mail only for this and delete it within {days} "
                                 "days.")},
    Source{"consent-yes", QT_TRANSLATE_NOOP("Survey", "Yes, please contact me")},
    Source{"consent-no", QT_TRANSLATE_NOOP("Survey", "No, thank you")},
    Source{"offer-contact", QT_TRANSLATE_NOOP("Survey", "May we contact you?")},
    Source{"phone", QT_TRANSLATE_NOOP("Survey", "Your phone number")},
    Source{"email", QT_TRANSLATE_NOOP("Survey", "Your e-mail address")},
    Source{"use-email", QT_TRANSLATE_NOOP("Survey", "Use e-mail instead")},
    Source{"use-phone", QT_TRANSLATE_NOOP("Survey", "Use phone instead")},
    Source{"confirm", QT_TRANSLATE_NOOP("Survey", "Confirm")},
    Source{"phone-wrong", QT_TRANSLATE_NOOP("Survey", "Please check the number.")},
    Source{"email-wrong", QT_TRANSLATE_NOOP("Survey", "Please check the e-mail address.")},
    Source{
        "phone-short",
        QT_TRANSLATE_N_NOOP("Survey", "Too short. A phone number has at least %n digits."), true},
    Source{
        "phone-long",
        QT_TRANSLATE_N_NOOP("Survey", "Too long. A phone number has at most %n digits."), true},
    Source{
        "phone-country",
        QT_TRANSLATE_NOOP(
            "Survey", "After + comes the country code, which does not begin with 0.")},
    Source{
        "email-at",
        QT_TRANSLATE_NOOP("Survey", "Please write one @ with a name before it: {example}")},
    Source{
        "email-ending",
        QT_TRANSLATE_NOOP("Survey", "The part after the @ is not complete: {example}")},
    Source{"email-spaces", QT_TRANSLATE_NOOP("Survey", "Please take the spaces out.")},
    Source{"contact-kept", QT_TRANSLATE_NOOP("Survey", "Thank you, we will contact you.")},
    Source{"erasure", QT_TRANSLATE_NOOP("Survey", "Your erasure code: {code}")},
    Source{
        "erasure-hint",
        QT_TRANSLATE_NOOP(
            "Survey", "Note it down: with it we delete your contact whenever you ask.")},
    Source{"languages", QT_TRANSLATE_NOOP("Survey", "Languages")},
    Source{"accessibility", QT_TRANSLATE_NOOP("Survey", "Easier to use")},
    Source{"contrast", QT_TRANSLATE_NOOP("Survey", "High contrast")},
    Source{"larger", QT_TRANSLATE_NOOP("Survey", "Larger text")},
    Source{"lower", QT_TRANSLATE_NOOP("Survey", "Controls lower")},
    Source{"read-aloud", QT_TRANSLATE_NOOP("Survey", "Read aloud")},
    Source{"normal", QT_TRANSLATE_NOOP("Survey", "Back to normal")},
    Source{"key-space", QT_TRANSLATE_NOOP("Survey", "Space")},
    Source{"key-shift", QT_TRANSLATE_NOOP("Survey", "Capital letters")},
    Source{"key-enter", QT_TRANSLATE_NOOP("Survey", "New line")},
    Source{"key-hide", QT_TRANSLATE_NOOP("Survey", "Hide the keyboard")},
    Source{"key-symbols", QT_TRANSLATE_NOOP("Survey", "Letters or signs")},
    Source{"selected", QT_TRANSLATE_NOOP("Survey", "selected")},
};

} // namespace

QString InterfaceText::text(
    const checklist::Checklist &checklist, std::string_view key, const QString &language, int count)
{
    const auto own = toQString(checklist.interfaceText(key, language.toStdString()));
    if (!own.isEmpty())
        return own;
    for (const auto &source : sources) {
        if (source.key != key)
            continue;
        const auto translated = translator(language).translate(
            context, source.english, nullptr, source.counted ? count : -1);
        auto text = translated.isEmpty() ? QString::fromLatin1(source.english) : translated;
        return source.counted ? text.replace(QLatin1String("%n"), QString::number(count)) : text;
    }
    return {};
}

QVariantMap InterfaceText::texts(const checklist::Checklist &checklist, const QString &language)
{
    QVariantMap out;
    for (const auto &source : sources) {
        if (!source.counted)
            out.insert(camelCase(source.key), text(checklist, source.key, language));
    }
    return out;
}

QString InterfaceText::nameOf(const QString &language)
{
    // Names as their speakers write them; CLDR's have no capital in some.
    static const std::map<QString, QString> names{
        {"en", QStringLiteral("English")}, {"fa", QStringLiteral("فارسی")},
        {"ta", QStringLiteral("தமிழ்")},    {"ru", QStringLiteral("Русский")},
        {"ar", QStringLiteral("العربية")}, {"de", QStringLiteral("Deutsch")},
        {"es", QStringLiteral("Español")}, {"fr", QStringLiteral("Français")},
        {"hi", QStringLiteral("हिन्दी")},   {"tr", QStringLiteral("Türkçe")}};
    if (const auto found = names.find(language); found != names.end())
        return found->second;
    auto name = QLocale(language).nativeLanguageName();
    if (name.isEmpty() || QLocale(language).language() == QLocale::C)
        return language;
    name[0] = name[0].toUpper();
    return name;
}

const QTranslator &InterfaceText::translator(const QString &language)
{
    auto &kept = m_translators[language];
    if (!kept) {
        kept = std::make_unique<QTranslator>();
        // A missing file is no fault: English it is.
        (void)kept->load(QStringLiteral(":/vouch/translations/kiosk_%1.qm").arg(language));
    }
    return *kept;
}

} // namespace vouch::kiosk
