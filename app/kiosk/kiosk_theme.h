#pragma once

#include "app/kiosk/theme_file.h"

#include <QObject>
#include <QVariantMap>
#include <QtQmlIntegration>

namespace vouch::kiosk {

/// The theme in force, for Theme.qml; "plain" until told. Colours by their roles.
class KioskTheme : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_SINGLETON

    Q_PROPERTY(QVariantMap colours READ colours NOTIFY changed)
    /// What a shopper who asks for high contrast gets instead.
    Q_PROPERTY(QVariantMap contrastColours READ contrastColours CONSTANT)
    Q_PROPERTY(QString font READ font NOTIFY changed)
    Q_PROPERTY(QUrl logo READ logo NOTIFY changed)
    Q_PROPERTY(QUrl attract READ attract NOTIFY changed)
    Q_PROPERTY(bool motion READ motion NOTIFY changed)

public:
    explicit KioskTheme(QObject *parent = nullptr);

    void use(const Theme &theme);
    /// For a theme's author to look at it: what is wrong with the file, or an empty text.
    Q_INVOKABLE QString useFile(const QString &file);
    /// The system asks that nothing moves, whatever the theme says.
    void setLessMotion(bool wished);

    QVariantMap colours() const { return m_colours; }
    QVariantMap contrastColours() const;
    QString font() const { return m_theme.font; }
    QUrl logo() const { return m_theme.logo; }
    QUrl attract() const { return m_theme.attract; }
    bool motion() const { return m_theme.motion && !m_lessMotion; }

signals:
    void changed();

private:
    Theme m_theme;
    bool m_lessMotion = false;
    QVariantMap m_colours;
};

} // namespace vouch::kiosk
