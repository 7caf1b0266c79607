#include "cutting_proxy.h"
#include "ingest_scene.h"

#include "tests/support/suite.h"

#include <QTest>

#include <csignal>
#include <sys/wait.h>
#include <unistd.h>

namespace test_store_postgresql {

using namespace vouch;
using namespace vouch::test;
using When = CuttingProxy::When;

/// On PostgreSQL: the connection cut, or the server killed, at every call of an ingest. What it
/// acknowledged is there once, what it did not is there whole or not at all, and sending again
/// makes both ends equal. At every call with VOUCH_FAULTS=all, else at every seventh.
class TestStorePostgresql : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    ManualClock m_clock;
    std::optional<IngestScene> m_scene;
    std::unique_ptr<CuttingProxy> m_proxy;
    int m_copies = 0;
    std::string m_name;

    std::filesystem::path folder() const { return m_folder->path().toStdString(); }
    server::DatabaseAddress address(const std::filesystem::path &socket) const
    {
        return {PrivatePostgresql::get().urlOf(m_name, socket), folder() / "keys"};
    }
    server::DatabaseAddress direct() const { return address(PrivatePostgresql::get().folder()); }
    server::DatabaseAddress proxied() const { return address(folder()); }
    /// The database as it was before the batch.
    void startOver()
    {
        const auto admin =
            PrivatePostgresql::get().urlOf("postgres", PrivatePostgresql::get().folder());
        if (m_copies > 0)
            askPostgresql(admin, "DROP DATABASE " + m_name + " WITH (FORCE)");
        m_name = "copy" + std::to_string(++m_copies);
        askPostgresql(admin, "CREATE DATABASE " + m_name + " TEMPLATE base STRATEGY FILE_COPY");
    }
    QByteArray after(bool wasAcknowledged)
    {
        const auto store = server::Store::open(direct(), m_clock);
        if (!store)
            return store.failure().text().c_str();
        return m_scene->wrongAfter(**store, wasAcknowledged);
    }
    static int step() { return qEnvironmentVariable("VOUCH_FAULTS") == "all" ? 1 : 7; }

    void cutEach(When when, int every);
    void killEach(When when);

private slots:
    void initTestCase();

    void cutBeforeEveryCall() { cutEach(When::Before, step()); }
    void cutBehindEveryCall() { cutEach(When::After, step()); }
    void killedBeforeEveryCall() { killEach(When::Before); }
    void killedBehindEveryCall() { killEach(When::After); }
    void aLargeBatchTakesAsFewCallsAsASmallOne();
    void whatIsLargeCanBeDistributedByStore();
    void textThatPostgresqlCannotHold();
    void aDatabaseThatIsAwayIsToldAndComesBack();
};

void TestStorePostgresql::initTestCase()
{
    m_folder = std::make_unique<QTemporaryDir>();
    auto &postgresql = PrivatePostgresql::get();
    askPostgresql(
        postgresql.urlOf("postgres", postgresql.folder()),
        "CREATE DATABASE base TEMPLATE template0");
    m_name = "base";
    {
        const auto store = server::Store::open(direct(), m_clock).value();
        m_scene.emplace(m_clock, *store);
    }
    m_proxy = std::make_unique<CuttingProxy>(folder(), postgresql.folder());
}

void TestStorePostgresql::cutEach(When when, int every)
{
    bool happened = true;
    int refused = 0, n = 1;
    for (; happened; n += every) {
        startOver();
        auto store = server::Store::open(proxied(), m_clock).value();
        m_proxy->at(n, when);
        const auto answer = m_scene->send(*store);
        happened = m_proxy->happened();
        m_proxy->at(0, when);
        if (!answer) {
            ++refused;
            QCOMPARE(answer.failure().code, std::string("unavailable"));
        }
        // The running server goes on by itself.
        const auto again = statuses(m_scene->send(*store));
        QVERIFY2(
            again == IngestScene::again || (!answer && again == IngestScene::firstTime),
            QByteArray::number(n) + ": " + again.c_str());
        store.reset();
        const auto wrong = after(true);
        QVERIFY2(wrong.isEmpty(), "at " + QByteArray::number(n) + ": " + wrong);
    }
    QVERIFY2(n > 20, QByteArray::number(n));
    // Most losses are mended by one more try; the one at the very end is not.
    QVERIFY(refused > 0 || every > 1);
}

void TestStorePostgresql::killEach(When when)
{
    bool happened = true;
    int lost = 0, n = 1;
    for (; happened; n += step()) {
        startOver();
        int ends[2], ready[2];
        QVERIFY(::pipe(ends) == 0 && ::pipe(ready) == 0);
        const auto child = ::fork();
        if (child == 0) {
            const auto store = server::Store::open(proxied(), m_clock);
            char go = 0;
            if (!store || ::write(ends[1], "o", 1) != 1 || ::read(ready[0], &go, 1) != 1)
                ::_exit(2);
            const bool taken = m_scene->send(**store).ok();
            ::_exit(taken && ::write(ends[1], "a", 1) == 1 ? 0 : 3);
        }
        ::close(ends[1]);
        char byte = 0;
        QVERIFY(::read(ends[0], &byte, 1) == 1);
        m_proxy->at(n, when, [child] {
            ::kill(child, SIGKILL);
            siginfo_t info;
            ::waitid(P_PID, static_cast<id_t>(child), &info, WEXITED | WNOWAIT);
        });
        QVERIFY(::write(ready[1], "g", 1) == 1);
        const bool acknowledged = ::read(ends[0], &byte, 1) == 1;
        int status = 0;
        ::waitpid(child, &status, 0);
        for (const int each : {ends[0], ready[0], ready[1]})
            ::close(each);
        happened = m_proxy->happened();
        m_proxy->at(0, when);
        QVERIFY(happened || acknowledged);
        lost += acknowledged ? 0 : 1;
        const auto wrong = after(acknowledged);
        QVERIFY2(wrong.isEmpty(), "at " + QByteArray::number(n) + ": " + wrong);
    }
    QVERIFY2(n > 20 && lost > 20 / step(), QByteArray::number(n) + ' ' + QByteArray::number(lost));
}

