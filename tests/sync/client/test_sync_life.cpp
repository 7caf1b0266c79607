#include "core/base/crypto.h"
#include "fake_central.h"
#include "sample_check.h"
#include "sync/client/sync_client.h"
#include "tests/support/patience.h"
#include "tests/support/suite.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

namespace test_sync_life {

using namespace vouch;
using namespace vouch::client;
using test::FakeCentral;
using namespace std::chrono_literals;

/// The signs of life of a tablet, and what it learns by them.
class TestSyncLife : public QObject
{
    Q_OBJECT

    test::ManualClock m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<storage::KioskStore> m_store;
    std::unique_ptr<FakeCentral> m_central;
    std::unique_ptr<SyncClient> m_client;

    void startTablet(std::chrono::milliseconds poll = 1h)
    {
        SyncClient::Options options;
        options.firstRetry = 4ms;
        options.longestRetry = 20ms;
        options.pollInterval = poll;
        m_client = std::make_unique<SyncClient>(*m_store, m_clock, options);
        m_client->setHealth([] {
            protocol::Heartbeat out;
            out.version = "1.2";
            out.batteryPercent = 80;
            out.locked = true;
            out.failing = {"disk-full"};
            return out;
        });
        QVERIFY(m_client->start());
    }
    void enrol()
    {
        QSignalSpy enrolled(m_client.get(), &SyncClient::enrolled);
        m_client->enrol(m_central->url(), "GOOD-CODE", "till 1");
        QVERIFY(enrolled.count() || enrolled.wait());
        QTRY_VERIFY(m_central->heartbeats > 0);
    }
    void answer()
    {
        m_clock.advance(1s);
        auto check = test::sampleCheck(m_clock, 9, m_client->identity()->device);
        check.device = m_client->identity()->device;
        QVERIFY(m_store->openCheck(check));
        QVERIFY(m_store->close(check.id, m_clock.monotonicMs()));
    }
    /// Polls pass, each of which sends what waits after it has spoken; so many seconds.
    static constexpr auto pollsLast = 3s;
    void polls()
    {
        for (int i = 0; i < pollsLast.count(); ++i) {
            const auto sent = m_central->records.size();
            answer();
            QTRY_COMPARE(m_central->records.size(), sent + 1);
        }
    }
    json::object told() const
    {
        const auto parsed = parseJson(m_central->heartbeat.toStdString());
        return parsed && parsed->is_object() ? parsed->get_object() : json::object();
    }

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_store = storage::KioskStore::open(m_folder->path().toStdString(), m_clock).value();
        m_central = std::make_unique<FakeCentral>();
        QVERIFY(m_central->listen());
        startTablet();
    }
    void cleanup()
    {
        m_client.reset();
        m_store.reset();
    }

    void itSaysHowItIs()
    {
        enrol();
        m_central->faults = std::deque<FakeCentral::Fault>(50, FakeCentral::Fault::ServerError);
        answer();
        const auto since = m_clock.now();
        m_clock.advance(1min);
        startTablet(); // with one that waits
        QTRY_VERIFY(findInteger(told(), "queue_length") == 1);
        const auto health = protocol::heartbeatFrom(told());
        QCOMPARE(health.version, std::string("1.2"));
        QCOMPARE(health.batteryPercent, std::optional<std::int64_t>(80));
        QCOMPARE(health.locked, std::optional(true));
        QCOMPARE(health.failing, std::vector<std::string>{"disk-full"});
        QCOMPARE(health.clock, std::optional(m_clock.now()));
        QCOMPARE(health.refused, std::optional<std::int64_t>(0));
        QVERIFY(health.queueOldestAt && *health.queueOldestAt <= since + 1min);
        QVERIFY(told().contains("ledger"));
    }

    void itSaysSoAgainAndAgain()
    {
        enrol();
        startTablet(5ms);
        const int before = m_central->heartbeats;
        QTRY_VERIFY(m_central->heartbeats > before + 3);
    }

    /// Either may bring a new token, and only the last one given holds.
    void itNeverSpeaksBesideTheConfiguration()
    {
        enrol();
        const int before = m_central->heartbeats;
        m_central->holdsConfig = true;
        startTablet();
        for (std::size_t sent = 1; sent <= 3; ++sent) { // so many round trips
            answer();
            m_client->poke();
            QTRY_COMPARE(m_central->records.size(), sent);
        }
        QCOMPARE(m_central->heartbeats, before);
        m_central->holdsConfig = false;
        startTablet();
        QTRY_VERIFY(m_central->heartbeats > before);
    }

