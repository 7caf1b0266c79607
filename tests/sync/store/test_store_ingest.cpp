#include "central_tablet.h"

#include "tests/support/suite.h"
#include "tests/sync/store/exported_rows.h"

#include <QTest>

namespace test_store_ingest {

using namespace vouch;
using namespace vouch::test;
using namespace std::chrono_literals;

class TestStoreIngest : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ManualClock> m_clock;
    std::unique_ptr<server::Store> m_store;

    server::DatabaseAddress file() const { return databaseIn(*m_folder); }
    void open() { m_store = server::Store::open(file(), *m_clock).value(); }
    std::string send(Tablet &tablet, std::vector<json::object> records)
    {
        return statuses(m_store->ingest(tablet.device, tablet.batch(std::move(records))));
    }
    std::int64_t answers() const { return m_store->score({}).value().front().tally.count(); }

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_clock = std::make_unique<ManualClock>();
        open();
        QVERIFY(m_store->addStore({"s1", "Shop one", "north", "Asia/Tehran"}));
        QVERIFY(m_store->addStore({"s2", "Shop two", "south", "UTC"}));
    }
    void cleanup()
    {
        QVERIFY(m_store->recount());
        m_store.reset();
    }

    void takesARecordOnce()
    {
        Tablet tablet(*m_clock, *m_store);
        const auto record = tablet.next(9);
        QCOMPARE(send(tablet, {record}), std::string("a"));
        QCOMPARE(send(tablet, {record}), std::string("d"));
        QCOMPARE(answers(), 1);
    }

    void keepsTheFirstOfTwoContents()
    {
        Tablet tablet(*m_clock, *m_store);
        auto first = tablet.survey(9), second = first;
        second.score = 2;
        second.items.front().value = 2;
        const auto good = tablet.chained(first);
        const auto other = tablet.chained(second);
        QCOMPARE(send(tablet, {good}), std::string("a"));
        const auto answer = m_store->ingest(tablet.device, tablet.batch({other}));
        QCOMPARE(statuses(answer), std::string("c"));
        QCOMPARE(answer->results[0].code, std::string("content-differs"));
        QCOMPARE(send(tablet, {other}), std::string("c"));
        QCOMPARE(answers(), 1);
        QCOMPARE(countIn(file(), "SELECT count(*) FROM conflicts"), 1);
        QCOMPARE(answer->have.at(tablet.last().chain), 2); // it has its place in the ledger
    }

    void resolvesRepeatsInsideABatch()
    {
        Tablet tablet(*m_clock, *m_store);
        auto first = tablet.survey(9), second = first;
        second.language = "ru";
        const auto good = tablet.chained(first);
        const auto other = tablet.chained(second);
        QCOMPARE(send(tablet, {good, good, other, good}), std::string("adcd"));
        QCOMPARE(answers(), 1);
    }

    void rejectsOneAndTakesItsNeighbours()
    {
        Tablet tablet(*m_clock, *m_store), stranger(*m_clock, *m_store);
        auto altered = tablet.next(3);
        altered["score"] = 10;
        auto elsewhere = tablet.survey(5);
        elsewhere.store = "s2";
        auto comment = tablet.survey(4);
        comment.items.push_back(check::withDigest({"comment", "text", "slow", {}, {}, 0}).value());
        auto forged = tablet.chained(comment);
        forged["items"].as_array()[1].as_object()["value"] = "quick";
        auto broken = tablet.next(1);
        broken.erase("language");
        auto decimal = tablet.next(1);
        decimal["extra"] = 0.5;
        const auto answer = m_store->ingest(
            tablet.device, tablet.batch(
                               {tablet.next(9), altered, tablet.chained(elsewhere), forged, broken,
                                decimal, stranger.next(2), json::object{}, tablet.next(8)}));
        QCOMPARE(statuses(answer), std::string("arrrrrrra"));
        const char *codes[] = {
            "",
            "hash-mismatch",
            "store-unknown",
            "digest-mismatch",
            "check-malformed",
            "number-not-integer",
            "device-mismatch",
            "check-malformed",
            ""};
        for (std::size_t i = 0; i < answer->results.size(); ++i)
            QCOMPARE(answer->results[i].code, std::string(codes[i]));
        QCOMPARE(answers(), 2);
        QCOMPARE(countIn(file(), "SELECT count(*) FROM refused"), 7);
        // Refused is not missing.
        QCOMPARE(answer->have.at(tablet.last().chain), tablet.last().sequence);
    }

    void takesARefusedRecordOnceItCan()
    {
        Tablet tablet(*m_clock, *m_store);
        auto elsewhere = tablet.survey(5);
        elsewhere.store = "s2";
        const auto record = tablet.chained(elsewhere);
        QCOMPARE(send(tablet, {record}), std::string("r"));
        QCOMPARE(send(tablet, {record}), std::string("r"));
        QCOMPARE(countIn(file(), "SELECT count(*) FROM refused"), 1);
        tablet.enrol(*m_store, "s2");
        QCOMPARE(send(tablet, {record}), std::string("a"));
        QCOMPARE(countIn(file(), "SELECT count(*) FROM refused"), 0);
        QCOMPARE(countIn(file(), "SELECT count(*) FROM chains WHERE forked <> 0"), 0);
        // A record of the shop that it has left is welcome all the same.
        auto late = tablet.survey(7);
        late.store = "s1";
        QCOMPARE(send(tablet, {tablet.chained(late)}), std::string("a"));
    }

    void judgesALargeBatchInOrder()
    {
        Tablet tablet(*m_clock, *m_store);
        std::vector<json::object> records;
        std::string expected;
        for (int i = 0; i < 301; ++i) {
            records.push_back(tablet.next(i % 11));
            if (i % 7 == 0)
                records.back()["score"] = "altered";
            expected += i % 7 == 0 ? 'r' : 'a';
        }
        const auto answer = m_store->ingest(tablet.device, tablet.batch(records));
        QCOMPARE(statuses(answer), expected);
        for (std::size_t i = 0; i < records.size(); ++i)
            QCOMPARE(answer->results[i].id, std::string(view(records[i].at("id").as_string())));
    }

    void marksWhatWasNamedBeforeItCame_data()
    {
        QTest::addColumn<int>("others");
        QTest::newRow("few are named") << 0;
        QTest::newRow("many of others are named meanwhile") << 20;
    }
    void marksWhatWasNamedBeforeItCame()
    {
        QFETCH(int, others);
        Tablet tablet(*m_clock, *m_store), stranger(*m_clock, *m_store);
        const auto naming = [&](Tablet &by, const std::vector<json::object> &records) {
            auto mark = by.survey(9);
            mark.kind = check::kind::mark;
            json::array ids;
            for (const auto &record : records)
                ids.push_back(record.at("id"));
            mark.body = {{"mark", "burst"}, {"action", "add"}, {"checks", std::move(ids)}};
            return by.chained(mark);
        };
        std::vector<json::object> records;
        for (int i = 0; i < 5; ++i) {
            m_clock->advance(1s);
            records.push_back(tablet.next(i));
        }
        std::vector<json::object> foreign{records[0], records[2]};
        for (int i = 0; i < others; ++i)
            foreign.push_back({{"id", Uuid::v7(*m_clock).text()}});
        m_clock->advance(1s);
        records.push_back(tablet.next(5));
        QCOMPARE(send(stranger, {naming(stranger, foreign)}), std::string("a"));
        QCOMPARE(send(tablet, {naming(tablet, {records[1], records[4]})}), std::string("a"));
        // Named within the batch itself, before and after.
        QCOMPARE(
            send(
                tablet, {records[0], records[1], naming(tablet, {records[0], records[5]}),
                         records[2], records[3], records[4], records[5]}),
            std::string("aaaaaaa"));
        for (std::size_t i = 0; i < records.size(); ++i) {
            const auto id = check::fromJson(records[i])->id;
            const auto marked =
                countIn(file(), "SELECT marked FROM records WHERE id = " + quoted(file(), id));
            QCOMPARE(marked, i == 0 || i == 1 || i == 4 || i == 5 ? 1 : 0);
        }
    }

    void saysWhatItHasOfAChain()
    {
        Tablet tablet(*m_clock, *m_store);
        std::vector<json::object> records;
        for (int i = 0; i < 6; ++i)
            records.push_back(tablet.next(i));
        const auto have = [&](std::vector<json::object> some) {
            return m_store->ingest(tablet.device, tablet.batch(std::move(some)))
                ->have.at(tablet.last().chain);
        };
        QCOMPARE(have({}), 0);
        QCOMPARE(have({records[0], records[1]}), 2);
        QCOMPARE(have({records[5], records[3]}), 2);
        QCOMPARE(m_store->have(tablet.device.id)->at(tablet.last().chain), 2);
        QCOMPARE(have({records[2]}), 4);
        QCOMPARE(have({records[4]}), 6);
        QCOMPARE(countIn(file(), "SELECT count(*) FROM chain_ahead"), 0);
    }

    void takesBothSidesOfAFork()
    {
        Tablet tablet(*m_clock, *m_store);
        const auto first = tablet.next(9), second = tablet.beside(tablet.survey(3));
        QCOMPARE(send(tablet, {first, second}), std::string("aa"));
        QCOMPARE(answers(), 2);
        QCOMPARE(countIn(file(), "SELECT count(*) FROM chains WHERE forked <> 0"), 1);
        QCOMPARE(m_store->have(tablet.device.id)->at(tablet.last().chain), 1);
    }

    void correctsTheDayOfAWrongClock()
    {
        Tablet tablet(*m_clock, *m_store);
        m_clock->set("2020-01-01T00:00:00.000Z"); // the tablet lost its time
        auto batch = tablet.batch({tablet.next(9)});
        m_clock->set("2026-11-22T22:30:00.000Z"); // the server did not; in Tehran it is the 23rd
        QCOMPARE(statuses(m_store->ingest(tablet.device, batch)), std::string("a"));
        const auto row = exported(*m_store).front();
        QCOMPARE(formatDay(row.day), std::string("2026-11-23"));
        QCOMPARE(row.hour, 2);
        QCOMPARE(formatDay(row.check.day), std::string("2020-01-01"));
        QVERIFY(row.clockErrorMs > 6 * 365 * 86400000LL);
        QCOMPARE(
            formatUtc(*m_store->state("s1")->lastAnswer), std::string("2026-11-22T22:30:00.000Z"));
    }

    void believesAClockThatIsLittleWrong()
    {
        Tablet tablet(*m_clock, *m_store);
        auto batch = tablet.batch({tablet.next(9)});
        m_clock->advance(59min);
        QCOMPARE(statuses(m_store->ingest(tablet.device, batch)), std::string("a"));
        const auto row = exported(*m_store).front();
        QCOMPARE(row.day, row.check.day);
        QCOMPARE(row.hour, 13);
        QCOMPARE(row.clockErrorMs, 59 * 60000);
    }

    void countsSurveysOnly()
    {
        Tablet tablet(*m_clock, *m_store);
        auto training = tablet.survey(9), activity = tablet.survey(9), unscored = tablet.survey(9);
        training.kind = check::kind::training;
        activity.kind = "activity";
        unscored.score.reset();
        auto abandoned = tablet.survey(9);
        abandoned.state = check::State::Abandoned;
        QCOMPARE(
            send(
                tablet, {tablet.chained(training), tablet.chained(activity),
                         tablet.chained(unscored), tablet.chained(abandoned)}),
            std::string("aaaa"));
        QCOMPARE(answers(), 1);
        QCOMPARE(m_store->state("s1")->version, 1);
    }

    void keepsTheCanonicalBytesAndUnknownMembers()
    {
        Tablet tablet(*m_clock, *m_store);
        auto record = tablet.next(9);
        record["mood"] = json::array{1, "two"};
        record["hash"] = check::hashOf(record).value();
        QCOMPARE(send(tablet, {record}), std::string("a"));
        QCOMPARE(exported(*m_store).front().text, canonicalJson(record).value());
    }

    void keepsAllThroughARestart()
    {
        Tablet tablet(*m_clock, *m_store);
        const auto record = tablet.next(9);
        QCOMPARE(send(tablet, {record}), std::string("a"));
        const auto key = m_store->sealingKey().value().id;
        m_store.reset();
        open();
        QCOMPARE(send(tablet, {record, tablet.next(3)}), std::string("da"));
        QCOMPARE(answers(), 2);
        QCOMPARE(m_store->sealingKey().value().id, key);
    }

    void refusesAnotherDevicesEnvelopeAndARevokedOne()
    {
        Tablet tablet(*m_clock, *m_store), other(*m_clock, *m_store);
        QCOMPARE(
            statuses(m_store->ingest(other.device, tablet.batch({tablet.next(9)}))),
            std::string("!device-mismatch"));
        QVERIFY(m_store->revokeDevice(tablet.device.id));
        QCOMPARE(send(tablet, {tablet.next(9)}), std::string("!device-revoked"));
        QVERIFY(m_store->deviceByToken(tablet.token).value()->revoked);
    }
};

VOUCH_TEST(TestStoreIngest)

} // namespace test_store_ingest

#include "test_store_ingest.moc"
