#include "tests/bench/first_frame.h"

#include <QFile>
#include <QGuiApplication>
#include <QQuickWindow>
#include <QTimer>

#include <cstdio>
#include <ctime>
#include <unistd.h>

namespace vouch::bench {

namespace {

double secondsOf(clockid_t clock)
{
    timespec time{};
    clock_gettime(clock, &time);
    return double(time.tv_sec) + double(time.tv_nsec) / 1e9;
}

double residentMiB()
{
    QFile file(QStringLiteral("/proc/self/statm"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    return file.readAll().split(' ').value(1).toDouble() * double(sysconf(_SC_PAGESIZE)) /
           (1 << 20);
}

void reportFrame()
{
    const double cpu = secondsOf(CLOCK_PROCESS_CPUTIME_ID);
    const double since = qgetenv("VOUCH_BENCH_SINCE").toDouble();
    std::printf("%.1f %.1f\n", (secondsOf(CLOCK_REALTIME) - since) * 1e3, cpu * 1e3);
    QCoreApplication::exit();
}

/// After two seconds nothing of the start is under way any more.
void reportRest()
{
    QTimer::singleShot(2000, qApp, [] {
        const double cpu = secondsOf(CLOCK_PROCESS_CPUTIME_ID);
        QTimer::singleShot(8000, qApp, [cpu] {
            const double used = secondsOf(CLOCK_PROCESS_CPUTIME_ID) - cpu;
            std::printf("%.1f %.2f\n", residentMiB(), used / 8 * 100);
            QCoreApplication::exit();
        });
    });
}

} // namespace

void reportFirstFrame()
{
    auto *window = qobject_cast<QQuickWindow *>(QGuiApplication::topLevelWindows().value(0));
    if (!window)
        qFatal("there is no window");
    QObject::connect(
        window, &QQuickWindow::frameSwapped, qApp,
        qEnvironmentVariableIsSet("VOUCH_BENCH_REST") ? reportRest : reportFrame,
        Qt::ConnectionType(Qt::AutoConnection | Qt::SingleShotConnection));
}

} // namespace vouch::bench
