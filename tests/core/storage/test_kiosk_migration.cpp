#include "core/storage/activity_log.h"
#include "core/storage/kiosk_schema.h"
#include "sample_check.h"
#include "tests/support/suite.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cctype>

namespace test_kiosk_migration {

using namespace vouch;
using namespace vouch::storage;
using namespace std::chrono_literals;

namespace {

std::filesystem::path databaseIn(const QTemporaryDir &folder)
{
    return folder.filePath("kiosk.db").toStdString();
}

/// The database that tests/core/storage/data keeps of a version: two acknowledged surveys, a
/// training and a survey that wait, one in quarantine, one still open.
void restore(int version, const QTemporaryDir &folder)
{
    QFile dump(
        QStringLiteral(VOUCH_SOURCE_DIR "/tests/core/storage/data/kiosk_v%1.sql").arg(version));
    if (!dump.open(QIODevice::ReadOnly))
        qFatal("no database of version %d", version);
    SQLite::Database raw(databaseIn(folder).string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    raw.exec(dump.readAll().toStdString());
}

std::vector<std::string> texts(const QTemporaryDir &folder, const std::string &sql)
{
    SQLite::Database raw(databaseIn(folder).string(), SQLite::OPEN_READONLY);
    SQLite::Statement rows(raw, sql);
    std::vector<std::string> out;
    while (rows.executeStep()) {
        out.emplace_back();
        for (int column = 0; column < rows.getColumnCount(); ++column)
            out.back() += rows.getColumn(column).getString() + '|';
    }
    return out;
}

} // namespace

/// A tablet's database of every former version becomes the present one, loses nothing, and drains.
class TestKioskMigration : public QObject
{
    Q_OBJECT

    test::ManualClock m_clock;

    static void versions()
    {
        QTest::addColumn<int>("version");
        for (int version = 1; version < int(kioskMigrations.size()); ++version)
            QTest::addRow("from %d", version) << version;
    }

private slots:
    void schemaIsThatOfAFreshOne_data() { versions(); }
    void schemaIsThatOfAFreshOne()
    {
        QFETCH(int, version);
        const QTemporaryDir folder, fresh;
        restore(version, folder);
        QVERIFY(KioskStore::open(folder.path().toStdString(), m_clock));
        QVERIFY(KioskStore::open(fresh.path().toStdString(), m_clock));
        const std::string schema =
            "SELECT name, replace(replace(sql, ' ', ''), char(10), '') FROM sqlite_schema "
            "ORDER BY name";
        QCOMPARE(texts(folder, schema), texts(fresh, schema));
        for (const char *pragma : {"PRAGMA user_version", "PRAGMA application_id"})
            QCOMPARE(texts(folder, pragma), texts(fresh, pragma));
        QCOMPARE(texts(folder, "PRAGMA integrity_check").front(), std::string("ok|"));
        QVERIFY(texts(folder, "PRAGMA foreign_key_check").empty());
    }

    void everyRowIsKept_data() { versions(); }
    void everyRowIsKept()
    {
        QFETCH(int, version);
        const QTemporaryDir folder;
        restore(version, folder);
        std::map<std::string, std::vector<std::string>> before;
        for (auto table : texts(folder, "SELECT name FROM sqlite_schema WHERE type = 'table'")) {
            table.pop_back();
            std::string columns;
            for (auto column : texts(folder, "SELECT name FROM pragma_table_info('" + table + "')"))
                columns += (columns.empty() ? "" : ", ") + column.substr(0, column.size() - 1);
            // The key is made at the first opening where a tablet was never enrolled.
            const auto sql = "SELECT " + columns + " FROM " + table +
                             (table == "setting" ? " WHERE key NOT LIKE 'identity.%_key'" : "") +
                             " ORDER BY " + columns;
            before[sql] = texts(folder, sql);
        }
        QVERIFY(before.size() >= 5);
        QVERIFY(KioskStore::open(folder.path().toStdString(), m_clock));
        for (const auto &[sql, rows] : before)
            QCOMPARE(texts(folder, sql), rows);
    }

    void aFormerTabletGoesOnAndDrains()
    {
        const QTemporaryDir folder;
        restore(1, folder);
        const auto store = KioskStore::open(folder.path().toStdString(), m_clock).value();
        store->setMarkPolicy({});
        QCOMPARE(*store->closeLeftOpen(1), 1);
        QCOMPARE(*store->releaseQuarantine(), 1);
        QCOMPARE(store->head()->sequence, std::int64_t(6));
        const auto figures = store->figures({}, {}).value();
        QCOMPARE(figures.all.count(), 5);
        QCOMPARE(figures.unmarked.count(), 5);

        const auto out = store->outgoing(100, 1 << 20).value();
        QCOMPARE(out.size(), 4u);
        std::vector<Acknowledgement> words;
        std::string previous;
        for (const auto &each : out) {
            const auto record = parseJson(each.canonical)->as_object();
            QVERIFY(check::verify(record));
            const auto read = check::fromJson(record).value();
            QVERIFY(previous.empty() || read.previous == previous);
            QCOMPARE(read.sequence, std::int64_t(3 + words.size()));
            previous = read.hash;
            words.push_back({each.id, Acknowledgement::Kind::Taken, "", ""});
        }
        QVERIFY(store->acknowledge(words));
        QCOMPARE(store->outbox()->waiting, 0);
        QCOMPARE(*store->settled(store->head()->chain), 6);
    }

    void aFullQueueOfEachVersionIsDrained_data() { versions(); }
    void aFullQueueOfEachVersionIsDrained()
    {
        QFETCH(int, version);
        const QTemporaryDir folder;
        restore(version, folder);
        const auto made =
            texts(folder, "SELECT hex(id) FROM checks WHERE acknowledged_at IS NULL ORDER BY row");
        const auto store = KioskStore::open(folder.path().toStdString(), m_clock).value();
        QCOMPARE(*store->closeLeftOpen(1), 1);
        QCOMPARE(*store->releaseQuarantine(), 1);
        const auto reports = store->verifyChains().value();
        for (const auto &each : reports)
            QVERIFY(each.isSound());
        std::vector<std::string> sent;
        std::vector<Acknowledgement> words;
        const auto batch = store->outgoing(100, 1 << 20).value();
        for (const auto &each : batch) {
            QVERIFY(check::verify(parseJson(each.canonical)->as_object()));
            auto id = each.id.text();
            std::erase(id, '-');
            std::transform(id.begin(), id.end(), id.begin(), ::toupper);
            sent.push_back(id + '|');
            words.push_back({each.id, Acknowledgement::Kind::Taken, "", ""});
        }
        QCOMPARE(sent, made);
        QVERIFY(store->acknowledge(words));
        QCOMPARE(store->outbox()->waiting, 0);
        const auto heads = store->heads().value();
        for (const auto &head : heads)
            QCOMPARE(*store->settled(head.chain), head.sequence);
    }

    void ofTheTimeBeforeThereIsNoActivity()
    {
        const QTemporaryDir folder;
        restore(1, folder);
        const auto store = KioskStore::open(folder.path().toStdString(), m_clock).value();
        QCOMPARE(*store->closeLeftOpen(1), 1);
        const auto waiting = store->outbox()->waiting;
        ActivityLog log(*store, m_clock);
        QVERIFY(log.tick());
        QCOMPARE(store->outbox()->waiting, waiting);
    }
};

VOUCH_TEST(TestKioskMigration)

} // namespace test_kiosk_migration

#include "test_kiosk_migration.moc"
