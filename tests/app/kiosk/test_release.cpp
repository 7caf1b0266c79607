#include "app/kiosk/release.h"
#include "core/storage/kiosk_wipe.h"
#include "sample_check.h"
#include "tests/support/suite.h"
#include "tests/sync/client/fake_central.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <fstream>

namespace test_release {

using namespace vouch;
using namespace vouch::kiosk;
using namespace std::chrono_literals;
using test::FakeCentral;
namespace fs = std::filesystem;

/// A tablet that is given up, against a server that misbehaves as told.
class TestRelease : public QObject
{
    Q_OBJECT

    test::ManualClock m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<storage::KioskStore> m_store;
    std::unique_ptr<FakeCentral> m_central;
    std::vector<Uuid> m_made;

    static Release::Limits quick()
    {
        Release::Limits limits;
        limits.sync.firstRetry = 4ms;
        limits.sync.longestRetry = 20ms;
        return limits;
    }
    fs::path folder() const { return m_folder->path().toStdString(); }
    void open()
    {
        auto store = storage::KioskStore::open(folder(), m_clock);
        QVERIFY2(store.ok(), store ? "" : store.failure().text().c_str());
        m_store = std::move(*store);
    }
    void enrol()
    {
        client::SyncClient client(*m_store, m_clock, quick().sync);
        QVERIFY(client.start());
        QSignalSpy enrolled(&client, &client::SyncClient::enrolled);
        client.enrol(m_central->url(), "GOOD-CODE", "till 1");
        QVERIFY(enrolled.wait());
    }
    Uuid answer(int score)
    {
        m_clock.advance(1s);
        const auto identity = client::loadIdentity(*m_store);
        auto check = test::sampleCheck(m_clock, score, m_central->device);
        check.device = *identity ? (*identity)->device : Uuid();
        [&] {
            QVERIFY(m_store->openCheck(check));
            QVERIFY(m_store->close(check.id, m_clock.monotonicMs()));
        }();
        m_made.push_back(check.id);
        return check.id;
    }
    /// The code of the refusal; empty when it was proved.
    std::string release()
    {
        Release release(*m_store, m_clock, quick());
        QSignalSpy proved(&release, &Release::proved);
        std::string code;
        connect(&release, &Release::refused, this, [&](const Failure &failure) {
            code = failure.code;
            qInfo("%s", failure.text().c_str());
        });
        release.start();
        [&] { QTRY_VERIFY_WITH_TIMEOUT(proved.count() > 0 || !code.empty(), 60000); }();
        return code;
    }
    std::int64_t waiting() { return m_store->outbox()->waiting; }
    /// What the server has, without the hours' records.
    qsizetype answers() const
    {
        return std::count_if(
            m_central->records.begin(), m_central->records.end(), [](const auto &record) {
                return record.second.find(R"("kind":"survey")") != std::string::npos;
            });
    }

private slots:
    void init()
    {
        m_made.clear();
        m_folder = std::make_unique<QTemporaryDir>();
        m_central = std::make_unique<FakeCentral>();
        QVERIFY(m_central->listen());
        open();
    }
    void cleanup() { m_store.reset(); }

    void aTabletThatNobodyAnsweredOnIsFree() { QCOMPARE(release(), std::string()); }

    void answersOfATabletWithoutAServerAreKept()
    {
        answer(3);
        QCOMPARE(release(), std::string("not-enrolled"));
    }

    void theServersWordIsAskedEvenWhenNothingWaits()
    {
        enrol();
        answer(9);
        QCOMPARE(release(), std::string());
        QCOMPARE(answers(), 1);
        const auto asked = m_central->heartbeats;
        QCOMPARE(release(), std::string());
        QVERIFY(m_central->heartbeats > asked);
    }

    void twoThousandTravelFirst()
    {
        enrol();
        for (int i = 0; i < 2000; ++i)
            answer(i % 11);
        QCOMPARE(release(), std::string());
        QCOMPARE(answers(), 2000);
        QCOMPARE(waiting(), 0);
    }

    void whatIsLeftOpenTravelsToo()
    {
        enrol();
        auto check = test::sampleCheck(m_clock, 4, m_central->device);
        QVERIFY(m_store->openCheck(check));
        QCOMPARE(release(), std::string());
        QCOMPARE(m_central->records.count(check.id.text()), 1u);
    }

    void aServerThatIsGoneKeepsEverythingHere()
    {
        enrol();
        answer(9);
        m_central->close();
        QCOMPARE(release(), std::string("server-unreachable"));
        QVERIFY(waiting() > 0);
    }

