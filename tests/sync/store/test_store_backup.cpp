#include "central_tablet.h"

#include "sync/server/store/ledger.h"
#include "sync/server/store/restore.h"
#include "sync/server/store/verification.h"
#include "tests/support/suite.h"

#include <QFile>
#include <QTest>

#include <atomic>
#include <fstream>
#include <thread>

namespace test_store_backup {

using namespace vouch;
using namespace vouch::test;
using namespace std::chrono_literals;

namespace fs = std::filesystem;

class TestStoreBackup : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    ManualClock m_clock;

    fs::path file() const { return fileIn(*m_folder); }
    fs::path copy() const { return m_folder->filePath("copy.db").toStdString(); }
    std::unique_ptr<server::Store> open(const fs::path &path)
    {
        return server::Store::open(path, m_clock).value();
    }
    static Result<void> backUp(const server::Store &store, const fs::path &to)
    {
        std::ofstream(to).close();
        return store.backUp(to, [] { return true; });
    }
    static bool isSound(const server::Store &store)
    {
        const auto all = store.verify([] { return true; });
        return all && all->isSound();
    }
    std::vector<fs::path> setAside() const
    {
        std::vector<fs::path> out;
        for (const auto &entry : fs::directory_iterator(file().parent_path()))
            if (entry.path().string().find(".replaced-") != std::string::npos)
                out.push_back(entry.path());
        return out;
    }

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void takesAnswersAllTheWhileAndIsWhole()
    {
        auto store = open(file());
        QVERIFY(store->addStore({"s1", "Shop one", "", "UTC"}));
        Tablet tablet(m_clock, *store);
        const auto some = [&] {
            std::vector<json::object> records;
            for (int i = 0; i < 200; ++i)
                records.push_back(tablet.next(i % 11));
            return records;
        };
        for (int i = 0; i < 10; ++i)
            QCOMPARE(
                store->ingest(tablet.device, tablet.batch(some()))->results.size(),
                std::size_t(200));
        std::atomic<bool> isDone = false;
        std::int64_t before = 0;
        std::thread sender([&] {
            while (!isDone || before == 0) {
                (void)store->ingest(tablet.device, tablet.batch(some()));
                ++before;
            }
        });
        const auto copied = backUp(*store, copy());
        isDone = true;
        sender.join();
        QVERIFY2(copied, copied ? "" : copied.failure().text().c_str());
        QVERIFY(before > 0);
        QVERIFY(!fs::exists(copy().string() + "-wal"));
        QVERIFY(isSound(*store));
        const auto all = store->score({})->front().tally.count();
        store.reset();
        const auto former = open(copy());
        const auto kept = former->score({})->front().tally.count();
        QVERIFY(kept >= 2000 && kept <= all);
        QVERIFY(isSound(*former));
    }

    void tabletsFillWhatCameAfterIt()
    {
        auto store = open(file());
        QVERIFY(store->addStore({"s1", "Shop one", "", "UTC"}));
        Tablet tablet(m_clock, *store), idle(m_clock, *store);
        std::vector<json::object> records;
        for (int i = 0; i < 9; ++i)
            records.push_back(tablet.next(i));
        const auto send = [&](std::size_t from, std::size_t to) {
            return statuses(store->ingest(
                tablet.device, tablet.batch(
                                   {records.begin() + std::ptrdiff_t(from),
                                    records.begin() + std::ptrdiff_t(to)})));
        };
        const auto unseen = idle.next(5);
        QCOMPARE(send(0, 4), std::string("aaaa"));
        QVERIFY(backUp(*store, copy()));
        QCOMPARE(send(4, 9), std::string("aaaaa"));
        QCOMPARE(statuses(store->ingest(idle.device, idle.batch({unseen}))), std::string("a"));
        store.reset();
        for (const char *suffix : {"", "-wal", "-shm"})
            fs::remove(file().string() + suffix);

        const auto restored = server::restoreDatabase(copy(), file(), m_clock);
        QVERIFY2(restored, restored ? "" : restored.failure().text().c_str());
        QCOMPARE(restored->records, 4);
        QVERIFY(restored->setAside.empty());
        QVERIFY(restored->missingKey.empty());
        store = open(file());
        // The heartbeat's answer says 4: the tablet queues all above, and its other half says 0.
        QCOMPARE(store->have(tablet.device.id)->at(tablet.last().chain), 4);
        QVERIFY(store->have(idle.device.id)->empty());
        QCOMPARE(send(4, 9), std::string("aaaaa"));
        QCOMPARE(statuses(store->ingest(idle.device, idle.batch({unseen}))), std::string("a"));
        QCOMPARE(store->have(tablet.device.id)->at(tablet.last().chain), 9);
        QCOMPARE(store->score({})->front().tally.count(), 10);
        const auto totals = store->ledgerTotals({}).value();
        QCOMPARE(totals.made, 10);
        QCOMPARE(totals.missing, 0);
        QCOMPARE(totals.open, 0);
        QVERIFY(isSound(*store));
    }

    void whatWasThereIsSetAside()
    {
        auto store = open(file());
        QVERIFY(store->addStore({"s1", "Shop one", "", "UTC"}));
        QVERIFY(backUp(*store, copy()));
        QVERIFY(store->addStore({"s2", "Shop two", "", "UTC"}));
        const auto running = server::restoreDatabase(copy(), file(), m_clock);
        QCOMPARE(running.failure().code, std::string("data-in-use"));
        QVERIFY(setAside().empty());
        store.reset();
        for (int i = 1; i <= 2; ++i) { // within the same second too
            const auto restored = server::restoreDatabase(copy(), file(), m_clock);
            QVERIFY2(restored, restored ? "" : restored.failure().text().c_str());
            QCOMPARE(setAside().size(), std::size_t(i));
        }
        QCOMPARE(open(file())->stores()->size(), 1u);
        QCOMPARE(open(file().string() + ".replaced-20261122T100000")->stores()->size(), 2u);
        const auto rights = QFile::permissions(QString::fromStdString(file().string()));
        QVERIFY(!(rights & (QFile::ReadGroup | QFile::ReadOther)));
        QVERIFY(!fs::exists(file().string() + ".restoring"));
    }

