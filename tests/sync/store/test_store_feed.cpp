#include "central_tablet.h"

#include "tests/support/patience.h"
#include "tests/support/suite.h"

#include <QTest>

#include <libpq-fe.h>

#include <poll.h>

#include <chrono>
#include <memory>

namespace test_store_feed {

using namespace vouch;
using namespace vouch::test;
using Steady = std::chrono::steady_clock;

/// What other servers on one database are told, heard as one of them hears it.
class TestStoreFeed : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    ManualClock m_clock;
    std::unique_ptr<PGconn, decltype(&PQfinish)> m_ear{nullptr, &PQfinish};
    int m_heard = 0;
    std::set<int> m_by; ///< the processes of PostgreSQL that told

    std::unique_ptr<server::Store> open(server::Store::Options options = {}) const
    {
        return server::Store::open(databaseIn(*m_folder), m_clock, std::move(options)).value();
    }
    void hear()
    {
        PQconsumeInput(m_ear.get());
        while (auto *news = PQnotifies(m_ear.get())) {
            ++m_heard;
            m_by.insert(news->be_pid);
            PQfreemem(news);
        }
    }

private slots:
    void initTestCase()
    {
        if (!onPostgresql())
            QSKIP("A file has one server.");
    }
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void oneOfSeveralServersLeads();
    void theLastChangesAreToldAtTheEnd();
    void itIsToldAtMostTwiceASecondAndBesideWhatIsStored();
};

void TestStoreFeed::oneOfSeveralServersLeads()
{
    auto one = open();
    QTRY_VERIFY(one->leads());
    const auto two = open(), three = open();
    // Another asks once more when the one that leads is gone; that it is gone, the end tells.
    QVERIFY(!two->leads() && !three->leads());
    one.reset();
    QTRY_VERIFY(two->leads() || three->leads());
    QVERIFY(two->leads() != three->leads());
}

void TestStoreFeed::theLastChangesAreToldAtTheEnd()
{
    std::mutex mutex;
    std::set<std::string> heard;
    server::Store::Options listening;
    listening.onChanged = [&](const std::set<std::string> &stores) {
        const std::lock_guard lock(mutex);
        heard.insert(stores.begin(), stores.end());
    };
    const auto other = open(std::move(listening));
    {
        const auto store = open();
        QVERIFY(store->addStore({"s1", "Shop", "", "UTC"}));
        Tablet tablet(m_clock, *store);
        QCOMPARE(
            statuses(store->ingest(tablet.device, tablet.batch({tablet.next(9)}))),
            std::string("a"));
    }
    const auto hasHeard = [&] {
        const std::lock_guard lock(mutex);
        return !heard.empty();
    };
    QTRY_VERIFY(hasHeard());
}

void TestStoreFeed::itIsToldAtMostTwiceASecondAndBesideWhatIsStored()
{
    const auto database = databaseIn(*m_folder);
    const auto store = open();
    QVERIFY(store->addStore({"s1", "Shop", "", "UTC"}));
    Tablet tablet(m_clock, *store);
    m_ear.reset(PQconnectdb(database.url().c_str()));
    PQclear(PQexec(m_ear.get(), "LISTEN vouch_changed"));

    const auto begun = Steady::now();
    for (int i = 0; i < 100; ++i)
        QCOMPARE(
            statuses(store->ingest(tablet.device, tablet.batch({tablet.next(9)}))),
            std::string("a"));
    pollfd end{PQsocket(m_ear.get()), POLLIN, 0};
    ::poll(&end, 1, 60'000);
    hear();
    QVERIFY(m_heard > 0);
    const auto seconds = std::chrono::duration<double>(Steady::now() - begun).count();
    QVERIFY2(m_heard <= 2 * seconds + 1, QByteArray::number(m_heard));
    QCOMPARE(m_by.size(), 1u);
    // Whoever stores ends with COMMIT.
    const auto pid = std::to_string(*m_by.begin());
    QCOMPARE(
        textIn(
            database, "SELECT count(*) FROM pg_stat_activity WHERE pid = " + pid +
                          " AND query LIKE '%pg_notify%'"),
        std::string("1"));
}

VOUCH_TEST(TestStoreFeed)

} // namespace test_store_feed

#include "test_store_feed.moc"
