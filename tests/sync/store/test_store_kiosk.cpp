#include "central_tablet.h"

#include "core/check/contact.h"
#include "core/storage/activity_log.h"
#include "core/storage/kiosk_seal.h"
#include "sync/protocol/codes.h"
#include "sync/server/store/ledger.h"
#include "sync/server/store/verification.h"
#include "tests/support/suite.h"
#include "tests/sync/store/exported_rows.h"

#include <QTest>

#include <functional>

namespace test_store_kiosk {

using namespace vouch;
using namespace vouch::test;
using namespace std::chrono_literals;

namespace {

/// A tablet's database beside the tablet, in the hands of somebody who writes to it.
class OpenedTablet
{
public:
    explicit OpenedTablet(const std::filesystem::path &file)
        : m_raw(file.string(), SQLite::OPEN_READWRITE)
    {
    }

    void exec(const std::string &sql) { m_raw.exec(sql); }

    /// Gives the record at a place another score and, when named, another predecessor, its hash
    /// fitting again; its new hash. With the tablet's key its seal fits too.
    std::string rewrite(
        std::int64_t sequence, const std::string &previous = {},
        const crypto::SigningKey *key = nullptr)
    {
        SQLite::Statement found(m_raw, "SELECT canonical FROM checks WHERE sequence = ?");
        found.bind(1, sequence);
        found.executeStep();
        auto check = check::fromJson(parseJson(found.getColumn(0).getString())->as_object());
        check->score = 10;
        check->items.front().value = 10;
        const auto before = previous.empty() ? check->previous : previous;
        const auto link = check::append(*check, {check->chain, sequence - 1, before}).value();
        store(*check, key ? storage::sealOf(link, *key) : std::string());
        if (key)
            keepHead(link, *key);
        return link.hash;
    }

private:
    void store(const check::Check &check, const std::string &seal)
    {
        const auto canonical = canonicalJson(check::toJson(check)).value();
        SQLite::Statement items(
            m_raw, "UPDATE items SET value = '10' WHERE question = 'recommend' AND check_row = "
                   "(SELECT row FROM checks WHERE sequence = ?)");
        items.bind(1, check.sequence);
        items.exec();
        SQLite::Statement row(
            m_raw, "UPDATE checks SET score = 10, previous = ?, hash = ?, canonical = "
                   "CAST(? AS BLOB), seal = ? WHERE sequence = ?");
        row.bind(1, check.previous);
        row.bind(2, check.hash);
        row.bind(3, canonical);
        if (!seal.empty())
            row.bind(4, seal.data(), static_cast<int>(seal.size()));
        row.bind(5, check.sequence);
        row.exec();
    }
    /// Of the chain's newest place only.
    void keepHead(const check::Link &link, const crypto::SigningKey &key)
    {
        const auto signature = storage::signatureOf({link, 0}, key);
        SQLite::Statement head(
            m_raw, "UPDATE chains SET hash = ?, signature = ? WHERE sequence = ?");
        head.bind(1, link.hash);
        head.bind(2, signature.data(), static_cast<int>(signature.size()));
        head.bind(3, link.sequence);
        head.exec();
    }

    SQLite::Database m_raw;
};

} // namespace

/// What a real tablet keeps and sends, taken by a real server: no wire between them.
class TestStoreKiosk : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    ManualClock m_clock;
    std::unique_ptr<server::Store> m_store;
    std::unique_ptr<Tablet> m_tablet; ///< for its identity only
    std::unique_ptr<storage::KioskStore> m_kiosk;
    crypto::SigningKey m_key; ///< the kiosk's
    using Tamper = std::function<void(OpenedTablet &)>;

