#include "central_tablet.h"

#include "sync/server/store/ledger.h"
#include "sync/server/store/verification.h"
#include "tests/support/suite.h"

#include <QTest>

namespace test_store_ledger {

using namespace vouch;
using namespace vouch::test;
using namespace std::chrono_literals;
using server::LedgerCounts;
using server::LedgerQuery;

/// What the ledger counts, on which day, and who is told what.
class TestStoreLedger : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ManualClock> m_clock;
    std::unique_ptr<server::Store> m_store;

    std::string send(Tablet &tablet, std::vector<json::object> records)
    {
        return statuses(m_store->ingest(tablet.device, tablet.batch(std::move(records))));
    }
    server::LedgerPage page(const LedgerQuery &query = {}) const
    {
        return m_store->ledger(query).value();
    }
    server::ChainLedger only(LedgerQuery query = {}) const
    {
        query.withDays = true;
        const auto all = page(query);
        return all.chains.size() == 1 ? all.chains.front() : server::ChainLedger();
    }

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
        QVERIFY(all);
        QVERIFY2(all->isSound(), all->isSound() ? "" : all->differences.front().where.c_str());
        m_store.reset();
    }

    void countsEveryTermOnItsDay()
    {
        Tablet tablet(*m_clock, *m_store);
        const auto first = tablet.next(9), second = tablet.next(8), lost = tablet.next(7);
        const auto fourth = tablet.next(3);
        auto elsewhere = tablet.survey(5);
        elsewhere.store = "nowhere";
        const auto refused = tablet.chained(elsewhere);
        QCOMPARE(send(tablet, {first, second, fourth, refused}), std::string("aaar"));
        // Other content under the first one's id, at the place of the second.
        auto changed = check::fromJson(first).value();
        changed.score = 1;
        changed.items.front().value = 1;
        (void)check::append(
            changed, {tablet.last().chain, 1, std::string(view(first.at("hash").as_string()))});
        QCOMPARE(send(tablet, {check::toJson(changed)}), std::string("c"));
        // The next day: one in time that marks the second, one that is late.
        auto late = tablet.survey(6);
        m_clock->advance(24h + 1ms);
        auto mark = tablet.survey(9);
        mark.kind = check::kind::mark;
        mark.body = {
            {"mark", "burst"},
            {"action", "add"},
            {"checks", json::array{json::string(check::fromJson(second)->id.text())}}};
        QCOMPARE(send(tablet, {tablet.chained(late), tablet.chained(mark)}), std::string("aa"));

        const auto chain = only();
        QCOMPARE(chain.counts, (LedgerCounts{5, 1, 1, 0, 1, 1}));
        QVERIFY(chain.whole);
        QCOMPARE(chain.whole->made, 7);
        QCOMPARE(chain.whole->last, 7);
        QCOMPARE(chain.whole->missing, 1);
        QCOMPARE(chain.whole->gaps.size(), 1u);
        QCOMPARE(chain.whole->gaps.front().first, 3);
        QCOMPARE(chain.whole->gaps.front().last, 3);
        QCOMPARE(*chain.whole->signedTo, 7);
        // One row a day and shop; the refused one names no shop of the tablet.
        QCOMPARE(chain.days.size(), 3u);
        const auto dayOf = [&](const char *day, const char *shop) {
            for (const auto &row : chain.days)
                if (row.day && formatDay(*row.day) == day && row.store == shop)
                    return row;
            return server::LedgerDay();
        };
        QCOMPARE(dayOf("2026-11-22", "s1").counts, (LedgerCounts{4, 0, 1, 0, 1, 1}));
        QCOMPARE(dayOf("2026-11-22", "s1").missing, 1); // both neighbours are of that day
        QCOMPARE(dayOf("2026-11-22", "").counts.refused, 1);
        QCOMPARE(dayOf("2026-11-23", "s1").counts.received, 1);

        LedgerQuery next;
        next.from = parseDay("2026-11-23").value();
        QCOMPARE(only(next).counts, (LedgerCounts{1, 0, 0, 0, 0, 0}));
        QCOMPARE(only(next).whole->missing, 1);
        // The lost one comes after all.
        QCOMPARE(send(tablet, {lost}), std::string("a"));
        QCOMPARE(only().whole->missing, 0);
        QVERIFY(only().whole->gaps.empty());
    }

    void aDayIsLateOnlyWhenItIsOver()
    {
        Tablet tablet(*m_clock, *m_store);
        const auto atLimit = tablet.next(9);
        m_clock->advance(24h);
        QCOMPARE(send(tablet, {atLimit}), std::string("a"));
        QCOMPARE(only().counts.late, 0);
        const auto behind = tablet.next(9);
        m_clock->advance(24h + 1ms);
        QCOMPARE(send(tablet, {behind}), std::string("a"));
        QCOMPARE(only().counts.late, 1);
    }

    void aGapOverMidnightHasNoDay()
    {
        Tablet tablet(*m_clock, *m_store);
        const auto first = tablet.next(9);
        const auto lost = tablet.next(1);
        m_clock->advance(20h);
        const auto third = tablet.next(9);
        const auto waiting = tablet.next(2);
        QCOMPARE(send(tablet, {first, third}), std::string("aa"));
        const auto chain = only();
        QCOMPARE(chain.whole->made, 4);
        QCOMPARE(chain.whole->last, 3);
        QCOMPARE(chain.whole->missing, 2);
        QCOMPARE(chain.whole->gaps.size(), 2u);
        QCOMPARE(formatDay(*chain.whole->gaps[0].after), std::string("2026-11-22"));
        QCOMPARE(formatDay(*chain.whole->gaps[0].before), std::string("2026-11-23"));
        QVERIFY(!chain.whole->gaps[1].before);
        QCOMPARE(chain.days.size(), 3u);
        QVERIFY(!chain.days.back().day);
        QCOMPARE(chain.days.back().missing, 2);
        QCOMPARE(send(tablet, {lost, waiting}), std::string("aa"));
        QCOMPARE(only().whole->missing, 0);
    }

    void aRecoveredTabletStartsANewChainAndTheOldOneKeepsItsGap()
    {
        Tablet tablet(*m_clock, *m_store);
        const auto first = tablet.next(9);
        (void)tablet.next(8); // made and told of, never sent
        QCOMPARE(send(tablet, {first}), std::string("a"));
        tablet.startChain();
        QCOMPARE(send(tablet, {tablet.next(7)}), std::string("a"));
        const auto chains = page().chains;
        QCOMPARE(chains.size(), 2u);
        QCOMPARE(chains[0].device, chains[1].device);
        QCOMPARE(chains[0].whole->missing, 1);
        QCOMPARE(chains[1].whole->missing, 0);
        LedgerQuery open;
        open.onlyOpen = true;
        QCOMPARE(page(open).chains.size(), 1u);
        QCOMPARE(page(open).chains.front().chain, chains[0].chain);
    }

    void twoTabletsOfOneBackUpAreReportedAndLoseNothing()
    {
        Tablet tablet(*m_clock, *m_store);
        QCOMPARE(send(tablet, {tablet.next(9), tablet.next(8)}), std::string("aa"));
        Tablet clone = tablet;
        const std::vector<json::object> ours{tablet.next(7), tablet.next(6)};
        const std::vector<json::object> theirs{clone.next(1), clone.next(2), clone.next(3)};
        QCOMPARE(send(tablet, ours), std::string("aa"));
        QCOMPARE(send(clone, theirs), std::string("aaa"));
        QCOMPARE(send(tablet, ours), std::string("dd"));
        const auto chain = only();
        QVERIFY(chain.whole->forked);
        QCOMPARE(chain.counts.received, 7);
        QCOMPARE(chain.counts.forked, 2);
        QCOMPARE(chain.whole->made, 5);
        QCOMPARE(chain.whole->missing, 0);
        QCOMPARE(m_store->score({})->front().tally.count(), 7);
        // Both go on, each on its side.
        QCOMPARE(send(tablet, {tablet.next(5)}), std::string("a"));
        QCOMPARE(send(clone, {clone.next(5)}), std::string("a"));
        QCOMPARE(only().counts.forked, 3);
    }

    void twoTabletsOfOneBackUpAreReportedThoughTheirChainsNeverMeet()
    {
        Tablet tablet(*m_clock, *m_store);
        QCOMPARE(send(tablet, {tablet.next(9), tablet.next(8)}), std::string("aa"));
        Tablet clone = tablet;
        QCOMPARE(send(tablet, {tablet.next(7)}), std::string("a"));
        m_clock->advance(1h);
        clone.startChain(); // it hears that the server has more than it made
        m_clock->advance(1h);
        QCOMPARE(send(clone, {clone.next(1)}), std::string("a"));
        const auto isReported = [&](std::size_t chain) {
            return page().chains.at(chain).whole->cloned;
        };
        QVERIFY(!isReported(0) && !isReported(1));
        QCOMPARE(send(tablet, {tablet.next(6)}), std::string("a"));
        QCOMPARE(send(clone, {clone.next(2)}), std::string("a"));
        QVERIFY(isReported(0) && !isReported(1));
        QVERIFY(!page().chains[0].whole->forked);
        LedgerQuery open;
        open.onlyOpen = true;
        QCOMPARE(page(open).chains.size(), 1u);
        QCOMPARE(m_store->score({})->front().tally.count(), 6);
        QVERIFY(m_store->verify([] { return true; })->isSound());
    }

    void aRecoveredTabletIsNoClone()
    {
        Tablet tablet(*m_clock, *m_store);
        const auto early = tablet.next(9);
        QCOMPARE(send(tablet, {early}), std::string("a"));
        const auto underWay = tablet.next(8), queued = tablet.next(7), refused = tablet.next(6);
        const auto delayed = tablet.batch({underWay});
        m_clock->advance(1h);
        tablet.startChain();
        m_clock->advance(1h);
        QCOMPARE(send(tablet, {queued, tablet.next(5)}), std::string("aa"));
        // Of the old chain: what was on the way, what is offered again, and a refill.
        QCOMPARE(statuses(m_store->ingest(tablet.device, delayed)), std::string("a"));
        QCOMPARE(
            statuses(m_store->ingest(tablet.device, delayed, server::Arrival::Carried)),
            std::string("d"));
        QCOMPARE(send(tablet, {refused}), std::string("a"));
        QCOMPARE(send(tablet, {early, underWay, queued, refused}), std::string("dddd"));
        QCOMPARE(send(tablet, {tablet.next(4)}), std::string("a"));
        // And once more.
        m_clock->advance(1h);
        tablet.startChain();
        m_clock->advance(1h);
        QCOMPARE(send(tablet, {tablet.next(3)}), std::string("a"));
        QCOMPARE(send(tablet, {tablet.next(2)}), std::string("a"));
        QCOMPARE(page().chains.size(), 3u);
        for (const auto &chain : page().chains)
            QVERIFY(!chain.whole->cloned && !chain.whole->forked && chain.whole->missing == 0);
    }

    void aTabletThatMovedBringsTheOldShopsAnswersToo()
    {
        Tablet tablet(*m_clock, *m_store);
        const auto before = tablet.next(9), queued = tablet.next(3);
        QCOMPARE(send(tablet, {before}), std::string("a"));
        tablet.enrol(*m_store, "s2");
        QCOMPARE(send(tablet, {queued, tablet.next(8)}), std::string("aa"));
        const auto chain = only();
        QCOMPARE(chain.store, std::string("s2"));
        QCOMPARE(chain.whole->missing, 0);
        QCOMPARE(chain.days.size(), 2u);
        QCOMPARE(chain.days[0].counts.received + chain.days[1].counts.received, 3);

        // Who sees one of the shops is told of its rows only, and nothing of the chain as a whole.
        LedgerQuery north;
        north.scope = server::StoreSet({"s1"});
        const auto part = only(north);
        QCOMPARE(part.counts.received, 2);
        QCOMPARE(part.days.size(), 1u);
        QCOMPARE(part.days.front().store, std::string("s1"));
        QVERIFY(!part.whole);
        QVERIFY(part.store.empty());
        QCOMPARE(m_store->ledgerTotals(north)->made, 0);
        QCOMPARE(m_store->ledgerTotals(north)->counts.received, 2);
        north.onlyOpen = true;
        QVERIFY(page(north).chains.empty());
        north.onlyOpen = false;
        north.store = "s2";
        QCOMPARE(m_store->ledger(north).failure().code, std::string("not-found"));
    }

    void anotherRegionsTabletIsAbsent()
    {
        Tablet tablet(*m_clock, *m_store, "s2");
        QCOMPARE(send(tablet, {tablet.next(9)}), std::string("a"));
        LedgerQuery north;
        north.scope = server::StoreSet({"s1"});
        QVERIFY(page(north).chains.empty());
        QCOMPARE(m_store->ledgerTotals(north)->chains, 0);
        LedgerQuery south;
        south.scope = server::StoreSet({"s2"});
        QVERIFY(only(south).whole);
    }

    void theHeartbeatTellsWhatTheTabletHolds()
    {
        Tablet tablet(*m_clock, *m_store);
        QCOMPARE(send(tablet, {tablet.next(9)}), std::string("a"));
        const auto chain = tablet.last().chain.text();
        QVERIFY(m_store->recordHeartbeat(
            tablet.device.id, R"({"queue_length":2,"ledger":{")" + chain +
                                  R"(":{"made":3,"altered":[1],"missing":[2,"x",-4]},"x":1}})"));
        const auto told = only();
        QCOMPARE(told.whole->made, 3);
        QCOMPARE(told.whole->missing, 2);
        QCOMPARE(told.whole->alteredOnTablet, std::vector<std::int64_t>{1});
        QCOMPARE(told.whole->missingOnTablet, std::vector<std::int64_t>{2});
        LedgerQuery open;
        open.onlyOpen = true;
        QCOMPARE(page(open).chains.size(), 1u);
        QVERIFY(m_store->recordHeartbeat(tablet.device.id, R"({"ledger":[1]})"));
        QVERIFY(m_store->recordHeartbeat(
            tablet.device.id, R"({"ledger":{")" + chain + R"(":{"made":1}}})"));
        QCOMPARE(only().whole->made, 1);
        QVERIFY(only().whole->alteredOnTablet.empty());
    }

    void aDamagedRecordCannotStateAPlaceThatWasNeverMade()
    {
        Tablet tablet(*m_clock, *m_store);
        auto damaged = tablet.next(9);
        damaged["sequence"] = 4'000'000'000;
        QCOMPARE(send(tablet, {damaged}), std::string("r"));
        QCOMPARE(only().whole->made, 1);
        QCOMPARE(only().whole->missing, 1);
        QCOMPARE(m_store->ledgerTotals({})->counts.refused, 1);
    }

    void pagesAndTotalsHoldTheSame()
    {
        std::int64_t received = 0;
        for (int i = 0; i < 7; ++i) {
            Tablet tablet(*m_clock, *m_store, i % 2 ? "s1" : "s2");
            std::vector<json::object> records;
            for (int r = 0; r <= i; ++r)
                records.push_back(tablet.next(r));
            QVERIFY(m_store->ingest(tablet.device, tablet.batch(records)));
            received += i + 1;
        }
        LedgerQuery query;
        query.limit = 3;
        std::int64_t sum = 0, chains = 0;
        for (std::optional<std::int64_t> after = 0; after;) {
            query.after = *after;
            const auto some = page(query);
            for (const auto &chain : some.chains)
                sum += chain.counts.received;
            chains += static_cast<std::int64_t>(some.chains.size());
            after = some.next;
        }
        QCOMPARE(sum, received);
        QCOMPARE(chains, 7);
        const auto totals = m_store->ledgerTotals({}).value();
        QCOMPARE(totals.counts.received, received);
        QCOMPARE(totals.made, received);
        QCOMPARE(totals.chains, 7);
        QCOMPARE(totals.open, 0);
        LedgerQuery one;
        one.store = "s1";
        QCOMPARE(page(one).chains.size(), 3u);
        QCOMPARE(m_store->ledgerTotals(one)->counts.received, 2 + 4 + 6);
    }
};

VOUCH_TEST(TestStoreLedger)

} // namespace test_store_ledger

#include "test_store_ledger.moc"
