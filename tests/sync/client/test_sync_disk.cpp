#include "fake_central.h"
#include "fault_vfs.h"
#include "sample_check.h"
#include "sync/client/sync_client.h"
#include "tests/support/patience.h"
#include "tests/support/suite.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

namespace test_sync_disk {

using namespace vouch;
using namespace vouch::client;
using namespace vouch::test;
using namespace std::chrono_literals;

/// A tablet that is online while its disk is full: it can store no word of the server's.
class TestSyncDisk : public QObject
{
    Q_OBJECT

    static constexpr int batchSize = 5;
    static constexpr int count = 23;

    FaultVfs &m_vfs = FaultVfs::get();
    ManualClock m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<storage::KioskStore> m_store;
    std::unique_ptr<FakeCentral> m_central;
    std::unique_ptr<SyncClient> m_client;
    std::vector<Uuid> m_made;

    void startTablet()
    {
        m_client.reset();
        m_store.reset();
        m_store = storage::KioskStore::open(m_folder->path().toStdString(), m_clock).value();
        SyncClient::Options options;
        options.firstRetry = 4ms;
        options.longestRetry = 20ms;
        options.pollInterval = 1h;
        options.batchSize = batchSize;
        m_client = std::make_unique<SyncClient>(*m_store, m_clock, options);
        QVERIFY(m_client->start());
    }
    void answer()
    {
        m_clock.advance(1s);
        const auto device = m_client->identity()->device;
        auto check = sampleCheck(m_clock, 9, device);
        QVERIFY(m_store->openCheck(check));
        QVERIFY(m_store->close(check.id, m_clock.monotonicMs()));
        m_made.push_back(check.id);
    }
    void fill() { m_vfs.at(FaultVfs::Event::Growth, 1, FaultVfs::Fault::DiskFull, true); }
    std::int64_t waiting() { return m_store->outbox()->waiting; }
    void allAreThere() const
    {
        QCOMPARE(m_central->records.size(), m_made.size());
        for (const auto &id : m_made)
            QVERIFY(m_central->records.contains(id.text()));
        QCOMPARE(m_central->conflicts, 0);
    }

private slots:
    void init()
    {
        m_vfs.reset();
        m_made.clear();
        m_folder = std::make_unique<QTemporaryDir>();
        m_central = std::make_unique<FakeCentral>();
        QVERIFY(m_central->listen());
        startTablet();
        QSignalSpy enrolled(m_client.get(), &SyncClient::enrolled);
        m_client->enrol(m_central->url(), "GOOD-CODE", "till 1");
        QVERIFY(enrolled.count() || enrolled.wait());
        QTRY_VERIFY(m_central->heartbeats > 0); // so that nothing else is under way
        for (int i = 0; i < count; ++i)
            answer();
    }
    void cleanup()
    {
        m_vfs.reset();
        m_client.reset();
        m_store.reset();
    }

    void allOfItTravelsOnceAndIsSettledWhenThereIsRoom()
    {
        fill();
        m_client->poke();
        QTRY_COMPARE(m_central->records.size(), m_made.size());
        QTRY_COMPARE(m_client->state(), SyncState::Idle);
        allAreThere();
        constexpr int batches = (count + batchSize - 1) / batchSize;
        QCOMPARE(m_central->batches, batches);
        QCOMPARE(waiting(), count);
        m_client->retryNow(); // full still
        QCOMPARE(m_client->state(), SyncState::Idle);

        m_vfs.reset();
        answer();
        m_client->poke();
        QTRY_COMPARE(waiting(), 0);
        QCOMPARE(m_central->batches, batches + 1);
        allAreThere();
    }

    void whatANetworkLosesMeanwhileIsSentAgain()
    {
        using Fault = FakeCentral::Fault;
        m_central->faults = {Fault::None, Fault::LoseAnswer, Fault::None, Fault::LoseRequest};
        fill();
        m_client->poke();
        QTRY_COMPARE(m_central->records.size(), m_made.size());
        m_vfs.reset();
        m_client->retryNow();
        QTRY_COMPARE(waiting(), 0);
        allAreThere();
    }

    void whatItCouldNotKeepIsSentAgainAfterARestart()
    {
        fill();
        m_client->poke();
        QTRY_COMPARE(m_central->records.size(), m_made.size());
        m_vfs.reset();
        startTablet();
        QTRY_COMPARE(waiting(), 0);
        allAreThere();
    }

    void whatWasRefusedMeanwhileIsInQuarantineThen()
    {
        m_central->rejected[m_made[7].text()] = "store-unknown";
        fill();
        m_client->poke();
        QTRY_COMPARE(m_central->records.size(), m_made.size() - 1);
        QTRY_COMPARE(m_client->state(), SyncState::Idle);
        QCOMPARE(m_store->outbox()->quarantined, 0);
        m_vfs.reset();
        m_client->poke();
        QTRY_COMPARE(waiting(), 0);
        QCOMPARE(m_store->outbox()->quarantined, 1);
    }
};

VOUCH_TEST(TestSyncDisk)

} // namespace test_sync_disk

#include "test_sync_disk.moc"
