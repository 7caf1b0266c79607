#include "report_sample.h"
#include "sync/server/api/report_judging.h"
#include "sync/server/api/report_month.h"
#include "tests/support/suite.h"

#include <QTest>

namespace test_report_judging {

using namespace vouch;
using namespace vouch::server;
using namespace vouch::test;

/// What is said of a month, from figures that are known.
class TestReportJudging : public QObject
{
    Q_OBJECT

private slots:
    void monthsFollowTheCalendar();
    void whatIsNoMonthIsRefused();
    void aFallIsCalledAndDated();
    void aSteadyMonthIsNoNews();
    void aTargetIsHeldAgainst28Days();
    void aReasonNamedMoreIsFound();
    void withoutEnoughPicksNothingIsLookedFor();
    void aWeakHourStandsOut();
    void hoursWithoutAnyDifferenceStandOutForNothing();
    void whereAnswersComeTogetherAnHourHasToDifferMore();
    void aTabletThatReadsLowStandsOut();
    void placesThatAreAlikeStandOutForNothing();
    void actionsFollowFromWhatWasFound();
    void luckIsNotToBeLearntFrom();
    void whatIsMarkedIsNotToBeLearntFrom();
};

namespace {

/// Eight weeks up to 30 November, 30 answers a day; from `from` on so many promoters fewer.
std::vector<metrics::DayTally> daysWithFall(const char *from, int fewer)
{
    std::vector<metrics::DayTally> out;
    const auto last = sampleDay("2026-11-30");
    for (auto day = last - std::chrono::days(83); day <= last; day += std::chrono::days(1)) {
        const int wobble = static_cast<int>((day.time_since_epoch().count() * 7) % 5) - 2;
        const int promoters = 18 + wobble - (day >= sampleDay(from) ? fewer : 0);
        metrics::DayTally each{day, {}};
        each.tally.add(10, promoters);
        each.tally.add(8, 6);
        each.tally.add(3, 24 - promoters);
        out.push_back(each);
    }
    return out;
}

ReportFigures november()
{
    ReportFigures out;
    out.first = sampleDay("2026-11-01");
    out.last = sampleDay("2026-11-30");
    return out;
}

const std::vector<std::string> criteria{"queue", "prices", "staff", "other"};

MonthPicks noPicks()
{
    return {metrics::PickTable(criteria), metrics::PickTable(criteria)};
}

/// So many checks of a score, the first `picks` of which name the criterion.
void add(metrics::PickTable &table, int score, int checks, int picks, std::uint64_t criterion)
{
    for (int i = 0; i < checks; ++i)
        table.add(0, i % 4, {score, true, i < picks ? criterion : std::uint64_t{8}});
}

WeekHour hourOf(int hour, int tens, int zeros)
{
    WeekHour out{1, hour, {}};
    out.tally.add(10, tens);
    out.tally.add(0, zeros);
    return out;
}

} // namespace

void TestReportJudging::monthsFollowTheCalendar()
{
    const auto today = sampleDay("2026-11-22");
    const auto october = reportMonth("2026-10", Calendar::Gregorian, today).value();
    QCOMPARE(
        formatDay(october.first) + formatDay(october.last), std::string("2026-10-012026-10-31"));
    QVERIFY(october.isWhole);
    QCOMPARE(formatDay(october.monthBefore), std::string("2026-09-01"));
    QCOMPARE(october.trendStarts.size(), std::size_t(reportMonths));
    QCOMPARE(formatDay(october.trendStarts.front()), std::string("2025-10-01"));
    const auto running = reportMonth("2026-11", Calendar::Gregorian, today).value();
    QCOMPARE(formatDay(running.last), std::string("2026-11-21"));
    QVERIFY(!running.isWhole);
    const auto aban = reportMonth("1405-08", Calendar::Jalali, today).value();
    QCOMPARE(formatDay(aban.first) + formatDay(aban.last), std::string("2026-10-232026-11-21"));
    QVERIFY(aban.isWhole);
    QCOMPARE(formatDay(aban.monthBefore), std::string("2026-09-23"));
    // Each month of a leap year and of the next begins where the calendar says.
    for (int month = 1; month <= 12; ++month) {
        for (const char *year : {"1403", "1404"}) {
            const auto key = std::string(year) + (month < 10 ? "-0" : "-") + std::to_string(month);
            const auto span = reportMonth(key, Calendar::Jalali, today).value();
            QCOMPARE(monthKey(span.first, Calendar::Jalali), key);
            QCOMPARE(jalaliDate(span.first).day, 1);
            QCOMPARE(monthKey(span.last, Calendar::Jalali), key);
            QCOMPARE(jalaliDate(span.last + std::chrono::days(1)).day, 1);
        }
    }
}

void TestReportJudging::whatIsNoMonthIsRefused()
{
    const auto today = sampleDay("2026-11-01");
    for (const char *key :
         {"", "2026", "2026-13", "2026-00", "2026-1", "2026-1x", "26-11-01", "2026-11", "2026-12",
          "9999-01"}) {
        const auto span = reportMonth(key, Calendar::Gregorian, today);
        QVERIFY2(!span, key);
        QCOMPARE(span.failure().where, std::string("month"));
    }
    QVERIFY(reportMonth("2026-11", Calendar::Gregorian, sampleDay("2026-11-02")).ok());
}

void TestReportJudging::aFallIsCalledAndDated()
{
    auto report = november();
    judgeMonth(report, daysWithFall("2026-11-05", 9), {});
    QVERIFY(report.judgement);
    QVERIFY(report.judgement->verdict == metrics::Verdict::Worse);
    QCOMPARE(formatDay(report.judgement->beforeLast), std::string("2026-10-26"));
    QVERIFY(report.change);
    QVERIFY(report.change->direction == metrics::Direction::Fall);
    QCOMPARE(formatDay(report.change->day), std::string("2026-11-05"));
    QVERIFY(!report.target);
}

void TestReportJudging::aSteadyMonthIsNoNews()
{
    auto report = november();
    judgeMonth(report, daysWithFall("2026-11-05", 0), {});
    QVERIFY(report.judgement->verdict == metrics::Verdict::NoClearChange);
    QVERIFY(!report.change);
    auto nothing = november();
    judgeMonth(nothing, {}, 40);
    QVERIFY(!nothing.judgement);
    QCOMPARE(nothing.notJudged->where, std::string("now"));
    QVERIFY(nothing.target && !nothing.target->verdict);
}

void TestReportJudging::aTargetIsHeldAgainst28Days()
{
    auto report = november();
    judgeMonth(report, daysWithFall("2026-11-05", 0), 70);
    QVERIFY(report.target->verdict == metrics::TargetVerdict::Below);
    auto other = november();
    judgeMonth(other, daysWithFall("2026-11-05", 0), -20);
    QVERIFY(other.target->verdict == metrics::TargetVerdict::Above);
}

void TestReportJudging::aReasonNamedMoreIsFound()
{
    auto picks = noPicks();
    add(picks.now, 3, 150, 90, 1); // queue, with low scores
    add(picks.now, 8, 150, 30, 1);
    add(picks.before, 3, 150, 30, 1); // half as often the month before
    add(picks.before, 8, 150, 30, 1);
    add(picks.now, 10, 100, 60, 4); // staff
    add(picks.before, 10, 100, 60, 4);
    auto report = november();
    judgePicks(report, picks, {"Waiting", "Prices", "Staff", "Something else"});
    QCOMPARE(report.improve.asked, 300);
    QCOMPARE(report.improve.reasons[0].name, std::string("Something else"));
    QCOMPARE(report.improve.reasons[1].name, std::string("Waiting"));
    QCOMPARE(report.improve.reasons[1].share.count, 120);
    QCOMPARE(report.liked.reasons[0].name, std::string("Staff"));
    QVERIFY(report.associations.size() >= 2);
    QVERIFY(report.associations[0].kind == ReportAssociation::Kind::NamedMore);
    QCOMPARE(report.associations[0].reason, std::string("Waiting"));
    QCOMPARE(report.associations[0].other->count, 60);
    QVERIFY(report.associations[1].kind == ReportAssociation::Kind::Detractors);
    QVERIFY(!report.noAssociations);

    // Whoever is asked in other words may name other things: that is no news of the store.
    picks.areComparable = false;
    auto other = november();
    judgePicks(other, picks, {"Waiting", "Prices", "Staff", "Something else"});
    QVERIFY(other.associations[0].kind == ReportAssociation::Kind::Detractors);

    auto same = noPicks();
    for (auto *table : {&same.now, &same.before})
        for (const int score : {3, 8})
            add(*table, score, 150, 50, 1);
    auto quiet = november();
    judgePicks(quiet, same, {"Waiting", "Prices", "Staff", "Something else"});
    QVERIFY(quiet.associations.empty());
    QVERIFY(!quiet.noAssociations);
}

void TestReportJudging::withoutEnoughPicksNothingIsLookedFor()
{
    auto picks = noPicks();
    add(picks.now, 3, 20, 20, 1);
    auto report = november();
    judgePicks(report, picks, criteria);
    QCOMPARE(report.improve.asked, 20);
    QVERIFY(report.improve.reasons.empty());
    QVERIFY(report.noAssociations);
}

void TestReportJudging::aWeakHourStandsOut()
{
    auto report = november();
    std::vector<WeekHour> hours;
    for (int hour = 9; hour < 21; ++hour)
        hours.push_back(hour >= 17 && hour < 20 ? hourOf(hour, 40, 60) : hourOf(hour, 75, 25));
    judgeStandouts(report, {hours, {}, {}});
    QCOMPARE(report.standouts.size(), std::size_t(1));
    const auto &found = report.standouts[0];
    QVERIFY(found.isLower && found.kind == ReportStandout::Kind::Hours);
    QCOMPARE(found.first, 17);
    QCOMPARE(found.last, 19);
    QCOMPARE(found.tally.count(), 300);
}

void TestReportJudging::hoursWithoutAnyDifferenceStandOutForNothing()
{
    auto report = november();
    std::vector<WeekHour> hours;
    for (int hour = 9; hour < 21; ++hour)
        hours.push_back(hourOf(hour, 60 + hour % 3, 40));
    hours.push_back(hourOf(22, 0, 12)); // too few to say anything of
    judgeStandouts(report, {hours, daysWithFall("2026-11-05", 0), {}});
    QVERIFY(report.standouts.empty());
}

/// The same hour, once of answers that vary as chance has it, once of families that agree.
void TestReportJudging::whereAnswersComeTogetherAnHourHasToDifferMore()
{
    const auto hoursOf = [](int apart) {
        std::vector<WeekHour> out;
        for (int weekday = 1; weekday <= 7; ++weekday)
            for (int hour = 9; hour < 21; ++hour) {
                const int shift = (weekday * 5 + hour * 3) % 7 - 3;
                const int tens = (hour == 12 ? 6 : 9) + shift * apart / 3;
                out.push_back({weekday, hour, tallyOf(tens, 0, 15 - tens)});
            }
        return out;
    };
    auto alone = november();
    judgeStandouts(alone, {hoursOf(1), {}, {}});
    QCOMPARE(alone.standouts.size(), std::size_t(1));
    QCOMPARE(alone.standouts[0].first, 12);
    auto together = november();
    judgeStandouts(together, {hoursOf(6), {}, {}});
    QVERIFY(together.standouts.empty());
}

void TestReportJudging::aTabletThatReadsLowStandsOut()
{
    auto report = november();
    const auto high = tallyOf(120, 50, 30), low = tallyOf(60, 50, 90);
    judgeStandouts(
        report,
        {{},
         {},
         {{{"Checkout", high + low + high}, {{"till 1", high}, {"till 2", low}, {"", high}}},
          {{"Exit", high + high + high}, {{"door", high + high + high}}}}});
    QCOMPARE(report.standouts.size(), std::size_t(2));
    const auto &first = report.standouts[0], &second = report.standouts[1];
    QVERIFY(first.isLower && first.kind == ReportStandout::Kind::Tablet);
    QCOMPARE(first.name, std::string("till 2"));
    QVERIFY(first.tally == low);
    // The other place stands higher than this one: that is the same news.
    QVERIFY(second.isLower && second.kind == ReportStandout::Kind::Touchpoint);
    QCOMPARE(second.name, std::string("Checkout"));
    report.tally = high + low;
    chooseActions(report);
    QVERIFY(report.actions[0].kind == ReportAction::Kind::Tablet);
    QCOMPARE(report.actions[0].name, std::string("till 2"));
}

void TestReportJudging::placesThatAreAlikeStandOutForNothing()
{
    auto report = november();
    const auto one = tallyOf(100, 50, 40), other = tallyOf(96, 50, 44), few = tallyOf(0, 0, 8);
    judgeStandouts(
        report,
        {{},
         {},
         {{{"Checkout", one + other}, {{"till 1", one}, {"till 2", other}, {"till 3", few}}},
          {{"Exit", one}, {{"door", one}}}}});
    QVERIFY(report.standouts.empty());
}

void TestReportJudging::actionsFollowFromWhatWasFound()
{
    auto report = november();
    report.tally = tallyOf(200, 100, 100);
    report.coverage = 0.7;
    report.change = ReportChange{
        metrics::Direction::Fall, sampleDay("2026-11-05"), sampleDay("2026-11-04"),
        sampleDay("2026-11-06")};
    report.improve = reasonsOf(200, {{"other", 90}, {"queue", 80}});
    chooseActions(report);
    QCOMPARE(report.actions.size(), mostActions);
    QVERIFY(report.actions[0].kind == ReportAction::Kind::Coverage);
    QVERIFY(report.actions[1].kind == ReportAction::Kind::Fall);
    QVERIFY(report.actions[2].kind == ReportAction::Kind::Reason);
    QCOMPARE(report.actions[2].name, std::string("queue")); // "Something else" is nothing to do

    auto empty = november();
    chooseActions(empty);
    QCOMPARE(empty.actions.size(), std::size_t(1));
    QVERIFY(empty.actions[0].kind == ReportAction::Kind::MoreAnswers);
}

void TestReportJudging::luckIsNotToBeLearntFrom()
{
    auto report = november();
    report.isRegion = true;
    report.tally = tallyOf(800, 200, 300);
    std::vector<metrics::StoreScores> scores{
        {tallyOf(5, 0, 0)}, {tallyOf(700, 100, 100)}, {tallyOf(95, 100, 200)}};
    for (const auto &ranked : metrics::rank(scores).stores)
        report.stores.push_back(
            {"store " + std::to_string(ranked.index), scores[ranked.index].tally, ranked, {}});
    chooseActions(report);
    QVERIFY(report.actions[0].kind == ReportAction::Kind::VisitBelow);
    QCOMPARE(report.actions[0].name, std::string("store 2"));
    QVERIFY(report.actions[1].kind == ReportAction::Kind::LearnFrom);
    QCOMPARE(report.actions[1].name, std::string("store 1"));
}

void TestReportJudging::whatIsMarkedIsNotToBeLearntFrom()
{
    auto report = november();
    report.isRegion = true;
    report.tally = tallyOf(1300, 400, 600);
    std::vector<metrics::StoreScores> scores{
        {tallyOf(700, 100, 100)}, {tallyOf(500, 100, 100)}, {tallyOf(95, 200, 400)}};
    for (const auto &ranked : metrics::rank(scores).stores) {
        report.stores.push_back(
            {"store " + std::to_string(ranked.index), scores[ranked.index].tally, ranked, {}});
        report.stores.back().marked = ranked.index == 0 ? 45 : 20;
    }
    chooseActions(report);
    QCOMPARE(report.actions.size(), std::size_t(3));
    QVERIFY(report.actions[1].kind == ReportAction::Kind::MarkedAt);
    QCOMPARE(report.actions[1].name, std::string("store 0"));
    QCOMPARE(report.actions[1].count, 45);
    QVERIFY(report.actions[2].kind == ReportAction::Kind::LearnFrom);
    QCOMPARE(report.actions[2].name, std::string("store 1"));
}

VOUCH_TEST(TestReportJudging)

} // namespace test_report_judging

#include "test_report_judging.moc"
