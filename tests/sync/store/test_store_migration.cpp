#include "central_tablet.h"
#include "sync/server/store/audit.h"
#include "sync/server/store/comments.h"
#include "sync/server/store/ledger.h"
#include "sync/server/store/server_schema.h"
#include "sync/server/store/verification.h"
#include "tests/support/suite.h"

#include <QFile>
#include <QTest>

namespace test_store_migration {

using namespace vouch;
using namespace vouch::test;

/// A database of every former schema version becomes the present one, and loses nothing.
class TestStoreMigration : public QObject
{
    Q_OBJECT

private slots:
    void schemaIsThatOfAFreshOne_data() { versions(); }
    void schemaIsThatOfAFreshOne();
    void everyRowIsKept_data() { versions(); }
    void everyRowIsKept();
    void theLedgerIsMadeFromWhatWasThere();
    void aFormerChainGoesOn();
    void whoSawWhatStillDoes();
    void traitsOfFormerAnswersAreCounted();
    void commentsAreReadAnew();
    void kiosksOfFormerAnswersAreCounted();

private:
    static void versions()
    {
        QTest::addColumn<int>("version");
        for (int version = 1; version < int(server::serverMigrations().size()); ++version)
            QTest::addRow("from %d", version) << version;
    }
};

namespace {

/// The database that tests/sync/store/data keeps of a version.
void restore(int version, const std::filesystem::path &file)
{
    QFile dump(
        QStringLiteral(VOUCH_SOURCE_DIR "/tests/sync/store/data/central_v%1.sql").arg(version));
    if (!dump.open(QIODevice::ReadOnly))
        qFatal("no database of version %d", version);
    SQLite::Database raw(file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    SQLite::Transaction whole(raw);
    raw.exec(dump.readAll().toStdString());
    whole.commit();
}

std::vector<std::string> texts(const std::filesystem::path &file, const std::string &sql)
{
    SQLite::Database raw(file.string(), SQLite::OPEN_READONLY);
    SQLite::Statement rows(raw, sql);
    std::vector<std::string> out;
    while (rows.executeStep()) {
        out.emplace_back();
        for (int column = 0; column < rows.getColumnCount(); ++column)
            out.back() += rows.getColumn(column).getString() + '|';
    }
    return out;
}

const std::string tables = "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name";
const std::string schema = "SELECT name, sql FROM sqlite_schema ORDER BY name";

} // namespace

void TestStoreMigration::schemaIsThatOfAFreshOne()
{
    QFETCH(int, version);
    const QTemporaryDir folder, fresh;
    const ManualClock clock;
    restore(version, fileIn(folder));
    QVERIFY(texts(fileIn(folder), "PRAGMA user_version").front() == std::to_string(version) + "|");
    QVERIFY(server::Store::open(fileIn(folder), clock));
    QVERIFY(server::Store::open(fileIn(fresh), clock));
    QCOMPARE(texts(fileIn(folder), schema), texts(fileIn(fresh), schema));
    for (const char *pragma : {"PRAGMA user_version", "PRAGMA application_id"})
        QCOMPARE(texts(fileIn(folder), pragma), texts(fileIn(fresh), pragma));
    QCOMPARE(texts(fileIn(folder), "PRAGMA integrity_check").front(), std::string("ok|"));
    QVERIFY(texts(fileIn(folder), "PRAGMA foreign_key_check").empty());
}

void TestStoreMigration::everyRowIsKept()
{
    QFETCH(int, version);
    const QTemporaryDir folder;
    const ManualClock clock;
    const auto file = fileIn(folder);
    restore(version, file);
    // A later version may add columns; what was there stays as it was, but what a person sees,
    // which whoSawWhatStillDoes() looks at.
    const std::set<std::string> moved{"users.region|", "users.store|", "users.role|"};
    const std::string madeAnew = "comment_index";
    std::map<std::string, std::vector<std::string>> before;
    for (auto table : texts(file, tables)) {
        table.pop_back();
        if (table.starts_with(madeAnew))
            continue;
        std::string columns;
        for (const auto &column :
             texts(file, "SELECT name FROM pragma_table_info('" + table + "')"))
            if (!moved.contains(table + "." + column))
                columns += (columns.empty() ? "" : ", ") + column.substr(0, column.size() - 1);
        const auto all = "SELECT " + columns + " FROM " + table + " ORDER BY 1, 2";
        before[all] = texts(file, all);
    }
    QVERIFY(server::Store::open(file, clock));
    for (const auto &[all, rows] : before)
        QCOMPARE(texts(file, all), rows);
}

void TestStoreMigration::theLedgerIsMadeFromWhatWasThere()
{
    const QTemporaryDir folder;
    const ManualClock clock;
    restore(2, fileIn(folder));
    const auto store = server::Store::open(fileIn(folder), clock).value();
    QVERIFY(store->verify([] { return true; })->isSound());
    server::LedgerQuery query;
    query.withDays = true;
    const auto page = store->ledger(query).value();
    QCOMPARE(page.chains.size(), 1u);
    const auto &chain = page.chains.front();
    QCOMPARE(chain.counts, (server::LedgerCounts{5, 1, 1, 1, 5, 2}));
    QCOMPARE(chain.whole->made, 6);
    QCOMPARE(chain.whole->missing, 1);
    QVERIFY(!chain.whole->signedTo); // no signature was kept then
    QCOMPARE(chain.days.size(), 2u); // the refused one states its day and no shop of the tablet
}

void TestStoreMigration::aFormerChainGoesOn()
{
    const QTemporaryDir folder;
    const ManualClock clock;
    restore(1, fileIn(folder));
    const auto store = server::Store::open(fileIn(folder), clock).value();
    QVERIFY(store->recount());
    QCOMPARE(store->stores()->size(), 2u);
    QCOMPARE(store->have(store->devices()->front().id)->begin()->second, 2);
    const auto config = store->config("s2").value();
    QCOMPARE(config.checklists.size(), 1u);
    QVERIFY(config.settings.empty());
    QVERIFY(config.pins.empty());
    QVERIFY(store->setSetting({"s2", "resting", "invitation", {}}));
    QVERIFY(store->setPin("s2", protocol::PinRole::Exit, "$argon2id$x"));
    QCOMPARE(store->config("s2")->pins.size(), 1u);
    Tablet tablet(clock, *store, "s2");
    QCOMPARE(
        statuses(store->ingest(tablet.device, tablet.batch({tablet.next(9)}))), std::string("a"));
}

/// What is masked, and what a word is, has changed since.
void TestStoreMigration::commentsAreReadAnew()
{
    const QTemporaryDir folder;
    const ManualClock clock;
    restore(13, fileIn(folder));
    SQLite::Database(fileIn(folder).string(), SQLite::OPEN_READWRITE)
        .exec("UPDATE comments SET words = 'former', folded = 'former'");
    const auto store = server::Store::open(fileIn(folder), clock).value();
    QVERIFY(store->verify([] { return true; })->isSound());
    server::CommentQuery query;
    query.words = {"queue"};
    QCOMPARE(store->comments(query)->found, 1);
}

/// In version 3 a person was bound to a region, a shop, both or neither.
void TestStoreMigration::whoSawWhatStillDoes()
{
    using server::StoreSet;
    const QTemporaryDir folder;
    const ManualClock clock;
    restore(3, fileIn(folder));
    const auto store = server::Store::open(fileIn(folder), clock).value();
    const auto user = [&](const char *name) { return store->findUser(name).value().value(); };
    QVERIFY(user("boss").sees.isAll() && user("boss").role == server::Role::Admin);
    QVERIFY(user("wide").sees.isAll() && user("wide").role == server::Role::Regional);
    QVERIFY(user("regina").sees == StoreSet({"s1"}));
    QVERIFY(user("mani").sees == StoreSet({"s1"}));
    QVERIFY(user("inner").sees == StoreSet({"s1"}));
    QVERIFY(user("outer").sees == StoreSet()); // a shop outside the region: nothing, as before
    QVERIFY(user("gone").sees == StoreSet());  // of a region without shops
    // An administrator who was bound must not come to act on the whole chain.
    QVERIFY(user("bound").sees == StoreSet({"s1"}));
    QVERIFY(user("bound").role == server::Role::Regional);
    QVERIFY(user("regina").mayExport && user("bound").mayExport);
    QVERIFY(!user("mani").mayExport && !user("inner").mayExport);
    const auto tokens = store->apiTokens().value();
    QCOMPARE(tokens.size(), 2u);
    for (const auto &token : tokens) {
        QVERIFY(!token.expiresAt);
        QVERIFY((token.scopes == std::set{server::TokenScope::Read, server::TokenScope::Export}));
    }
    QCOMPARE(store->regions()->size(), 3u); // east, north, south
    QVERIFY(store->verifyAudit({})->isSound());
}

/// Version 7 held answers with reasons, and counted scores only.
void TestStoreMigration::traitsOfFormerAnswersAreCounted()
{
    const QTemporaryDir folder;
    const ManualClock clock;
    restore(7, fileIn(folder));
    const auto store = server::Store::open(fileIn(folder), clock).value();
    const auto traits = store->traits({}).value();
    QVERIFY((traits.at({"liked", "staff"}) == metrics::BandCounts{{0, 0, 1, 1}}));
    QVERIFY((traits.at({"liked", "prices"}) == metrics::BandCounts{{0, 0, 1, 0}}));
    QVERIFY((traits.at({"improve", ""}) == metrics::BandCounts{{1, 1, 0, 0}}));
    QVERIFY((traits.at({"", "comment"}) == metrics::BandCounts{{1, 0, 0, 0}}));
    QVERIFY(store->recount());
}

/// Version 10 held answers of a tablet, and counted them by store only.
void TestStoreMigration::kiosksOfFormerAnswersAreCounted()
{
    const QTemporaryDir folder;
    const ManualClock clock;
    restore(10, fileIn(folder));
    const auto store = server::Store::open(fileIn(folder), clock).value();
    server::ScoreQuery query;
    query.stores = {"s1"};
    const auto whole = store->score(query)->front().tally;
    metrics::Tally sum;
    for (const auto &kiosk : store->kioskScores(query).value())
        sum += kiosk.tally;
    QVERIFY(whole.count() > 0);
    QCOMPARE(sum.histogram, whole.histogram);
    QVERIFY(store->recount());
}

VOUCH_TEST(TestStoreMigration)

} // namespace test_store_migration

#include "test_store_migration.moc"
