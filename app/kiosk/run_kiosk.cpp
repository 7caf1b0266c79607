#include "app/kiosk/kiosk_app.h"
#include "app/kiosk/kiosk_self_test.h"
#include "core/storage/kiosk_wipe.h"
#include "qml/entry.h"

#include <QGuiApplication>
#include <QSocketNotifier>
#include <QTimer>

#include <csignal>
#include <iostream>
#include <sys/socket.h>
#include <unistd.h>

namespace vouch::kiosk {

namespace {

int signalSockets[2] = {-1, -1};

void handleSignal(int)
{
    const char byte = 1;
    [[maybe_unused]] const auto written = ::write(signalSockets[0], &byte, sizeof byte);
}

/// SIGTERM and SIGINT end the event loop; the kiosk then closes what is open. Not by quit(): a
/// locked window refuses that.
void exitOnSignals(QCoreApplication &app)
{
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, signalSockets) != 0)
        return;
    auto *notifier = new QSocketNotifier(signalSockets[1], QSocketNotifier::Read, &app);
    QObject::connect(
        notifier, &QSocketNotifier::activated, &app, [] { QCoreApplication::exit(exit_code::ok); });
    struct sigaction action = {};
    action.sa_handler = handleSignal;
    action.sa_flags = SA_RESTART;
    ::sigaction(SIGTERM, &action, nullptr);
    ::sigaction(SIGINT, &action, nullptr);
}

/// Tells the watchdog that the event loop turns.
void beat(QCoreApplication &app, int pulse)
{
    const auto write = [pulse] {
        const char byte = 1;
        [[maybe_unused]] const auto written = ::write(pulse, &byte, sizeof byte);
    };
    auto *timer = new QTimer(&app);
    QObject::connect(timer, &QTimer::timeout, &app, write);
    timer->start(pulseInterval);
    QTimer::singleShot(0, &app, write);
}

int complain(const Failure &failure)
{
    std::cerr << "vouch-kiosk: " << failure.text() << std::endl;
    return failure.code == "data-in-use" ? exit_code::dataInUse : exit_code::failed;
}

} // namespace

int runKiosk(const KioskOptions &options, Watched watched, int argc, char **argv)
{
    if (!options.server.empty()) {
        const auto url = client::serverUrl(QString::fromStdString(options.server));
        if (!url)
            return complain(url.failure());
    }
    if (storage::wipeBegun(options.data))
        return complain(
            {"being-released",
             "This tablet's data was given up. Finish by --release, then start the kiosk anew.",
             options.data.string()});
    const SystemClock clock;
    const auto store = storage::KioskStore::open(options.data, clock);
    if (!store)
        return complain(store.failure());
    if (options.selfTest && qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    qml::prepareProcess();
    QGuiApplication app(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("vouch-kiosk"));
    exitOnSignals(app);
    if (options.selfTest)
        return selfTest();
    KioskApp kiosk(**store, clock, options, watched.again);
    if (const auto started = kiosk.start(); !started)
        return complain(started.failure());
    if (watched.pulse >= 0)
        beat(app, watched.pulse);
    return QGuiApplication::exec();
}

} // namespace vouch::kiosk
