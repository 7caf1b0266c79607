#include "central_tablet.h"

#include "sync/server/store/server_schema.h"
#include "tests/support/suite.h"

#include <QFile>
#include <QTest>

#include <sqlite3.h>

#include <atomic>
#include <latch>
#include <thread>

namespace test_store_writer {

using namespace vouch;
using namespace vouch::test;

namespace {

/// Interrupts SQLite once, at the chosen step of its machine, on whichever connection is there.
std::atomic<std::int64_t> stepsToFault{-1};

int countDown(void *)
{
    if (stepsToFault.load() < 0)
        return 0;
    return stepsToFault.fetch_sub(1) == 0 ? 1 : 0;
}

int watch(sqlite3 *connection, const char **, const sqlite3_api_routines *)
{
    sqlite3_progress_handler(connection, 1, &countDown, nullptr);
    return SQLITE_OK;
}

void watchNewConnections()
{
    sqlite3_auto_extension(reinterpret_cast<void (*)()>(&watch));
}

} // namespace

class TestStoreWriter : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    ManualClock m_clock;

    std::filesystem::path file() const { return fileIn(*m_folder); }
    std::unique_ptr<server::Store> open(server::Store::Options options = {}) const
    {
        return server::Store::open(file(), m_clock, std::move(options)).value();
    }
    void beforeOpening(const std::string &sql) const
    {
        auto store = open();
        (void)store->addStore({"s1", "Shop one", "north", "UTC"});
        store.reset();
        SQLite::Database raw(file().string(), SQLite::OPEN_READWRITE);
        raw.exec(sql);
    }

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void cleanup()
    {
        stepsToFault = -1;
        sqlite3_reset_auto_extension();
    }

    void copiesTheLogIntoTheDatabaseWhenDue()
    {
        const auto grows = [&](int frames) {
            server::Store::Options options;
            options.checkpointFrames = frames;
            const auto store = open(std::move(options));
            const auto before = std::filesystem::file_size(file());
            for (int i = 0; i < 200; ++i) {
                const auto id = "s" + std::to_string(frames) + "-" + std::to_string(i);
                if (!store->addStore({id, std::string(100, 'x'), "north", "UTC"}))
                    return false;
            }
            return std::filesystem::file_size(file()) > before;
        };
        QVERIFY(!grows(40000));
        QVERIFY(grows(40));
    }

    void refusesASecondServer()
    {
        const auto store = open();
        const auto second = server::Store::open(file(), m_clock);
        QVERIFY(!second);
        QCOMPARE(second.failure().code, std::string("data-in-use"));
        auto link = file();
        link += ".link";
        std::filesystem::create_symlink(file(), link);
        const auto byLink = server::Store::open(link, m_clock);
        QVERIFY(!byLink);
        QCOMPARE(byLink.failure().code, std::string("data-in-use"));
    }

    void refusesANewerSchema()
    {
        beforeOpening("PRAGMA user_version = 1000");
        const auto store = server::Store::open(file(), m_clock);
        QVERIFY(!store);
        QCOMPARE(store.failure().code, std::string("schema-newer"));
    }

    void keepsTheSecretKeyOutsideAndPrivate()
    {
        const auto store = open();
        const auto id = QString::fromStdString(store->sealingKey().value().id);
        const auto path = m_folder->filePath("keys/sealing-" + id + ".key");
        QVERIFY(QFile::exists(path));
        const auto rights = QFile::permissions(path);
        QVERIFY(!(rights & (QFile::ReadGroup | QFile::ReadOther)));
    }

    void servesManyTabletsAtOnce()
    {
        auto store = open();
        QVERIFY(store->addStore({"s1", "Shop one", "north", "UTC"}));
        constexpr int tablets = 8, batches = 20, records = 10;
        std::vector<std::thread> threads;
        std::atomic<int> wrong = 0;
        std::latch start(tablets);
        for (int t = 0; t < tablets; ++t)
            threads.emplace_back([&] {
                Tablet tablet(m_clock, *store);
                start.arrive_and_wait();
                for (int b = 0; b < batches; ++b) {
                    std::vector<json::object> some;
                    for (int r = 0; r < records; ++r)
                        some.push_back(tablet.next(r));
                    const auto batch = tablet.batch(some);
                    wrong += statuses(store->ingest(tablet.device, batch)) != "aaaaaaaaaa";
                    wrong += statuses(store->ingest(tablet.device, batch)) != "dddddddddd";
                }
            });
        for (auto &thread : threads)
            thread.join();
        QCOMPARE(wrong.load(), 0);
        QCOMPARE(store->score({})->front().tally.count(), tablets * batches * records);
        QVERIFY(store->recount());
    }

    void answersUnavailableWhenTheQueueIsFull()
    {
        // The callback holds the writer, so that what comes meanwhile has to queue.
        std::latch held(1), release(1);
        std::atomic<bool> once = false;
        auto store = open({2, [&](const auto &) {
                               if (!once.exchange(true)) {
                                   held.count_down();
                                   release.wait();
                               }
                           }});
        QVERIFY(store->addStore({"s1", "Shop one", "north", "UTC"}));
        Tablet tablet(m_clock, *store);
        QCOMPARE(
            statuses(store->ingest(tablet.device, tablet.batch({tablet.next(9)}))),
            std::string("a"));
        held.wait();
        std::atomic<int> taken = 0, refused = 0;
        const auto done = [&](Result<protocol::BatchAnswer> answer) {
            if (!answer && answer.failure().code == "unavailable")
                ++refused;
            else if (answer)
                ++taken;
        };
        for (int i = 0; i < 5; ++i)
            store->ingest(tablet.device, tablet.batch({tablet.next(i)}), done);
        QCOMPARE(refused.load(), 3);
        QCOMPARE(
            store->addStore({"s9", "Late", "", "UTC"}).failure().code, std::string("unavailable"));
        release.count_down();
        store.reset(); // finishes what is queued
        QCOMPARE(taken.load(), 2);
    }

