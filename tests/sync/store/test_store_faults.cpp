#include "fault_vfs.h"
#include "ingest_scene.h"

#include "tests/support/suite.h"

#include <QTest>

#include <sys/wait.h>
#include <unistd.h>

namespace test_store_faults {

using namespace vouch;
using namespace vouch::test;
using Event = FaultVfs::Event;
using Fault = FaultVfs::Fault;

namespace fs = std::filesystem;

/// The server killed, its power cut or its disk failing at every step of an ingest: what it
/// acknowledged is there once, what it did not is there whole or not at all, and sending again
/// makes both ends equal. VOUCH_FAULTS=all takes every step, else every one that changes a file.
class TestStoreFaults : public QObject
{
    Q_OBJECT

    FaultVfs &m_vfs = FaultVfs::get();
    std::unique_ptr<QTemporaryDir> m_folder;
    ManualClock m_clock;
    std::optional<IngestScene> m_scene;

    fs::path base() const { return m_folder->filePath("base").toStdString(); }
    fs::path work() const { return m_folder->filePath("work").toStdString(); }
    fs::path file() const { return work() / "central.db"; }
    std::unique_ptr<server::Store> open()
    {
        auto store = server::Store::open(file(), m_clock);
        return store ? std::move(*store) : nullptr;
    }
    /// The database as it was before the batch.
    void startOver()
    {
        std::error_code error;
        fs::remove_all(work(), error);
        fs::copy(base(), work(), fs::copy_options::recursive);
    }
    Result<protocol::BatchAnswer> send(server::Store &store) { return m_scene->send(store); }

    static bool everyStep() { return qEnvironmentVariable("VOUCH_FAULTS") == "all"; }

    QByteArray after(bool wasAcknowledged);
    bool ingestInChild(Event event, std::int64_t n, Fault fault, bool &acknowledged);
    void killEach(Event event, Fault fault);
    void failEach(Event event, Fault fault);

private slots:
    void initTestCase();
    void init() { m_vfs.reset(); }

    void killedAtEveryChange() { killEach(Event::Change, Fault::Kill); }
    void killedInTheMiddleOfEveryWrite() { killEach(Event::Change, Fault::Tear); }
    void killedAfterEveryStatement() { killEach(Event::Statement, Fault::Kill); }
    void killedAtEveryCall()
    {
        if (!everyStep())
            QSKIP("Only with VOUCH_FAULTS=all.");
        killEach(Event::Call, Fault::Kill);
    }
    void powerCutAtEveryChange();

