#include "app/kiosk/kiosk_app.h"
#include "core/base/clock.h"
#include "qml/entry.h"
#include "sync/client/identity.h"
#include "tests/bench/first_frame.h"

#include <QGuiApplication>

/// The kiosk at rest, on the data folder given, enrolled at a server that cannot be reached. Used
/// by bench_start.sh.
int main(int argc, char **argv)
{
    vouch::qml::prepareProcess();
    QGuiApplication application(argc, argv);
    if (argc != 2)
        qFatal("bench_window DATA-FOLDER");
    const vouch::SystemClock clock;
    auto store = vouch::storage::KioskStore::open(argv[1], clock);
    if (!store)
        qFatal("%s", store.failure().text().c_str());
    const vouch::client::Identity identity{
        .server = QUrl(QStringLiteral("http://127.0.0.1:9")),
        .device = *vouch::Uuid::parse("0190c000-0000-7000-8000-000000000001"),
        .token = "token",
        .store = "store",
        .sealingKeyId = "",
        .sealingKey = ""};
    if (const auto saved = vouch::client::saveIdentity(**store, identity); !saved)
        qFatal("%s", saved.failure().text().c_str());
    vouch::kiosk::KioskOptions options;
    options.windowed = true;
    vouch::kiosk::KioskApp app(**store, clock, options, false);
    if (const auto started = app.start(); !started)
        qFatal("%s", started.failure().text().c_str());
    vouch::bench::reportFirstFrame();
    return application.exec();
}
