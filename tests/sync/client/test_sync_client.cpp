#include "fake_central.h"
#include "sample_check.h"
#include "sync/client/sync_client.h"
#include "tests/support/patience.h"
#include "tests/support/suite.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

namespace test_sync_client {

using namespace vouch;
using namespace vouch::client;
using test::FakeCentral;
using Fault = FakeCentral::Fault;
using namespace std::chrono_literals;

/// The real client and store against a server that misbehaves as told. A test of the road ends by
/// bothSidesEqual().
class TestSyncClient : public QObject
{
    Q_OBJECT

    test::ManualClock m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<storage::KioskStore> m_store;
    std::unique_ptr<FakeCentral> m_central;
    std::unique_ptr<SyncClient> m_client;
    std::vector<Uuid> m_made;

    static SyncClient::Options quick()
    {
        SyncClient::Options options;
        options.firstRetry = 4ms;
        options.longestRetry = 20ms;
        options.pollInterval = 1h;
        return options;
    }
    void startTablet()
    {
        m_client.reset();
        m_store.reset();
        auto store = storage::KioskStore::open(m_folder->path().toStdString(), m_clock);
        QVERIFY2(store.ok(), store ? "" : store.failure().text().c_str());
        m_store = std::move(*store);
        m_client = std::make_unique<SyncClient>(*m_store, m_clock, quick());
        QVERIFY(m_client->start());
    }
    void enrol()
    {
        QSignalSpy enrolled(m_client.get(), &SyncClient::enrolled);
        m_client->enrol(m_central->url(), "GOOD-CODE", "till 1");
        QVERIFY(enrolled.count() || enrolled.wait());
    }
    Uuid answer(int score)
    {
        m_clock.advance(1s);
        const auto device = m_client->identity() ? m_client->identity()->device : Uuid();
        auto check = test::sampleCheck(m_clock, score, device);
        check.device = device; // none yet before the enrolment
        const auto closed = [&]() -> Result<check::Check> {
            if (const auto opened = m_store->openCheck(check); !opened)
                return opened.failure();
            return m_store->close(check.id, m_clock.monotonicMs());
        }();
        [&] { QVERIFY(closed); }();
        m_made.push_back(check.id);
        return check.id;
    }
    void answers(int count)
    {
        for (int i = 0; i < count; ++i)
            answer(i % 11);
    }
    std::int64_t waiting() { return m_store->outbox()->waiting; }
    void bothSidesEqual()
    {
        QTRY_COMPARE_WITH_TIMEOUT(waiting(), 0, 20000);
        QCOMPARE(m_central->records.size(), m_made.size());
        for (const auto &id : m_made) {
            const auto record = parseJson(m_central->records[id.text()])->as_object();
            QVERIFY(check::verify(record));
            QCOMPARE(
                std::string(view(*findString(record, "hash"))), m_store->find(id)->value().hash);
        }
        QCOMPARE(m_central->conflicts, 0);
    }

private slots:
    void init()
    {
        m_made.clear();
        m_folder = std::make_unique<QTemporaryDir>();
        m_central = std::make_unique<FakeCentral>();
        QVERIFY(m_central->listen());
        startTablet();
    }
    void cleanup()
    {
        m_client.reset();
        m_store.reset();
    }

    void answersTravelOnceEnrolled()
    {
        answers(3); // before there is any server
        QCOMPARE(m_client->state(), SyncState::NotEnrolled);
        enrol();
        bothSidesEqual();
        QTRY_COMPARE(m_client->state(), SyncState::Idle);
        answers(2);
        m_client->poke();
        bothSidesEqual();
    }

    void aNewTokenIsTakenAndKept()
    {
        enrol();
        answers(2);
        m_client->poke();
        bothSidesEqual();
        m_central->nextToken = "token-2"; // with an unchanged configuration too
        auto options = quick();
        options.pollInterval = 5ms;
        m_client = std::make_unique<SyncClient>(*m_store, m_clock, options);
        QVERIFY(m_client->start());
        QTRY_COMPARE(m_central->token, QByteArray("token-2"));
        QCOMPARE(m_client->identity()->token, std::string("token-2"));
        startTablet(); // it is on disk
        QCOMPARE(m_client->identity()->token, std::string("token-2"));
        answers(2);
        m_client->poke();
        bothSidesEqual();
    }

    void anEndedTokenLosesNoAnswer()
    {
        enrol();
        answers(1);
        m_client->poke();
        bothSidesEqual(); // the token has held, so that its code brings no other by itself
        m_central->token = "another"; // ended at once by staff
        answers(3);
        m_client->poke();
        QTRY_COMPARE(m_client->state(), SyncState::Refused);
        QCOMPARE(waiting(), 3);
        enrol();
        bothSidesEqual();
    }

