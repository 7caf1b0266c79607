#include "core/storage/kiosk_store.h"
#include "sample_check.h"
#include "tests/support/suite.h"

#include <QTemporaryDir>
#include <QTest>

namespace test_kiosk_store {

using namespace vouch;
using namespace vouch::storage;
using check::State;

class TestKioskStore : public QObject
{
    Q_OBJECT

    test::ManualClock m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<KioskStore> m_store;

    std::filesystem::path folder() const { return m_folder->path().toStdString(); }
    void reopen()
    {
        m_store.reset();
        auto store = KioskStore::open(folder(), m_clock);
        QVERIFY2(store.ok(), store ? "" : store.failure().text().c_str());
        m_store = std::move(*store);
    }
    Uuid openOne(int score)
    {
        m_clock.advance(std::chrono::seconds(1));
        const auto check = test::sampleCheck(m_clock, score);
        [&] { QVERIFY(m_store->openCheck(check)); }();
        return check.id;
    }
    Uuid closeOne(int score)
    {
        const auto id = openOne(score);
        [&] {
            QVERIFY(m_store->complete(id));
            QVERIFY(m_store->close(id, m_clock.monotonicMs()));
        }();
        return id;
    }
    std::size_t waiting() { return std::size_t(m_store->outbox()->waiting); }

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        reopen();
    }
    void cleanup() { m_store.reset(); }

    void anOpenCheckSurvivesAndIsClosedAsAbandoned()
    {
        const auto id = openOne(3);
        reopen();
        QCOMPARE(m_store->find(id)->value().state, State::Open);
        QCOMPARE(*m_store->closeLeftOpen(5), 1);
        const auto check = m_store->find(id)->value();
        QCOMPARE(check.state, State::Abandoned);
        QCOMPARE(check.sequence, std::int64_t(1));
        QCOMPARE(*check.score, 3);
        QCOMPARE(waiting(), 1u);
        QCOMPARE(*m_store->closeLeftOpen(5), 0);
    }

    void reachingThanksCountsAsCompletedAfterARestart()
    {
        const auto id = openOne(9);
        QVERIFY(m_store->complete(id));
        reopen();
        QCOMPARE(*m_store->closeLeftOpen(5), 1);
        QCOMPARE(m_store->find(id)->value().state, State::Completed);
    }

    void theLastValueCountsAndCorrectionsAreCounted()
    {
        const auto id = openOne(3);
        const auto put = [&](int score) {
            QVERIFY(m_store->putItem(id, {"recommend", "scale", score, {}, {}, 0}, score));
        };
        put(3);
        put(9);
        put(8);
        const auto closed = m_store->close(id, 1);
        QVERIFY(closed);
        QCOMPARE(*closed->score, 8);
        QCOMPARE(closed->items.size(), 1u);
        QCOMPARE(closed->items[0].value, json::value(8));
        QCOMPARE(closed->items[0].corrections, 2);
    }

    void droppedItemsAreNotSent()
    {
        const auto id = openOne(3);
        QVERIFY(m_store->putItem(id, {"improve", "choices", json::array{"queue"}, {}, {}, 0}));
        const std::vector<std::string> gone{"improve"};
        QVERIFY(m_store->dropItems(id, gone));
        QCOMPARE(m_store->close(id, 1)->items.size(), 1u);
    }

    void whatTravelsVerifiesAndIsChained()
    {
        for (int i = 0; i < 3; ++i)
            closeOne(i);
        const auto out = m_store->outgoing(10, 1 << 20);
        QVERIFY(out);
        QCOMPARE(out->size(), 3u);
        std::string previous = check::noHash();
        for (const auto &each : *out) {
            const auto record = parseJson(each.canonical)->as_object();
            QVERIFY(check::verify(record));
            QCOMPARE(canonicalJson(record).value(), each.canonical);
            const auto read = check::fromJson(record);
            QVERIFY(read);
            QCOMPARE(read->previous, previous);
            QCOMPARE(read->hash, each.hash);
            previous = each.hash;
        }
        QCOMPARE(m_store->head()->sequence, std::int64_t(3));
        QCOMPARE(m_store->head()->hash, previous);
    }

