#include "central_tablet.h"

#include "core/check/contact.h"
#include "core/storage/activity_log.h"
#include "tests/support/suite.h"
#include "tests/sync/store/exported_rows.h"

#include <QTest>

namespace test_store_kiosk {

using namespace vouch;
using namespace vouch::test;
using namespace std::chrono_literals;

/// What a real tablet keeps and sends, taken by a real server: no wire between them.
class TestStoreKiosk : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    ManualClock m_clock;
    std::unique_ptr<server::Store> m_store;
    std::unique_ptr<Tablet> m_tablet; ///< for its identity only
    std::unique_ptr<storage::KioskStore> m_kiosk;

    /// Sends what waits and hears the answer, as the sync client does.
    std::string sync()
    {
        std::vector<json::object> records;
        const auto waiting = m_kiosk->outgoing(500, 8 << 20);
        for (const auto &each : *waiting)
            records.push_back(parseJson(each.canonical).value().as_object());
        auto batch = m_tablet->batch(records);
        batch.head = m_kiosk->head().value();
        const auto answer = m_store->ingest(m_tablet->device, batch);
        std::vector<storage::Acknowledgement> words;
        using Kind = storage::Acknowledgement::Kind;
        for (const auto &result : answer.value().results) {
            const bool taken = result.status == protocol::Status::Accepted ||
                               result.status == protocol::Status::Duplicate;
            words.push_back(
                {Uuid::parse(result.id).value(), taken ? Kind::Taken : Kind::Refused, result.code,
                 result.reason});
        }
        [&] { QVERIFY(m_kiosk->acknowledge(words)); }();
        return statuses(answer);
    }
    Uuid open(int score)
    {
        auto check = m_tablet->survey(score);
        [&] { QVERIFY(m_kiosk->openCheck(check)); }();
        return check.id;
    }
    Uuid answer(int score, std::chrono::seconds after)
    {
        m_clock.advance(after);
        const auto id = open(score);
        [&] { QVERIFY(m_kiosk->close(id, m_clock.monotonicMs())); }();
        return id;
    }
    metrics::Tally tally(bool withMarked) const
    {
        server::ScoreQuery query;
        query.withMarked = withMarked;
        return m_store->score(query).value().front().tally;
    }
    /// Both ends count the same, with marks and without.
    void bothEndsAgree() const
    {
        const auto figures = m_kiosk->figures({}, {}).value();
        QCOMPARE(tally(true), figures.all);
        QCOMPARE(tally(false), figures.unmarked);
        QVERIFY(m_store->recount());
    }
    std::string stored(const Uuid &id)
    {
        const auto database = databaseIn(*m_folder);
        const std::string text = onPostgresql() ? "convert_from(canonical, 'UTF8')" : "canonical";
        return textIn(
            database, "SELECT " + text + " FROM records WHERE id = " + quoted(database, id));
    }

private slots:
    void init()
    {
        m_clock.set("2026-11-22T10:00:00.000Z");
        m_folder = std::make_unique<QTemporaryDir>();
        m_store = server::Store::open(databaseIn(*m_folder), m_clock).value();
        QVERIFY(m_store->addStore({"s1", "Shop one", "north", "Asia/Dubai"}));
        m_tablet = std::make_unique<Tablet>(m_clock, *m_store);
        const auto data = m_folder->filePath("kiosk").toStdString();
        m_kiosk = storage::KioskStore::open(data, m_clock).value();
    }
    void cleanup()
    {
        QVERIFY(m_store->recount());
        m_kiosk.reset();
        m_store.reset();
    }

    void aContactArrivesOnceAndItsErasedFormIsADuplicate()
    {
        const auto key = crypto::SealingKey::make();
        const auto id = open(1);
        const auto value = check::sealContact(
            {check::ContactKind::Email, "a@example.com"}, {"1", "en", ""},
            {"0a1b2c3d", key.publicKey}, check::makeErasureCode());
        QVERIFY(m_kiosk->putItem(
            id, {"contact", std::string(check::item_type::contact), *value, {}, {}, 0}));
        const auto chain = m_kiosk->close(id, 1).value().chain;
        QCOMPARE(sync(), std::string("a"));
        const auto kept = stored(id);

        QCOMPARE(*m_kiosk->queueAbove(chain, 0), 1);
        const auto erased = m_kiosk->outgoing(1, 1)->at(0).canonical;
        QVERIFY(erased.find("sealed") == erased.npos);
        QCOMPARE(sync(), std::string("d"));
        QCOMPARE(countIn(databaseIn(*m_folder), "SELECT count(*) FROM conflicts"), 0);

        // The server's copy is the one that can be opened.
        QCOMPARE(stored(id), kept);
        const auto record = parseJson(kept)->as_object();
        const auto &item = record.at("items").as_array()[1].as_object();
        QCOMPARE(check::openContact(item.at("value"), key)->address, std::string("a@example.com"));
    }