    void aLogThatWasNotClosedIsSetAsideWithIt()
    {
        auto store = open(file());
        QVERIFY(backUp(*store, copy()));
        QVERIFY(store->addStore({"s1", "Shop one", "", "UTC"}));
        // As a power cut leaves it: the shop is in the log only.
        const fs::path cut = m_folder->filePath("cut.db").toStdString();
        for (const char *suffix : {"", "-wal"})
            fs::copy_file(file().string() + suffix, cut.string() + suffix);
        store.reset();
        const auto restored = server::restoreDatabase(copy(), cut, m_clock);
        QVERIFY(restored);
        QVERIFY(!fs::exists(cut.string() + "-wal"));
        QCOMPARE(open(restored->setAside)->stores()->size(), 1u);
        QVERIFY(open(cut)->stores()->empty());
    }

    void whatIsNoBackUpChangesNothing_data()
    {
        QTest::addColumn<QByteArray>("sql");
        QTest::addColumn<QByteArray>("code");
        QTest::newRow("not there") << QByteArray() << QByteArray("backup-missing");
        QTest::newRow("no database") << QByteArray("garbage") << QByteArray("database-damaged");
        QTest::newRow("another program's")
            << QByteArray("PRAGMA application_id=1") << QByteArray("database-foreign");
        QTest::newRow("newer") << QByteArray("PRAGMA user_version=1000")
                               << QByteArray("schema-newer");
        QTest::newRow("damaged")
            << QByteArray("PRAGMA writable_schema=ON; UPDATE sqlite_schema SET rootpage = 3 "
                          "WHERE name = 'records'")
            << QByteArray("database-damaged");
    }

    void whatIsNoBackUpChangesNothing()
    {
        QFETCH(QByteArray, sql);
        QFETCH(QByteArray, code);
        auto store = open(file());
        QVERIFY(store->addStore({"s1", "Shop one", "", "UTC"}));
        QVERIFY(backUp(*store, copy()));
        store.reset();
        if (sql.isEmpty())
            fs::remove(copy());
        else if (sql == "garbage")
            std::ofstream(copy()) << std::string(10000, 'x');
        else
            SQLite::Database(copy().string(), SQLite::OPEN_READWRITE).exec(sql.toStdString());
        const auto restored = server::restoreDatabase(copy(), file(), m_clock);
        QVERIFY(!restored);
        QCOMPARE(restored.failure().code, code.toStdString());
        QVERIFY(setAside().empty());
        QVERIFY(!fs::exists(file().string() + ".restoring"));
        QCOMPARE(open(file())->stores()->size(), 1u);
    }

    /// SQLite finds nothing wrong with a page whose words changed.
    void aBitThatTurnedIsFoundBeforeItIsInPlace()
    {
        auto store = open(file());
        QVERIFY(store->addStore({"s1", "Shop one", "", "UTC"}));
        Tablet tablet(m_clock, *store);
        const auto sent = tablet.batch({tablet.next(9), tablet.next(3)});
        QCOMPARE(statuses(store->ingest(tablet.device, sent)), std::string("aa"));
        QVERIFY(backUp(*store, copy()));
        store.reset();
        std::fstream bytes(copy(), std::ios::in | std::ios::out | std::ios::binary);
        const std::string all(std::istreambuf_iterator<char>(bytes), {});
        const auto place = all.rfind("\"score\":3");
        QVERIFY(place != all.npos);
        bytes.seekp(std::streamoff(place) + 8);
        bytes.put('2');
        bytes.close();

        const auto refused = server::restoreDatabase(copy(), file(), m_clock);
        QCOMPARE(refused.failure().code, std::string("ledger-differs"));
        QVERIFY(setAside().empty());
        for (const auto *suffix : {"", "-wal", "-shm", ".lock"})
            QVERIFY(!fs::exists(file().string() + ".restoring" + suffix));
        QVERIFY(isSound(*open(file())));

        QVERIFY(server::restoreDatabase(copy(), file(), m_clock, server::Altered::Taken));
        QVERIFY(!isSound(*open(file())));
    }

    void saysWhichSecretKeyIsMissing()
    {
        auto store = open(file());
        QVERIFY(backUp(*store, copy()));
        const auto id = store->sealingKey()->id;
        store.reset();
        const QTemporaryDir elsewhere;
        const auto restored = server::restoreDatabase(copy(), fileIn(elsewhere), m_clock);
        QVERIFY(restored);
        QCOMPARE(restored->missingKey.filename().string(), "sealing-" + id + ".key");
    }

    void isGivenUpWhenTheServerStops()
    {
        const auto store = open(file());
        std::ofstream(copy()).close();
        const auto stopped = store->backUp(copy(), [] { return false; });
        // A small database may be copied before anybody asks.
        QVERIFY(stopped || stopped.failure().code == "stopped");
        QVERIFY(backUp(*store, copy()));
    }

    void aPlaceThatCannotBeWrittenIsSaid()
    {
        const auto store = open(file());
        const auto failed =
            store->backUp(m_folder->filePath("no/copy.db").toStdString(), [] { return true; });
        QVERIFY(!failed);
        QCOMPARE(failed.failure().code, std::string("file-unwritable"));
        QVERIFY(backUp(*store, copy()));
    }
};

VOUCH_TEST(TestStoreBackup)

} // namespace test_store_backup

#include "test_store_backup.moc"
