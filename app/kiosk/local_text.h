#pragma once

#include <QString>

#include <string_view>

/// How numbers and keys look in a language; languages by their code, "fa".
namespace vouch::kiosk {

/// `text` with the digits of the language: ۰–۹ in Persian, 0–9 elsewhere.
QString localDigits(const QString &text, const QString &language);
QString localNumber(qint64 number, const QString &language);
/// Points with their sign: "+42", "−7", "0".
QString localPoints(double points, const QString &language);
/// A share of 0 … 1: "60 %".
QString localShare(double share, const QString &language);

bool isRightToLeft(const QString &language);

/// "write-comment" → "writeComment".
QString camelCase(std::string_view key);

inline QString toQString(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

} // namespace vouch::kiosk
