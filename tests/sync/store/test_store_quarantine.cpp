#include "central_tablet.h"

#include "sync/server/store/ledger.h"
#include "sync/server/store/quarantine.h"
#include "sync/server/store/verification.h"
#include "tests/support/suite.h"

#include <QTest>

namespace test_store_quarantine {

using namespace vouch;
using namespace vouch::test;
using namespace std::chrono_literals;
using server::QuarantineKind;
using server::QuarantineQuery;

/// What cannot be taken keeps its place and its content, and leaves once its cause is mended.
class TestStoreQuarantine : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ManualClock> m_clock;
    std::unique_ptr<server::Store> m_store;

    std::string send(Tablet &tablet, std::vector<json::object> records)
    {
        return statuses(m_store->ingest(tablet.device, tablet.batch(std::move(records))));
    }
    std::vector<server::QuarantineEntry> entries(const QuarantineQuery &query = {}) const
    {
        return m_store->quarantine(query)->entries;
    }
    json::object ofShop(Tablet &tablet, const std::string &shop) const
    {
        auto check = tablet.survey(7);
        check.store = shop;
        return tablet.chained(check);
    }
    std::int64_t missing() const { return m_store->ledger({})->chains.front().whole->missing; }

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_clock = std::make_unique<ManualClock>();
        m_store = server::Store::open(databaseIn(*m_folder), *m_clock).value();
        QVERIFY(m_store->addStore({"s1", "Shop one", "north", "UTC"}));
        QVERIFY(m_store->addStore({"s2", "Shop two", "south", "UTC"}));
    }
    void cleanup()
    {
        const auto all = m_store->verify([] { return true; });
        QVERIFY2(all->isSound(), all->isSound() ? "" : all->differences.front().where.c_str());
        m_store.reset();
    }

    void showsTheWholeRecordWithItsReason()
    {
        Tablet tablet(*m_clock, *m_store);
        const auto refused = ofShop(tablet, "s2");
        const auto next = tablet.next(9);
        QCOMPARE(send(tablet, {refused, next}), std::string("ra"));
        QCOMPARE(entries().size(), 1u);
        const auto entry = entries().front();
        QCOMPARE(entry.code, std::string("store-unknown"));
        QVERIFY(!entry.reason.empty());
        QCOMPARE(entry.content, canonicalJson(refused).value());
        QCOMPARE(*entry.sequence, 1);
        QCOMPARE(*entry.chain, tablet.last().chain);
        QCOMPARE(entry.device, tablet.device.id);
        QCOMPARE(entry.id, std::string(view(refused.at("id").as_string())));
        QCOMPARE(missing(), 0); // refused, not missing
        // Again, and again: one entry.
        QCOMPARE(send(tablet, {refused}), std::string("r"));
        QCOMPARE(entries().size(), 1u);
    }

    void leavesWhenItsCauseIsMendedAndItIsSentAgain()
    {
        Tablet tablet(*m_clock, *m_store);
        const auto record = ofShop(tablet, "s2");
        QCOMPARE(send(tablet, {record}), std::string("r"));
        tablet.enrol(*m_store, "s2");
        QCOMPARE(send(tablet, {record}), std::string("a"));
        QVERIFY(entries().empty());
        QCOMPARE(m_store->ledger({})->chains.front().counts.refused, 0);
        QCOMPARE(m_store->score({})->front().tally.count(), 1);
    }

    void isJudgedAgainWithoutTheTablet()
    {
        Tablet tablet(*m_clock, *m_store), other(*m_clock, *m_store);
        const auto record = ofShop(tablet, "s2");
        auto damaged = tablet.next(4);
        damaged["score"] = 9;
        QCOMPARE(send(tablet, {record, damaged}), std::string("rr"));
        QCOMPARE(send(other, {ofShop(other, "s2")}), std::string("r"));
        QCOMPARE(m_store->retryRefused({})->refused, 3);
        const auto before = m_store->devices()->front().lastSeenAt;
        m_clock->advance(1h);
        tablet.enrol(*m_store, "s2");
        const auto retried = m_store->retryRefused({}).value();
        QCOMPARE(retried.accepted, 1);
        QCOMPARE(retried.refused, 2);
        QCOMPARE(entries().size(), 2u);
        QCOMPARE(m_store->devices()->front().lastSeenAt, before); // it was not the tablet
        QCOMPARE(send(tablet, {record}), std::string("d"));
        QCOMPARE(m_store->retryRefused(999).failure().code, std::string("not-found"));
        // A revoked tablet's stay.
        QVERIFY(m_store->revokeDevice(other.device.id));
        QCOMPARE(m_store->retryRefused({})->refused, 2);
    }

    void aDamagedCopyLeavesWhenTheGoodOneCame()
    {
        Tablet tablet(*m_clock, *m_store);
        const auto good = tablet.next(9);
        auto damaged = good;
        damaged["score"] = 3;
        QCOMPARE(send(tablet, {damaged}), std::string("r"));
        QCOMPARE(entries().front().code, std::string("hash-mismatch"));
        QCOMPARE(send(tablet, {good}), std::string("a"));
        QVERIFY(entries().empty());
    }

    void conflictsStayWithBothContents()
    {
        Tablet tablet(*m_clock, *m_store);
        auto first = tablet.survey(9), second = first;
        second.score = 2;
        second.items.front().value = 2;
        const auto good = tablet.chained(first);
        const auto other = tablet.beside(second);
        QCOMPARE(send(tablet, {good, other}), std::string("ac"));
        QuarantineQuery query;
        query.kind = QuarantineKind::Conflict;
        QCOMPARE(entries(query).size(), 1u);
        const auto entry = entries(query).front();
        QCOMPARE(entry.code, std::string("content-differs"));
        QCOMPARE(entry.content, canonicalJson(other).value());
        QCOMPARE(entry.id, std::string(view(good.at("id").as_string())));
        QCOMPARE(entry.store, std::string("s1"));
        QCOMPARE(m_store->ledger({})->chains.front().counts.conflicting, 1);
        QVERIFY(entries().empty());
    }

    void isListedToWhoSeesItsShop()
    {
        Tablet tablet(*m_clock, *m_store);
        auto damaged = tablet.next(4);
        damaged["score"] = 9;
        QCOMPARE(send(tablet, {damaged, ofShop(tablet, "nowhere")}), std::string("rr"));
        const auto count = [this](const server::StoreSet &scope) {
            QuarantineQuery query;
            query.scope = scope;
            return entries(query).size();
        };
        const server::StoreSet north({"s1"}), south({"s2"});
        QCOMPARE(count(server::StoreSet::all()), 2u);
        QCOMPARE(count(north), 2u);
        QCOMPARE(count(south), 0u);
        QCOMPARE(count(server::StoreSet()), 0u);
        // Once it has stood elsewhere too, what names no shop is for who sees both.
        tablet.enrol(*m_store, "s2");
        QCOMPARE(count(north), 1u);
        QCOMPARE(count(south), 0u);
        QCOMPARE(count(server::StoreSet::all()), 2u);
    }

    void comesInPages()
    {
        Tablet tablet(*m_clock, *m_store);
        std::vector<json::object> records;
        for (int i = 0; i < 7; ++i)
            records.push_back(ofShop(tablet, "nowhere"));
        QCOMPARE(send(tablet, records), std::string("rrrrrrr"));
        QuarantineQuery query;
        query.limit = 3;
        std::vector<std::int64_t> places;
        do {
            const auto page = m_store->quarantine(query).value();
            for (const auto &entry : page.entries)
                places.push_back(*entry.sequence);
            query.before = page.next;
        } while (query.before);
        QCOMPARE(places, (std::vector<std::int64_t>{7, 6, 5, 4, 3, 2, 1}));
    }
};

VOUCH_TEST(TestStoreQuarantine)

} // namespace test_store_quarantine

#include "test_store_quarantine.moc"