    void everyFaultIsOutlived_data()
    {
        QTest::addColumn<int>("fault");
        const std::pair<const char *, Fault> rows[] = {
            {"lost request", Fault::LoseRequest},
            {"lost answer", Fault::LoseAnswer},
            {"cut answer", Fault::CutAnswer},
            {"captive portal", Fault::CaptivePortal},
            {"redirect", Fault::Redirect},
            {"server error", Fault::ServerError},
            {"busy", Fault::Busy},
        };
        for (const auto &[name, fault] : rows)
            QTest::newRow(name) << int(fault);
    }
    void everyFaultIsOutlived()
    {
        QFETCH(int, fault);
        enrol();
        for (int i = 0; i < 3; ++i)
            m_central->faults.push_back(static_cast<Fault>(fault));
        answers(5);
        m_client->poke();
        bothSidesEqual();
        QVERIFY(m_central->faults.empty());
        QTRY_COMPARE(m_client->state(), SyncState::Idle);
        QVERIFY(m_client->trouble().isEmpty());
    }

    void aServerGoneAndBackChangesNothing()
    {
        enrol();
        const auto port = m_central->port();
        m_central->close();
        answers(10);
        m_client->poke();
        QTRY_COMPARE(m_client->state(), SyncState::Waiting);
        QVERIFY(!m_client->trouble().isEmpty());
        QVERIFY(m_central->listen(port));
        bothSidesEqual();
    }

    void aTabletRestartedInTheMiddleChangesNothing()
    {
        enrol();
        m_central->faults = {Fault::LoseAnswer, Fault::LoseAnswer};
        answers(4);
        m_client->poke();
        QTRY_VERIFY(m_central->batches > 0); // taken, but the tablet has not heard
        startTablet();
        answers(2);
        m_client->poke();
        bothSidesEqual();
    }

    void largeQueuesGoInBatches()
    {
        enrol();
        answers(30);
        m_client.reset();
        auto options = quick();
        options.batchSize = 7;
        m_client = std::make_unique<SyncClient>(*m_store, m_clock, options);
        QVERIFY(m_client->start());
        bothSidesEqual();
        QCOMPARE(m_central->batches, 5);
    }

    void oneUnreadableRecordHoldsNobodyUp()
    {
        enrol();
        answers(6);
        const auto bad = answer(3);
        answers(6);
        m_central->poison = QByteArray::fromStdString(bad.text());
        m_client->poke();
        QTRY_COMPARE(waiting(), 0);
        QCOMPARE(m_store->outbox()->quarantined, 1);
        QCOMPARE(m_central->records.size(), 12u);

        m_central->poison.clear();
        startTablet(); // offers the quarantine again
        bothSidesEqual();
        QCOMPARE(m_store->outbox()->quarantined, 0);
    }

    void aRejectedRecordStaysHereWithItsReason()
    {
        enrol();
        answers(2);
        const auto bad = answer(5);
        m_central->rejected[bad.text()] = "store-unknown";
        m_client->poke();
        QTRY_COMPARE(waiting(), 0);
        QCOMPARE(m_store->outbox()->quarantined, 1);
        m_central->rejected.clear();
        startTablet();
        bothSidesEqual();
    }

    void whatWasRefusedTravelsAgainByItself()
    {
        auto options = quick();
        options.pollInterval = 5ms;
        m_client = std::make_unique<SyncClient>(*m_store, m_clock, options);
        QVERIFY(m_client->start());
        enrol();
        const auto bad = answer(5);
        const auto unreadable = answer(6);
        m_central->rejected[bad.text()] = "store-unknown";
        m_central->poison = QByteArray::fromStdString(unreadable.text());
        m_client->poke();
        QTRY_COMPARE(m_store->outbox()->quarantined, 2);
        answers(20); // go their way meanwhile
        m_client->poke();
        QTRY_COMPARE(m_central->records.size(), 20u);
        m_central->rejected.clear();
        m_central->poison.clear();
        QTRY_COMPARE(m_store->outbox()->quarantined, 0);
        bothSidesEqual();
    }

    /// A refusal that has nothing to do with any record puts none into quarantine.
    void aServerThatCannotReadAnythingQuarantinesNothing()
    {
        enrol();
        answers(9);
        m_central->faults.assign(40, Fault::Malformed);
        bool quarantined = false;
        connect(m_client.get(), &SyncClient::stateChanged, this, [&] {
            quarantined = quarantined || m_store->outbox()->quarantined > 0;
        });
        m_client->poke();
        QTRY_VERIFY(m_central->faults.empty());
        m_client->disconnect(this);
        bothSidesEqual();
        QVERIFY(!quarantined);
    }

