#include "app/kiosk/manager_translator.h"

#include "app/kiosk/local_text.h"

#include <QCoreApplication>

namespace vouch::kiosk {

ManagerTranslator::ManagerTranslator() = default;

ManagerTranslator::~ManagerTranslator()
{
    QCoreApplication::removeTranslator(&m_translator);
}

QString ManagerTranslator::Texts::translate(
    const char *context, const char *source, const char *comment, int count) const
{
    const auto text = QTranslator::translate(context, source, comment, count);
    return text.isEmpty() ? text
                          : withDigitsOf(text, numberTag); // none: the source itself is shown
}

void ManagerTranslator::setLanguage(const QString &language, const QString &numberTag)
{
    m_translator.numberTag = numberTag;
    QCoreApplication::removeTranslator(&m_translator);
    if (m_translator.load(QStringLiteral(":/vouch/translations/kiosk_%1.qm").arg(language)))
        QCoreApplication::installTranslator(&m_translator);
}

} // namespace vouch::kiosk
