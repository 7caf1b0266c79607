#include "core/check/marks.h"
#include "sample_check.h"
#include "tests/support/suite.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <cmath>
#include <deque>
#include <random>

namespace test_marks {

using namespace vouch;
using namespace vouch::check;
using namespace std::chrono_literals;

namespace {

/// Shares of the scores 0–10, as demo.md has them: what promoters, passives and detractors give.
std::array<double, 11> sharesOf(double promoters, double passives)
{
    const double detractors = 1 - promoters - passives;
    std::array<double, 11> out{0.15, 0.05, 0.06, 0.09, 0.10, 0.28, 0.27, 0.36, 0.64, 0.30, 0.70};
    for (int score = 0; score <= 10; ++score)
        out[std::size_t(score)] *= score <= 6 ? detractors : score <= 8 ? passives : promoters;
    return out;
}

struct Rate
{
    double completing = 0; ///< answers that complete a first row, as a share of all
    double marked = 0;     ///< answers in a row, as a share of all
};

/// What follows from the rule: a row of n is n equal scores after another one.
Rate computed(const std::array<double, 11> &shares, int n)
{
    Rate out;
    for (const double p : shares) {
        out.completing += (1 - p) * std::pow(p, n);
        out.marked += std::pow(p, n) * (n * (1 - p) + p);
    }
    return out;
}

/// The rule over an honest stream.
Rate simulated(const std::array<double, 11> &shares, const MarkPolicy &policy, int answers)
{
    std::mt19937_64 dice(20261122);
    std::discrete_distribution<int> score(shares.begin(), shares.end());
    const auto n = static_cast<std::size_t>(policy.repeatScores);
    std::deque<bool> marks; // newest first, of the last n
    std::vector<Rated> recent;
    Rate out;
    for (int i = 0; i < answers; ++i) {
        recent.insert(recent.begin(), {"c", score(dice)});
        recent.resize(std::min(recent.size(), n));
        marks.push_front(false);
        if (completesRow(recent, policy)) {
            const bool first =
                std::none_of(marks.begin(), marks.begin() + long(n), [](bool m) { return m; });
            out.completing += first;
            for (std::size_t k = 0; k < n; ++k) {
                out.marked += !marks[k];
                marks[k] = true;
            }
        }
        if (marks.size() > n)
            marks.pop_back();
    }
    out.completing /= answers;
    out.marked /= answers;
    return out;
}

double poissonAtLeast(int n, double mean)
{
    double below = 0, term = std::exp(-mean);
    for (int k = 0; k < n; ++k, term *= mean / k)
        below += term;
    return 1 - below;
}

/// The share of a Poisson stream's answers that are in a burst.
double burstShare(double answersAnHour, int answers, const MarkPolicy &policy)
{
    std::mt19937_64 dice(20261122);
    std::exponential_distribution<double> gap(answersAnHour / 3600000);
    const auto n = static_cast<std::size_t>(policy.burstChecks);
    std::vector<Opening> all;
    double at = 0;
    std::vector<bool> marked(std::size_t(answers), false);
    for (int i = 0; i < answers; ++i) {
        at += gap(dice);
        all.push_back({{}, {}, static_cast<std::int64_t>(at)});
        std::vector<Opening> recent(all.rbegin(), all.rbegin() + long(std::min(all.size(), n)));
        if (completesBurst(recent, policy))
            std::fill(marked.begin() + i + 1 - long(n), marked.begin() + i + 1, true);
    }
    return double(std::count(marked.begin(), marked.end(), true)) / answers;
}

std::vector<Rated> scores(std::initializer_list<int> newestFirst)
{
    std::vector<Rated> out;
    for (const int score : newestFirst)
        out.push_back({"c", score});
    return out;
}

} // namespace

class TestMarks : public QObject
{
    Q_OBJECT

    /// `seconds` before the newest, newest first, all in one boot.
    static std::vector<Opening> openings(std::initializer_list<int> seconds)
    {
        std::vector<Opening> out;
        for (const int before : seconds)
            out.push_back({Timestamp(1000s - before * 1s), Uuid(), (1000 - before) * 1000});
        return out;
    }

private slots:
    void sixInAMinuteAreABurst()
    {
        const MarkPolicy policy;
        QVERIFY(completesBurst(openings({0, 10, 20, 30, 40, 60}), policy));
        QVERIFY(!completesBurst(openings({0, 10, 20, 30, 40, 61}), policy));
        QVERIFY(!completesBurst(openings({0, 10, 20, 30, 40}), policy));
        QVERIFY(completesBurst(openings({0, 1, 2, 3, 4, 5, 100}), policy));
        MarkPolicy strict;
        strict.burstChecks = 3;
        strict.burstWindow = 20s;
        QVERIFY(completesBurst(openings({0, 10, 20}), strict));
        QVERIFY(!completesBurst(openings({0, 10, 21}), strict));
    }

    void theMonotonicClockDecidesWithinABoot()
    {
        const Opening now{Timestamp(500s), Uuid(), 900000};
        QCOMPARE(apart(now, {Timestamp(100000s), Uuid(), 840000}), 60000ms);
        test::ManualClock clock;
        const auto other = Uuid::v7(clock);
        QCOMPARE(apart(now, {Timestamp(440s), other, 899999}), 60000ms);
        QCOMPARE(apart(now, {Timestamp(440s), Uuid(), std::nullopt}), 60000ms);
        QCOMPARE(apart(now, {Timestamp(560s), other, {}}), 60000ms); // a clock that was set back
    }

