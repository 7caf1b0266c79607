#include "core/metrics/competitors.h"
#include "core/metrics/composite.h"
#include "core/metrics/disclosure.h"
#include "core/metrics/funnel.h"
#include "core/metrics/periods.h"
#include "core/metrics/reference.h"
#include "core/metrics/satisfaction.h"
#include "core/metrics/womi.h"
#include "tests/support/suite.h"

#include <QTest>

#include <cmath>
#include <random>
#include <set>

/// The score's kin: touchpoints together, quarters, employees, word of mouth, competitors,
/// satisfaction, effort, the funnel, references.
namespace test_kin {

using namespace vouch;
using namespace vouch::metrics;
using std::chrono::days;

namespace {

Tally tallyOf(std::int64_t promoters, std::int64_t passives, std::int64_t detractors)
{
    Tally tally;
    tally.add(10, promoters);
    tally.add(7, passives);
    tally.add(4, detractors);
    return tally;
}

Day day(const char *text)
{
    return parseDay(text).value();
}

} // namespace

class TestKin : public QObject
{
    Q_OBJECT

private slots:
    void touchpointsAreWeighted();
    void aMissingTouchpointIsNamed();
    void weightsAddUpToOne();
    void quartersFollowTheYear();
    void theIndexWaitsForTheQuarterToEnd();
    void theIndexIsComparedWithBeforeAndAYearAgo();
    void fewEmployeesStayHidden();
    void employeesAreToldByWholeWeeks();
    void whatIsHiddenIsNoDifferenceOfWhatIsTold();
    void noTreeGivesAwayFew();
    void womiByBothRules();
    void womiOfAnAnswerOnBothSides();
    void competitorsSplitThePromoters();
    void satisfactionIsTheTopTwoBoxes();
    void effortHasAMeanAndAShare();
    void theFunnelKnowsWhatItIsTold();
    void coverageIsAShareOfTheOpenMinutes();
    void referencesStandBesideARelationalIndexOnly();
};

void TestKin::touchpointsAreWeighted()
{
    const std::vector<WeightedTouchpoint> touchpoints{
        {"checkout", 0.75, tallyOf(60, 30, 10)},
        {"service", 0.25, tallyOf(20, 20, 60)},
        {"unused", 0, {}}};
    const auto found = weightedScore(touchpoints);
    QVERIFY(found.ok());
    QCOMPARE(found->nps.value(), 0.75 * 50 + 0.25 * -40);
    QVERIFY(found->missing.empty());
    const double expected = std::hypot(
        0.75 * *standardError(touchpoints[0].tally), 0.25 * *standardError(touchpoints[1].tally));
    QCOMPARE(found->standardError.value(), expected);
    QVERIFY(found->range->low < *found->nps && *found->nps < found->range->high);

    // A single one is itself.
    const auto single = weightedScore(
        std::vector<WeightedTouchpoint>{{"a", 1, tallyOf(6, 3, 1) + tallyOf(54, 27, 9)}});
    QCOMPARE(single->range->low, interval(tallyOf(60, 30, 10))->low);
}

void TestKin::aMissingTouchpointIsNamed()
{
    const auto found = weightedScore(std::vector<WeightedTouchpoint>{
        {"checkout", 0.5, tallyOf(60, 30, 10)},
        {"service", 0.3, tallyOf(20, 8, 1)},
        {"online", 0.2, {}}});
    QVERIFY(found.ok());
    QVERIFY(!found->nps && !found->range && !found->standardError);
    QCOMPARE(found->missing, (std::vector<std::string>{"service", "online"}));
}

void TestKin::weightsAddUpToOne()
{
    const auto codeOf = [](std::vector<double> weights) {
        std::vector<WeightedTouchpoint> touchpoints;
        for (const double weight : weights)
            touchpoints.push_back({"t", weight, tallyOf(60, 30, 10)});
        const auto found = weightedScore(touchpoints);
        return found ? std::string() : found.failure().code;
    };
    QCOMPARE(codeOf({}), std::string("weights-malformed"));
    QCOMPARE(codeOf({0.5}), std::string("weights-malformed"));
    QCOMPARE(codeOf({0.5, 0.6}), std::string("weights-malformed"));
    QCOMPARE(codeOf({1.5, -0.5}), std::string("weights-malformed"));
    QCOMPARE(codeOf({std::nan(""), 1}), std::string("weights-malformed"));
    QCOMPARE(codeOf({1.0 / 3, 1.0 / 3, 1.0 / 3}), std::string());
}

void TestKin::quartersFollowTheYear()
{
    QVERIFY((quarterOf(day("2026-01-01")) == Quarter{2026, 1}));
    QVERIFY((quarterOf(day("2026-03-31")) == Quarter{2026, 1}));
    QVERIFY((quarterOf(day("2026-04-01")) == Quarter{2026, 2}));
    QVERIFY((quarterOf(day("2026-12-31")) == Quarter{2026, 4}));
    QVERIFY(endOf({2026, 4}) == day("2027-01-01"));
    QVERIFY(endOf({2024, 1}) == day("2024-04-01"));
}

void TestKin::theIndexWaitsForTheQuarterToEnd()
{
    const std::vector<DayTally> series{
        {day("2026-02-10"), tallyOf(60, 30, 10)},
        {day("2026-05-01"), tallyOf(10, 0, 10)},
        {day("2026-02-11"), tallyOf(6, 3, 1)}};
    const auto early = relationalIndex(series, day("2026-06-29"));
    QCOMPARE(early.size(), std::size_t(1));
    QCOMPARE(early[0].tally.count(), 110);
    QCOMPARE(early[0].sufficiency, Sufficiency::Enough);
    const auto later = relationalIndex(series, day("2026-06-30"));
    QCOMPARE(later.size(), std::size_t(2));
    QCOMPARE(later[1].sufficiency, Sufficiency::TooFew);
    QVERIFY(relationalIndex({}, day("2026-06-30")).empty());
    QVERIFY(relationalIndex(series, day("2025-06-30")).empty());
}

void TestKin::theIndexIsComparedWithBeforeAndAYearAgo()
{
    const std::vector<DayTally> series{
        {day("2025-02-10"), tallyOf(45, 35, 20)},
        {day("2025-12-10"), tallyOf(60, 30, 10)},
        {day("2026-02-10"), tallyOf(60, 30, 10)}};
    const auto index = relationalIndex(series, day("2026-03-31"));
    QCOMPARE(index.size(), std::size_t(3));
    QVERIFY(!index[0].sincePrevious && !index[0].sinceLastYear);
    QVERIFY(!index[1].sincePrevious); // the summer is missing
    QCOMPARE(index[2].sincePrevious->delta, 0.0);
    QVERIFY(std::abs(index[2].sinceLastYear->delta - 24.27) < 0.005);
}

void TestKin::fewEmployeesStayHidden()
{
    QVERIFY(!employeeScore({}));
    QVERIFY(!employeeScore(tallyOf(6, 0, 0)));
    QCOMPARE(employeeScore(tallyOf(6, 0, 1))->tally.count(), 7);
    QCOMPARE(employeeScore(tallyOf(5, 1, 1))->nps, 400.0 / 7);
}

void TestKin::employeesAreToldByWholeWeeks()
{
    // 2026-11-16 is a Monday.
    std::vector<DayTally> series;
    for (int i = 0; i < 14; ++i)
        series.push_back({day("2026-11-14") + days(i), tallyOf(1, 0, i % 2)});
    const auto weeks = employeeWeeks(series, day("2026-11-27"));
    QCOMPARE(weeks.size(), std::size_t(2));
    QVERIFY(weeks[0].first == day("2026-11-09") && !weeks[0].score);
    QVERIFY(weeks[1].first == day("2026-11-16"));
    QCOMPARE(weeks[1].score->tally.count(), 10);
    const auto saturdays = employeeWeeks(series, day("2026-11-27"), std::chrono::Saturday);
    QCOMPARE(saturdays.size(), std::size_t(2));
    QVERIFY(saturdays[0].first == day("2026-11-14"));
    QVERIFY(employeeWeeks(series, day("2026-11-14")).empty());
}

void TestKin::whatIsHiddenIsNoDifferenceOfWhatIsTold()
{
    using Told = std::vector<bool>;
    QVERIFY(mayBeTold({}, 7).empty());
    QVERIFY(mayBeTold(std::vector<NestedGroup>{{0, 6}}, 7) == Told({false}));
    QVERIFY(mayBeTold(std::vector<NestedGroup>{{0, 7}}, 7) == Told({true}));
    // All together less the shop of 20 would be the shop of 3.
    QVERIFY(
        mayBeTold(std::vector<NestedGroup>{{0, 0}, {0, 20}, {0, 3}}, 7) ==
        Told({false, true, false}));
    // Two small ones hide each other, and one without answers hides nothing.
    QVERIFY(
        mayBeTold(std::vector<NestedGroup>{{0, 0}, {0, 20}, {0, 3}, {0, 4}, {0, 0}}, 7) ==
        Told({true, true, false, false, false}));
    // A region that is not told for the sake of its small shop is told by no sum around it.
    QVERIFY(
        mayBeTold(std::vector<NestedGroup>{{0, 0}, {0, 0}, {1, 20}, {1, 3}, {0, 30}}, 7) ==
        Told({false, false, true, false, true}));
}

/// Whoever knows all that is told knows of each told group what is left of it beside those that
/// are told within it, and nothing smaller.
void TestKin::noTreeGivesAwayFew()
{
    std::mt19937 random{20261123};
    const auto draw = [&](int most) { return std::uniform_int_distribution<int>(0, most)(random); };
    int told = 0, hidden = 0;
    for (int round = 0; round < 2000; ++round) {
        std::vector<NestedGroup> groups(1);
        for (int i = 1; i < 14; ++i)
            groups.push_back({std::size_t(draw(i < 5 ? i - 1 : 4)), i < 5 ? 0 : draw(9)});
        const auto may = mayBeTold(groups, 7);
        std::vector<std::int64_t> left(groups.size());
        for (std::size_t i = groups.size(); i-- > 0;) {
            auto at = i; // its nearest told group
            while (!may[at] && at != 0)
                at = groups[at].around;
            left[at] += groups[i].answers;
            (may[i] ? told : hidden) += 1;
        }
        for (std::size_t i = 0; i < groups.size(); ++i)
            QVERIFY(!may[i] || left[i] == 0 || left[i] >= 7);
    }
    QVERIFY(told > 1000 && hidden > 1000);
}

void TestKin::womiByBothRules()
{
    WomiTally tally;
    tally.add(10, 0, 50);
    tally.add(8, 3, 20);
    tally.add(5, 2, 10);
    tally.add(3, 7, 12);
    tally.add(0, 9, 8);
    const auto looser = womi(tally, WomiRule::Looser).value();
    QCOMPARE(looser.count, 100);
    QCOMPARE(looser.promoters, 50);
    QCOMPARE(looser.trueDetractors, 20);
    QCOMPARE(looser.falseDetractors, 10);
    QCOMPARE(looser.womi, 30.0);
    const auto published = womi(tally, WomiRule::Published).value();
    QCOMPARE(published.trueDetractors, 8);
    QCOMPARE(published.falseDetractors, 22);
    QCOMPARE(published.womi, 42.0);
    QVERIFY(published.range.low < 42 && 42 < published.range.high);
    QVERIFY(ruleText(looser.rule) != ruleText(published.rule));
    QVERIFY(!womi({}, WomiRule::Looser));
    QVERIFY(!womi({}, WomiRule::Published));
}

void TestKin::womiOfAnAnswerOnBothSides()
{
    WomiTally tally;
    tally.add(9, 10, 10);
    tally.add(7, 9, 10);
    const auto published = womi(tally, WomiRule::Published).value();
    QCOMPARE(published.promoters, 10);
    QCOMPARE(published.trueDetractors, 20);
    QCOMPARE(published.womi, -50.0);
    QCOMPARE(womi(tally, WomiRule::Looser)->womi, 50.0);
}

void TestKin::competitorsSplitThePromoters()
{
    const Tally prefer = tallyOf(30, 20, 50);
    const std::vector<NamedCompetitor> named{{"online", 8}, {"supermarket", 15}, {"market", 0}};
    const auto found = competitorScore(prefer, named).value();
    QCOMPARE(found.nps, -20.0);
    QCOMPARE(found.range.low, interval(prefer)->low);
    QCOMPARE(found.named.front().name, std::string("supermarket"));
    QCOMPARE(found.named.front().drawn.value, 0.15);
    QCOMPARE(found.named.back().drawn.value, 0.0);
    QCOMPARE(found.unnamed, 7);
    QVERIFY(!competitorScore({}, named));
}

void TestKin::satisfactionIsTheTopTwoBoxes()
{
    const auto found = csat({1, 2, 7, 50, 40}).value();
    QCOMPARE(found.value, 0.9);
    QCOMPARE(found.base, 100);
    QVERIFY(found.low > 0.82 && found.high < 0.95);
    QVERIFY(!csat({}));
    QCOMPARE(csat({0, 0, 0, 0, 1})->value, 1.0);
    QVERIFY(csat({0, 0, 0, 0, 1})->low < 0.3);
}

void TestKin::effortHasAMeanAndAShare()
{
    QVERIFY(!ces({}));
    const auto one = ces({0, 0, 0, 0, 0, 1, 0}).value();
    QCOMPARE(one.mean, 6.0);
    QVERIFY(!one.low && !one.high);
    const auto alike = ces({0, 0, 0, 0, 0, 9, 0}).value();
    QVERIFY(!alike.low && !alike.high);
    QCOMPARE(alike.easy.value, 1.0);
    const auto mixed = ces({10, 0, 0, 10, 0, 0, 20}).value();
    QCOMPARE(mixed.mean, 4.75);
    QCOMPARE(mixed.easy.value, 0.5);
    QVERIFY(*mixed.low < mixed.mean && mixed.mean < *mixed.high);
    QVERIFY(*ces({1, 0, 0, 0, 0, 0, 1})->low == 1 && *ces({1, 0, 0, 0, 0, 0, 1})->high == 7);
}

void TestKin::theFunnelKnowsWhatItIsTold()
{
    const auto found = funnel({100, 93, 76, 60, 2500});
    QCOMPARE(found.responseRate->value, 93.0 / 2500);
    QCOMPARE(found.scored->value, 0.93);
    QCOMPARE(found.listed->value, 76.0 / 93);
    QCOMPARE(found.completed->value, 60.0 / 93);
    QVERIFY(!funnel({100, 93, 76, 60, {}}).responseRate);
    QVERIFY(!funnel({100, 93, 76, 60, 0}).responseRate);
    QVERIFY(!funnel({100, 93, 76, 60, 92}).responseRate);
    QCOMPARE(funnel({0, 0, 0, 0, 50}).responseRate->value, 0.0);
    QVERIFY(!funnel({}).scored && !funnel({}).listed && !funnel({}).completed);
}

void TestKin::coverageIsAShareOfTheOpenMinutes()
{
    QCOMPARE(coverage(390, 780).value(), 0.5);
    QCOMPARE(coverage(0, 780).value(), 0.0);
    QCOMPARE(coverage(800, 780).value(), 1.0);
    QVERIFY(!coverage(0, 0));
    QVERIFY(!coverage(10, 0));
}

void TestKin::referencesStandBesideARelationalIndexOnly()
{
    QVERIFY(references(ScoreKind::Transactional).empty());
    QVERIFY(references(ScoreKind::Employee).empty());
    QVERIFY(references(ScoreKind::Partner).empty());
    const auto all = references(ScoreKind::Relational);
    QCOMPARE(all.size(), std::size_t(21));
    std::set<std::tuple<std::string_view, ReferenceSource, double>> seen;
    for (const auto &reference : all) {
        QVERIFY(reference.nps >= -100 && reference.nps <= 100);
        QVERIFY(!sourceText(reference.source).empty());
        QVERIFY(seen.emplace(reference.code, reference.source, reference.nps).second);
    }
    QCOMPARE(levelOf(0), Level::Critical);
    QCOMPARE(levelOf(0.1), Level::CompareWithIndustry);
    QCOMPARE(levelOf(50), Level::Good);
}

VOUCH_TEST(TestKin)

} // namespace test_kin

#include "test_kin.moc"