    void aBurstMovesTheAnswersBeforeItToTheMarked()
    {
        m_kiosk->setMarkPolicy({});
        answer(2, 0s);
        m_clock.advance(1h);
        for (int score = 0; score < 5; ++score)
            answer(score + 6, 10s);
        QCOMPARE(sync(), std::string("aaaaaa"));
        bothEndsAgree();
        QCOMPARE(tally(false).count(), 6);
        const auto version = m_store->state("s1")->version;
        answer(3, 10s);
        QCOMPARE(sync(), std::string("aa"));
        bothEndsAgree();
        QCOMPARE(tally(true).count(), 7);
        QCOMPARE(tally(false).count(), 1);
        QCOMPARE(m_store->state("s1")->version, version + 1);
        QCOMPARE(
            countIn(databaseIn(*m_folder), "SELECT count(*) FROM day_counts WHERE marked <> 0"), 1);

        // A refill changes nothing.
        QCOMPARE(*m_kiosk->queueAbove(m_kiosk->head()->chain, 0), 8);
        QCOMPARE(sync(), std::string("dddddddd"));
        bothEndsAgree();

        const auto rows = exported(*m_store);
        QVERIFY(rows[0].laterMarks.empty());
        for (std::size_t i = 1; i < 6; ++i)
            QCOMPARE(rows[i].laterMarks, std::vector<std::string>{"burst"});
        QVERIFY(rows[6].laterMarks.empty());
        QCOMPARE(rows[6].check.marks, std::vector<std::string>{"burst"});
    }

    void aDayOfNothingButMarkedAnswersHasNoUnmarkedRow()
    {
        m_kiosk->setMarkPolicy({});
        for (int i = 0; i < 10; ++i)
            answer(10, 1h);
        QCOMPARE(sync(), std::string("aaaaaaaaaaa"));
        bothEndsAgree();
        for (const char *table : {"hour_counts", "day_counts", "month_counts"})
            QCOMPARE(
                countIn(
                    databaseIn(*m_folder),
                    std::string("SELECT count(*) FROM ") + table + " WHERE marked = 0"),
                0);
    }

    void aMarkThatComesFirstIsKeptForItsRecords()
    {
        m_kiosk->setMarkPolicy({});
        for (int score = 0; score < 6; ++score)
            answer(score, 1s);
        std::vector<json::object> records;
        const auto waiting = m_kiosk->outgoing(500, 8 << 20).value();
        for (const auto &each : waiting)
            records.insert(records.begin(), parseJson(each.canonical).value().as_object());
        QCOMPARE(findString(records[0], "kind")->c_str(), std::string("mark").c_str());
        const auto answer = m_store->ingest(m_tablet->device, m_tablet->batch(records));
        QCOMPARE(statuses(answer), std::string("aaaaaaa"));
        bothEndsAgree();
        QCOMPARE(tally(false).count(), 0);
    }

    void anotherDevicesMarkHasNoEffect()
    {
        const auto id = answer(9, 0s);
        QCOMPARE(sync(), std::string("a"));
        Tablet stranger(m_clock, *m_store);
        auto mark = stranger.survey(0);
        mark.kind = check::kind::mark;
        mark.body = check::laterMarkBody("burst", std::vector{id}, {});
        const auto sent = [&](const json::object &record) {
            return statuses(m_store->ingest(stranger.device, stranger.batch({record})));
        };
        QCOMPARE(sent(stranger.chained(mark)), std::string("a"));
        bothEndsAgree();
        QCOMPARE(tally(false).count(), 1);
        // Nor has what a later version may mean by another action, or what is no mark at all.
        auto own = m_tablet->survey(0);
        own.kind = check::kind::mark;
        own.body = mark.body;
        own.body["action"] = "withdraw";
        QCOMPARE(
            statuses(m_store->ingest(m_tablet->device, m_tablet->batch({m_tablet->chained(own)}))),
            std::string("a"));
        own.id = Uuid::v7(m_clock);
        own.body = {{"later", 1}};
        QCOMPARE(
            statuses(m_store->ingest(m_tablet->device, m_tablet->batch({m_tablet->chained(own)}))),
            std::string("a"));
        QCOMPARE(tally(false).count(), 1);
    }

    void anHourOfActivityIsKeptAndCountsNowhere()
    {
        const auto dubai = TimeZone::find("Asia/Dubai").value();
        storage::ActivityLog log(*m_kiosk, m_clock, dubai);
        log.setPlace(m_tablet->device.id, "s1", dubai);
        log.setAvailable(true);
        for (int minute = 0; minute < 60; ++minute) {
            m_clock.advance(1min);
            QVERIFY(log.tick());
        }
        const auto waiting = m_kiosk->outgoing(1, 1).value();
        QCOMPARE(sync(), std::string("a"));
        QCOMPARE(stored(waiting[0].id), waiting[0].canonical);
        const auto record = parseJson(waiting[0].canonical)->as_object();
        QCOMPARE(record.at("activity").as_object().at("minutes"), json::value(60));
        bothEndsAgree();
        QCOMPARE(tally(true).count(), 0);
        QCOMPARE(m_store->state("s1")->version, 0);
        QCOMPARE(*m_kiosk->queueAbove(m_kiosk->head()->chain, 0), 1);
        QCOMPARE(sync(), std::string("d"));
    }
};

VOUCH_TEST(TestStoreKiosk)

} // namespace test_store_kiosk

#include "test_store_kiosk.moc"