    void aClosedCheckDoesNotChange()
    {
        const auto id = closeOne(5);
        const auto put = m_store->putItem(id, {"recommend", "scale", 10, {}, {}, 0}, 10);
        QVERIFY(!put);
        QCOMPARE(put.failure().code, std::string("check-closed"));
        QVERIFY(!m_store->close(id, 1));
        QCOMPARE(waiting(), 1u);
    }

    void anUnknownCheckIsNamed()
    {
        const auto put =
            m_store->putItem(Uuid::v7(m_clock), {"recommend", "scale", 1, {}, {}, 0}, 1);
        QCOMPARE(put.failure().code, std::string("check-unknown"));
    }

    void acknowledgedRecordByRecord()
    {
        const auto a = closeOne(1), b = closeOne(2), c = closeOne(3);
        using Kind = Acknowledgement::Kind;
        const std::vector<Acknowledgement> words{
            {a, Kind::Taken, "", ""},
            {b, Kind::Refused, "store-unknown", "No such store."},
            {Uuid::v7(m_clock), Kind::Taken, "", ""}};
        QVERIFY(m_store->acknowledge(words));
        reopen();
        const auto status = m_store->outbox();
        QCOMPARE(status->waiting, 1);
        QCOMPARE(status->quarantined, 1);
        QVERIFY(status->lastAcknowledged);
        QCOMPARE(m_store->outgoing(10, 1 << 20)->front().id, c);

        // Mended on the server: the refused one travels again, byte for byte.
        QCOMPARE(*m_store->releaseQuarantine(), 1);
        const auto out = m_store->outgoing(10, 1 << 20);
        QCOMPARE(out->size(), 2u);
        QCOMPARE(out->front().id, b);
        QCOMPARE(m_store->outbox()->quarantined, 0);
    }

    void aServerThatLostRecordsGetsThemAgain()
    {
        std::vector<Acknowledgement> words;
        for (int i = 0; i < 5; ++i)
            words.push_back({closeOne(i), Acknowledgement::Kind::Taken, "", ""});
        QVERIFY(m_store->acknowledge(words));
        QCOMPARE(waiting(), 0u);
        const auto chain = m_store->head()->chain;
        QCOMPARE(*m_store->queueAbove(chain, 3), 2);
        QCOMPARE(*m_store->queueAbove(chain, 3), 0);
        QCOMPARE(waiting(), 2u);
    }

    void settledStopsAtTheFirstRecordThatTheServerHasNotAnswered()
    {
        using Kind = Acknowledgement::Kind;
        std::vector<Uuid> ids;
        for (int i = 0; i < 5; ++i)
            ids.push_back(closeOne(i));
        const auto chain = m_store->head()->chain;
        const auto word = [&](int index, Kind kind) {
            const std::vector<Acknowledgement> words{{ids[std::size_t(index)], kind, "c", "r"}};
            QVERIFY(m_store->acknowledge(words));
        };
        QCOMPARE(*m_store->settled(chain), 0);
        word(0, Kind::Taken);
        word(1, Kind::Refused);
        word(3, Kind::Taken);
        QCOMPARE(*m_store->settled(chain), 2);
        word(2, Kind::Unreadable);
        QCOMPARE(*m_store->settled(chain), 2);
        word(4, Kind::Taken);
        word(2, Kind::Taken);
        QCOMPARE(*m_store->settled(chain), 5);
        QCOMPARE(*m_store->settled(Uuid::v7(m_clock)), 0);
    }

    void batchesAreBounded()
    {
        for (int i = 0; i < 5; ++i)
            closeOne(i);
        QCOMPARE(m_store->outgoing(2, 1 << 20)->size(), 2u);
        QCOMPARE(m_store->outgoing(10, 1)->size(), 1u);
    }

    void aNewChainStartsAtOne()
    {
        closeOne(4);
        QVERIFY(m_store->startChain());
        const auto id = closeOne(5);
        const auto check = m_store->find(id)->value();
        QCOMPARE(check.sequence, std::int64_t(1));
        QCOMPARE(check.previous, check::noHash());
    }

