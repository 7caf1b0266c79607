#pragma once

#include "core/checklist/definition.h"

#include <QString>
#include <QTranslator>

#include <map>
#include <memory>

namespace vouch::kiosk {

/// What the kiosk itself says to shoppers, in every language that it has (Qt Linguist, context
/// "Survey"); a checklist's own text of the same key comes first. In a language that neither has,
/// it is English. Main thread only.
class InterfaceText
{
public:
    /// `count` chooses the plural form and stands where the text says %n, in Latin digits until
    /// localDigits() changes them. Empty when there is no such key.
    QString text(
        const checklist::Checklist &checklist, std::string_view key, const QString &language,
        int count = -1);
    /// All texts without a number, by their keys in camel case.
    QVariantMap texts(const checklist::Checklist &checklist, const QString &language);

    /// The language's own name: "فارسی"; its code when the name is not known.
    static QString nameOf(const QString &language);

private:
    const QTranslator &translator(const QString &language);

    std::map<QString, std::unique_ptr<QTranslator>> m_translators;
};

} // namespace vouch::kiosk
