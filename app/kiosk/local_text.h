#pragma once

#include "core/base/time.h"

#include <QLocale>
#include <QString>

#include <string>
#include <string_view>

/// How numbers and keys look in a language; languages by their code, "fa".
namespace vouch::kiosk {

/// `text` with the digits that the CLDR has for the language: ۰–۹ in Persian, by country in Arabic
/// ("ar-EG", "ar-MA"), 0–9 in Tamil, Hindi and most others.
QString localDigits(const QString &text, const QString &language);
/// The language to write numbers in: Arabic has the digits of the zone's country, "ar-MA".
QString numberTag(const QString &language, const std::string &zone);
/// `text` with its digits of another script, not 0–9, as those of the language.
QString withDigitsOf(const QString &text, const QString &language);
/// A number of 0 or more, its digits in groups as the CLDR has them: "1,000,000", "10,00,000".
QString localNumber(qint64 number, const QString &language);
/// A whole number with a minus before it where it is less than nothing; in a right-to-left text
/// the minus stays on its left.
QString localInteger(qint64 number, const QString &language);
/// Likewise of digits that are in the language already.
QString signedDigits(const QString &digits, const QString &language);
/// Letters and digits that keep their order inside a right-to-left text.
QString isolated(const QString &text);
/// Points with their sign: "+42", "−7", "0".
QString localPoints(double points, const QString &language);
/// A date, in Persian of the Solar Hijri calendar: "Sunday, 22 November 2026", "یکشنبه ۱ آذر ۱۴۰۵".
QString localDay(Day day, QLocale::FormatType format, const QString &language);
/// A share of 0 … 1: "60%", "60 %", "%60", "۶۰٪".
QString localShare(double share, const QString &language);

bool isRightToLeft(const QString &language);

/// "write-comment" → "writeComment".
QString camelCase(std::string_view key);

inline QString toQString(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

} // namespace vouch::kiosk
