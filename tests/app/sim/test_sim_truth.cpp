#include "core/metrics/change_point.h"
#include "core/metrics/drivers.h"
#include "core/metrics/judgement.h"
#include "core/metrics/ranking.h"
#include "core/metrics/store_weeks.h"
#include "tests/support/suite.h"

#include "sim_world.h"

#include <QtTest>

#include <algorithm>
#include <cmath>

/// The statistics find in the demo chain what is planted there, and nothing in a chain where
/// nothing is.
namespace test_sim_truth {

using namespace vouch;
using namespace vouch::metrics;
using namespace vouch::sim;
using namespace vouch::test;

namespace {

constexpr int windowDays = 30;
constexpr std::uint64_t someSeeds = 8;
constexpr int chains = 200;
constexpr double nominal = 0.05;

const std::vector<std::string> criteria{"choice", "quality",  "prices", "stock",
                                        "staff",  "advice",   "queue",  "cleanliness",
                                        "layout", "location", "other"};

std::size_t criterion(const std::string &code)
{
    return std::size_t(std::find(criteria.begin(), criteria.end(), code) - criteria.begin());
}

PickedCheck pickedCheck(const Conversation &conversation)
{
    PickedCheck check{*conversation.score, true, 0};
    for (const auto &pick : conversation.picks)
        check.picks |= std::uint64_t{1} << criterion(pick);
    return check;
}

/// A chain as the server would know it.
struct Chain
{
    std::vector<std::vector<DayTally>> days; ///< by shop
    PickTable picks{criteria};
};

} // namespace

class TestSimTruth : public QObject
{
    Q_OBJECT

private slots:
    void theSlowCheckoutIsFound();
    void theSlowCheckoutIsNamedMoreThanElsewhere();
    void theLikedStaffIsFound();
    void theFallIsFoundWithinDays();
    void theLuckyWeekIsNeverFirst();
    void theClerkLiftsTheScore();
    void aChainWithoutAnyIsSilent();

private:
    using Keep = std::function<bool(const Conversation &)>;
    static bool everybody(const Conversation &) { return true; }

    DayPlan plan(std::uint64_t seed, int length = windowDays) const
    {
        return DayPlan(seed, 1, SimWorld::window(length), m_world.shoppers);
    }
    Chain
    live(const DayPlan &plan, const std::vector<Shop> &shops, const Keep &keep = everybody) const
    {
        Chain out;
        for (const auto &shop : shops) {
            std::vector<DayTally> days(std::size_t(plan.window().days()));
            for (std::size_t i = 0; i < days.size(); ++i)
                days[i].day = plan.window().first + std::chrono::days(i);
            m_world.eachIn(plan, shop, [&](int index, const Conversation &each) {
                if (!each.score || each.training || !keep(each))
                    return;
                days[std::size_t(index)].tally.add(*each.score);
                out.picks.add(shop.index, index / 7, pickedCheck(each));
            });
            out.days.push_back(std::move(days));
        }
        return out;
    }