    void aServerThatLostRecordsIsRefilled()
    {
        enrol();
        answers(6);
        m_client->poke();
        bothSidesEqual();
        const auto chain = m_store->head()->chain;
        // Restored from an old back-up: it knows the first two only.
        std::map<std::int64_t, std::string> bySequence;
        for (const auto &[id, canonical] : m_central->records)
            bySequence[*findInteger(parseJson(canonical)->as_object(), "sequence")] = id;
        for (int lost = 3; lost <= 6; ++lost)
            m_central->records.erase(bySequence[lost]);
        m_central->have[chain] = 2;
        answer(9);
        m_client->poke();
        bothSidesEqual();
        // A server that goes on saying so is not filled in circles.
        QTRY_COMPARE(m_client->state(), SyncState::Idle);
        QCOMPARE(m_central->batches, 3);
    }

    /// A damaged tablet has lost record 3: nobody can bring it, and the server says so for ever.
    void aGapThatNobodyCanFillIsAnsweredEverMoreRarely()
    {
        enrol();
        answers(6);
        m_client->poke();
        bothSidesEqual();
        m_central->have[m_store->head()->chain] = 2;
        auto often = quick();
        often.pollInterval = 20ms;
        m_client = std::make_unique<SyncClient>(*m_store, m_clock, often);
        const int before = m_central->batches;
        const int beats = m_central->heartbeats;
        QVERIFY(m_client->start());
        QTRY_VERIFY(m_central->heartbeats > beats + 60);
        QVERIFY(m_central->batches > before);
        QVERIFY2(
            m_central->batches <= before + 15, // of 60 heartbeats that each said so
            qPrintable(QString::number(m_central->batches - before)));
    }

    void aTabletBehindItsServerStartsANewChain()
    {
        enrol();
        const auto chain = m_store->head()->chain;
        m_central->have[chain] = 100;
        answer(9);
        m_client->poke();
        QTRY_VERIFY(m_store->head()->chain != chain);
        bothSidesEqual();
    }

    void anUnknownTokenKeepsEverythingAndSaysSo()
    {
        enrol();
        answers(1); // what the server takes in proves the token: no code brings another
        m_client->poke();
        bothSidesEqual();
        m_central->knowsToken = false;
        QString trouble;
        connect(m_client.get(), &SyncClient::stateChanged, this, [&] {
            if (m_client->state() == SyncState::Refused)
                trouble = m_client->trouble();
        });
        answers(3);
        m_client->poke();
        QTRY_VERIFY(trouble.contains("Enrol"));
        QCOMPARE(waiting(), 3);
        m_client->disconnect(this);
        m_central->knowsToken = true; // it tries on by itself
        bothSidesEqual();
    }

    void enrolmentRepeatsWithTheSameKey()
    {
        QSignalSpy failed(m_client.get(), &SyncClient::enrolmentFailed);
        m_client->enrol(m_central->url(), "BAD-CODE", "till 1");
        QVERIFY(failed.wait());
        QVERIFY(failed.first().first().toString().contains("new code"));
        QCOMPARE(m_client->state(), SyncState::NotEnrolled);
        enrol();
        startTablet();
        QCOMPARE(m_client->identity()->device, m_central->device);
        enrol(); // again, by the same key
        QCOMPARE(m_central->enrolments, 3);
    }

    /// The network repeated the enrolment, and each copy's token ended the one before.
    void aTokenThatACopyEndedIsReplacedByTheSameCode()
    {
        m_central->staleTokens = 2;
        answers(3);
        enrol();
        bothSidesEqual();
        QCOMPARE(m_central->enrolments, 3);
    }

    void andSoItIsThoughTheTabletRestartsMeanwhile()
    {
        m_central->staleTokens = 1;
        enrol();
        startTablet(); // before anything was sent
        answers(3);
        m_client->poke();
        bothSidesEqual();
        QCOMPARE(m_central->enrolments, 2);
        startTablet(); // the token holds: its code brings no other by itself
        m_central->token = "another";
        answers(1);
        m_client->poke();
        QTRY_COMPARE(m_client->state(), SyncState::Refused);
        QCOMPARE(m_central->enrolments, 2);
    }

    void aWrongCodeTakesNothingFromAnEnrolledTablet()
    {
        enrol();
        QTRY_COMPARE(m_client->state(), SyncState::Idle);
        QSignalSpy failed(m_client.get(), &SyncClient::enrolmentFailed);
        m_client->enrol(m_central->url(), "BAD-CODE", "till 1");
        QVERIFY(failed.wait());
        answers(2);
        m_client->poke();
        bothSidesEqual();
    }

