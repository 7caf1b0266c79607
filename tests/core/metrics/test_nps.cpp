#include "core/metrics/nps.h"

#include "core/base/json.h"
#include "tests/support/suite.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <limits>
#include <random>
#include <sstream>
#include <string>

namespace test_nps {

using namespace vouch;
using namespace vouch::metrics;

namespace {

json::object vectors()
{
    std::ifstream file(VOUCH_SOURCE_DIR "/tests/core/metrics/nps-vectors.json");
    std::ostringstream text;
    text << file.rdbuf();
    const auto value = parseJson(text.str());
    return value ? value->as_object() : json::object{};
}

Tally tallyOf(std::int64_t promoters, std::int64_t passives, std::int64_t detractors)
{
    Tally tally;
    tally.add(10, promoters);
    tally.add(7, passives);
    tally.add(3, detractors);
    return tally;
}

Tally tallyOf(const json::value &triple)
{
    const auto &array = triple.as_array();
    return tallyOf(array.at(0).as_int64(), array.at(1).as_int64(), array.at(2).as_int64());
}

/// Whether `actual` is what the vector says, to the digits that the vector is printed with.
bool agrees(double actual, const json::value &expected, double lastDigit)
{
    return std::abs(actual - expected.to_number<double>()) <= lastDigit / 2 + 1e-9;
}

/// The same answers with promoters and detractors exchanged.
Tally mirrored(const Tally &tally)
{
    return tallyOf(tally.detractors(), tally.passives(), tally.promoters());
}

/// Reproducible tallies from one answer to a few thousand, some with empty segments.
std::vector<Tally> manyTallies()
{
    std::mt19937 random(20260101);
    std::vector<Tally> tallies;
    for (int index = 0; index < 2000; ++index) {
        Tally tally;
        const int most = 1 << (index % 9);
        for (auto &answers : tally.histogram) {
            const auto drawn = static_cast<int>(random() % static_cast<unsigned>(2 * most));
            answers = std::max(0, drawn - most / 2);
        }
        tally.histogram[random() % tally.histogram.size()] += 1;
        tallies.push_back(tally);
    }
    return tallies;
}

} // namespace

class TestNps : public QObject
{
    Q_OBJECT

private slots:
    void everyScoreHasItsSegment();
    void tallyCountsAndPools();
    void sharedVectorsOfOneScore();
    void sharedVectorsOfADifference();
    void withoutAnswersNothingIsDefined();
    void extremesAreExact();
    void middlesAreExact();
    void largeCountsStayExact();
    void intervalStaysInRange();
    void intervalNarrowsWithMoreAnswers();
    void intervalWidensWithConfidence();
    void thirtyAnswersAreTwentySixPoints();
    void swappingTheEndsMirrorsEverything();
    void aBetterAnswerNeverLowersTheScore();
    void differenceIsAntisymmetric();
    void equalTalliesDoNotDiffer();
    void aChangeCountsWhenItsIntervalExcludesZero();
    void sufficiencyChangesAtThirtyAndAHundred();
};

void TestNps::everyScoreHasItsSegment()
{
    for (int score = 0; score <= 6; ++score)
        QCOMPARE(segmentOf(score), Segment::Detractor);
    QCOMPARE(segmentOf(7), Segment::Passive);
    QCOMPARE(segmentOf(8), Segment::Passive);
    QCOMPARE(segmentOf(9), Segment::Promoter);
    QCOMPARE(segmentOf(10), Segment::Promoter);
}

void TestNps::tallyCountsAndPools()
{
    Tally tally{{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11}};
    QCOMPARE(tally.count(), 66);
    QCOMPARE(tally.detractors(), 28);
    QCOMPARE(tally.passives(), 17);
    QCOMPARE(tally.promoters(), 21);

    Tally other;
    other.add(0);
    other.add(10, 4);
    const Tally pooled = tally + other;
    QCOMPARE(pooled.histogram.front(), 2);
    QCOMPARE(pooled.histogram.back(), 15);
    QCOMPARE(pooled.count(), 71);
    tally += other;
    QVERIFY(tally == pooled);

    const auto parts = shares(pooled);
    QVERIFY(parts.has_value());
    QCOMPARE(parts->promoters + parts->passives + parts->detractors, 1.0);
    QCOMPARE(parts->passives, 17.0 / 71.0);
}

void TestNps::sharedVectorsOfOneScore()
{
    const auto all = vectors();
    const auto *singles = findArray(all, "single");
    QVERIFY(singles != nullptr && singles->size() == 10);
    int intervals = 0;
    for (const auto &value : *singles) {
        const auto &vector = value.as_object();
        const Tally tally = tallyOf(
            vector.at("promoters").as_int64(), vector.at("passives").as_int64(),
            vector.at("detractors").as_int64());
        const auto score = nps(tally);
        QCOMPARE(score.has_value(), !vector.at("nps").is_null());
        if (score)
            QCOMPARE(*score, vector.at("nps").to_number<double>());
        if (!vector.contains("low"))
            continue;
        ++intervals;
        const auto range = interval(tally);
        QVERIFY(range.has_value());
        QVERIFY(agrees(range->centre, vector.at("centre"), 0.01));
        QVERIFY(agrees(range->low, vector.at("low"), 0.01));
        QVERIFY(agrees(range->high, vector.at("high"), 0.01));
    }
    QCOMPARE(intervals, 5);
}

void TestNps::sharedVectorsOfADifference()
{
    const auto all = vectors();
    const auto *differences = findArray(all, "difference");
    QVERIFY(differences != nullptr && !differences->empty());
    for (const auto &value : *differences) {
        const auto &vector = value.as_object();
        const auto found = difference(tallyOf(vector.at("a")), tallyOf(vector.at("b")));
        QVERIFY(found.has_value());
        QVERIFY(agrees(found->delta, vector.at("delta"), 0.01));
        QVERIFY(agrees(found->standardError, vector.at("standard_error"), 0.01));
        QVERIFY(agrees(found->z, vector.at("z"), 0.001));
        QVERIFY(agrees(found->pValue, vector.at("p_value"), 0.0001));
    }
}

void TestNps::withoutAnswersNothingIsDefined()
{
    const Tally empty;
    const Tally some = tallyOf(1, 1, 1);
    QVERIFY(!nps(empty));
    QVERIFY(!shares(empty));
    QVERIFY(!interval(empty));
    QVERIFY(!standardError(empty));
    QVERIFY(!difference(empty, empty));
    QVERIFY(!difference(some, empty));
    QVERIFY(!difference(empty, some));
    QVERIFY(difference(some, some));
}

void TestNps::extremesAreExact()
{
    for (int score = 0; score <= 10; ++score) {
        Tally one;
        one.add(score);
        const double expected = score >= 9 ? 100 : score >= 7 ? 0 : -100;
        QCOMPARE(nps(one), std::optional(expected));
    }
    Tally detractors{{1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0}};
    QCOMPARE(nps(detractors), std::optional(-100.0));
}

void TestNps::middlesAreExact()
{
    // The same score from different mixes; passives count in the total only.
    QCOMPARE(nps(tallyOf(30, 60, 10)), std::optional(20.0));
    QCOMPARE(nps(tallyOf(20, 80, 0)), std::optional(20.0));
    QCOMPARE(nps(tallyOf(0, 3, 0)), std::optional(0.0));
    QCOMPARE(nps(tallyOf(5, 0, 5)), std::optional(0.0));
    QCOMPARE(nps(tallyOf(1, 0, 2)), std::optional(-100.0 / 3.0));
}

void TestNps::largeCountsStayExact()
{
    const std::int64_t billion = 1'000'000'000;
    const Tally tally = tallyOf(6 * billion, 3 * billion, billion);
    QCOMPARE(tally.count(), 10 * billion);
    QCOMPARE(nps(tally), std::optional(50.0));
    QVERIFY(interval(tally)->high - interval(tally)->low < 0.01);
}

void TestNps::intervalStaysInRange()
{
    for (const Tally &tally : manyTallies()) {
        const double score = nps(tally).value();
        QVERIFY(score >= -100 && score <= 100);
        const auto range = interval(tally).value();
        QVERIFY(range.low >= -100 && range.high <= 100);
        QVERIFY(range.low < range.centre && range.centre < range.high);
        // The centre lies between the headline and 0, with the headline's sign.
        QVERIFY(std::abs(range.centre) <= std::abs(score));
        QVERIFY(range.centre * score >= 0);
        QVERIFY(standardError(tally).value() > 0);
    }
}

void TestNps::intervalNarrowsWithMoreAnswers()
{
    for (const Tally &tally : manyTallies()) {
        // The same mix, twice as many answers.
        QVERIFY(standardError(tally + tally).value() < standardError(tally).value());
    }
    double last = std::numeric_limits<double>::infinity();
    for (std::int64_t tens = 1; tens <= 100000; tens *= 10) {
        const auto range = interval(tallyOf(6 * tens, 3 * tens, tens)).value();
        QVERIFY(range.high - range.low < last);
        last = range.high - range.low;
    }
}

void TestNps::intervalWidensWithConfidence()
{
    const Tally tally = tallyOf(60, 30, 10);
    const auto usual = interval(tally).value();
    const auto wide = interval(tally, 2.575829).value();
    const auto none = interval(tally, 0).value();
    QVERIFY(wide.low < usual.low && usual.high < wide.high);
    QCOMPARE(none.low, none.centre);
    QCOMPARE(none.high, none.centre);
}

void TestNps::thirtyAnswersAreTwentySixPoints()
{
    const auto range = interval(tallyOf(17, 8, 5)).value();
    QCOMPARE(std::round((range.high - range.low) / 2), 26.0);
}

void TestNps::swappingTheEndsMirrorsEverything()
{
    for (const Tally &tally : manyTallies()) {
        const Tally mirror = mirrored(tally);
        QCOMPARE(nps(mirror).value(), -nps(tally).value());
        const auto range = interval(tally).value();
        const auto reflected = interval(mirror).value();
        QVERIFY(std::abs(reflected.low + range.high) < 1e-9);
        QVERIFY(std::abs(reflected.high + range.low) < 1e-9);
        QVERIFY(std::abs(reflected.centre + range.centre) < 1e-9);
    }
}

void TestNps::aBetterAnswerNeverLowersTheScore()
{
    for (const Tally &tally : manyTallies()) {
        for (std::size_t score = 0; score < 10; ++score) {
            if (tally.histogram[score] == 0)
                continue;
            Tally better = tally;
            --better.histogram[score];
            ++better.histogram[score + 1];
            QVERIFY(nps(better).value() >= nps(tally).value());
            QVERIFY(interval(better)->centre >= interval(tally)->centre);
        }
    }
}

void TestNps::differenceIsAntisymmetric()
{
    const auto tallies = manyTallies();
    for (std::size_t index = 1; index < tallies.size(); ++index) {
        const auto forth = difference(tallies[index - 1], tallies[index]).value();
        const auto back = difference(tallies[index], tallies[index - 1]).value();
        QCOMPARE(back.delta, -forth.delta);
        QCOMPARE(back.standardError, forth.standardError);
        QCOMPARE(back.pValue, forth.pValue);
        QCOMPARE(back.low, -forth.high);
        QVERIFY(forth.pValue >= 0 && forth.pValue <= 1);
        QCOMPARE(forth.significant(), std::abs(forth.z) > z95);
    }
}

void TestNps::equalTalliesDoNotDiffer()
{
    const auto same = difference(tallyOf(60, 30, 10), tallyOf(60, 30, 10)).value();
    QCOMPARE(same.delta, 0.0);
    QCOMPARE(same.z, 0.0);
    QCOMPARE(same.pValue, 1.0);
    QVERIFY(!same.significant());
}

void TestNps::aChangeCountsWhenItsIntervalExcludesZero()
{
    QVERIFY(difference(tallyOf(60, 30, 10), tallyOf(45, 35, 20))->significant());
    QVERIFY(difference(tallyOf(45, 35, 20), tallyOf(60, 30, 10))->significant());
    QVERIFY(!difference(tallyOf(60, 30, 10), tallyOf(50, 35, 15))->significant());
    // The same shares of a tenth of the answers prove nothing.
    QVERIFY(!difference(tallyOf(6, 3, 1), tallyOf(4, 4, 2))->significant());
}

void TestNps::sufficiencyChangesAtThirtyAndAHundred()
{
    QCOMPARE(sufficiency(0), Sufficiency::TooFew);
    QCOMPARE(sufficiency(29), Sufficiency::TooFew);
    QCOMPARE(sufficiency(30), Sufficiency::Rough);
    QCOMPARE(sufficiency(99), Sufficiency::Rough);
    QCOMPARE(sufficiency(100), Sufficiency::Enough);
}

VOUCH_TEST(TestNps)

} // namespace test_nps

#include "test_nps.moc"
