#include "central_tablet.h"
#include "sync/server/store/erasure.h"
#include "tests/support/patience.h"
#include "tests/support/suite.h"

#include <QTest>

#include <sqlite3.h>

#include <atomic>

namespace test_store_start {

using namespace vouch;
using namespace vouch::test;

namespace {

/// Of SQLite's machine, on all connections since watching began.
std::atomic<std::int64_t> steps{0};

int countStep(void *)
{
    ++steps;
    return 0;
}

int watchSteps(sqlite3 *connection, const char **, const sqlite3_api_routines *)
{
    sqlite3_progress_handler(connection, 1, &countStep, nullptr);
    return SQLITE_OK;
}

} // namespace

/// What a server does before it serves, on a database that has records: as much with ten times as
/// many.
class TestStoreStart : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    ManualClock m_clock;

    std::unique_ptr<server::Store> open() const
    {
        return server::Store::open(databaseIn(*m_folder), m_clock).value();
    }
    void add(server::Store &store, Tablet &tablet, int count)
    {
        while (count > 0) {
            std::vector<json::object> records;
            for (; count > 0 && records.size() < 500; --count)
                records.push_back(tablet.next(count % 11));
            const auto taken = store.ingest(tablet.device, tablet.batch(records));
            QCOMPARE(statuses(taken), std::string(records.size(), 'a'));
        }
    }
    /// As `serve` and its housekeeping, which looks at each record once after it came.
    void start()
    {
        const auto store = open();
        QVERIFY(store->stores());
        QVERIFY(store->applyRetention([] { return true; }));
    }
    std::int64_t stepsToStartAgain()
    {
        start();
        steps = 0;
        start();
        return steps;
    }
    std::int64_t count(const char *sql) const { return countIn(databaseIn(*m_folder), sql); }

    /// Rows of records that sessions on PostgreSQL have read; a session tells before it is gone.
    std::int64_t recordsRead() const
    {
        const auto others = "SELECT count(*) FROM pg_stat_activity WHERE pid <> pg_backend_pid() "
                            "AND datname = current_database() AND usename IS NOT NULL";
        [&] { QTRY_COMPARE(count(others), 0); }();
        return count("SELECT seq_tup_read + coalesce(idx_tup_fetch, 0) FROM pg_stat_user_tables "
                     "WHERE relname = 'records'");
    }

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        sqlite3_auto_extension(reinterpret_cast<void (*)()>(&watchSteps));
    }
    void cleanup() { sqlite3_reset_auto_extension(); }

    void doesNoMoreWithMoreRecords()
    {
        if (onPostgresql())
            QSKIP("Its steps are not counted; see readsNoRecords.");
        auto store = open();
        QVERIFY(store->addStore({"s1", "Shop one", "", "UTC"}));
        Tablet tablet(m_clock, *store);
        add(*store, tablet, 200);
        store.reset();
        const auto few = stepsToStartAgain();
        store = open();
        add(*store, tablet, 1800);
        store.reset();
        const auto many = stepsToStartAgain();
        QVERIFY(few > 100);
        QVERIFY2(
            many < few + few / 10,
            qPrintable(QString::number(few) + " with 200, " + QString::number(many)));
    }

    void readsNoRecords()
    {
        if (!onPostgresql())
            QSKIP("SQLite does not count rows; see doesNoMoreWithMoreRecords.");
        auto store = open();
        QVERIFY(store->addStore({"s1", "Shop one", "", "UTC"}));
        Tablet tablet(m_clock, *store);
        add(*store, tablet, 2000);
        store.reset();
        start();
        const auto before = recordsRead();
        start();
        const auto after = recordsRead();
        QVERIFY2(after - before < 100, qPrintable(QString::number(after - before)));
    }
};

VOUCH_TEST(TestStoreStart)

} // namespace test_store_start

#include "test_store_start.moc"