    void aClockThatIsOffIsToldOnceUntilItIsSet()
    {
        enrol();
        QSignalSpy told(m_client.get(), &SyncClient::clockDiffers);
        const auto answered = [&](std::chrono::milliseconds behind) {
            m_central->serverTime = m_clock.now() + 1s + behind; // an answer takes a second
            answers(1);
            m_client->poke();
            bothSidesEqual();
            return told.count();
        };
        QCOMPARE(answered(9min), 0);
        QCOMPARE(answered(24h * 365 * 3), 1);
        QCOMPARE(told.at(0).at(0).value<std::chrono::milliseconds>(), 24h * 365 * 3);
        QCOMPARE(answered(24h * 365 * 3), 1);
        QCOMPARE(answered(0ms), 1);
        QCOMPARE(answered(-2h), 2);
        QCOMPARE(told.at(1).at(0).value<std::chrono::milliseconds>(), -2h);
    }

    /// The time comes with every answer, and the place of a record with its own.
    void theServersTimeAndPlaceCount()
    {
        enrol();
        m_central->serverTime = m_clock.now() + 24h * 30;
        m_central->countedOn = check::CountedTime{parseDay("2026-12-24").value(), 17};
        answers(3);
        m_client->poke();
        bothSidesEqual();
        QVERIFY(m_store->shopClock().now() >= m_clock.now() + 24h * 29);
        const auto hours = m_store->hourCounts({}, {}).value();
        QCOMPARE(hours.size(), 1u);
        QCOMPARE(hours.front().day, m_central->countedOn->day);
        QCOMPARE(hours.front().hour, 17);
        QCOMPARE(hours.front().tally.count(), 3);
    }

    void configurationComesDownOnce()
    {
        m_central->config = R"({"checklists":[{"id":"x"}],"settings":{}})";
        QSignalSpy changed(m_client.get(), &SyncClient::configChanged);
        enrol();
        QVERIFY(changed.count() || changed.wait());
        QCOMPARE(m_client->config()->value(), m_central->config.toStdString());
        startTablet();
        QSignalSpy again(m_client.get(), &SyncClient::configChanged);
        answers(1);
        m_client->poke();
        bothSidesEqual();
        QCOMPARE(again.count(), 0);
        QCOMPARE(m_central->configsSent, 1);
        QCOMPARE(m_client->config()->value(), m_central->config.toStdString());
    }

    void theStoresFiguresCome()
    {
        enrol();
        std::vector<protocol::Glance> told;
        connect(
            m_client.get(), &SyncClient::storeFigures, m_client.get(),
            [&](const protocol::Glance &glance) { told.push_back(glance); });
        const auto day = parseDay("2026-11-20").value();
        for (int i = 0; i < 3; ++i) // one under way, then the last
            m_client->requestStoreFigures({day, day + std::chrono::days(i), "", true});
        QTRY_COMPARE(told.size(), 1u);
        QCOMPARE(told[0], m_central->glance);
        QCOMPARE(
            m_central->glances,
            QByteArrayList(
                {"/api/v1/glance?store=s1&from=2026-11-20&to=2026-11-20&marked=exclude",
                 "/api/v1/glance?store=s1&from=2026-11-20&to=2026-11-22&marked=exclude"}));
    }

    void whatWasSaidInTheStoreComes()
    {
        m_client->requestStoreLatest(); // not enrolled: nothing is asked
        enrol();
        const auto day = parseDay("2026-11-20").value();
        m_central->latest.comments = {{{day, check::DayPart::Evening, 9, false}, "en", {"Lovely"}}};
        std::vector<protocol::Latest> told;
        connect(
            m_client.get(), &SyncClient::storeLatest, m_client.get(),
            [&](const protocol::Latest &latest) { told.push_back(latest); });
        for (int i = 0; i < 5; ++i) // one under way, then one more
            m_client->requestStoreLatest();
        QTRY_COMPARE(told.size(), 2u);
        QCOMPARE(told[1], m_central->latest);
        m_client->requestStoreLatest();
        QTRY_COMPARE(told.size(), 3u);
        QCOMPARE(m_central->latestAsked, 3);
    }

    void theStoresDaysCome()
    {
        enrol();
        const auto first = parseDay("2026-11-20").value();
        std::vector<metrics::DayTally> days;
        connect(
            m_client.get(), &SyncClient::storeDays, m_client.get(),
            [&](const std::vector<metrics::DayTally> &told) { days = told; });
        m_client->requestStoreDays({first, first + std::chrono::days(1), "", true});
        QTRY_COMPARE(days.size(), 2u);
        QCOMPARE(days[0].day, first);
        QCOMPARE(days[0].tally.detractors(), 2);
        QCOMPARE(days[1].tally.promoters(), 1);
    }
};

VOUCH_TEST(TestSyncClient)

} // namespace test_sync_client

#include "test_sync_client.moc"