    SimWorld m_world;
};

void TestSimTruth::theSlowCheckoutIsFound()
{
    const std::vector<Shop> station{m_world.shop("Station")};
    const auto peak = [](const Conversation &each) {
        return hourOf(each) >= 17 && hourOf(each) < 20;
    };
    for (std::uint64_t seed = 1; seed <= someSeeds; ++seed) {
        const auto busy = live(plan(seed), station, peak);
        const auto calm = live(plan(seed), station, std::not_fn(peak));
        const auto scores = difference(pooled(busy.days[0]), pooled(calm.days[0]));
        QVERIFY2(scores->high < 0, qPrintable(QString::number(scores->high)));
        const auto share = [](const Chain &chain) {
            const auto found = mentions(chain.picks, PickList::Improve).value();
            return std::find_if(
                       found.begin(), found.end(),
                       [](const Mention &mention) {
                           return mention.criterion == criterion("queue");
                       })
                ->share;
        };
        const auto queue = difference(std::optional(share(busy)), std::optional(share(calm)));
        QVERIFY2(queue->low > 0, qPrintable(QString::number(queue->low)));
        QCOMPARE(
            mentions(busy.picks, PickList::Improve).value().front().criterion, criterion("queue"));
    }
}

/// As whoever compares a store's reasons with those of the others sees it: all hours together.
void TestSimTruth::theSlowCheckoutIsNamedMoreThanElsewhere()
{
    int found = 0;
    for (std::uint64_t seed = 1; seed <= someSeeds; ++seed) {
        auto others = m_world.shops;
        std::erase_if(others, [](const Shop &shop) { return shop.name == "Station"; });
        const auto share = [](const Chain &chain) {
            for (const auto &mention : mentions(chain.picks, PickList::Improve).value())
                if (mention.criterion == criterion("queue"))
                    return std::optional(mention.share);
            return std::optional<Proportion>();
        };
        const auto here = share(live(plan(seed), {m_world.shop("Station")}));
        const auto more = difference(here, share(live(plan(seed), others)));
        found += more->low > 0 ? 1 : 0;
    }
    QVERIFY2(found >= int(someSeeds) - 2, qPrintable(QString::number(found)));
}

void TestSimTruth::theLikedStaffIsFound()
{
    for (std::uint64_t seed = 1; seed <= someSeeds; ++seed) {
        const auto chain = live(plan(seed), {m_world.shop("Garden")});
        const auto liked = mentions(chain.picks, PickList::Liked).value();
        QCOMPARE(liked.front().criterion, criterion("staff"));
        QVERIFY(liked.front().share.low > liked[1].share.high);
        const auto best = balance(chain.picks).value().front();
        QCOMPARE(best.criterion, criterion("staff"));
        QVERIFY(best.range.low > 0);
    }
}

void TestSimTruth::theFallIsFoundWithinDays()
{
    // Judged at the end of each day from the last good one on; the fall is on the nineteenth day.
    int proven = 0;
    int since = 0;
    int held = 0;
    for (std::uint64_t seed = 1; seed <= someSeeds; ++seed) {
        const auto chain = live(plan(seed), {m_world.shop("Harbour")});
        const auto &days = chain.days[0];
        const Day fell = days[18].day;
        const auto onDayOne = judgeChange(days, fell);
        QVERIFY(onDayOne->verdict != Verdict::Better);
        bool worse = false;
        for (int later = 1; later < 7; ++later)
            worse = worse ||
                    judgeChange(days, fell + std::chrono::days(later))->verdict == Verdict::Worse;
        proven += worse ? 1 : 0;
        const auto found = findChange(days, Direction::Fall).value();
        if (found && found->significant()) {
            ++since;
            held += found->earliest <= fell && fell <= found->latest ? 1 : 0;
        }
    }
    QVERIFY2(proven >= int(someSeeds) - 1, qPrintable(QString::number(proven)));
    QVERIFY2(since >= int(someSeeds) - 2, qPrintable(QString::number(since)));
    QVERIFY2(held >= since - 1, qPrintable(QString::number(held)));
}

void TestSimTruth::theLuckyWeekIsNeverFirst()
{
    int highest = 0;
    for (std::uint64_t seed = 1; seed <= someSeeds; ++seed) {
        const auto chain = live(plan(seed), m_world.shops);
        std::vector<StoreScores> stores;
        for (const auto &days : chain.days)
            stores.push_back({pooled(within(days, days[23].day, days[29].day))});
        const auto ranking = rank(stores);
        QCOMPARE(ranking.stores.back().index, m_world.shop("Old Town").index);
        QVERIFY(!ranking.stores.back().place);
        QVERIFY(ranking.stores.front().place.has_value());
        highest += ranking.stores.back().nps >= ranking.stores.front().nps ? 1 : 0;
    }
    // By its score alone it would have been.
    QVERIFY2(highest >= int(someSeeds) / 2, qPrintable(QString::number(highest)));
}

void TestSimTruth::theClerkLiftsTheScore()
{
    for (std::uint64_t seed = 1; seed <= someSeeds; ++seed) {
        const std::vector<Shop> central{m_world.shop("Central")};
        const auto honest = [](const Conversation &each) { return !each.fixed; };
        const Tally with = pooled(live(plan(seed), central).days[0]);
        const Tally without = pooled(live(plan(seed), central, honest).days[0]);
        QCOMPARE(with.count() - without.count(), 36);
        QVERIFY(*nps(with) > *nps(without));
    }
}

void TestSimTruth::aChainWithoutAnyIsSilent()
{
    ChainSize size;
    size.planted = false;
    const auto shops = chain(size);
    int judged = 0;
    int changes = 0;
    int anyChange = 0;
    int anySplit = 0;
    int anyOfNine = 0;
    for (std::uint64_t seed = 1; seed <= chains; ++seed) {
        const auto life = live(plan(seed, 21), shops);
        std::vector<Judgement> judgements;
        for (const auto &days : life.days) {
            if (const auto found = judgeChange(days, days.back().day))
                judgements.push_back(*found);
        }
        const auto called = [](const Judgement &each) {
            return each.verdict != Verdict::NoClearChange;
        };
        judged += int(judgements.size());
        changes += int(std::count_if(judgements.begin(), judgements.end(), called));
        judgeTogether(judgements);
        anyChange += std::any_of(judgements.begin(), judgements.end(), called) ? 1 : 0;
        const auto found = splits(life.picks, PickList::Improve).value();
        anySplit +=
            std::any_of(found.begin(), found.end(), [](const Split &each) { return each.clear(); })
                ? 1
                : 0;
        const auto liked = splits(life.picks, PickList::Liked).value();
        anyOfNine +=
            std::any_of(liked.begin(), liked.end(), [](const Split &each) { return each.clear(); })
                ? 1
                : 0;
    }
    qInfo(
        "changes %d of %d, chains with a change %d, with a split %d and %d of %d", changes, judged,
        anyChange, anySplit, anyOfNine, chains);
    QVERIFY(judged > 4 * chains);
    QVERIFY(changes <= nominal * judged);
    QVERIFY(anyChange <= nominal * chains);
    QVERIFY(anySplit <= nominal * chains);
    QVERIFY(anyOfNine <= nominal * chains);
}

VOUCH_TEST(TestSimTruth)

} // namespace test_sim_truth

#include "test_sim_truth.moc"