    void itLeavesTheServerAloneAsLongAsThatAsks_data()
    {
        QTest::addColumn<QByteArray>("asked");
        QTest::addColumn<std::chrono::seconds>("kept");
        const auto row = [](const char *name, const char *asked, std::chrono::seconds kept) {
            QTest::newRow(name) << QByteArray(asked) << kept;
        };
        row("seconds", "Retry-After: 120\r\n", 120s);
        row("a date by its own clock",
            "Date: Sun, 22 Nov 2037 10:00:00 GMT\r\n"
            "Retry-After: Sun, 22 Nov 2037 10:05:00 GMT\r\n",
            300s);
        row("a year", "Retry-After: 31536000\r\n", 3600s);
        row("more digits than a number has", "Retry-After: 99999999999999999999\r\n", 3600s);
    }
    void itLeavesTheServerAloneAsLongAsThatAsks()
    {
        QFETCH(QByteArray, asked);
        QFETCH(std::chrono::seconds, kept);
        enrol();
        m_central->configWait = asked;
        const int configs = m_central->configsAsked, beats = m_central->heartbeats;
        const auto wait = [&] {
            polls();
            m_clock.advance(kept - 2 * pollsLast - 1s);
            polls();
        };
        startTablet(5ms);
        QTRY_COMPARE(m_central->configsAsked, configs + 1);
        wait();
        QCOMPARE(m_central->configsAsked, configs + 1);
        QCOMPARE(m_central->heartbeats, beats); // nor by what comes behind the configuration

        m_central->configWait.clear();
        m_central->heartbeatWait = asked;
        m_clock.advance(1s + pollsLast); // the answer may have come that much later
        QTRY_COMPARE(m_central->heartbeats, beats + 1);
        wait();
        QCOMPARE(m_central->configsAsked, configs + 2);
        QCOMPARE(m_central->heartbeats, beats + 1);
        m_central->heartbeatWait.clear();
        m_clock.advance(1s + pollsLast);
        QTRY_VERIFY(m_central->heartbeats > beats + 2);
    }

    void anUnreadableWaitIsNone_data()
    {
        QTest::addColumn<QByteArray>("wait");
        for (const char *wait : {"soon", "-5", "1e9", "", "Sun, 22 Nov 2009 10:00:00 GMT"})
            QTest::addRow("<%s>", wait) << "Retry-After: " + QByteArray(wait) + "\r\n";
    }
    void anUnreadableWaitIsNone()
    {
        QFETCH(QByteArray, wait);
        enrol();
        m_central->configWait = wait;
        const int configs = m_central->configsAsked, beats = m_central->heartbeats;
        startTablet(5ms);
        QTRY_VERIFY(m_central->configsAsked > configs + 2 && m_central->heartbeats > beats + 1);
    }

    void whatTheServerLostIsSentAgain()
    {
        enrol();
        answer();
        answer();
        m_client->poke();
        QTRY_COMPARE(m_central->records.size(), 2u);
        QTRY_COMPARE(m_store->outbox()->waiting, 0);
        m_central->records.clear(); // restored from an old back-up; nobody answers any more
        startTablet();
        QTRY_COMPARE(m_central->records.size(), 2u);
    }

    void whatTheServerErasedIsErasedHereAndSaid()
    {
        enrol();
        m_clock.advance(1s);
        auto check = test::sampleCheck(m_clock, 2, m_client->identity()->device);
        const std::string text(check::item_type::text);
        check.items.push_back({"comment", text, "far too slow on Saturdays", {}, {}, 0});
        QVERIFY(m_store->openCheck(check));
        QVERIFY(m_store->close(check.id, m_clock.monotonicMs()));
        m_client->poke();
        QTRY_COMPARE(m_store->outbox()->waiting, 0);
        QVERIFY(!m_store->find(check.id)->value().items[1].salt.empty());

        m_central->erase = {check.id};
        startTablet(5ms);
        QTRY_VERIFY(told().contains("erased"));
        QCOMPARE(told()["erased"], json::value({check.id.text()}));
        QVERIFY(m_store->find(check.id)->value().items[1].salt.empty());
        m_central->erase.clear();
        QTRY_VERIFY(!told().contains("erased"));
        QCOMPARE(*m_store->queueAbove(m_store->heads()->front().chain, 0), 1); // as it was
    }

    void itSealsWithTheKeyOfItsConfiguration()
    {
        enrol();
        const auto before = *m_client->identity();
        const std::string key(32, 'k');
        const auto tell = [&](const std::string &bytes) {
            m_central->config = QByteArray::fromStdString(
                R"({"sealing_key":{"id":"0badcafe","key":")" + crypto::toBase64(bytes) +
                R"("},"checklists":[],"settings":{}})");
            QVERIFY(m_store->removeSetting("config.etag"));
            const int sent = m_central->configsSent;
            startTablet();
            QTRY_VERIFY(m_central->configsSent > sent);
        };
        tell("too short");
        QTRY_VERIFY(m_central->heartbeats > 0);
        QCOMPARE(m_client->identity()->sealingKeyId, before.sealingKeyId);
        tell(key);
        QTRY_COMPARE(m_client->identity()->sealingKeyId, std::string("0badcafe"));
        QCOMPARE(m_client->identity()->sealingKey, key);
        QCOMPARE(m_client->identity()->token, before.token);
        startTablet(); // it is on disk
        QCOMPARE(m_client->identity()->sealingKey, key);
    }

    void itStandsWhereItsConfigurationSays()
    {
        enrol();
        QVERIFY(m_client->identity()->store != "s7");
        m_central->config =
            R"({"version":4,"store":{"id":"s7","name":"Station"},"checklists":[],"settings":{}})";
        QVERIFY(m_store->removeSetting("config.etag"));
        startTablet();
        QTRY_COMPARE(m_client->identity()->store, std::string("s7"));
        QTRY_VERIFY(m_client->config()->has_value());
        startTablet(); // it is on disk
        QCOMPARE(m_client->identity()->store, std::string("s7"));
    }
};

VOUCH_TEST(TestSyncLife)

} // namespace test_sync_life

#include "test_sync_life.moc"
