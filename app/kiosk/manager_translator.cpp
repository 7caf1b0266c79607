#include "app/kiosk/manager_translator.h"

#include <QCoreApplication>

namespace vouch::kiosk {

ManagerTranslator::ManagerTranslator() = default;

ManagerTranslator::~ManagerTranslator()
{
    QCoreApplication::removeTranslator(&m_translator);
}

void ManagerTranslator::setLanguage(const QString &language)
{
    QCoreApplication::removeTranslator(&m_translator);
    if (m_translator.load(QStringLiteral(":/vouch/translations/kiosk_%1.qm").arg(language)))
        QCoreApplication::installTranslator(&m_translator);
}

} // namespace vouch::kiosk
