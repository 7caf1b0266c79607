#include "app/kiosk/local_text.h"

#include <QCalendar>
#include <QDate>
#include <QStringList>
#include <QTimeZone>

#include <cmath>
#include <cstdlib>

namespace vouch::kiosk {

namespace {

constexpr QChar leftToRightMark(0x200E);
constexpr QChar minusSign(0x2212);
constexpr QChar noBreakSpace(0x00A0);
const QString arabicPercent(QChar(0x066A));
/// Makes a number stand as after a word: with the sign behind it, where it is read from the right.
const QString arabicLetterMark(QChar(0x061C));

/// A sign before digits keeps its side in a right-to-left text only behind this mark.
QString direction(const QString &language)
{
    return isRightToLeft(language) ? QString(leftToRightMark) : QString();
}

} // namespace

QString localDigits(const QString &text, const QString &language)
{
    const auto zero = QLocale(language).zeroDigit();
    if (zero.size() != 1 || zero == u"0")
        return text;
    auto out = text;
    for (auto &character : out) {
        if (character >= u'0' && character <= u'9')
            character = QChar(zero[0].unicode() + character.digitValue());
    }
    return out;
}

QString numberTag(const QString &language, const std::string &zone)
{
    if (language != u"ar")
        return language;
    const auto territory = QTimeZone(QByteArray::fromStdString(zone)).territory();
    const auto country = QLocale::territoryToCode(territory);
    return country.isEmpty() ? language : language + u'-' + country;
}

QString withDigitsOf(const QString &text, const QString &language)
{
    const auto zero = QLocale(language).zeroDigit();
    if (zero.size() != 1)
        return text;
    auto out = text;
    for (auto &character : out) {
        if (character.isDigit() && character.unicode() > 0x7F)
            character = QChar(zero[0].unicode() + character.digitValue());
    }
    return out;
}

QString localNumber(qint64 number, const QString &language)
{
    const QLocale locale(language);
    const auto separator = locale.groupSeparator();
    auto text = QString::number(number);
    // Some leave four digits whole. (QLocale of Qt 6.4 then makes 1000.000 of a million.)
    if (text.size() < 5 && !locale.toString(1000).contains(separator))
        return localDigits(text, language);
    // In India two by two beyond the first three.
    const int further = locale.toString(10000000).count(separator) > 2 ? 2 : 3;
    for (qsizetype at = text.size() - 3; at > 0; at -= further)
        text.insert(at, separator);
    return localDigits(text, language);
}

QString localInteger(qint64 number, const QString &language)
{
    const auto digits = localNumber(std::llabs(number), language);
    return number < 0 ? signedDigits(digits, language) : digits;
}

QString signedDigits(const QString &digits, const QString &language)
{
    const auto text = minusSign + digits;
    return isRightToLeft(language) ? isolated(text) : text;
}

QString isolated(const QString &text)
{
    return QChar(0x2066) + text + QChar(0x2069);
}

QString localPoints(double points, const QString &language)
{
    const auto rounded = std::lround(points);
    const auto digits = localNumber(std::labs(rounded), language);
    if (rounded == 0)
        return digits;
    return direction(language) + (rounded > 0 ? QChar(u'+') : minusSign) + digits;
}

QString localDay(Day day, QLocale::FormatType format, const QString &language)
{
    const std::chrono::year_month_day date(day);
    const QDate shown(
        int(date.year()), static_cast<int>(unsigned(date.month())),
        static_cast<int>(unsigned(date.day())));
    const QCalendar calendar(
        language.section(u'-', 0, 0) == u"fa" ? QCalendar::System::Jalali
                                              : QCalendar::System::Gregorian);
    return localDigits(QLocale(language).toString(shown, format, calendar), language);
}

QString localShare(double share, const QString &language)
{
    const auto digits = localNumber(std::lround(share * 100), language);
    if (QLocale(language).percent().contains(arabicPercent))
        return arabicLetterMark + digits + arabicPercent;
    const auto code = language.section(u'-', 0, 0);
    if (code == u"tr")
        return u'%' + digits;
    static const QStringList spaced{"de", "es", "fr", "ru"};
    return spaced.contains(code) ? digits + noBreakSpace + u'%' : digits + u'%';
}

bool isRightToLeft(const QString &language)
{
    static const QStringList codes{"ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"};
    return codes.contains(language.section(u'-', 0, 0));
}

QString camelCase(std::string_view key)
{
    QString out;
    bool upper = false;
    for (const char character : key) {
        if (character == '-')
            upper = true;
        else {
            const auto letter = QChar::fromLatin1(character);
            out += upper ? letter.toUpper() : letter;
            upper = false;
        }
    }
    return out;
}

} // namespace vouch::kiosk