    void tenEqualScoresAreARow()
    {
        const MarkPolicy policy;
        auto row = scores({7, 7, 7, 7, 7, 7, 7, 7, 7, 7});
        QVERIFY(completesRow(row, policy));
        row.push_back({"c", 3});
        QVERIFY(completesRow(row, policy));
        auto broken = row;
        broken[9].score = 8;
        QVERIFY(!completesRow(broken, policy));
        auto other = row;
        other[5].checklist = "d";
        QVERIFY(!completesRow(other, policy));
        row.resize(9);
        QVERIFY(!completesRow(row, policy));
    }

    void closedHoursAreTheStoresOwn()
    {
        test::ManualClock clock("2026-11-20T17:59:59.999Z"); // a Friday, 21:59 in Dubai
        MarkPolicy policy;
        auto check = test::sampleCheck(clock, 9);
        check.utcOffsetMinutes = 240;
        QVERIFY(!isOutsideHours(check, policy));
        policy.hours = OpeningHours::parse({{"fri", {"09:00-22:00"}}}).value();
        QVERIFY(!isOutsideHours(check, policy));
        check.openedAt += 1ms;
        QVERIFY(isOutsideHours(check, policy));
        check.openedAt += std::chrono::hours(7 * 24) - 13h;
        QVERIFY(!isOutsideHours(check, policy));
        check.openedAt -= 1ms;
        QVERIFY(isOutsideHours(check, policy));
    }

    void aLaterMarkIsReadAsItWasWritten()
    {
        test::ManualClock clock;
        const std::vector<Uuid> ids{Uuid::v7(clock), Uuid::v7(clock)};
        Check record;
        record.kind = kind::mark;
        record.body = laterMarkBody(mark::burst, ids, {});
        QCOMPARE(record.body.at("rule"), (json::value{{"checks", 6}, {"window_ms", 60000}}));
        const auto read = laterMarkFrom(record);
        QVERIFY(read);
        QCOMPARE(read->mark, std::string("burst"));
        QVERIFY(read->adds);
        QCOMPARE(read->checks, ids);
        QCOMPARE(laterMarkBody(mark::repeat, ids, {}).at("rule"), (json::value{{"scores", 10}}));

        record.body["action"] = "withdraw";
        QVERIFY(!laterMarkFrom(record)->adds);
        for (const auto &[member, value] :
             {std::pair<const char *, json::value>{"checks", {"no id"}},
              {"checks", {1}},
              {"checks", nullptr},
              {"mark", 1},
              {"action", nullptr}}) {
            auto bad = record;
            bad.body[member] = value;
            QVERIFY2(!laterMarkFrom(bad), member);
        }
        record.kind = kind::survey;
        QVERIFY(!laterMarkFrom(record));
    }

    void honestRowsComeAsOftenAsComputed_data()
    {
        QTest::addColumn<double>("promoters");
        QTest::addColumn<double>("passives");
        QTest::addColumn<int>("scores");
        QTest::addColumn<double>("completing"); // per 1,000 answers
        QTest::addColumn<double>("marked");
        QTest::newRow("six tens, method.md 6") << 0.616 << 0.238 << 6 << 3.70 << 24.98;
        QTest::newRow("ten, the chain") << 0.616 << 0.238 << 10 << 0.13 << 1.36;
        QTest::newRow("ten, Central") << 0.60 << 0.24 << 10 << 0.10 << 1.06;
        QTest::newRow("ten, Garden, the best") << 0.70 << 0.20 << 10 << 0.41 << 4.46;
        QTest::newRow("ten, Station, the worst") << 0.54 << 0.26 << 10 << 0.04 << 0.39;
    }
    void honestRowsComeAsOftenAsComputed()
    {
        QFETCH(double, promoters);
        QFETCH(double, passives);
        QFETCH(int, scores);
        QFETCH(double, completing);
        QFETCH(double, marked);
        MarkPolicy policy;
        policy.repeatScores = scores;
        const auto shares = sharesOf(promoters, passives);
        const auto rate = computed(shares, scores);
        // The figures that marks.h and method.md give.
        QVERIFY2(
            std::abs(rate.completing * 1000 - completing) < 0.05,
            QByteArray::number(rate.completing * 1000));
        QVERIFY2(
            std::abs(rate.marked * 1000 - marked) < 0.05, QByteArray::number(rate.marked * 1000));
        // Rows counted: ± 4 standard errors of a count of rows.
        constexpr int answers = 200000;
        const auto seen = simulated(shares, policy, answers);
        const auto error = 4 * std::sqrt(rate.completing / answers);
        QVERIFY2(
            std::abs(seen.completing - rate.completing) < error,
            QByteArray::number(seen.completing * 1000));
        QVERIFY2(
            std::abs(seen.marked - rate.marked) < error * rate.marked / rate.completing * 1.5,
            QByteArray::number(seen.marked * 1000));
    }

    void honestBurstsAreRare_data()
    {
        QTest::addColumn<double>("anHour");
        QTest::addColumn<double>("atMost"); // per 1,000 answers
        QTest::newRow("16 a day, at the peak") << 16 * 0.12 << 0.001;
        QTest::newRow("500 a day, all day") << 500.0 / 13 << 2.6;
        QTest::newRow("500 a day, at the peak") << 500 * 0.12 << 17.0;
    }
    void honestBurstsAreRare()
    {
        QFETCH(double, anHour);
        QFETCH(double, atMost);
        const MarkPolicy policy;
        const auto share = burstShare(anHour, 100000, policy);
        // At most six are marked for each that completes a burst.
        const auto bound = policy.burstChecks * poissonAtLeast(policy.burstChecks - 1, anHour / 60);
        QVERIFY2(share <= bound, QByteArray::number(bound * 1000));
        QVERIFY2(share * 1000 <= atMost, QByteArray::number(share * 1000));
    }
};

VOUCH_TEST(TestMarks)

} // namespace test_marks

#include "test_marks.moc"
