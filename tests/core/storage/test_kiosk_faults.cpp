#include "tests/support/suite.h"

#include "fault_vfs.h"
#include "kiosk_life.h"

#include <QTemporaryDir>
#include <QTest>

#include <random>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

namespace test_kiosk_faults {

using namespace vouch;
using test::contentOf;
using test::FaultVfs;
using test::KioskLife;
using test::lifeStates;
using test::lifeSteps;
using Event = FaultVfs::Event;
using Fault = FaultVfs::Fault;

namespace {

/// A whole run takes each call; the quick one takes every so many-th.
bool isWhole()
{
    return qEnvironmentVariable("VOUCH_FAULTS") == "all";
}

std::filesystem::path in(const QTemporaryDir &folder)
{
    return folder.path().toStdString();
}

/// Runs the life until a step fails; how many were ok.
std::size_t live(KioskLife &life)
{
    std::size_t done = 0;
    while (done < lifeSteps().size() && life.run(done))
        ++done;
    return done;
}

struct Ended
{
    std::size_t done = 0;
    bool killed = false;
};

/// Lives in a process of its own that dies at the n-th event.
Ended liveAndDie(const QTemporaryDir &folder, Event event, std::int64_t n, Fault fault)
{
    auto *done = static_cast<std::size_t *>(
        ::mmap(nullptr, 4096, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0));
    const auto child = ::fork();
    if (child == 0) {
        FaultVfs::get().at(event, n, fault);
        KioskLife life(in(folder));
        while (*done < lifeSteps().size() && life.run(*done))
            ++*done;
        life.store.reset();
        ::_exit(0);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    const Ended out{*done, WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL};
    ::munmap(done, 4096);
    return out;
}

/// After the first `done` steps were ok and the next one may have been: what is wrong, or nothing.
std::string complaintAfter(const QTemporaryDir &folder, std::size_t done)
{
    KioskLife life(in(folder));
    life.clock.goToStep(lifeSteps().size());
    if (const auto opened = life.open(); !opened)
        return opened.failure().text();
    const auto content = contentOf(life.folder);
    const auto next = std::min(done + 1, lifeSteps().size());
    if (content != lifeStates()[done] && content != lifeStates()[next])
        return "after " + std::to_string(done) + " steps there is\n" + content + "instead of\n" +
               lifeStates()[done] + "or\n" + lifeStates()[next];
    return settle(life);
}

std::int64_t eventsOfALife(Event event)
{
    const QTemporaryDir folder;
    FaultVfs::get().reset();
    {
        KioskLife life(in(folder));
        live(life);
    }
    const auto count = FaultVfs::get().count(event);
    FaultVfs::get().reset();
    return count;
}

} // namespace

/// Whatever ends or fails a kiosk's call: what was stored is what was stored after some call of it,
/// namely the last that returned ok or the one under way; it all travels once, and its chain holds.
class TestKioskFaults : public QObject
{
    Q_OBJECT

    FaultVfs &m_vfs = FaultVfs::get();

private slots:
    void initTestCase() { QCOMPARE(lifeStates().size(), lifeSteps().size() + 1); }
    void init() { m_vfs.reset(); }

    void undisturbedItGoesToTheEnd()
    {
        const QTemporaryDir folder;
        KioskLife life(in(folder));
        QCOMPARE(live(life), lifeSteps().size());
        QCOMPARE(contentOf(life.folder), lifeStates().back());
        life.store.reset();
        const auto complaint = complaintAfter(folder, lifeSteps().size());
        QVERIFY2(complaint.empty(), complaint.c_str());
    }

    void killed_data()
    {
        QTest::addColumn<Event>("event");
        QTest::addColumn<Fault>("fault");
        QTest::addColumn<int>("stride");
        QTest::newRow("before each change of a file") << Event::Change << Fault::Kill << 3;
        QTest::newRow("in the middle of each write") << Event::Change << Fault::Tear << 5;
        QTest::newRow("after each statement") << Event::Statement << Fault::Kill << 5;
        QTest::newRow("at each call") << Event::Call << Fault::Kill << 13;
    }
    void killed()
    {
        QFETCH(Event, event);
        QFETCH(Fault, fault);
        QFETCH(int, stride);
        int deaths = 0;
        for (std::int64_t n = 1;; n += isWhole() ? 1 : stride) {
            const QTemporaryDir folder;
            const auto ended = liveAndDie(folder, event, n, fault);
            const auto complaint = complaintAfter(folder, ended.done);
            QVERIFY2(
                complaint.empty(), ("killed at " + std::to_string(n) + ": " + complaint).c_str());
            if (!ended.killed) {
                QCOMPARE(ended.done, lifeSteps().size());
                break;
            }
            ++deaths;
        }
        qInfo("killed %d times", deaths);
        QVERIFY(deaths > 20);
    }

