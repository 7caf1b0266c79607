#include "app/kiosk/screen_awake.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCall>
#include <QGuiApplication>

#ifdef VOUCH_XCB
#include <QtGui/qguiapplication_platform.h>
#include <xcb/xcb.h>
#endif

namespace vouch::kiosk {

namespace {

/// Shorter than every blanking time that a desktop offers.
constexpr std::chrono::seconds resetInterval{20};

} // namespace

ScreenAwake::ScreenAwake()
{
    askDesktop();
    resetX();
    connect(&m_timer, &QTimer::timeout, this, &ScreenAwake::resetX);
    if (QGuiApplication::platformName() == QLatin1String("xcb"))
        m_timer.start(resetInterval);
}

/// The request holds until our connection ends; an answer is not needed.
void ScreenAwake::askDesktop()
{
    if (qEnvironmentVariableIsEmpty("DBUS_SESSION_BUS_ADDRESS"))
        return; // else a bus would be started for it
    auto inhibit = QDBusMessage::createMethodCall(
        QStringLiteral("org.freedesktop.ScreenSaver"),
        QStringLiteral("/org/freedesktop/ScreenSaver"),
        QStringLiteral("org.freedesktop.ScreenSaver"), QStringLiteral("Inhibit"));
    inhibit.setArguments(
        {QStringLiteral("vouch-kiosk"), QStringLiteral("Shoppers are asked on this screen")});
    QDBusConnection::sessionBus().asyncCall(inhibit);
}

void ScreenAwake::resetX()
{
#ifdef VOUCH_XCB
    const auto *x11 = qGuiApp->nativeInterface<QNativeInterface::QX11Application>();
    if (x11 == nullptr)
        return;
    // Starts the idle time anew, for the screen saver and for DPMS.
    xcb_force_screen_saver(x11->connection(), XCB_SCREEN_SAVER_RESET);
    xcb_flush(x11->connection());
#endif
}

} // namespace vouch::kiosk

#include "moc_screen_awake.cpp"
