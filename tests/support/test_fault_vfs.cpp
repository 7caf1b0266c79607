#include "tests/support/suite.h"

#include "fault_vfs.h"

#include <QTemporaryDir>
#include <QTest>

#include <memory>
#include <sys/wait.h>
#include <unistd.h>

namespace test_fault_vfs {

using vouch::test::FaultVfs;
using Event = FaultVfs::Event;
using Fault = FaultVfs::Fault;

namespace {

struct Close
{
    void operator()(sqlite3 *connection) const { sqlite3_close_v2(connection); }
};
using Connection = std::unique_ptr<sqlite3, Close>;

int run(sqlite3 *connection, const char *sql)
{
    return sqlite3_exec(connection, sql, nullptr, nullptr, nullptr);
}

Connection connectTo(const std::string &file, bool syncs = true)
{
    sqlite3 *raw = nullptr;
    sqlite3_open(file.c_str(), &raw);
    Connection connection(raw);
    run(raw, "PRAGMA journal_mode=WAL");
    run(raw, syncs ? "PRAGMA synchronous=FULL" : "PRAGMA synchronous=OFF");
    return connection;
}

/// How many rows there are; -1 when the file cannot be read or is damaged.
int rows(const std::string &file)
{
    const auto connection = connectTo(file);
    int count = -1;
    const auto read = [](void *out, int, char **values, char **) {
        *static_cast<int *>(out) = std::atoi(values[0]);
        return 0;
    };
    const auto damaged = [](void *out, int, char **values, char **) {
        if (std::string_view(values[0]) != "ok")
            *static_cast<int *>(out) = -1;
        return 0;
    };
    sqlite3_exec(connection.get(), "SELECT count(*) FROM t", read, &count, nullptr);
    sqlite3_exec(connection.get(), "PRAGMA integrity_check", damaged, &count, nullptr);
    return count;
}

} // namespace

/// The faults themselves: a test that injects none would prove nothing.
class TestFaultVfs : public QObject
{
    Q_OBJECT

    FaultVfs &m_vfs = FaultVfs::get();
    std::unique_ptr<QTemporaryDir> m_folder;
    std::string m_file;

private slots:
    void init()
    {
        m_vfs.reset();
        m_folder = std::make_unique<QTemporaryDir>();
        m_file = m_folder->filePath("t.db").toStdString();
        QCOMPARE(run(connectTo(m_file).get(), "CREATE TABLE t (x)"), SQLITE_OK);
    }

    void everyCallAndEveryStatementIsCounted()
    {
        const auto connection = connectTo(m_file);
        m_vfs.reset();
        QCOMPARE(run(connection.get(), "INSERT INTO t VALUES (1)"), SQLITE_OK);
        QVERIFY(m_vfs.count(Event::Call) > m_vfs.count(Event::Change));
        QVERIFY(m_vfs.count(Event::Change) >= 3);
        QVERIFY(m_vfs.count(Event::Lock) >= 1);
        QCOMPARE(m_vfs.count(Event::Statement), 1);
    }

    void theNamedCallFailsOnce()
    {
        const auto connection = connectTo(m_file);
        const struct
        {
            Event event;
            Fault fault;
            int code;
        } faults[] = {
            {Event::Change, Fault::IoError, SQLITE_IOERR},
            {Event::Growth, Fault::DiskFull, SQLITE_FULL},
            {Event::Lock, Fault::Busy, SQLITE_BUSY}};
        for (const auto &each : faults) {
            // Within a transaction that reads, so that the next lock is the writer's.
            QCOMPARE(run(connection.get(), "BEGIN; SELECT count(*) FROM t"), SQLITE_OK);
            m_vfs.at(each.event, 1, each.fault);
            const int begun = run(connection.get(), "INSERT INTO t VALUES (1)");
            QCOMPARE(begun != SQLITE_OK ? begun : run(connection.get(), "COMMIT"), each.code);
            QVERIFY(m_vfs.happened());
            run(connection.get(), "ROLLBACK");
            QCOMPARE(run(connection.get(), "INSERT INTO t VALUES (1)"), SQLITE_OK);
        }
    }

    void aLastingFaultLasts()
    {
        const auto connection = connectTo(m_file);
        m_vfs.at(Event::Growth, 1, Fault::DiskFull, true);
        QCOMPARE(run(connection.get(), "INSERT INTO t VALUES (1)"), SQLITE_FULL);
        QCOMPARE(run(connection.get(), "INSERT INTO t VALUES (1)"), SQLITE_FULL);
        m_vfs.reset();
        QCOMPARE(run(connection.get(), "INSERT INTO t VALUES (1)"), SQLITE_OK);
    }

    void theProcessDiesAtTheCall()
    {
        for (const auto fault : {Fault::Kill, Fault::Tear}) {
            const auto child = ::fork();
            if (child == 0) {
                const auto connection = connectTo(m_file);
                run(connection.get(), "INSERT INTO t VALUES (1)");
                m_vfs.at(Event::Change, 2, fault);
                run(connection.get(), "INSERT INTO t VALUES (2)");
                ::_exit(0);
            }
            int status = 0;
            QCOMPARE(::waitpid(child, &status, 0), child);
            QVERIFY(WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL);
        }
        QCOMPARE(rows(m_file), 2);
    }

    /// Without syncs some cuts lose what was committed or damage the file; with them none does.
    void aPowerCutTakesOnlyWhatWasNotSynced()
    {
        int lost = 0;
        for (const bool syncs : {true, false}) {
            for (unsigned seed = 1; seed <= 20; ++seed) {
                m_vfs.watchPower();
                const auto before = rows(m_file);
                {
                    const auto connection = connectTo(m_file, syncs);
                    QCOMPARE(run(connection.get(), "INSERT INTO t VALUES (1)"), SQLITE_OK);
                    m_vfs.at(Event::Statement, 1, Fault::PowerOff);
                    run(connection.get(), "SELECT 1");
                    QVERIFY(run(connection.get(), "INSERT INTO t VALUES (2)") != SQLITE_OK);
                }
                m_vfs.powerCut(seed);
                const auto after = rows(m_file);
                if (syncs)
                    QCOMPARE(after, before + 1);
                else
                    lost += after != before + 1;
                if (after < 0)
                    init();
            }
        }
        QVERIFY(lost > 0);
    }
};

VOUCH_TEST(TestFaultVfs)

} // namespace test_fault_vfs

#include "test_fault_vfs.moc"
