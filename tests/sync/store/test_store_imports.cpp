#include "central_tablet.h"
#include "sync/server/store/ledger.h"
#include "sync/server/store/postgresql_session.h"
#include "sync/server/store/responses.h"
#include "sync/server/store/sales.h"
#include "sync/server/store/score_query.h"
#include "sync/server/store/verification.h"

#include "tests/support/patience.h"
#include "tests/support/suite.h"

#include <QTest>

#include <future>

namespace test_store_imports {

using namespace vouch;
using namespace vouch::test;
using server::ResponseOutcome;
using server::ResponseRow;

/// Answers from elsewhere: what they count as, and several who bring them at once.
class TestStoreImports : public QObject
{
    Q_OBJECT

    using Outcomes = std::vector<ResponseOutcome>;

    std::unique_ptr<QTemporaryDir> m_folder;
    ManualClock m_clock;
    std::unique_ptr<server::Store> m_store;

    std::unique_ptr<server::Store> open() const
    {
        return server::Store::open(databaseIn(*m_folder), m_clock).value();
    }
    static std::vector<ResponseRow> rows(int from, int to)
    {
        std::vector<ResponseRow> out;
        for (int i = from; i < to; ++i)
            out.push_back(
                {std::to_string(i), "telephone", "s1", "hotline", "2026-11-01 09:00",
                 std::to_string(i % 11), "", "", "", ""});
        return out;
    }
    static Outcomes bring(server::Store &store, const std::vector<ResponseRow> &rows)
    {
        return store.importResponses(rows, "checkout-nps").value();
    }
    static std::string statuses(const Outcomes &outcomes)
    {
        std::string out;
        for (const auto &each : outcomes)
            out += server::toText(each.status).front();
        return out;
    }
    std::int64_t count(const std::string &sql) const { return countIn(databaseIn(*m_folder), sql); }
    /// Of the connections to this database; `what` follows a WHERE.
    std::int64_t waiting(const std::string &what) const
    {
        return count(
            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND " + what);
    }

private slots:
    void init();
    void anImportThatLostItsTurnForksNothing();
    void onlyWhatTabletsTookIsOfTheSales();
};

void TestStoreImports::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_store = open();
    QVERIFY(m_store->addStore({"s1", "Shop", "", "UTC"}));
    QFile file(QStringLiteral(VOUCH_SOURCE_DIR "/resources/checklists/checkout-nps.json"));
    QVERIFY(file.open(QFile::ReadOnly));
    QVERIFY(m_store->addChecklist("checkout-nps", 1, file.readAll().toStdString()));
}

/// The connection with the turn is cut behind the last look at the chain and before the commit; the
/// next one takes its turn then, looks at the same chain, and has rows of the same file.
void TestStoreImports::anImportThatLostItsTurnForksNothing()
{
    if (!onPostgresql())
        QSKIP("In a file all imports are made by one server.");
    const auto other = open();
    QCOMPARE(statuses(bring(*m_store, rows(0, 3))), std::string("aaa"));

    const auto holder = server::PostgresqlSession::open(databaseIn(*m_folder).url()).value();
    holder->exec("BEGIN; SELECT key FROM devices WHERE source <> '' FOR UPDATE");
    auto first = std::async(std::launch::async, [&] { return bring(*m_store, rows(3, 7)); });
    QTRY_COMPARE(waiting("wait_event_type = 'Lock'"), 1);
    QCOMPARE(
        count("SELECT count(pg_terminate_backend(pid)) FROM pg_locks WHERE locktype = 'advisory' "
              "AND granted AND classid = x'566f7563'::int AND objid = x'68000003'::int"),
        1);
    auto second = std::async(std::launch::async, [&] { return bring(*other, rows(5, 9)); });
    QTRY_COMPARE(waiting("wait_event_type = 'Lock'"), 2);
    holder->exec("COMMIT");

    QCOMPARE(statuses(first.get()), std::string("aaaa"));
    QCOMPARE(statuses(second.get()), std::string("ddaa"));
    QCOMPARE(count("SELECT count(*) FROM chains"), 1);
    QCOMPARE(count("SELECT count(*) FROM records"), 9);
    QCOMPARE(count("SELECT count(*) FROM conflicts"), 0);
    const auto all = m_store->verify([] { return true; }).value();
    QVERIFY(all.isSound());
    const auto totals = m_store->ledgerTotals({}).value();
    QCOMPARE(totals.missing, 0);
    QCOMPARE(totals.counts.forked, 0);
}

/// Three at the till, six by telephone, on one day and at one touchpoint.
void TestStoreImports::onlyWhatTabletsTookIsOfTheSales()
{
    const auto at = parseDay("2026-11-01").value();
    Tablet tablet(m_clock, *m_store);
    std::vector<json::object> taken;
    for (const int score : {9, 3, 10}) {
        auto check = tablet.survey(score);
        check.touchpoint = "hotline";
        check.day = at;
        check.hour = 9;
        taken.push_back(tablet.chained(check));
    }
    QCOMPARE(
        vouch::test::statuses(m_store->ingest(tablet.device, tablet.batch(taken))),
        std::string("aaa"));
    QCOMPARE(statuses(bring(*m_store, rows(0, 6))), std::string("aaaaaa"));
    QVERIFY(m_store->takeSales({{"s1", at, 9, "", 30}}, server::StoreSet::all()));

    const auto rate = [&](server::RateBy by) {
        server::RateQuery query;
        query.by = by;
        return m_store->responseRate(query).value().front();
    };
    for (const auto by : {server::RateBy::None, server::RateBy::Day, server::RateBy::Store}) {
        QCOMPARE(rate(by).scored, 3);
        QCOMPARE(rate(by).answered, 3);
    }
    QCOMPARE(rate(server::RateBy::Hour).scored, 9);
    QCOMPARE(rate(server::RateBy::None).rate(), std::optional(0.1));
    QCOMPARE(m_store->score({}).value().front().tally.count(), 9);
}

VOUCH_TEST(TestStoreImports)

} // namespace test_store_imports

#include "test_store_imports.moc"
