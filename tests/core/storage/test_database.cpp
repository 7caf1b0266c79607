#include "core/storage/database.h"
#include "tests/support/suite.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <array>

namespace test_database {

using namespace vouch::storage;

namespace {

constexpr std::array<Migration, 2> steps{
    {{"CREATE TABLE a (x INTEGER) STRICT"}, {"CREATE TABLE b (y INTEGER) STRICT"}}};
constexpr std::int32_t owner = 1234;

} // namespace

class TestDatabase : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    std::filesystem::path file(const char *name) const
    {
        return m_folder.filePath(name).toStdString();
    }

private slots:
    void isDurableByItsSettings()
    {
        auto database = Database::open(file("a.db"), Database::Mode::ReadWrite);
        QVERIFY(database);
        auto &raw = (*database)->raw();
        QCOMPARE(raw.execAndGet("PRAGMA journal_mode").getString(), std::string("wal"));
        QCOMPARE(raw.execAndGet("PRAGMA synchronous").getInt(), 2);
        QCOMPARE(raw.execAndGet("PRAGMA foreign_keys").getInt(), 1);
        const auto rights = QFile::permissions(m_folder.filePath("a.db"));
        QVERIFY(!(rights & (QFile::ReadGroup | QFile::ReadOther)));
    }

    void migratesStepByStep()
    {
        {
            auto database = Database::open(file("m.db"), Database::Mode::ReadWrite);
            QVERIFY(migrate(**database, std::span(steps).first(1), owner));
            (*database)->raw().exec("INSERT INTO a VALUES (7)");
        }
        auto database = Database::open(file("m.db"), Database::Mode::ReadWrite);
        QVERIFY(migrate(**database, steps, owner));
        QCOMPARE((*database)->raw().execAndGet("SELECT x FROM a").getInt(), 7);
        QCOMPARE((*database)->raw().execAndGet("SELECT count(*) FROM b").getInt(), 0);
    }

    void refusesANewerSchemaUntouched()
    {
        auto database = Database::open(file("n.db"), Database::Mode::ReadWrite);
        QVERIFY(migrate(**database, steps, owner));
        const auto refused = migrate(**database, std::span(steps).first(1), owner);
        QVERIFY(!refused);
        QCOMPARE(refused.failure().code, std::string("schema-newer"));
        QCOMPARE((*database)->raw().execAndGet("PRAGMA user_version").getInt(), 2);
    }

    void refusesAnotherProgramsDatabase()
    {
        auto database = Database::open(file("o.db"), Database::Mode::ReadWrite);
        (*database)->raw().exec("CREATE TABLE theirs (x)");
        const auto refused = migrate(**database, steps, owner);
        QVERIFY(!refused);
        QCOMPARE(refused.failure().code, std::string("database-foreign"));
    }

    void aFailedStepLeavesNothing()
    {
        constexpr std::array<Migration, 2> bad{{{"CREATE TABLE a (x)"}, {"NONSENSE"}}};
        auto database = Database::open(file("f.db"), Database::Mode::ReadWrite);
        QVERIFY(!migrate(**database, bad, owner));
        QCOMPARE((*database)->raw().execAndGet("SELECT count(*) FROM sqlite_schema").getInt(), 0);
    }

    void damageIsNamed()
    {
        QFile garbage(m_folder.filePath("g.db"));
        QVERIFY(garbage.open(QFile::WriteOnly));
        garbage.write(QByteArray(8192, 'x'));
        garbage.close();
        const auto opened = Database::open(file("g.db"), Database::Mode::ReadWrite);
        QVERIFY(!opened);
        QCOMPARE(opened.failure().code, std::string("database-damaged"));
    }

    void aFullDiskIsNamedAndTheTransactionGone()
    {
        auto database = Database::open(file("full.db"), Database::Mode::ReadWrite);
        auto &raw = (*database)->raw();
        raw.exec("CREATE TABLE t (x BLOB)");
        raw.exec("PRAGMA max_page_count=8");
        const auto result = transacted(**database, [&]() -> vouch::Result<void> {
            raw.exec("INSERT INTO t VALUES ('kept?')");
            raw.exec("INSERT INTO t VALUES (zeroblob(100000))");
            return {};
        });
        QVERIFY(!result);
        QCOMPARE(result.failure().code, std::string("disk-full"));
        QCOMPARE(raw.execAndGet("SELECT count(*) FROM t").getInt(), 0);
    }

    void oneProgramAtATime()
    {
        {
            const auto lock = DataLock::acquire(file("lock"));
            QVERIFY(lock);
            const auto second = DataLock::acquire(file("lock"));
            QVERIFY(!second);
            QCOMPARE(second.failure().code, std::string("data-in-use"));
        }
        QVERIFY(DataLock::acquire(file("lock")));
    }
};

VOUCH_TEST(TestDatabase)

} // namespace test_database

#include "test_database.moc"
