#include "core/metrics/relative_weights.h"
#include "tests/core/metrics/metrics_worlds.h"
#include "tests/support/suite.h"

#include <QTest>

#include <algorithm>
#include <cmath>

namespace test_relative_weights {

using namespace vouch;
using namespace vouch::metrics;
using vouch::test::World;

namespace {

const std::vector<std::string> names{"choice", "quality", "prices", "staff", "queue", "stock"};

std::int8_t clipped(double value, int low, int high)
{
    return static_cast<std::int8_t>(std::clamp(static_cast<int>(std::lround(value)), low, high));
}

/// Ratings 1–5 that share a mood; the score follows staff and queue by `effect`. Stores differ in
/// both, which is no effect.
RatedAnswers ratedWorld(std::uint64_t seed, int count, double effect)
{
    World world(seed);
    RatedAnswers answers(names.size());
    std::vector<double> better;
    for (int store = 0; store < 5; ++store)
        better.push_back(world.normal());
    for (int i = 0; i < count; ++i) {
        const std::size_t store = world.random().below(better.size());
        const double mood = world.normal();
        std::vector<std::int8_t> ratings;
        for (std::size_t k = 0; k < names.size(); ++k)
            ratings.push_back(
                clipped(3.4 + 0.6 * better[store] + 0.6 * mood + world.normal(), 1, 5));
        const double score = 7 + 0.8 * better[store] + effect * (ratings[3] - 3.0) +
                             effect / 2 * (ratings[4] - 3.0) + 2 * world.normal();
        answers.add(std::uint32_t(store), clipped(score, 0, 10), ratings);
    }
    return answers;
}

} // namespace

class TestRelativeWeights : public QObject
{
    Q_OBJECT

private slots:
    void weightsAddUpToRSquared();
    void independentCriteriaKeepTheirSquaredCorrelations();
    void namingThemOtherwiseChangesNothing();
    void noEffectIsFoundWhereNoneIs();
    void plantedEffectsAreFound();
    void incompleteAnswersAreLeftOut();
    void whatCannotBeToldIsRefused();
};

void TestRelativeWeights::weightsAddUpToRSquared()
{
    const auto found = relativeWeights(ratedWorld(1, 1000, 0.8), names).value();
    double weights = 0;
    double shares = 0;
    for (const auto &each : found.criteria) {
        QVERIFY(each.weight >= 0);
        QVERIFY(each.correlation >= -1 && each.correlation <= 1);
        weights += each.weight;
        shares += each.share;
    }
    QVERIFY(std::abs(weights - found.rSquared) < 1e-12);
    QVERIFY(std::abs(shares - 1) < 1e-12);
    QVERIFY(found.rSquared > 0 && found.rSquared < 1);
}

void TestRelativeWeights::independentCriteriaKeepTheirSquaredCorrelations()
{
    // All pairs of two ratings, equally often: no correlation, so each weight is r².
    RatedAnswers answers(2);
    for (int round = 0; round < 20; ++round) {
        for (int a = 1; a <= 5; ++a) {
            for (int b = 1; b <= 5; ++b) {
                const std::vector<std::int8_t> ratings{std::int8_t(a), std::int8_t(b)};
                answers.add(0, std::min(10, a + (b + 1) / 2 + round % 3), ratings);
            }
        }
    }
    const auto found = relativeWeights(answers, std::span(names).first(2)).value();
    for (const auto &each : found.criteria)
        QVERIFY(std::abs(each.weight - each.correlation * each.correlation) < 1e-9);
    QVERIFY(found.criteria[0].clear && found.criteria[1].clear);
    QVERIFY(found.criteria[0].weight > found.criteria[1].weight);
}

void TestRelativeWeights::namingThemOtherwiseChangesNothing()
{
    const auto answers = ratedWorld(2, 600, 0.7);
    RatedAnswers turned(names.size());
    for (std::size_t row = 0; row < answers.complete(); ++row) {
        const auto given = answers.row(row);
        std::vector<std::int8_t> ratings(given.begin(), given.end() - 1);
        std::reverse(ratings.begin(), ratings.end());
        turned.add(answers.store(row), given.back(), ratings);
    }
    const auto forth = relativeWeights(answers, names).value();
    const auto back = relativeWeights(turned, names).value();
    for (std::size_t i = 0; i < names.size(); ++i) {
        const auto &other = back.criteria[names.size() - 1 - i];
        QVERIFY(std::abs(forth.criteria[i].weight - other.weight) < 1e-9);
        QCOMPARE(forth.criteria[i].clear, other.clear);
    }
}

void TestRelativeWeights::noEffectIsFoundWhereNoneIs()
{
    int any = 0;
    int explained = 0;
    constexpr int worlds = 200;
    for (int i = 0; i < worlds; ++i) {
        const auto found = relativeWeights(ratedWorld(3000 + std::uint64_t(i), 400, 0), names);
        explained += found->pValue <= 0.05 ? 1 : 0;
        any += std::any_of(
                   found->criteria.begin(), found->criteria.end(),
                   [](const auto &each) { return each.clear; })
                   ? 1
                   : 0;
    }
    qInfo("worlds with a clear weight: %d of %d; explained: %d", any, worlds, explained);
    QVERIFY(any <= 0.05 * worlds);
    QVERIFY(explained <= 0.08 * worlds);
}

void TestRelativeWeights::plantedEffectsAreFound()
{
    int staff = 0;
    int queue = 0;
    constexpr int worlds = 20;
    for (int i = 0; i < worlds; ++i) {
        const auto found = relativeWeights(ratedWorld(4000 + std::uint64_t(i), 2500, 0.8), names);
        staff += found->criteria[3].clear ? 1 : 0;
        queue += found->criteria[4].clear ? 1 : 0;
        for (std::size_t k = 0; k < names.size(); ++k)
            QVERIFY(k == 3 || found->criteria[3].weight > found->criteria[k].weight);
    }
    QVERIFY2(staff == worlds, qPrintable(QString::number(staff)));
    QVERIFY2(queue >= worlds - 2, qPrintable(QString::number(queue)));
}

void TestRelativeWeights::incompleteAnswersAreLeftOut()
{
    auto answers = ratedWorld(5, 300, 0.5);
    const std::vector<std::int8_t> partly{1, 2, 3, 4, RatedAnswers::notRated, 5};
    for (int i = 0; i < 17; ++i)
        answers.add(0, 0, partly);
    const auto found = relativeWeights(answers, names).value();
    QCOMPARE(found.answers, std::size_t(300));
    QCOMPARE(found.leftOut, std::size_t(17));
}

void TestRelativeWeights::whatCannotBeToldIsRefused()
{
    const auto failure = [](const RatedAnswers &answers) {
        const auto found = relativeWeights(answers, names);
        return found ? std::string() : found.failure().code + " " + found.failure().where;
    };
    QCOMPARE(failure(ratedWorld(6, 199, 1)), std::string("answers-too-few "));
    QCOMPARE(failure(ratedWorld(6, 200, 1)), std::string());

    World world(7);
    RatedAnswers alike(6), copied(6), sameScore(6);
    for (int i = 0; i < 400; ++i) {
        std::vector<std::int8_t> ratings;
        for (int k = 0; k < 6; ++k)
            ratings.push_back(std::int8_t(1 + world.random().below(5)));
        const int score = int(world.random().below(11));
        sameScore.add(0, 9, ratings);
        auto changed = ratings;
        changed[2] = 4;
        alike.add(0, score, changed);
        changed = ratings;
        changed[5] = changed[1];
        copied.add(0, score, changed);
    }
    QCOMPARE(failure(alike), std::string("ratings-alike prices"));
    QCOMPARE(failure(sameScore), std::string("ratings-alike score"));
    QCOMPARE(failure(copied), std::string("ratings-collinear "));
}

VOUCH_TEST(TestRelativeWeights)

} // namespace test_relative_weights

#include "test_relative_weights.moc"
