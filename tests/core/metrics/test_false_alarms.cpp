#include "core/metrics/change_point.h"
#include "core/metrics/judgement.h"
#include "core/metrics/ranking.h"
#include "core/metrics/trend.h"
#include "tests/core/metrics/metrics_worlds.h"
#include "tests/support/suite.h"

#include <QTest>

#include <algorithm>
#include <cmath>

/// Two hundred chains in which nothing happens but the days' own luck: how often something is
/// called. And the chains in which something does.
namespace test_false_alarms {

using namespace vouch::metrics;
using vouch::test::TrueMix;
using vouch::test::World;

namespace {

constexpr int chains = 200;
constexpr int daysLong = 56;
constexpr double nominal = 0.05;

struct Shop
{
    TrueMix mix;
    double perDay;
};

/// The demo's.
const std::vector<Shop> shops{
    {{60, 24, 16}, 40},
    {{54, 26, 20}, 39},
    {{70, 20, 10}, 29},
    {{62, 23, 15}, 28},
    {{62, 22, 16}, 6}};

/// What is called in all chains.
struct Calls
{
    int judged = 0;
    int changes = 0;
    int chainsWithAny = 0; ///< judged together
    int belowTarget = 0;
    int trends = 0;
    int falls = 0;
    int searched = 0;
    int sure = 0; ///< without the variance between days
};

/// In each shop the score is `fall` points lower in the last week.
Calls live(double effect, double fall)
{
    Calls out;
    for (int chain = 0; chain < chains; ++chain) {
        World world(1000 + std::uint64_t(chain));
        std::vector<Judgement> judgements;
        for (const auto &shop : shops) {
            const auto series =
                world.days(daysLong, shop.perDay, shop.mix, effect, daysLong - 7, fall);
            const auto last = World::at(daysLong - 1);
            if (const auto found = judgeChange(series, last)) {
                judgements.push_back(*found);
                ++out.judged;
                out.changes += found->verdict != Verdict::NoClearChange ? 1 : 0;
                out.sure +=
                    difference(found->now.tally, found->before.tally)->significant() ? 1 : 0;
            }
            const double truth = shop.mix.promoters - shop.mix.detractors;
            if (const auto found = againstTarget(series, last, truth))
                out.belowTarget += found->verdict == TargetVerdict::Below ? 1 : 0;
            if (const auto found = trend(series))
                out.trends += found->clear() ? 1 : 0;
            if (chain % 2 == 0) {
                const auto found = findChange(series, Direction::Fall, {199, 1});
                ++out.searched;
                out.falls += found && *found && found.value()->significant() ? 1 : 0;
            }
        }
        judgeTogether(judgements);
        out.chainsWithAny += std::any_of(
                                 judgements.begin(), judgements.end(),
                                 [](const Judgement &judgement) {
                                     return judgement.verdict != Verdict::NoClearChange;
                                 })
                                 ? 1
                                 : 0;
    }
    return out;
}

/// At most the nominal rate of `trials`.
bool holds(const char *what, int calls, int trials)
{
    qInfo("%s: %d of %d (%.1f %%)", what, calls, trials, 100.0 * calls / trials);
    return calls <= nominal * trials;
}

/// Of what is exactly as sure as it says, not surer: no more than two standard deviations of the
/// count above.
bool isExact(const char *what, int calls, int trials)
{
    const double expected = nominal * trials;
    return holds(what, calls, trials) ||
           calls <= expected + 2 * std::sqrt(expected * (1 - nominal));
}

/// Chains of stores that differ by nothing, ranked over all their days.
struct EqualStores
{
    int chains;
    int stores;
    int days;
    double perDay; ///< on average; a store has 0.13, 1, 1.4 times as many in turn where uneven
    TrueMix mix;
    double effect;
    bool uneven = false;
};

/// In how many chains a store is called above or below the others.
int chainsWithACall(const EqualStores &equal)
{
    constexpr double sizes[] = {1.4, 1, 0.13};
    World world(77);
    int called = 0;
    for (int chain = 0; chain < equal.chains; ++chain) {
        std::vector<std::vector<DayTally>> series;
        for (int i = 0; i < equal.stores; ++i)
            series.push_back(world.days(
                equal.days, equal.perDay * (equal.uneven ? sizes[i % 3] : 1), equal.mix,
                equal.effect));
        const auto effects = shopEffects(series, World::at(0), World::at(equal.days - 1));
        std::vector<StoreScores> scores;
        for (std::size_t i = 0; i < series.size(); ++i)
            scores.push_back({pooled(series[i]), effects.varianceFactors[i]});
        const auto ranking = rank(scores, effects.between);
        called += std::any_of(
                      ranking.stores.begin(), ranking.stores.end(),
                      [](const auto &store) { return store.against != AgainstRegion::NotClear; })
                      ? 1
                      : 0;
    }
    return called;
}

} // namespace

class TestFalseAlarms : public QObject
{
    Q_OBJECT

private slots:
    void nothingHappened();
    void withGreatDifferencesBetweenDays();
    void somethingHappened();
    void equalStoresOfAMonth();
    void equalStoresOfAYoungChain();
    void equalStoresOfAFewDays();
    void equalStoresOfContentedCustomers();
};

void TestFalseAlarms::nothingHappened()
{
    const auto calls = live(4, 0);
    QVERIFY(calls.judged > 4 * chains);
    QVERIFY(holds("changes", calls.changes, calls.judged));
    QVERIFY(holds("chains with a change", calls.chainsWithAny, chains));
    // One-sided: half of the nominal rate lies on either side.
    QVERIFY(holds("below a target that is met", calls.belowTarget, 5 * chains));
    QVERIFY(isExact("trends", calls.trends, 5 * chains));
    QVERIFY(isExact("falls", calls.falls, calls.searched));
}

void TestFalseAlarms::withGreatDifferencesBetweenDays()
{
    const auto calls = live(15, 0);
    QVERIFY(holds("changes", calls.changes, calls.judged));
    QVERIFY(holds("chains with a change", calls.chainsWithAny, chains));
    QVERIFY(holds("below a target that is met", calls.belowTarget, 5 * chains));
    QVERIFY(isExact("trends", calls.trends, 5 * chains));
    QVERIFY(isExact("falls", calls.falls, calls.searched));
    // What the variance between days is for.
    QVERIFY(!holds("changes, from chance alone", calls.sure, calls.judged));
}

void TestFalseAlarms::somethingHappened()
{
    const auto calls = live(4, 30);
    QVERIFY(calls.chainsWithAny >= 0.95 * chains);
    // Four of the five shops have the answers for it.
    QVERIFY(calls.changes >= 0.6 * calls.judged);
    QVERIFY(calls.falls >= 0.6 * calls.searched);
}

void TestFalseAlarms::equalStoresOfAMonth()
{
    const EqualStores month{400, 20, 28, 20, {}, 4, true};
    QVERIFY(isExact("chains ranked over a month", chainsWithACall(month), month.chains));
}

void TestFalseAlarms::equalStoresOfAYoungChain()
{
    // Too young for a store to know alone how its days differ; the stores know it together.
    const EqualStores week{400, 20, 7, 280, {}, 4};
    QVERIFY(isExact("chains ranked over their first week", chainsWithACall(week), week.chains));
}

void TestFalseAlarms::equalStoresOfAFewDays()
{
    // Ten degrees of freedom: a normal quantile calls three times as many.
    const EqualStores days{2000, 5, 3, 140, {}, 8};
    QVERIFY(isExact("chains ranked over three days", chainsWithACall(days), days.chains));
}

void TestFalseAlarms::equalStoresOfContentedCustomers()
{
    // A small store that is high by luck has few detractors, and so a small variance of its own.
    const EqualStores contented{200, 200, 28, 7, {85, 10, 5}, 0, true};
    QVERIFY(holds("chains of the contented", chainsWithACall(contented), contented.chains));
}

VOUCH_TEST(TestFalseAlarms)

} // namespace test_false_alarms

#include "test_false_alarms.moc"
