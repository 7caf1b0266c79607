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

    /// English needs none. Digits in the texts become those of `numberTag`, see numberTag(). A QML
    /// engine's texts follow with retranslate().
    void setLanguage(const QString &language, const QString &numberTag);

private:
    /// The translations' own digits are the language's; a country may write others.
    class Texts : public QTranslator
    {
    public:
        QString translate(
            const char *context, const char *source, const char *comment, int count) const override;

        QString numberTag;
    };

    Texts m_translator;
};

} // namespace vouch::kiosk