    void figuresCountEveryScoredSurveyWhateverItsState()
    {
        closeOne(10);
        openOne(0);
        auto marked = test::sampleCheck(m_clock, 9);
        marked.marks = {"burst"};
        QVERIFY(m_store->openCheck(marked));
        auto training = test::sampleCheck(m_clock, 5);
        training.kind = check::kind::training;
        QVERIFY(m_store->openCheck(training));
        auto yesterday = test::sampleCheck(m_clock, 7);
        yesterday.day -= std::chrono::days(1);
        QVERIFY(m_store->openCheck(yesterday));

        const auto today = std::chrono::floor<std::chrono::days>(m_clock.now());
        const auto figures = m_store->figures({today, today});
        QVERIFY(figures);
        QCOMPARE(figures->all.count(), 3);
        QCOMPARE(figures->unmarked.count(), 2);
        QCOMPARE(figures->all.histogram[10], 1);
        QCOMPARE(m_store->figures({}, {})->all.count(), 4);
    }

    void reasonsAreCountedByMention()
    {
        const auto pick = [&](json::array codes) {
            const auto id = openOne(2);
            QVERIFY(m_store->putItem(id, {"improve", "choices", std::move(codes), {}, {}, 0}));
        };
        pick({"queue", "prices"});
        pick({"queue"});
        pick({});
        const auto figures = m_store->figures({}, {});
        const auto &improve = figures->reasons.at("improve");
        QCOMPARE(improve[0].code, std::string("queue"));
        QCOMPARE(improve[0].count, 2);
        QCOMPARE(figures->pickedBy.at("improve"), 2);
    }

    void whatWasAnsweredBeforeTheEnrolmentTravelsAfterIt()
    {
        std::vector<Uuid> ids;
        for (int score = 0; score < 3; ++score) {
            auto check = test::sampleCheck(m_clock, score);
            check.device = Uuid();
            check.store.clear();
            QVERIFY(m_store->openCheck(check));
            if (score < 2) {
                QVERIFY(m_store->close(check.id, 1));
            }
            ids.push_back(check.id);
        }
        QCOMPARE(waiting(), 0u);
        QVERIFY(!m_store->close(ids[0], 1));
        QCOMPARE(m_store->figures({}, {})->all.count(), 3);
        reopen();

        const auto device = Uuid::v7(m_clock);
        QCOMPARE(*m_store->adopt(device, "s7"), 2);
        QCOMPARE(*m_store->adopt(Uuid::v7(m_clock), "s8"), 0);
        QVERIFY(m_store->close(ids[2], 1)); // was open meanwhile
        const auto out = m_store->outgoing(10, 1 << 20);
        QCOMPARE(out->size(), 3u);
        for (std::size_t i = 0; i < 3; ++i) {
            const auto read = check::fromJson(parseJson((*out)[i].canonical)->as_object());
            QVERIFY(read);
            QCOMPARE(read->id, ids[i]);
            QCOMPARE(read->device, device);
            QCOMPARE(read->store, std::string("s7"));
            QCOMPARE(read->sequence, std::int64_t(i + 1));
        }
    }

    void marksAreKept()
    {
        auto check = test::sampleCheck(m_clock, 9);
        check.marks = {"training", "burst"};
        QVERIFY(m_store->openCheck(check));
        QCOMPARE(m_store->close(check.id, 1)->marks, check.marks);
    }

    void aSecondProgramIsRefused()
    {
        const auto second = KioskStore::open(folder(), m_clock);
        QVERIFY(!second);
        QCOMPARE(second.failure().code, std::string("data-in-use"));
    }

    void settingsAreKept()
    {
        QVERIFY(m_store->setSettings({{"a", "1"}, {"b", "2"}}));
        reopen();
        QCOMPARE(m_store->setting("a")->value(), std::string("1"));
        QVERIFY(m_store->removeSetting("a"));
        QVERIFY(!m_store->setting("a")->has_value());
    }

    void aClockSetBackDoesNotEndACheckBeforeItBegan()
    {
        const auto id = openOne(6);
        m_clock.set("2020-01-01T00:00:00.000Z");
        const auto closed = m_store->close(id, 1);
        QCOMPARE(closed->closedAt, closed->openedAt);
    }
};

VOUCH_TEST(TestKioskStore)

} // namespace test_kiosk_store

#include "test_kiosk_store.moc"