    void aServerThatIsGoneProvesNothing()
    {
        enrol();
        answer(9);
        QCOMPARE(release(), std::string());
        m_central->close(); // all has been taken, but nobody confirms it
        QCOMPARE(release(), std::string("server-unreachable"));
    }

    void aServerThatShutsTheTabletOutKeepsEverythingHere()
    {
        enrol();
        answer(8);
        QCOMPARE(release(), std::string()); // the token was seen to hold: no code brings another
        answer(9);
        m_central->knowsToken = false;
        QCOMPARE(release(), std::string("server-refuses"));
        QVERIFY(waiting() > 0);
    }

    void aTokenThatNeverHeldIsNoRefusal()
    {
        m_central->staleTokens = 1;
        enrol();
        answer(9);
        QCOMPARE(release(), std::string());
        QCOMPARE(answers(), 1);
    }

    void aTokenThatNeverHoldsIs()
    {
        m_central->staleTokens = 100;
        enrol();
        answer(9);
        QCOMPARE(release(), std::string("server-refuses"));
        QVERIFY(waiting() > 0);
    }

    void aRefusedRecordHoldsTheTablet()
    {
        enrol();
        answer(9);
        const auto bad = answer(2);
        m_central->rejected[bad.text()] = "store-unknown";
        QCOMPARE(release(), std::string("records-refused"));
        m_central->rejected.clear();
        QCOMPARE(release(), std::string());
        QCOMPARE(answers(), 2);
    }

    void aServerThatLostRecordsGetsThemAgain()
    {
        enrol();
        for (int i = 0; i < 5; ++i)
            answer(i);
        QCOMPARE(release(), std::string());
        m_central->records.clear();
        QCOMPARE(release(), std::string());
        QCOMPARE(answers(), 5);
    }

    void aServerThatGoesOnLackingIsNotBelieved()
    {
        enrol();
        answer(9);
        answer(8);
        m_central->have[m_store->head()->chain] = 1;
        QCOMPARE(release(), std::string("records-lacking"));
    }

    void everyChainCounts()
    {
        enrol();
        answer(9);
        const auto former = m_store->head()->chain;
        QVERIFY(m_store->startChain());
        answer(8);
        QCOMPARE(release(), std::string());
        m_central->have[m_store->head()->chain] = 1;
        m_central->have[former] = 0;
        QCOMPARE(release(), std::string("records-lacking"));
    }

    void theWipeLeavesNothing()
    {
        enrol();
        answer(9);
        const auto secret = m_store->setting("identity.secret_key")->value();
        // Other names of the same files show what was in them.
        for (const char *name : {"kiosk.db", "kiosk.db-wal"})
            fs::create_hard_link(folder() / name, folder() / ("seen-" + std::string(name)));
        QVERIFY(storage::beginWipe(folder(), "test"));
        QVERIFY(storage::wipeBegun(folder()));
        auto held = storage::Wipe::hold(folder());
        QVERIFY(held);
        m_store.reset();
        const auto wiped = held->finish();
        QVERIFY2(wiped.ok(), wiped ? "" : wiped.failure().text().c_str());
        for (const char *name : {"seen-kiosk.db", "seen-kiosk.db-wal"}) {
            std::ifstream file(folder() / name, std::ios::binary);
            const std::string bytes{std::istreambuf_iterator<char>(file), {}};
            QVERIFY(bytes.find_first_not_of('\0') == std::string::npos);
            QVERIFY(bytes.find(secret) == std::string::npos);
            fs::remove(folder() / name);
        }
        QVERIFY(fs::is_empty(folder()));
    }

    void aWipeThatWasBrokenOffGoesOn()
    {
        enrol();
        answer(9);
        QVERIFY(storage::beginWipe(folder(), "test"));
        m_store.reset();
        fs::resize_file(folder() / "kiosk.db", 100); // the power went in the middle
        auto held = storage::Wipe::hold(folder());
        QVERIFY(held);
        QVERIFY(held->finish());
        QVERIFY(fs::is_empty(folder()));
    }

    void aWipeWaitsForWhoUsesTheFolder()
    {
        QVERIFY(storage::beginWipe(folder(), "test"));
        auto held = storage::Wipe::hold(folder());
        QCOMPARE(held->finish().failure().code, std::string("data-in-use"));
        QVERIFY(fs::exists(folder() / "kiosk.db"));
    }
};

VOUCH_TEST(TestRelease)

} // namespace test_release

#include "test_release.moc"
