#include "app/kiosk/kiosk_app.h"
#include "core/base/clock.h"
#include "qml/entry.h"

#include <QElapsedTimer>
#include <QFile>
#include <QGuiApplication>
#include <QQmlApplicationEngine>
#include <QQuickWindow>
#include <QTimer>

#include <cstdio>
#include <ctime>
#include <unistd.h>

/// Prints "first-frame-ms resident-MiB cpu-percent" of a window of Qt's own with nothing in it, of
/// the same with a few words, or of the kiosk at rest. Used by bench_start.sh.
namespace {

constexpr const char *emptyWindow = R"(
import QtQuick.Controls.Basic
ApplicationWindow { width: 1280; height: 800; visible: true }
)";

/// The names of the languages that the kiosk offers first, in their own letters: three fonts.
constexpr const char *fewWords = R"(
import QtQuick
import QtQuick.Controls.Basic
ApplicationWindow {
    width: 1280; height: 800; visible: true
    Column {
        Text { font.family: "Noto Sans"; text: "English Русский" }
        Text { font.family: "Noto Sans Arabic"; text: "فارسی" }
        Text { font.family: "Noto Sans Tamil"; text: "தமிழ்" }
    }
}
)";

double residentMiB()
{
    QFile file(QStringLiteral("/proc/self/statm"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    return file.readAll().split(' ').value(1).toDouble() * double(sysconf(_SC_PAGESIZE)) /
           (1 << 20);
}

double cpuSeconds()
{
    timespec time{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return double(time.tv_sec) + double(time.tv_nsec) / 1e9;
}

/// Ends the program ten seconds after the first frame.
void watch(QElapsedTimer &since)
{
    auto *window = qobject_cast<QQuickWindow *>(QGuiApplication::topLevelWindows().value(0));
    if (!window)
        qFatal("there is no window");
    const auto firstFrame = [&since, window] {
        const auto frame = since.elapsed();
        QTimer::singleShot(2000, window, [frame, window] {
            const double cpu = cpuSeconds();
            QTimer::singleShot(8000, window, [frame, cpu] {
                std::printf(
                    "%lld %.1f %.2f\n", static_cast<long long>(frame), residentMiB(),
                    (cpuSeconds() - cpu) / 8 * 100);
                QCoreApplication::exit();
            });
        });
    };
    QObject::connect(
        window, &QQuickWindow::frameSwapped, window, firstFrame,
        Qt::ConnectionType(Qt::AutoConnection | Qt::SingleShotConnection));
}

} // namespace

int main(int argc, char **argv)
{
    QElapsedTimer since;
    since.start();
    const bool kiosk = argc == 3 && std::string_view(argv[1]) == "kiosk";
    const bool words = argc == 2 && std::string_view(argv[1]) == "words";
    vouch::qml::prepareProcess();
    QGuiApplication application(argc, argv);
    if (!kiosk) {
        QQmlApplicationEngine engine;
        engine.loadData(words ? fewWords : emptyWindow);
        watch(since);
        return application.exec();
    }
    const vouch::SystemClock clock;
    auto store = vouch::storage::KioskStore::open(argv[2], clock);
    if (!store)
        qFatal("%s", store.failure().text().c_str());
    vouch::kiosk::KioskOptions options;
    options.windowed = true;
    vouch::kiosk::KioskApp app(**store, clock, options, false);
    if (const auto started = app.start(); !started)
        qFatal("%s", started.failure().text().c_str());
    watch(since);
    return application.exec();
}
