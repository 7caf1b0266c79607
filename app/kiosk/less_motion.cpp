#include "app/kiosk/less_motion.h"

#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QSettings>
#include <QStandardPaths>

namespace vouch::kiosk {

namespace {

const QString service = QStringLiteral("org.freedesktop.portal.Desktop");
const QString path = QStringLiteral("/org/freedesktop/portal/desktop");
const QString interface = QStringLiteral("org.freedesktop.portal.Settings");

const QString desktop = QStringLiteral("org.gnome.desktop.interface");
const QString animations = QStringLiteral("enable-animations");
const QString appearance = QStringLiteral("org.freedesktop.appearance");
const QString reducedMotion = QStringLiteral("reduced-motion");

bool isWishedByFile()
{
    for (const auto *file : {"gtk-4.0/settings.ini", "gtk-3.0/settings.ini"}) {
        const auto found =
            QStandardPaths::locate(QStandardPaths::GenericConfigLocation, QLatin1String(file));
        if (found.isEmpty())
            continue;
        const QSettings settings(found, QSettings::IniFormat);
        const auto value = settings.value(QStringLiteral("Settings/gtk-enable-animations"));
        if (value.isValid())
            return !value.toBool();
    }
    return false;
}

/// The portal wraps what it was asked for once more.
QVariant unwrapped(QVariant value)
{
    while (value.canConvert<QDBusVariant>())
        value = value.value<QDBusVariant>().variant();
    return value;
}

} // namespace

LessMotion::LessMotion(const QDBusConnection &bus, QObject *parent)
    : QObject(parent)
    , m_animationsOff(isWishedByFile())
{
    if (!bus.isConnected())
        return;
    // From whomever: to look for the portal's owner would be to wait.
    auto connection = bus;
    connection.connect(
        QString(), path, interface, QStringLiteral("SettingChanged"), this,
        SLOT(take(QString, QString, QDBusVariant)));
    ask(connection, desktop, animations);
    ask(connection, appearance, reducedMotion);
}

QDBusConnection LessMotion::sessionBus()
{
    return qEnvironmentVariableIsEmpty("DBUS_SESSION_BUS_ADDRESS")
               ? QDBusConnection(QStringLiteral("vouch-no-bus"))
               : QDBusConnection::sessionBus();
}

void LessMotion::ask(QDBusConnection bus, const QString &group, const QString &key)
{
    auto read = QDBusMessage::createMethodCall(service, path, interface, QStringLiteral("Read"));
    read.setArguments({group, key});
    auto *watcher = new QDBusPendingCallWatcher(bus.asyncCall(read), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher, group, key] {
        const QDBusPendingReply<QDBusVariant> reply = *watcher;
        if (!reply.isError())
            take(group, key, reply.value());
        watcher->deleteLater();
    });
}

void LessMotion::take(const QString &group, const QString &key, const QDBusVariant &value)
{
    const bool before = isWished();
    const auto said = unwrapped(QVariant::fromValue(value));
    if (group == desktop && key == animations)
        m_animationsOff = !said.toBool();
    else if (group == appearance && key == reducedMotion)
        m_reduced = said.toUInt() == 1;
    if (isWished() != before)
        emit changed(isWished());
}

} // namespace vouch::kiosk

#include "moc_less_motion.cpp"
