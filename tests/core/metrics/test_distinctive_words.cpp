#include "core/metrics/distinctive_words.h"
#include "core/metrics/false_discovery.h"
#include "tests/support/suite.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <random>

namespace test_distinctive_words {

using namespace vouch::metrics;

/// Words tell two groups apart where they do, and only there.
class TestDistinctiveWords : public QObject
{
    Q_OBJECT

    /// In how many of `comments` each word is, when it is in one with its chance.
    static std::int64_t drawn(std::mt19937_64 &random, std::int64_t comments, double chance)
    {
        return std::binomial_distribution<std::int64_t>(comments, chance)(random);
    }
    static std::size_t discoveries(const std::vector<WordCount> &words)
    {
        std::vector<double> chances;
        for (const auto &each : contrastWords(words))
            chances.push_back(each.p);
        const auto all = adjusted(chances);
        return static_cast<std::size_t>(std::count_if(
            all.begin(), all.end(), [](double p) { return p <= falseDiscoveryRate; }));
    }

private slots:
    /// Equations 16 and 22 of Monroe et al., worked out by another program.
    void isAsPublished()
    {
        const auto out = contrastWords(std::vector<WordCount>{{30, 10}, {20, 20}, {50, 70}}, 10);
        QVERIFY(std::abs(out[0].logOdds - 1.209087904993) < 1e-9);
        QVERIFY(std::abs(out[0].z - 3.571882390815) < 1e-9);
        QVERIFY(std::abs(out[0].p - 0.000354424578) < 1e-9);
        QVERIFY(std::abs(out[1].z) < 1e-9);
        QVERIFY(std::abs(out[2].z + 4.360918682163) < 1e-9);
    }

    void whatNobodySaysContrastsNothing()
    {
        QVERIFY(contrastWords({}).empty());
        for (const auto &each : contrastWords(std::vector<WordCount>{{0, 0}, {7, 3}}))
            QCOMPARE(each.p, 1.0);
    }

    /// Two groups of 300 comments that write alike: alarms in few of 200 chains.
    void findsNothingWhereNothingIs()
    {
        std::mt19937_64 random(7);
        int alarms = 0;
        for (int chain = 0; chain < 200; ++chain) {
            std::vector<WordCount> words;
            for (int word = 1; word <= 150; ++word)
                words.push_back({drawn(random, 300, 0.3 / word), drawn(random, 300, 0.3 / word)});
            alarms += discoveries(words) > 0 ? 1 : 0;
        }
        QVERIFY2(alarms <= 10, qPrintable(QString::number(alarms)));
    }

    void findsWhatIsThere()
    {
        std::mt19937_64 random(7);
        int found = 0;
        for (int chain = 0; chain < 50; ++chain) {
            std::vector<WordCount> words{{drawn(random, 300, 0.02), drawn(random, 300, 0.15)}};
            for (int word = 1; word <= 150; ++word)
                words.push_back({drawn(random, 300, 0.3 / word), drawn(random, 300, 0.3 / word)});
            const auto all = contrastWords(words);
            const auto first = std::min_element(
                all.begin(), all.end(), [](const auto &a, const auto &b) { return a.z < b.z; });
            found += first == all.begin() && discoveries(words) > 0 ? 1 : 0;
        }
        QVERIFY2(found >= 45, qPrintable(QString::number(found)));
    }
};

VOUCH_TEST(TestDistinctiveWords)

} // namespace test_distinctive_words

#include "test_distinctive_words.moc"
