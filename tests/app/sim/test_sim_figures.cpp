#include "tests/support/suite.h"

#include "sim_world.h"

#include <QtTest>

#include <cmath>

namespace test_sim_figures {

using namespace vouch;
using namespace vouch::sim;
using namespace vouch::test;
using metrics::Segment;

namespace {

/// Seeds are fixed, so that every figure comes out the same each time; the tolerance is what chance
/// allows a figure, not what a run may differ by.
constexpr double standardErrors = 3.5;
constexpr int manyDays = 300;

/// Shows what was expected when it is not there.
void compareShare(const char *what, double expected, double hits, double tries, double bias = 0)
{
    const double share = hits / tries;
    const double allowed = standardErrors * std::sqrt(expected * (1 - expected) / tries) + bias;
    if (std::abs(share - expected) > allowed)
        QFAIL(qPrintable(QString("%1: %2 of %3 is %4, expected %5 ± %6")
                             .arg(what)
                             .arg(hits)
                             .arg(tries)
                             .arg(share)
                             .arg(expected)
                             .arg(allowed)));
}

/// Children's bursts are one answer in a hundred, with any score.
constexpr double childrensBias = 0.007;

} // namespace

class TestSimFigures : public QObject
{
    Q_OBJECT

private slots:
    void sameSeedSameAnswers();
    void aDayDoesNotDependOnOthers();
    void shares_data();
    void shares();
    void scoresInsideTheSegments();
    void volumes();
    void hoursAndWeekdays();
    void novelty();
    void languagesMakeNoDifference();
    void endings();
    void picks();
    void placesOneAndTwoAreFavoured();
    void comments();
    void noise();
    void dayEffect();
    void familyPairs();
    void conversationsOfATillNeverOverlap();

private:
    DayPlan plain(std::uint64_t seed, int days = manyDays, double rate = 1) const
    {
        return DayPlan(seed, rate, SimWorld::window(days), m_world.shoppers);
    }

