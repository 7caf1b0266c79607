#include "app/kiosk/kiosk_options.h"
#include "app/kiosk/watchdog.h"
#include "tests/support/patience.h"
#include "tests/support/suite.h"

#include <QTest>

#include <csignal>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

namespace test_watchdog {

using namespace vouch::kiosk;
using namespace std::chrono_literals;

namespace {

/// What the children did, seen by the test: memory that both sides share.
struct Tale
{
    int runs = 0;
    int again = 0;
    pid_t child = 0;
};

void pulse(const Watched &watched)
{
    const char byte = 1;
    [[maybe_unused]] const auto written = ::write(watched.pulse, &byte, 1);
}

[[noreturn]] void pulseForEver(const Watched &watched)
{
    for (;;) {
        pulse(watched);
        ::usleep(2000);
    }
}

WatchdogTimes quick()
{
    WatchdogTimes times;
    times.silence = 300ms;
    times.stop = 300ms;
    times.firstDelay = 1ms;
    times.longestDelay = 4ms;
    return times;
}

void onTerm(int)
{
    ::_exit(exit_code::ok);
}

} // namespace

class TestWatchdog : public QObject
{
    Q_OBJECT

    Tale *m_tale = nullptr;
    pid_t m_watchdog = -1;

    /// A child that does `acts` one run after the other.
    int watch(std::vector<std::function<int(Watched)>> acts, WatchdogTimes times = quick())
    {
        return watchOver(
            [this, acts = std::move(acts)](Watched watched) {
                m_tale->again += watched.again;
                const auto run = std::min<std::size_t>(m_tale->runs++, acts.size() - 1);
                return acts[run](watched);
            },
            times);
    }

private slots:
    void init()
    {
        void *memory = ::mmap(
            nullptr, sizeof(Tale), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
        QVERIFY(memory != MAP_FAILED);
        m_tale = new (memory) Tale;
    }
    void cleanup() { ::munmap(m_tale, sizeof(Tale)); }

    void whatEndsByItselfStaysDown_data()
    {
        QTest::addColumn<int>("code");
        QTest::newRow("left by staff") << exit_code::ok;
        QTest::newRow("usage") << exit_code::usage;
        QTest::newRow("data in use") << exit_code::dataInUse;
    }
    void whatEndsByItselfStaysDown()
    {
        QFETCH(int, code);
        QCOMPARE(
            watch({[code](Watched watched) {
                pulse(watched);
                return code;
            }}),
            code);
        QCOMPARE(m_tale->runs, 1);
    }

    void aFirstStartThatFailsIsReported()
    {
        QCOMPARE(watch({[](Watched) { return exit_code::failed; }}), exit_code::failed);
        QCOMPARE(
            watch({[](Watched) -> int {
                ::raise(SIGKILL);
                return 0;
            }}),
            exit_code::failed);
        QCOMPARE(m_tale->runs, 2);
    }

    void aCrashIsOutlived_data()
    {
        QTest::addColumn<int>("signal");
        QTest::newRow("kill -9") << SIGKILL;
        QTest::newRow("segmentation fault") << SIGSEGV;
        QTest::newRow("abort") << SIGABRT;
    }
    void aCrashIsOutlived()
    {
        QFETCH(int, signal);
        const auto crash = [signal](Watched watched) -> int {
            pulse(watched);
            ::signal(signal, SIG_DFL);
            ::raise(signal);
            return exit_code::usage;
        };
        QCOMPARE(watch({crash, crash, [](Watched) { return exit_code::ok; }}), exit_code::ok);
        QCOMPARE(m_tale->runs, 3);
        QCOMPARE(m_tale->again, 2);
    }

    void aFailureLaterOnIsTriedAgain()
    {
        const auto fail = [](Watched watched) {
            pulse(watched);
            return exit_code::failed;
        };
        QCOMPARE(watch({fail, fail, [](Watched) { return exit_code::ok; }}), exit_code::ok);
        QCOMPARE(m_tale->runs, 3);
    }

    void whatHangsIsStartedAgain()
    {
        const auto hang = [](Watched watched) -> int {
            pulse(watched);
            ::raise(SIGSTOP);
            return exit_code::usage;
        };
        QCOMPARE(watch({hang, [](Watched) { return exit_code::ok; }}), exit_code::ok);
        QCOMPARE(m_tale->runs, 2);
    }

    void whatCannotBeStartedAnyMoreIsGivenUp()
    {
        const auto once = [](Watched watched) {
            pulse(watched);
            return exit_code::failed;
        };
        const auto never = [](Watched) -> int {
            ::raise(SIGKILL);
            return 0;
        };
        QCOMPARE(watch({once, never}), exit_code::failed);
        QCOMPARE(m_tale->runs, 1 + quick().failedStarts);
    }

    /// Runs a watchdog of its own, which can be sent signals.
    void startApart(const std::function<int(Watched)> &kiosk)
    {
        m_watchdog = ::fork();
        if (m_watchdog == 0)
            ::_exit(watchOver(
                [&](Watched watched) {
                    m_tale->child = ::getpid();
                    return kiosk(watched);
                },
                quick()));
        QTRY_VERIFY(m_tale->child != 0);
    }
    int endOfWatchdog() const
    {
        int status = 0;
        ::waitpid(m_watchdog, &status, 0);
        return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
    }

    void beingToldToStopIsHandedOn()
    {
        startApart([this](Watched watched) -> int {
            ::signal(SIGTERM, onTerm);
            m_tale->runs = 1;
            pulseForEver(watched);
        });
        QTRY_COMPARE(m_tale->runs, 1);
        ::kill(m_watchdog, SIGTERM);
        QCOMPARE(endOfWatchdog(), exit_code::ok);
        QVERIFY(::kill(m_tale->child, 0) != 0);
    }

    void whatDoesNotStopIsEnded()
    {
        startApart([this](Watched watched) -> int {
            ::signal(SIGTERM, SIG_IGN);
            m_tale->runs = 1;
            pulseForEver(watched);
        });
        QTRY_COMPARE(m_tale->runs, 1);
        ::kill(m_watchdog, SIGHUP);
        QCOMPARE(endOfWatchdog(), exit_code::failed);
    }

    void theChildDoesNotOutliveTheWatchdog()
    {
        int ends[2];
        QCOMPARE(::pipe2(ends, O_CLOEXEC), 0);
        startApart([](Watched watched) -> int { pulseForEver(watched); });
        ::close(ends[1]); // now the two processes alone hold it
        ::kill(m_watchdog, SIGKILL);
        QCOMPARE(endOfWatchdog(), -SIGKILL);
        char byte;
        QCOMPARE(::read(ends[0], &byte, 1), 0); // returns when the last of them is gone
        ::close(ends[0]);
    }
};

VOUCH_TEST(TestWatchdog)

} // namespace test_watchdog

#include "test_watchdog.moc"