    /// Sends what waits and hears the answer, as the sync client does.
    std::string sync()
    {
        std::vector<json::object> records;
        std::vector<std::string> hashes;
        const auto waiting = m_kiosk->outgoing(500, 8 << 20);
        for (const auto &each : *waiting) {
            records.push_back(parseJson(each.canonical).value().as_object());
            hashes.push_back(each.hash);
        }
        auto batch = m_tablet->batch(records);
        batch.head = m_kiosk->head().value();
        batch.signature = crypto::toBase64(crypto::sign(
            protocol::signatureText(batch.device, batch.sentAt, batch.head, hashes),
            m_tablet->key));
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
    void answerAndSend(int count)
    {
        for (int score = 0; score < count; ++score)
            answer(score, 1h);
        QCOMPARE(sync(), std::string(static_cast<std::size_t>(count), 'a'));
    }
    std::filesystem::path data() const { return m_folder->filePath("kiosk").toStdString(); }
    void tamper(const std::function<void(OpenedTablet &)> &how)
    {
        m_kiosk.reset();
        {
            OpenedTablet opened(data() / "kiosk.db");
            how(opened);
        }
        m_kiosk = storage::KioskStore::open(data(), m_clock).value();
    }
    /// The heartbeat's word of the tablet's own records, once it has looked through them.
    server::ChainLedger ledgerAfterHeartbeat()
    {
        const json::object told{{"ledger", storage::toJson(m_kiosk->verifyChains().value())}};
        const auto taken = m_store->recordHeartbeat(m_tablet->device.id, json::serialize(told));
        [&] { QVERIFY(taken); }();
        return m_store->ledger({}).value().chains.front();
    }
    server::ChainVerdict verdict() const
    {
        const auto key = m_store->ledger({}).value().chains.front().key;
        return m_store->verifyChain(key, 0, 1000).value();
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
        m_kiosk = storage::KioskStore::open(data(), m_clock).value();
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

    void whatIsDoneOnTheTabletToWhatWasAcknowledgedShows_data()
    {
        using Places = std::vector<std::int64_t>;
        QTest::addColumn<Tamper>("how");
        QTest::addColumn<Places>("altered");
        QTest::addColumn<bool>("head");
        const auto sql = [](const char *text) {
            return Tamper([text](OpenedTablet &tablet) { tablet.exec(text); });
        };
        QTest::newRow("nothing") << sql("") << Places{} << false;
        QTest::newRow("a score") << sql("UPDATE checks SET score = 10 WHERE sequence = 3")
                                 << Places{3} << false;
        QTest::newRow("one written anew, its hash fitting")
            << Tamper([](OpenedTablet &tablet) { tablet.rewrite(3); }) << Places{3} << false;
        QTest::newRow("one added")
            << sql("INSERT INTO checks SELECT NULL, x'00112233445566778899AABBCCDDEEFF', device, "
                   "store, kind, checklist, version, series, touchpoint, language, opened_at, "
                   "closed_at, utc_offset_minutes, day, hour, boot, monotonic_ms, state, score, "
                   "marks, chain, 7, hash, hash, canonical, NULL, NULL, '[]', NULL, 1, NULL, seal "
                   "FROM checks WHERE sequence = 6")
            << Places{7} << false;
        QTest::newRow("the chain's head")
            << sql("UPDATE chains SET sequence = 4") << Places{} << true;
        QTest::newRow("one with the key, and not those behind it")
            << Tamper([this](OpenedTablet &tablet) { tablet.rewrite(3, {}, &m_key); }) << Places{4}
            << false;
    }
    void whatIsDoneOnTheTabletToWhatWasAcknowledgedShows()
    {
        QFETCH(Tamper, how);
        QFETCH(std::vector<std::int64_t>, altered);
        QFETCH(bool, head);
        answerAndSend(6);
        m_key = m_kiosk->signingKey().value();
        tamper(how);
        const auto told = ledgerAfterHeartbeat();
        QCOMPARE(told.whole->alteredOnTablet, altered);
        QCOMPARE(told.whole->headAlteredOnTablet, head);
        server::LedgerQuery open;
        open.onlyOpen = true;
        QCOMPARE(m_store->ledger(open)->chains.empty(), altered.empty() && !head);
        QVERIFY(verdict().findings.empty()); // here all is as it came
    }

    void whatIsWrittenAnewWithTheKeyOnceAcknowledgedShowsWithTheNextRecord()
    {
        answerAndSend(6);
        const auto key = m_kiosk->signingKey().value();
        tamper([&](OpenedTablet &tablet) {
            auto previous = tablet.rewrite(4, {}, &key);
            for (int sequence = 5; sequence <= 6; ++sequence)
                previous = tablet.rewrite(sequence, previous, &key);
        });
        QVERIFY(ledgerAfterHeartbeat().whole->alteredOnTablet.empty()); // the tablet is deceived
        answerAndSend(1);
        const auto findings = verdict().findings;
        QCOMPARE(findings.size(), 1u);
        QCOMPARE(findings[0].code, std::string(server::finding::altered));
        QCOMPARE(findings[0].sequence, 6);
    }

    void whatIsWrittenAnewBeforeItWasSentStaysOnTheTabletByTheCodeThatIsDocumented()
    {
        answer(3, 1h);
        tamper([](OpenedTablet &tablet) { tablet.rewrite(1); });
        QVERIFY(m_kiosk->outgoing(1, 1)->empty());
        QCOMPARE(m_kiosk->refusals()->front().code, std::string(protocol::code::alteredOnTablet));
    }
};

VOUCH_TEST(TestStoreKiosk)

} // namespace test_store_kiosk

#include "test_store_kiosk.moc"