    void powerCut()
    {
        const auto calls = eventsOfALife(Event::Change);
        const auto statements = eventsOfALife(Event::Statement);
        const unsigned cuts = isWhole() ? 1500 : 80;
        std::size_t steps = 0;
        for (unsigned seed = 1; seed <= cuts; ++seed) {
            const QTemporaryDir folder;
            std::mt19937_64 random(seed);
            m_vfs.reset();
            m_vfs.watchPower();
            const bool afterStatement = seed % 4 == 0;
            m_vfs.at(
                afterStatement ? Event::Statement : Event::Change,
                std::int64_t(random() % std::uint64_t(afterStatement ? statements : calls)) + 1,
                Fault::PowerOff);
            std::size_t done = 0;
            {
                KioskLife life(in(folder));
                done = live(life);
            }
            m_vfs.powerCut(seed);
            // Some tablets lose power once more while they start.
            if (seed % 3 == 0) {
                m_vfs.watchPower();
                m_vfs.at(Event::Change, std::int64_t(random() % 12) + 1, Fault::PowerOff);
                KioskLife life(in(folder));
                life.clock.goToStep(lifeSteps().size());
                (void)life.open();
                life.store.reset();
                m_vfs.powerCut(seed + 1);
            }
            const auto complaint = complaintAfter(folder, done);
            QVERIFY2(
                complaint.empty(), ("seed " + std::to_string(seed) + ": " + complaint).c_str());
            steps += done;
        }
        qInfo("%u cuts after %zu calls that had returned", cuts, steps);
        QVERIFY(steps > cuts * 5);
    }

    void failing_data()
    {
        QTest::addColumn<Event>("event");
        QTest::addColumn<Fault>("fault");
        QTest::addColumn<bool>("lasting");
        QTest::addColumn<QByteArray>("code");
        QTest::addColumn<int>("stride");
        const auto add = [](const char *name, Event event, Fault fault, const char *code) {
            QTest::addRow("%s once", name) << event << fault << false << QByteArray(code) << 11;
            QTest::addRow("%s, lasting", name) << event << fault << true << QByteArray(code) << 13;
        };
        add("I/O error", Event::Call, Fault::IoError, "database-error");
        add("disk full", Event::Growth, Fault::DiskFull, "disk-full");
        add("busy", Event::Lock, Fault::Busy, "database-busy");
    }
    void failing()
    {
        QFETCH(Event, event);
        QFETCH(Fault, fault);
        QFETCH(bool, lasting);
        QFETCH(QByteArray, code);
        QFETCH(int, stride);
        const auto total = eventsOfALife(event);
        int failures = 0;
        for (std::int64_t n = 1; n <= total; n += isWhole() ? 1 : stride) {
            const QTemporaryDir folder;
            KioskLife life(in(folder));
            m_vfs.reset();
            m_vfs.at(event, n, fault, lasting);
            for (std::size_t step = 0; step < lifeSteps().size(); ++step) {
                const auto where = std::to_string(n) + ", " + lifeSteps()[step].name;
                const auto first = life.run(step);
                if (!first) {
                    ++failures;
                    m_vfs.reset();
                    QVERIFY2(
                        first.failure().code == code.toStdString(),
                        (where + ": " + first.failure().text()).c_str());
                    if (step > 0)
                        QVERIFY2(contentOf(life.folder) == lifeStates()[step], where.c_str());
                    const auto again = life.run(step);
                    QVERIFY2(again.ok(), again ? "" : again.failure().text().c_str());
                }
                // What is swallowed (a checkpoint that can wait) must not hurt either.
                if (m_vfs.happened() || !first) {
                    m_vfs.reset();
                    QVERIFY2(contentOf(life.folder) == lifeStates()[step + 1], where.c_str());
                }
            }
            m_vfs.reset();
            const auto complaint = settle(life);
            QVERIFY2(complaint.empty(), (std::to_string(n) + ": " + complaint).c_str());
        }
        qInfo("%d calls failed", failures);
        QVERIFY(failures > 0 || (fault == Fault::Busy && !lasting));
    }
};

VOUCH_TEST(TestKioskFaults)

} // namespace test_kiosk_faults

#include "test_kiosk_faults.moc"
