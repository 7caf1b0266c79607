#pragma once

#include <QDBusConnection>
#include <QDBusVariant>
#include <QObject>

namespace vouch::kiosk {

/// Whether the system asks for less motion: what the desktop says on the bus
/// (org.freedesktop.portal.Settings), and before that what GTK's settings.ini says. Asks without
/// waiting; without a bus, a portal or a file nobody asks for less.
class LessMotion : public QObject
{
    Q_OBJECT

public:
    explicit LessMotion(const QDBusConnection &bus = sessionBus(), QObject *parent = nullptr);

    bool isWished() const { return m_animationsOff || m_reduced; }

    /// The session's, unconnected where there is none: none is started for it.
    static QDBusConnection sessionBus();

signals:
    void changed(bool wished);

private slots:
    void take(const QString &group, const QString &key, const QDBusVariant &value);

private:
    void ask(QDBusConnection bus, const QString &group, const QString &key);

    bool m_animationsOff = false;
    bool m_reduced = false;
};

} // namespace vouch::kiosk
