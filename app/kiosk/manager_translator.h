#pragma once

#include <QTranslator>

namespace vouch::kiosk {

/// qsTr() in the manager's language. The shopper's texts come from the checklist instead.
class ManagerTranslator
{
public:
    ManagerTranslator();
    ~ManagerTranslator();
    ManagerTranslator(const ManagerTranslator &) = delete;
    ManagerTranslator &operator=(const ManagerTranslator &) = delete;

    /// English needs none. A QML engine's texts follow with retranslate().
    void setLanguage(const QString &language);

private:
    QTranslator m_translator;
};

} // namespace vouch::kiosk
