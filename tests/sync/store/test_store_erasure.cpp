#include "central_tablet.h"

#include "core/check/contact.h"
#include "sync/server/store/audit.h"
#include "sync/server/store/ledger.h"
#include "sync/server/store/quarantine.h"
#include "sync/server/store/verification.h"
#include "tests/support/suite.h"

#include <QTest>

#include <cctype>
#include <fstream>
#include <iterator>

namespace test_store_erasure {

using namespace vouch;
using namespace vouch::test;
using namespace std::chrono_literals;

constexpr const char *words = "the queue was far too long for us";
const auto always = [] { return true; };

/// What a shopper left goes when they ask for it or when its time is over, and nothing else does.
class TestStoreErasure : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ManualClock> m_clock;
    std::unique_ptr<server::Store> m_store;
    std::unique_ptr<Tablet> m_tablet;
    std::string m_code;

    std::string send(std::vector<json::object> records)
    {
        return statuses(m_store->ingest(m_tablet->device, m_tablet->batch(std::move(records))));
    }
    check::Item comment() const
    {
        return check::withDigest({"comment", std::string(check::item_type::text), words, {}, {}, 0})
            .value();
    }
    /// Sealed for the chain, with a new code in m_code.
    check::Item contact()
    {
        m_code = check::makeErasureCode();
        const auto key = m_store->sealingKey().value();
        const auto value = check::sealContact(
            {check::ContactKind::Email, "shopper@example.org"}, {"1", "en", "May we?"},
            {key.id, key.publicKey}, m_code);
        return check::withDigest(
                   {"contact", std::string(check::item_type::contact), *value, {}, {}, 0})
            .value();
    }
    /// A record with both, ready to be sent.
    json::object personal(const std::string &shop = "s1")
    {
        auto survey = m_tablet->survey(3);
        survey.store = shop;
        survey.items.push_back(comment());
        survey.items.push_back(contact());
        return m_tablet->chained(survey);
    }
    /// The same id with other content.
    static check::Check inEnglish(const json::object &record)
    {
        auto out = check::fromJson(record).value();
        out.language = out.language == "en" ? "de" : "en";
        return out;
    }
    static Uuid idOf(const json::object &record)
    {
        return Uuid::parse(view(*findString(record, "id"))).value();
    }
    std::int64_t holding(const char *table, const char *text) const
    {
        const auto database = databaseIn(*m_folder);
        const auto place = database.isPostgresql()
                               ? std::string("position('") + text + "'::bytea IN canonical)"
                               : std::string("instr(CAST(canonical AS TEXT), '") + text + "')";
        return countIn(
            database, std::string("SELECT count(*) FROM ") + table + " WHERE " + place + " > 0");
    }
    std::int64_t votes() const
    {
        const auto rows = m_store->score({});
        return rows && !rows->empty() ? rows->front().tally.count() : 0;
    }
    std::vector<server::AuditEntry> audited() const
    {
        server::AuditQuery query;
        query.what = std::string(server::audited::erasure);
        return m_store->audit(query).value().entries;
    }
    /// The records that the shopper's code, or an id, named.
    std::size_t erase(const server::ErasureRequest &request)
    {
        const auto done = m_store->erase(request, {"user:ann", "::1"});
        return done ? done->records.size() : 0;
    }

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_clock = std::make_unique<ManualClock>();
        m_store = server::Store::open(databaseIn(*m_folder), *m_clock).value();
        QVERIFY(m_store->addStore({"s1", "Shop one", "north", "UTC"}));
        QVERIFY(m_store->addStore({"s2", "Shop two", "south", "UTC"}));
        m_tablet = std::make_unique<Tablet>(*m_clock, *m_store);
    }
    void cleanup()
    {
        const auto all = m_store->verify(always);
        QVERIFY2(all->isSound(), all->isSound() ? "" : all->differences.front().where.c_str());
        QVERIFY(m_store->recount());
        QVERIFY(m_store->verifyAudit(std::nullopt)->isSound());
        m_tablet.reset();
        m_store.reset();
    }

    void byTheCodeAndItDoesNotComeBack()
    {
        const auto record = personal();
        QCOMPARE(send({m_tablet->next(9), record, m_tablet->next(10)}), std::string("aaa"));
        QCOMPARE(votes(), std::int64_t(3));
        QCOMPARE(erase({m_code, {}}), std::size_t(1));
        QCOMPARE(holding("records", words), std::int64_t(0));
        QCOMPARE(holding("records", "\"salt\""), std::int64_t(0));
        QCOMPARE(holding("records", "\"digest\""), std::int64_t(1));
        QCOMPARE(votes(), std::int64_t(3));
        QCOMPARE(send({record}), std::string("d"));
        QCOMPARE(holding("records", words), std::int64_t(0));
        QCOMPARE(erase({m_code, {}}), std::size_t(0));
    }

    void aCodeIsReadAsPeopleWriteIt()
    {
        QCOMPARE(send({personal()}), std::string("a"));
        std::string typed;
        for (const char c : m_code)
            typed += c == '-' ? ' ' : static_cast<char>(std::tolower(c));
        QCOMPARE(erase({typed, {}}), std::size_t(1));
        const auto none = m_store->erase({"K7PM", {}}, {});
        QVERIFY(!none);
        QCOMPARE(none.failure().code, std::string("erasure-code-malformed"));
    }

    void onlyTheOneThatIsMeant()
    {
        QCOMPARE(send({personal()}), std::string("a"));
        const auto first = m_code;
        QCOMPARE(send({personal()}), std::string("a"));
        QCOMPARE(erase({first, {}}), std::size_t(1));
        QCOMPARE(holding("records", words), std::int64_t(1));
    }

    void copiesKeptAsideLoseItToo()
    {
        const auto refused = personal("nowhere");
        QCOMPARE(send({refused}), std::string("r"));
        QCOMPARE(holding("refused", words), std::int64_t(1));
        const auto done = m_store->erase({m_code, {}}, {});
        QVERIFY(done);
        QCOMPARE(done->copies, std::int64_t(1));
        QCOMPARE(holding("refused", words), std::int64_t(0));
        QCOMPARE(send({refused}), std::string("r"));
        QCOMPARE(holding("refused", words), std::int64_t(0));

        const auto taken = personal();
        QCOMPARE(send({taken}), std::string("a"));
        QCOMPARE(send({m_tablet->beside(inEnglish(taken))}), std::string("c"));
        QCOMPARE(holding("conflicts", words), std::int64_t(1));
        QCOMPARE(erase({{}, idOf(taken)}), std::size_t(1));
        QCOMPARE(holding("conflicts", words), std::int64_t(0));
    }

    void whatWasErasedWhileItWasRefusedStaysErasedWhenItIsTaken()
    {
        auto record = m_tablet->survey(3);
        record.store = "s2";
        record.items.push_back(comment());
        const auto sent = m_tablet->chained(record);
        QCOMPARE(send({sent}), std::string("r"));
        QVERIFY(m_store->erase({{}, idOf(sent)}, {}));
        m_tablet->enrol(*m_store, "s2");
        QCOMPARE(send({sent}), std::string("a")); // whole again, from the tablet
        QVERIFY(m_store->applyRetention(always));
        QCOMPARE(holding("records", words), std::int64_t(0));
    }

    void contactsLeaveByThemselvesAndCommentsWhenTheyAreToldTo()
    {
        QCOMPARE(send({personal()}), std::string("a"));
        m_clock->advance(64 * 24h);
        QCOMPARE(m_store->applyRetention(always)->contacts, std::int64_t(0));
        m_clock->advance(24h);
        const auto run = m_store->applyRetention(always);
        QCOMPARE(run->contacts, std::int64_t(1));
        QCOMPARE(run->comments, std::int64_t(0));
        QCOMPARE(holding("records", "\"sealed\""), std::int64_t(0));
        QCOMPARE(holding("records", words), std::int64_t(1));
        QCOMPARE(erase({m_code, {}}), std::size_t(0)); // the code went with the contact

        QVERIFY(m_store->setRetention({65, 100}, {"user:ann", ""}));
        m_clock->advance(34 * 24h);
        QCOMPARE(m_store->applyRetention(always)->comments, std::int64_t(0));
        m_clock->advance(24h);
        QCOMPARE(m_store->applyRetention(always)->comments, std::int64_t(1));
        QCOMPARE(holding("records", words), std::int64_t(0));
        QCOMPARE(m_store->applyRetention(always)->comments, std::int64_t(0));
        QCOMPARE(countIn(databaseIn(*m_folder), "SELECT count(*) FROM personal"), std::int64_t(0));
        QVERIFY(!m_store->setRetention({-1, 0}, {}));
    }

    void ofARecordWhoseTimeIsOverAllLeavesThatMay()
    {
        QVERIFY(m_store->setRetention({0, 200, 30}, {"user:ann", ""}));
        QCOMPARE(m_store->retention()->recordDays, std::int64_t(30));
        const auto record = personal();
        QCOMPARE(send({m_tablet->next(9), record, personal("nowhere")}), std::string("aar"));
        m_clock->advance(29 * 24h);
        auto run = m_store->applyRetention(always);
        QCOMPARE(run->contacts + run->comments, std::int64_t(0));
        m_clock->advance(25h);
        run = m_store->applyRetention(always);
        QCOMPARE(run->contacts, std::int64_t(1));
        QCOMPARE(run->comments, std::int64_t(1));
        for (const auto *table : {"records", "refused"}) {
            QCOMPARE(holding(table, words), std::int64_t(0));
            QCOMPARE(holding(table, "\"salt\""), std::int64_t(0));
            QCOMPARE(holding(table, "\"digest\""), std::int64_t(1));
        }
        QCOMPARE(audited().size(), std::size_t(1));
        const auto told = audited().front();
        QCOMPARE(told.by.who, std::string("server"));
        QCOMPARE(
            json::serialize(told.detail),
            std::string(R"({"contacts":1,"comments":1,"copies":1,"by":"retention"})"));
        // It is here as before, counted, and does not come back.
        QCOMPARE(votes(), std::int64_t(2));
        QCOMPARE(send({record}), std::string("d"));
        QVERIFY(m_store->applyRetention(always));
        QCOMPARE(holding("records", words), std::int64_t(0));
        QCOMPARE(*m_store->recordsToErase(m_tablet->device.id), std::vector{idOf(record)});
        QCOMPARE(m_store->ledger({})->chains.front().counts.received, std::int64_t(2));
        QVERIFY(!m_store->setRetention({65, 0, 3651}, {}));
    }

    void noContactStaysLongerThanATabletPromised()
    {
        QVERIFY(m_store->setRetention({0, 0}, {}));
        const json::object promise{{"days", 14}};
        QVERIFY(m_store->setSetting({"s2", "contact", promise, {}}));
        QCOMPARE(send({personal()}), std::string("a"));
        m_clock->advance(13 * 24h);
        QCOMPARE(m_store->applyRetention(always)->contacts, std::int64_t(0));
        m_clock->advance(24h);
        QCOMPARE(m_store->applyRetention(always)->contacts, std::int64_t(1));

        QVERIFY(m_store->removeSetting("s2", "contact"));
        QVERIFY(m_store->setSetting({"", "contact", json::object{{"days", 100}}, {}}));
        QCOMPARE(send({personal()}), std::string("a"));
        m_clock->advance(99 * 24h);
        QCOMPARE(m_store->applyRetention(always)->contacts, std::int64_t(0));
        m_clock->advance(24h);
        QCOMPARE(m_store->applyRetention(always)->contacts, std::int64_t(1));
    }

    void refusedCopiesLeaveByTimeToo()
    {
        QCOMPARE(send({personal("nowhere")}), std::string("r"));
        m_clock->advance(66 * 24h);
        QVERIFY(m_store->applyRetention(always));
        QCOMPARE(holding("refused", "\"sealed\""), std::int64_t(0));
        QCOMPARE(holding("refused", words), std::int64_t(1));
    }

    void conflictingCopiesLeaveByTimeToo()
    {
        const auto taken = personal();
        QCOMPARE(send({taken}), std::string("a"));
        QCOMPARE(send({m_tablet->beside(inEnglish(taken))}), std::string("c"));
        QVERIFY(m_store->setRetention({65, 70, 0}, {}));
        m_clock->advance(66 * 24h);
        QVERIFY(m_store->applyRetention(always));
        QCOMPARE(holding("conflicts", "\"sealed\""), std::int64_t(0));
        QCOMPARE(holding("conflicts", words), std::int64_t(1));
        m_clock->advance(5 * 24h);
        QVERIFY(m_store->applyRetention(always));
        QCOMPARE(holding("conflicts", words), std::int64_t(0));
    }

    void whatWasErasedDoesNotComeBackAsAnotherCopy()
    {
        const auto taken = personal();
        QCOMPARE(send({taken}), std::string("a"));
        QVERIFY(m_store->setRetention({65, 70, 0}, {}));
        m_clock->advance(66 * 24h); // first the one,
        QVERIFY(m_store->applyRetention(always));
        m_clock->advance(5 * 24h); // then the other
        QVERIFY(m_store->applyRetention(always));
        QCOMPARE(send({m_tablet->beside(inEnglish(taken))}), std::string("c"));
        QCOMPARE(holding("conflicts", words), std::int64_t(1));
        QVERIFY(m_store->applyRetention(always));
        QCOMPARE(holding("conflicts", words), std::int64_t(0));
        QCOMPARE(holding("conflicts", "\"sealed\""), std::int64_t(0));
    }

    void everythingIsAuditedWithoutWhatItWas()
    {
        const auto record = personal();
        QCOMPARE(send({record}), std::string("a"));
        QCOMPARE(erase({m_code, {}}), std::size_t(1));
        const auto entries = audited();
        QCOMPARE(entries.size(), std::size_t(1));
        const auto &entry = entries.front();
        QCOMPARE(entry.by.who, std::string("user:ann"));
        QCOMPARE(entry.subject, idOf(record).text());
        const auto detail = json::serialize(entry.detail);
        QVERIFY(detail.find(words) == detail.npos && detail.find(m_code) == detail.npos);
    }

    void theTabletIsToldUntilItSaysThatItIsDone()
    {
        const auto record = personal();
        QCOMPARE(send({record}), std::string("a"));
        const auto &device = m_tablet->device.id;
        QVERIFY(m_store->recordsToErase(device)->empty());
        QCOMPARE(erase({m_code, {}}), std::size_t(1));
        QCOMPARE(*m_store->recordsToErase(device), std::vector{idOf(record)});
        Tablet other(*m_clock, *m_store);
        QVERIFY(m_store->recordsToErase(other.device.id)->empty());
        QVERIFY(m_store->erasedOnTablet(other.device.id, {idOf(record)}));
        QCOMPARE(m_store->recordsToErase(device)->size(), std::size_t(1));
        QVERIFY(m_store->erasedOnTablet(device, {idOf(record)}));
        QVERIFY(m_store->recordsToErase(device)->empty());
    }

    void nothingOfItIsLeftInTheFile()
    {
        if (onPostgresql())
            QSKIP("PostgreSQL's files are its own");
        auto survey = m_tablet->survey(3);
        std::string much; // it lies on pages of its own, which are let go
        while (much.size() < 50'000)
            much += words;
        const std::string rare = "xylophonist"; // its beginning may be another word's in the index
        much += " " + rare;
        survey.items.push_back(
            check::withDigest(
                {"comment", std::string(check::item_type::text), json::string(much), {}, {}, 0})
                .value());
        survey.items.push_back(contact());
        QCOMPARE(send({m_tablet->chained(survey)}), std::string("a"));
        const auto code = m_code;
        QCOMPARE(send({personal()}), std::string("a"));
        QCOMPARE(erase({code, {}}), std::size_t(1));
        const auto verified = m_store->verify(always);
        QVERIFY(verified->isSound());
        m_tablet.reset();
        m_store.reset(); // the log is emptied into the file
        std::ifstream file(fileIn(*m_folder), std::ios::binary);
        const std::string bytes{std::istreambuf_iterator<char>(file), {}};
        QVERIFY(bytes.size() > 4096);
        QVERIFY(bytes.find(much.substr(0, 1000)) == bytes.npos);
        QVERIFY(bytes.find(rare.substr(3)) == bytes.npos);
        m_store = server::Store::open(databaseIn(*m_folder), *m_clock).value();
    }
};

VOUCH_TEST(TestStoreErasure)

} // namespace test_store_erasure

#include "test_store_erasure.moc"