    SimWorld m_world;
    std::vector<Shop> m_shops = chain({.stores = 5, .kiosks = 0, .planted = false});
};

void TestSimFigures::sameSeedSameAnswers()
{
    for (const auto &shop : m_world.shops) {
        const auto day = SimWorld::window(30).last - std::chrono::days(3);
        const auto once = plain(7, 30).day(shop, day);
        QVERIFY(!once.empty());
        QVERIFY(once == plain(7, 30).day(shop, day));
        QVERIFY(once != plain(8, 30).day(shop, day));
    }
}

void TestSimFigures::aDayDoesNotDependOnOthers()
{
    const auto plan = plain(3, 30);
    const auto day = plan.window().last;
    const auto alone = plan.day(m_shops[1], day);
    for (int before = 5; before > 0; --before)
        (void)plan.day(m_shops[1], day - std::chrono::days(before));
    QVERIFY(alone == plan.day(m_shops[1], day));
    QVERIFY(alone != plan.day(m_shops[1], day - std::chrono::days(1)));
}

void TestSimFigures::shares_data()
{
    QTest::addColumn<int>("shop");
    for (int i = 0; i < 5; ++i)
        QTest::addRow("%s", m_shops[std::size_t(i)].name.c_str()) << i;
}

void TestSimFigures::shares()
{
    QFETCH(int, shop);
    const auto &which = m_shops[std::size_t(shop)];
    metrics::Tally tally;
    m_world.eachIn(plain(1), which, [&](int, const Conversation &each) {
        if (each.score)
            tally.add(*each.score);
    });
    const auto n = double(tally.count());
    compareShare("promoters", which.mix.promoters / 100, tally.promoters(), n, childrensBias);
    compareShare("passives", which.mix.passives / 100, tally.passives(), n, childrensBias);
    compareShare("detractors", which.mix.detractors / 100, tally.detractors(), n, childrensBias);
}

void TestSimFigures::scoresInsideTheSegments()
{
    metrics::Tally tally;
    m_world.eachIn(plain(2), m_shops[1], [&](int, const Conversation &each) {
        if (each.score)
            tally.add(*each.score);
    });
    const auto &at = tally.histogram;
    compareShare("10", 0.70, double(at[10]), double(tally.promoters()), 0.005);
    compareShare("8", 0.64, double(at[8]), double(tally.passives()), 0.005);
    const std::array<double, 7> detractors{15, 5, 6, 9, 10, 28, 27};
    for (std::size_t score = 0; score < detractors.size(); ++score)
        compareShare(
            "detractors", detractors[score] / 100, double(at[score]), double(tally.detractors()),
            0.02);
}

void TestSimFigures::volumes()
{
    for (const auto &shop : m_shops) {
        int scored = 0;
        int late = 0; // the novelty has worn off
        m_world.eachIn(plain(4), shop, [&](int index, const Conversation &each) {
            scored += each.score ? 1 : 0;
            late += each.score && index >= 14 ? 1 : 0;
        });
        const double perTillAndDay = scored / double(manyDays) / shop.tills;
        QVERIFY2(
            perTillAndDay > 3 && perTillAndDay < 17, qPrintable(QString::number(perTillAndDay)));
        // Weighted by the hours people answer a little more than the shop's rate, and a till is
        // there for 96 to 99 % of the time.
        const double expected = shop.salesPerDay * shop.response * (manyDays - 14);
        QVERIFY2(
            std::abs(late / expected - 1.0) < 0.08,
            qPrintable(QString("%1: %2 of %3")
                           .arg(QString::fromStdString(shop.name))
                           .arg(late)
                           .arg(expected)));
    }
}

void TestSimFigures::hoursAndWeekdays()
{
    double morning = 0, evening = 0, fridayNoon = 0, thursdayNoon = 0, monday = 0, saturday = 0;
    m_world.eachIn(plain(5), m_shops[1], [&](int index, const Conversation &each) {
        if (index < 14)
            return;
        const int weekday = (index + 7 - (manyDays - 1) % 7 + 6) % 7; // the last is a Sunday: 6
        const int hour = hourOf(each);
        morning += hour == 9;
        evening += hour == 18;
        monday += weekday == 0;
        saturday += weekday == 5;
        thursdayNoon += weekday == 3 && (hour == 12 || hour == 13);
        fridayNoon += weekday == 4 && (hour == 12 || hour == 13);
    });
    QVERIFY(std::abs(evening / morning - 12 * 0.8 / (3 * 1.15)) < 0.4);
    QVERIFY(std::abs(saturday / monday - 18.5 / 12) < 0.15);
    QVERIFY(std::abs(fridayNoon / thursdayNoon - 0.4 * 16.5 / 13.5) < 0.12);
}

void TestSimFigures::novelty()
{
    std::array<double, 3> weeks{};
    for (std::uint64_t seed = 1; seed <= 25; ++seed) {
        m_world.eachIn(plain(seed, 21), m_shops[0], [&](int index, const Conversation &) {
            ++weeks[std::size_t(index / 7)];
        });
    }
    QVERIFY(std::abs(weeks[0] / weeks[2] - 1.4) < 0.07);
    QVERIFY(std::abs(weeks[1] / weeks[2] - 1.15) < 0.06);
}

void TestSimFigures::languagesMakeNoDifference()
{
    std::map<std::string, metrics::Tally> byLanguage;
    double all = 0;
    m_world.eachIn(plain(6), m_shops[1], [&](int, const Conversation &each) {
        if (each.score) {
            byLanguage[each.language].add(*each.score);
            ++all;
        }
    });
    const std::map<std::string, double> expected{
        {"en", 0.62}, {"ta", 0.14}, {"ru", 0.14}, {"fa", 0.10}};
    QCOMPARE(byLanguage.size(), expected.size());
    for (const auto &[language, share] : expected) {
        const auto &tally = byLanguage[language];
        compareShare(language.c_str(), share, double(tally.count()), all, 0.01);
        compareShare(
            language.c_str(), m_shops[1].mix.promoters / 100, tally.promoters(),
            double(tally.count()), childrensBias);
    }
}

void TestSimFigures::endings()
{
    double opened = 0, scored = 0, picked = 0, none = 0, corrected = 0;
    std::array<double, 3> by{}, walked{};
    m_world.eachIn(plain(8), m_shops[1], [&](int, const Conversation &each) {
        ++opened;
        QCOMPARE(each.score.has_value(), each.ending != Ending::LeftUnscored);
        if (!each.score)
            return;
        const auto segment = std::size_t(metrics::segmentOf(*each.score));
        ++scored;
        ++by[segment];
        walked[segment] += each.ending == Ending::WalkedAway;
        picked += !each.picks.empty();
        none += each.ending == Ending::Done && each.picks.empty();
        corrected += each.corrections;
    });
    compareShare("scored", 0.93, scored, opened, 0.006);
    compareShare("walked away, detractors", 0.14, walked[0], by[0], 0.01);
    compareShare("walked away, passives", 0.22, walked[1], by[1], 0.01);
    compareShare("walked away, promoters", 0.19, walked[2], by[2], 0.01);
    compareShare("picked", 0.74, picked, scored, 0.015);
    compareShare("done with none", 0.08, none, scored, 0.015);
    compareShare("corrected", 0.03, corrected, scored, 0.003);
}

void TestSimFigures::picks()
{
    const std::map<std::string, std::pair<double, double>> expected{
        {"queue", {27, 9}},  {"prices", {25, 20}},  {"stock", {17, 6}},  {"choice", {12, 25}},
        {"staff", {13, 32}}, {"quality", {11, 18}}, {"layout", {9, 11}}, {"cleanliness", {7, 13}},
        {"advice", {7, 11}}, {"location", {5, 18}}, {"other", {7, 3}}};
    std::map<std::string, std::pair<double, double>> found;
    std::pair<double, double> people, picked;
    m_world.eachIn(plain(9), m_shops[1], [&](int, const Conversation &each) {
        if (each.picks.empty())
            return;
        const bool liked = *each.score >= 9;
        (liked ? people.second : people.first) += 1;
        (liked ? picked.second : picked.first) += double(each.picks.size());
        for (const auto &code : each.picks)
            (liked ? found[code].second : found[code].first) += 1;
        QVERIFY(each.picks.size() <= 3);
    });
    QCOMPARE(found.size(), expected.size());
    for (const auto &[code, percent] : expected) {
        compareShare(code.c_str(), percent.first / 100, found[code].first, people.first, 0.02);
        compareShare(code.c_str(), percent.second / 100, found[code].second, people.second, 0.02);
    }
    QVERIFY(std::abs(picked.first / people.first - 1.4) < 0.03);
    QVERIFY(std::abs(picked.second / people.second - 1.66) < 0.03);
}

void TestSimFigures::placesOneAndTwoAreFavoured()
{
    double first = 0, later = 0;
    m_world.eachIn(plain(10), m_shops[1], [&](int, const Conversation &each) {
        if (each.picks.empty())
            return;
        const auto &question = *m_world.survey.find(*each.score >= 9 ? "liked" : "improve");
        const std::size_t turning = question.choices.size() - 1; // all but the last
        for (const auto &code : each.picks) {
            const auto *choice = question.findChoice(code);
            const auto at = std::size_t(choice - question.choices.data());
            if (at == turning)
                continue;
            const auto place = (at + turning - each.orderBits % turning) % turning;
            (place < 2 ? first : later) += 1;
        }
    });
    QVERIFY2(
        std::abs((first / 2) / (later / 8) - 1.15) < 0.05,
        qPrintable(QString::number((first / 2) / (later / 8))));
}

void TestSimFigures::comments()
{
    for (const char *language : {"en", "ta", "ru", "fa"})
        QVERIFY2(m_world.comments.count(language) >= 40, language);
    std::array<double, 3> by{}, with{};
    std::vector<qsizetype> lengths;
    m_world.eachIn(plain(11), m_shops[1], [&](int, const Conversation &each) {
        if (!each.score)
            return;
        const auto segment = std::size_t(metrics::segmentOf(*each.score));
        ++by[segment];
        with[segment] += !each.comment.empty();
        if (!each.comment.empty())
            lengths.push_back(QString::fromStdString(each.comment).size());
    });
    compareShare("detractors", 0.10, with[0], by[0], 0.008);
    compareShare("passives", 0.04, with[1], by[1], 0.003);
    compareShare("promoters", 0.03, with[2], by[2], 0.003);
    std::sort(lengths.begin(), lengths.end());
    const auto median = lengths[lengths.size() / 2];
    const auto long90 = lengths[lengths.size() * 9 / 10];
    QVERIFY2(median >= 22 && median <= 34, qPrintable(QString::number(median)));
    QVERIFY2(long90 >= 70 && long90 <= 115, qPrintable(QString::number(long90)));
}

void TestSimFigures::noise()
{
    double scored = 0, fast = 0, outside = 0, training = 0;
    for (const auto &shop : m_shops) {
        m_world.eachIn(plain(12), shop, [&](int, const Conversation &each) {
            if (!each.score)
                return;
            ++scored;
            // Children take longer; a clerk is not in these shops.
            fast += each.lasts < std::chrono::milliseconds(1500);
            outside += hourOf(each) < openingHour || hourOf(each) >= closingHour;
            training += each.training;
        });
    }
    compareShare("outside hours", 0.003, outside, scored, 0.001);
    compareShare("training", 0.002, training, scored, 0.0005);
    QVERIFY2(fast / scored > 0.002 && fast / scored < 0.01, qPrintable(QString::number(fast)));
}

void TestSimFigures::dayEffect()
{
    // So many answers a day that what is left between days is the days' own.
    double sum = 0, squares = 0;
    const auto plan = plain(13, 120, 40);
    for (int index = 14; index < 120; ++index) {
        metrics::Tally tally;
        for (const auto &each :
             plan.day(m_shops[2], plan.window().first + std::chrono::days(index)))
            if (each.score)
                tally.add(*each.score);
        const double nps = *metrics::nps(tally);
        sum += nps;
        squares += nps * nps;
    }
    const double mean = sum / 106;
    const double deviation = std::sqrt(squares / 106 - mean * mean);
    QVERIFY2(deviation > 3.2 && deviation < 5.5, qPrintable(QString::number(deviation)));
}

void TestSimFigures::familyPairs()
{
    // Two answers of one segment and language within half a minute, beyond what chance brings.
    double pairs = 0, scored = 0;
    std::map<int, const Conversation *> last;
    const auto plan = plain(14);
    for (int index = 14; index < manyDays; ++index) {
        last.clear();
        const auto all =
            plan.day(m_shops[4], plan.window().first + std::chrono::days(index)); // the quiet shop
        for (const auto &each : all) {
            if (!each.score)
                continue;
            ++scored;
            const auto *before = last[each.till];
            if (before && each.opened - before->opened - before->lasts < std::chrono::seconds(21) &&
                each.lasts >= std::chrono::seconds(4) && each.language == before->language &&
                metrics::segmentOf(*each.score) == metrics::segmentOf(*before->score))
                ++pairs;
            last[each.till] = &each;
        }
    }
    compareShare("in pairs", 0.10, pairs * 2, scored, 0.02);
}

void TestSimFigures::conversationsOfATillNeverOverlap()
{
    for (const double rate : {1.0, 30.0}) {
        const auto plan = plain(15, 30, rate);
        for (const auto &shop : m_world.shops) {
            const auto all = plan.day(shop, plan.window().last - std::chrono::days(4));
            std::map<int, Milliseconds> free;
            for (const auto &each : all) {
                QVERIFY(each.till >= 1 && each.till <= shop.tills);
                QVERIFY(each.opened >= free[each.till]);
                free[each.till] = each.opened + each.lasts;
            }
        }
    }
}

VOUCH_TEST(TestSimFigures)

} // namespace test_sim_figures

#include "test_sim_figures.moc"
