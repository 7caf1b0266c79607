#include "core/metrics/enough.h"
#include "core/metrics/nps.h"
#include "core/metrics/proportion.h"
#include "tests/support/suite.h"

#include <QTest>

#include <cmath>
#include <vector>

/// Held against all outcomes that there are, with their exact chances.
namespace test_enumeration {

using namespace vouch::metrics;

namespace {

struct Outcome
{
    Tally tally;
    double chance = 0;
};

double logFactorial(std::int64_t n)
{
    return std::lgamma(static_cast<double>(n) + 1);
}

/// Every way that `count` answers of this mix can fall.
std::vector<Outcome> outcomes(int count, const Shares &mix)
{
    std::vector<Outcome> out;
    for (int promoters = 0; promoters <= count; ++promoters) {
        for (int detractors = 0; promoters + detractors <= count; ++detractors) {
            const int passives = count - promoters - detractors;
            Outcome outcome;
            outcome.tally.add(10, promoters);
            outcome.tally.add(8, passives);
            outcome.tally.add(0, detractors);
            outcome.chance = std::exp(
                logFactorial(count) - logFactorial(promoters) - logFactorial(passives) -
                logFactorial(detractors) + promoters * std::log(mix.promoters) +
                passives * std::log(mix.passives) + detractors * std::log(mix.detractors));
            out.push_back(outcome);
        }
    }
    return out;
}

const std::vector<Shares> mixes{
    {0.60, 0.24, 0.16}, {0.46, 0.26, 0.28}, {0.33, 0.34, 0.33}, {0.70, 0.20, 0.10}};

/// How often the interval holds the true score.
double coverage(int count, const Shares &mix)
{
    const double truth = 100 * (mix.promoters - mix.detractors);
    double covered = 0;
    for (const auto &[tally, chance] : outcomes(count, mix)) {
        const auto range = interval(tally).value();
        covered += range.low <= truth && truth <= range.high ? chance : 0;
    }
    return covered;
}

} // namespace

class TestEnumeration : public QObject
{
    Q_OBJECT

private slots:
    void theScoreIsUnbiased();
    void theIntervalHoldsTheTruth();
    void equalShopsSeldomDiffer();
    void equalShopsOfThirtyDifferByTwentyInAThirdOfAllPairs();
    void wilsonHoldsTheTruth();
    void neededAnswersAreEnoughAndNotTooMany();
    void neededToTellApartIsEnough();
};

void TestEnumeration::theScoreIsUnbiased()
{
    for (const auto &mix : mixes) {
        double mean = 0;
        double chances = 0;
        for (const auto &[tally, chance] : outcomes(9, mix)) {
            mean += chance * nps(tally).value();
            chances += chance;
        }
        QVERIFY(std::abs(chances - 1) < 1e-9);
        QVERIFY(std::abs(mean - 100 * (mix.promoters - mix.detractors)) < 1e-9);
    }
}

void TestEnumeration::theIntervalHoldsTheTruth()
{
    // Rocks: close to 95 % already at 10 answers, never far below.
    for (const auto &mix : mixes) {
        for (const int count : {5, 10, 15, 20, 30, 50, 100})
            QVERIFY2(coverage(count, mix) > 0.93, qPrintable(QString::number(count)));
        QVERIFY(std::abs(coverage(100, mix) - 0.95) < 0.012);
    }
}

void TestEnumeration::equalShopsSeldomDiffer()
{
    for (const auto &mix : mixes) {
        for (const int count : {6, 12, 24}) {
            const auto all = outcomes(count, mix);
            double differ = 0;
            for (const auto &a : all) {
                for (const auto &b : all)
                    differ += difference(a.tally, b.tally)->significant() ? a.chance * b.chance : 0;
            }
            QVERIFY2(differ <= 0.055, qPrintable(QString::number(differ)));
        }
    }
}

void TestEnumeration::equalShopsOfThirtyDifferByTwentyInAThirdOfAllPairs()
{
    const auto all = outcomes(30, usualMix);
    double apart = 0;
    for (const auto &a : all) {
        for (const auto &b : all)
            apart += std::abs(*nps(a.tally) - *nps(b.tally)) >= 20 - 1e-9 ? a.chance * b.chance : 0;
    }
    QVERIFY2(apart > 0.28 && apart < 0.38, qPrintable(QString::number(apart)));
}

void TestEnumeration::wilsonHoldsTheTruth()
{
    for (const int count : {10, 30, 100}) {
        double mean = 0;
        int tried = 0;
        for (double truth = 0.05; truth < 0.96; truth += 0.05, ++tried) {
            double covered = 0;
            for (int k = 0; k <= count; ++k) {
                const auto share = proportion(k, count).value();
                QVERIFY(share.low <= share.value && share.value <= share.high);
                if (share.low <= truth && truth <= share.high)
                    covered += std::exp(
                        logFactorial(count) - logFactorial(k) - logFactorial(count - k) +
                        k * std::log(truth) + (count - k) * std::log(1 - truth));
            }
            QVERIFY(covered > 0.89);
            mean += covered;
        }
        QVERIFY(std::abs(mean / tried - 0.95) < 0.015);
    }
    QVERIFY(!proportion(0, 0));
    QVERIFY(!difference(proportion(1, 2), proportion(0, 0)));
}

void TestEnumeration::neededAnswersAreEnoughAndNotTooMany()
{
    const auto tallyAt = [](std::int64_t count) {
        Tally tally;
        tally.add(10, 2 * count);
        tally.add(7, count);
        tally.add(0, count);
        return tally;
    };
    for (const double half : {20.0, 8.0, 3.0}) {
        const auto needed = neededAnswers(half, {0.5, 0.25, 0.25}).value();
        const auto widthAt = [&](std::int64_t count) {
            const auto range = interval(tallyAt(count / 4)).value();
            return (range.high - range.low) / 2;
        };
        QVERIFY(widthAt(needed + 4) <= half);
        QVERIFY(widthAt(needed - 4) > half);
    }
    for (std::int64_t count = 0; count < 120; ++count) {
        QVERIFY(sufficiency(count + moreForRange(count)) != Sufficiency::TooFew);
        QVERIFY(sufficiency(count + moreForScore(count)) == Sufficiency::Enough);
        QVERIFY(
            moreForRange(count) == 0 ||
            sufficiency(count + moreForRange(count) - 1) == Sufficiency::TooFew);
        QVERIFY(
            moreForScore(count) == 0 ||
            sufficiency(count + moreForScore(count) - 1) != Sufficiency::Enough);
    }
    QCOMPARE(neededAnswers(1000).value(), 1);
    QVERIFY(!neededAnswers(0));
    QVERIFY(!neededAnswers(-1));
    QVERIFY(!neededAnswers(std::nan("")));
}

void TestEnumeration::neededToTellApartIsEnough()
{
    // A fall of 60 points, seen by that many answers on each side in about four of five cases.
    const Shares good{0.70, 0.20, 0.10};
    const Shares bad{0.33, 0.34, 0.33};
    const auto needed = neededToTellApart(60, {0.5, 0.28, 0.22}).value();
    QVERIFY(needed < 60);
    double seen = 0;
    for (const auto &a : outcomes(int(needed), good)) {
        for (const auto &b : outcomes(int(needed), bad))
            seen += difference(a.tally, b.tally)->significant() ? a.chance * b.chance : 0;
    }
    QVERIFY2(seen > 0.75 && seen < 0.92, qPrintable(QString::number(seen)));
    QVERIFY(!neededToTellApart(0));
}

VOUCH_TEST(TestEnumeration)

} // namespace test_enumeration

#include "test_enumeration.moc"