    void everyCallFails() { failEach(Event::Call, Fault::IoError); }
    void theDiskIsFullAtEveryGrowth() { failEach(Event::Growth, Fault::DiskFull); }
    void everyLockIsTaken() { failEach(Event::Lock, Fault::Busy); }
    void aDiskThatStaysFullRefusesAllAndLosesNothing();
    void aBackUpThatDoesNotFitIsNone();
};

void TestStoreFaults::initTestCase()
{
    m_folder = std::make_unique<QTemporaryDir>();
    fs::create_directory(base());
    const auto store = server::Store::open(base() / "central.db", m_clock).value();
    m_scene.emplace(m_clock, *store);
}

/// What is wrong after a restart; empty when all is well.
QByteArray TestStoreFaults::after(bool wasAcknowledged)
{
    m_vfs.reset();
    const auto store = open();
    if (!store)
        return "it does not open again";
    return m_scene->wrongAfter(*store, wasAcknowledged);
}

/// False when the child came to its end before the fault. Everything of it is a process of its own.
bool TestStoreFaults::ingestInChild(Event event, std::int64_t n, Fault fault, bool &acknowledged)
{
    int ends[2];
    if (::pipe(ends) != 0)
        qFatal("no pipe");
    const auto child = ::fork();
    if (child == 0) {
        auto store = open();
        if (!store)
            ::_exit(2);
        m_vfs.reset();
        m_vfs.at(event, n, fault);
        const bool taken = send(*store).ok();
        if (taken && ::write(ends[1], "a", 1) != 1)
            ::_exit(3);
        store.reset();
        ::_exit(0);
    }
    ::close(ends[1]);
    char byte = 0;
    acknowledged = ::read(ends[0], &byte, 1) == 1;
    ::close(ends[0]);
    int status = 0;
    ::waitpid(child, &status, 0);
    if (WIFEXITED(status) && WEXITSTATUS(status) != 0)
        qFatal("the child failed by itself: %d", WEXITSTATUS(status));
    return WIFSIGNALED(status);
}

void TestStoreFaults::killEach(Event event, Fault fault)
{
    std::int64_t n = 1, lost = 0, kept = 0;
    for (bool happened = true; happened; ++n) {
        startOver();
        bool acknowledged = false;
        happened = ingestInChild(event, n, fault, acknowledged);
        (acknowledged ? kept : lost) += 1;
        const auto wrong = after(acknowledged);
        QVERIFY2(wrong.isEmpty(), "at " + QByteArray::number(n) + ": " + wrong);
    }
    QVERIFY2(n > 5, QByteArray::number(n)); // it hit the ingest at several steps,
    QVERIFY(lost > 1);                      // before the acknowledgement
    if (event == Event::Change)
        QVERIFY(kept > 1); // and behind it
}

void TestStoreFaults::powerCutAtEveryChange()
{
    const int seeds = everyStep() ? 20 : 2;
    bool happened = true;
    for (std::int64_t n = 1; happened; ++n) {
        for (int seed = 0; seed < seeds && happened; ++seed) {
            startOver();
            m_vfs.reset();
            m_vfs.watchPower();
            auto store = open();
            QVERIFY(store);
            m_vfs.at(Event::Change, n, Fault::PowerOff);
            const bool acknowledged = send(*store).ok();
            store.reset();
            happened = m_vfs.happened();
            m_vfs.powerCut(static_cast<std::uint64_t>(n * 1000 + seed));
            const auto wrong = after(acknowledged);
            QVERIFY2(
                wrong.isEmpty(), "at " + QByteArray::number(n) + ", seed " +
                                     QByteArray::number(seed) + ": " + wrong);
        }
    }
}

void TestStoreFaults::failEach(Event event, Fault fault)
{
    int refused = 0;
    bool happened = true;
    for (std::int64_t n = 1; happened; n += everyStep() || n < 60 ? 1 : 7) {
        startOver();
        auto store = open();
        QVERIFY(store);
        m_vfs.reset();
        m_vfs.at(event, n, fault);
        const auto answer = send(*store);
        happened = m_vfs.happened();
        m_vfs.reset();
        if (!answer) {
            ++refused;
            QCOMPARE(answer.failure().code, std::string("unavailable"));
        } else {
            QCOMPARE(statuses(answer), std::string("aaracd"));
        }
        // The running server goes on, and so does one that is started anew.
        const auto again = statuses(send(*store));
        QVERIFY2(again == "aaracd" || again == "ddrdcd", again.c_str());
        QVERIFY(!answer || again == "ddrdcd");
        store.reset();
        const auto wrong = after(true);
        QVERIFY2(wrong.isEmpty(), "at " + QByteArray::number(n) + ": " + wrong);
    }
    // A disk that is full once, or busy, is tried again by the writer itself.
    QVERIFY(refused > 0 || fault != Fault::IoError);
}

void TestStoreFaults::aDiskThatStaysFullRefusesAllAndLosesNothing()
{
    startOver();
    auto store = open();
    m_vfs.at(Event::Growth, 1, Fault::DiskFull, true);
    for (int i = 0; i < 3; ++i)
        QCOMPARE(statuses(send(*store)), std::string("!unavailable"));
    const auto have = store->have(m_scene->device().id); // can be read
    QVERIFY2(have, have ? "" : have.failure().text().c_str());
    QCOMPARE(have->begin()->second, 3);
    m_vfs.reset();
    QCOMPARE(statuses(send(*store)), std::string("aaracd"));
    store.reset();
    const auto wrong = after(true);
    QVERIFY2(wrong.isEmpty(), wrong);
}

void TestStoreFaults::aBackUpThatDoesNotFitIsNone()
{
    startOver();
    auto store = open();
    const auto copy = work() / "copy.db";
    const auto backUp = [&] {
        fclose(fopen(copy.c_str(), "w"));
        return store->backUp(copy, [] { return true; });
    };
    m_vfs.at(Event::Growth, 2, Fault::DiskFull, true);
    const auto full = backUp();
    QVERIFY(!full);
    QCOMPARE(full.failure().code, std::string("disk-full"));
    m_vfs.reset();
    m_vfs.at(Event::Growth, 2, Fault::IoError, true);
    QCOMPARE(backUp().failure().code, std::string("file-unwritable"));
    m_vfs.reset();
    QCOMPARE(statuses(send(*store)), std::string("aaracd"));
    QVERIFY(backUp());
    store.reset();
    const auto wrong = after(true);
    QVERIFY2(wrong.isEmpty(), wrong);
}

VOUCH_TEST(TestStoreFaults)

} // namespace test_store_faults

#include "test_store_faults.moc"