    void poisonInOneRecordHarmsNoOther()
    {
        beforeOpening("CREATE TRIGGER poison BEFORE INSERT ON records WHEN NEW.score = 5 "
                      "BEGIN SELECT raise(ABORT, 'poison'); END");
        auto store = open();
        Tablet tablet(m_clock, *store), other(m_clock, *store);
        const std::vector<json::object> records{
            tablet.next(9), tablet.next(5), tablet.next(1), tablet.next(2)};
        const auto answer = store->ingest(tablet.device, tablet.batch(records));
        QCOMPARE(statuses(answer), std::string("araa"));
        QCOMPARE(answer->results[1].code, std::string("internal"));
        QCOMPARE(answer->have.at(tablet.last().chain), 1); // the others wait beyond the gap
        QCOMPARE(
            statuses(store->ingest(other.device, other.batch({other.next(5)}))), std::string("r"));
        QVERIFY(store->recount());
        store.reset();
        SQLite::Database(file().string(), SQLite::OPEN_READWRITE).exec("DROP TRIGGER poison");
        store = open();
        const auto mended = store->ingest(tablet.device, tablet.batch(records));
        QCOMPARE(statuses(mended), std::string("dadd"));
        QCOMPARE(mended->have.at(tablet.last().chain), 4);
        QVERIFY(store->recount());
    }

    void aFullDiskRefusesTheBatchAndNoRecord()
    {
        beforeOpening("CREATE TABLE big (x BLOB)");
        auto store = open();
        Tablet tablet(m_clock, *store);
        store.reset();
        {
            SQLite::Database raw(file().string(), SQLite::OPEN_READWRITE);
            raw.exec("CREATE TRIGGER full BEFORE INSERT ON records BEGIN "
                     "INSERT INTO big VALUES (zeroblob(100000000)); END");
        }
        sqlite3_auto_extension(reinterpret_cast<void (*)()>(
            +[](sqlite3 *connection, const char **, const sqlite3_api_routines *) {
                sqlite3_exec(connection, "PRAGMA max_page_count=200", nullptr, nullptr, nullptr);
                return SQLITE_OK;
            }));
        store = open();
        const auto record = tablet.next(9);
        QCOMPARE(
            statuses(store->ingest(tablet.device, tablet.batch({record}))),
            std::string("!unavailable"));
        store.reset();
        sqlite3_reset_auto_extension();
        SQLite::Database(file().string(), SQLite::OPEN_READWRITE).exec("DROP TRIGGER full");
        store = open();
        QCOMPARE(statuses(store->ingest(tablet.device, tablet.batch({record}))), std::string("a"));
        QVERIFY(store->recount());
    }

    void recoversFromAFaultAtAnyStep()
    {
        watchNewConnections();
        auto store = open();
        QVERIFY(store->addStore({"s1", "Shop one", "north", "UTC"}));
        Tablet tablet(m_clock, *store);
        int faults = 0, unavailable = 0;
        std::int64_t records = 0;
        bool fired = true;
        for (std::int64_t step = 0; fired; step += 11) {
            const auto batch = tablet.batch({tablet.next(9), tablet.next(2)});
            records += 2;
            stepsToFault = step;
            auto result = statuses(store->ingest(tablet.device, batch));
            fired = stepsToFault.exchange(-1) < 0;
            faults += fired;
            unavailable += result == "!unavailable";
            if (result == "!unavailable") // the look-up before the queue: the tablet comes again
                result = statuses(store->ingest(tablet.device, batch));
            // A fault in the commit itself leaves open whether it was: then they are duplicates.
            QVERIFY2(result == "aa" || result == "dd", result.c_str());
            QCOMPARE(store->have(tablet.device.id)->at(tablet.last().chain), records);
        }
        QVERIFY(faults > 50);
        QVERIFY(unavailable < faults / 2);
        QCOMPARE(store->score({})->front().tally.count(), records);
        QVERIFY(store->recount());
    }

    void emptiesTheLogAsItGoes()
    {
        auto store = open();
        QVERIFY(store->addStore({"s1", "Shop one", "north", "UTC"}));
        Tablet tablet(m_clock, *store);
        std::vector<json::object> records(500);
        for (int batch = 0; batch < 30; ++batch) {
            for (auto &record : records)
                record = tablet.next(3);
            QVERIFY(store->ingest(tablet.device, tablet.batch(records)));
        }
        const auto log = std::filesystem::file_size(file().string() + "-wal");
        const auto stored = std::filesystem::file_size(file());
        QVERIFY2(stored > (4u << 20), std::to_string(stored).c_str());
        QVERIFY2(log < 40u << 20, std::to_string(log).c_str());
    }
};

VOUCH_TEST(TestStoreWriter)

} // namespace test_store_writer

#include "test_store_writer.moc"