/// With reasons, comments and counters of several days and hours: all of a kind is one statement.
void TestStorePostgresql::aLargeBatchTakesAsFewCallsAsASmallOne()
{
    startOver();
    const auto store = server::Store::open(proxied(), m_clock).value();
    Tablet tablet(m_clock, *store);
    const auto callsFor = [&](int records) {
        std::vector<json::object> batch;
        for (int i = 0; i < records; ++i) {
            auto check = tablet.survey(i % 11);
            check.day = check.day - std::chrono::days(i % 7);
            check.hour = i % 24;
            check.items.push_back(
                check::withDigest({"comment", "text", "long queues", {}, {}, 0}).value());
            batch.push_back(tablet.chained(check));
        }
        const auto before = m_proxy->mostOfOne();
        const auto all = statuses(store->ingest(tablet.device, tablet.batch(std::move(batch))));
        return all == std::string(static_cast<std::size_t>(records), 'a')
                   ? m_proxy->mostOfOne() - before
                   : -1;
    };
    m_proxy->countAnew();
    QVERIFY(callsFor(200) > 0); // each statement is prepared once, each name is new once
    const auto small = callsFor(100), large = callsFor(400);
    QVERIFY(small > 5);
    // A long statement comes in several pieces, each of many records.
    QVERIFY2(large - small < 30, QByteArray::number(small) + ' ' + QByteArray::number(large));
}

/// As scale-out.md says of a cluster: one constraint is in the way, and no other.
void TestStorePostgresql::whatIsLargeCanBeDistributedByStore()
{
    startOver();
    const std::string url = direct().url();
    const std::string large =
        "conrelid::regclass::text IN ('records', 'ledger_days', 'hour_counts', 'day_counts', "
        "'month_counts', 'trait_counts')";
    QCOMPARE(
        askPostgresql(
            url, "SELECT count(*) FROM pg_constraint WHERE contype = 'p' AND " + large +
                     " AND (SELECT attnum FROM pg_attribute WHERE attrelid = conrelid AND "
                     "attname = 'store') = ANY(conkey)"),
        std::string("6"));
    QCOMPARE(
        askPostgresql(
            url, "SELECT coalesce(string_agg(conname, ' '), '') FROM pg_constraint WHERE "
                 "contype IN ('f', 'u', 'x') AND (" +
                     large + " OR confrelid = 'records'::regclass)"),
        std::string("records_by_id"));
}

void TestStorePostgresql::textThatPostgresqlCannotHold()
{
    startOver();
    const auto store = server::Store::open(direct(), m_clock).value();
    Tablet tablet(m_clock, *store);
    auto odd = tablet.next(3);
    odd["id"] = std::string("a\0b", 3);
    QCOMPARE(statuses(store->ingest(tablet.device, tablet.batch({odd}))), std::string("r"));
    QCOMPARE(statuses(store->ingest(tablet.device, tablet.batch({odd}))), std::string("r"));
    QVERIFY(!store->findUser(std::string("no\0body", 7)).value());
    QVERIFY(!store->findUser("no\xff\xfe").value());
    auto comment = tablet.survey(4);
    const auto text = std::string("a\0b", 3);
    comment.items.push_back(
        check::withDigest({"comment", "text", json::string(text), {}, {}, 0}).value());

    const auto answer =
        statuses(store->ingest(tablet.device, tablet.batch({tablet.chained(comment)})));
    QVERIFY2(answer == "a" || answer == "r", answer.c_str());
    QVERIFY(store->recount());
}

void TestStorePostgresql::aDatabaseThatIsAwayIsToldAndComesBack()
{
    startOver();
    auto &postgresql = PrivatePostgresql::get();
    const auto store = server::Store::open(direct(), m_clock).value();
    postgresql.stop();
    const auto read = store->stores();
    const auto wrote = store->addStore({"s9", "Shop", "", "UTC"});
    const auto sent = m_scene->send(*store);
    const auto fresh = server::Store::open(direct(), m_clock);
    postgresql.start();
    QVERIFY(!read && !wrote && !sent && !fresh);
    QCOMPARE(read.failure().code, std::string("unavailable"));
    QCOMPARE(wrote.failure().code, std::string("unavailable"));
    QCOMPARE(sent.failure().code, std::string("unavailable"));
    QCOMPARE(fresh.failure().code, std::string("database-unreachable"));
    QVERIFY(store->stores());
    QCOMPARE(statuses(m_scene->send(*store)), std::string(IngestScene::firstTime));
    QVERIFY(store->recount());
}

VOUCH_TEST(TestStorePostgresql)

} // namespace test_store_postgresql

#include "test_store_postgresql.moc"
