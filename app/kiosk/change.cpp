#include "app/kiosk/change.h"

#include "app/kiosk/local_text.h"
#include "core/base/calendar.h"

#include <algorithm>
#include <cmath>

namespace vouch::kiosk {

namespace {

constexpr int weeksOfToday = 4;

} // namespace

std::vector<metrics::DayTally>
dayTallies(const std::vector<storage::HourCount> &counts, bool unmarkedOnly)
{
    std::vector<metrics::DayTally> out; // the counts are in the order of days
    for (const auto &hour : counts) {
        if (unmarkedOnly && hour.marked)
            continue;
        if (out.empty() || out.back().day != hour.day)
            out.push_back({hour.day, {}});
        out.back().tally += hour.tally;
    }
    return out;
}

TodayCounts todayOf(const std::vector<storage::HourCount> &counts, const Asked &asked)
{
    const int now = hourOfBusinessDay(asked.hour, asked.dayStart);
    std::vector<metrics::HourTally> hours;
    TodayCounts out;
    for (const auto &[day, hour, touchpoint, marked, tally] : counts) {
        if (asked.unmarkedOnly && marked)
            continue;
        const int place = hourOfBusinessDay(hour, asked.dayStart);
        const auto back = (asked.today - day).count();
        hours.push_back({day, place, tally});
        if (back == 0)
            out.today += tally;
        else if (place == now && back > 0 && back % 7 == 0 && back <= 7 * weeksOfToday)
            out.usualHour += tally;
    }
    const auto so = metrics::todaySoFar(hours, asked.today, now, weeksOfToday);
    out.usual = so.sameWeekdays;
    out.usualDays = so.days;
    return out;
}

namespace {

/// Of the hour under way as much as is over.
void compareToday(
    Change &out, const TodayCounts &counts, const Asked &asked, const QString &language)
{
    out.todayCount = localNumber(counts.today.count(), language);
    if (counts.usualDays == 0)
        return;
    const auto each =
        (double(counts.usual.count()) + double(counts.usualHour.count()) * asked.minute / 60) /
        counts.usualDays;
    out.usualCount = localNumber(std::lround(each), language);
    out.usualScore = saidScore(counts.usual, language);
}

void judge(
    Change &out, const std::vector<metrics::DayTally> &days, const Asked &asked,
    const QString &language)
{
    const auto yesterday = asked.today - std::chrono::days(1);
    const auto judged = metrics::judgeChange(days, yesterday, asked.length);
    out.days = asked.length;
    if (!judged) {
        out.verdict = judged.failure().code == "days-too-few" ? change_enums::TooFewDays
                      : judged.failure().where == "before"    ? change_enums::TooFewBefore
                                                              : change_enums::TooFewAnswers;
        return;
    }
    out.verdict = judged->verdict == metrics::Verdict::Better  ? change_enums::Better
                  : judged->verdict == metrics::Verdict::Worse ? change_enums::Worse
                                                               : change_enums::NoClearChange;
    out.deltaText = localPoints(judged->delta, language);
    out.lowText = localPoints(judged->low, language);
    out.highText = localPoints(judged->high, language);
}

void compareWithTarget(
    Change &out, const std::vector<metrics::DayTally> &days, const Asked &asked,
    const QString &language)
{
    out.targetText = localPoints(*asked.target, language);
    out.targetVerdict = change_enums::NotJudged;
    const auto yesterday = asked.today - std::chrono::days(1);
    const auto found = metrics::againstTarget(days, yesterday, *asked.target);
    if (found)
        out.targetVerdict = found->verdict == metrics::TargetVerdict::Below ? change_enums::Below
                            : found->verdict == metrics::TargetVerdict::Above
                                ? change_enums::Above
                                : change_enums::NotClear;
}

} // namespace

int daysNeeded(int length)
{
    // Twice the length, moved to the same weekdays; the variance between days is of eight weeks.
    return std::max(2 * length + 7, 8 * 7) + 1;
}

QString saidScore(const metrics::Tally &tally, const QString &language)
{
    const auto score = metrics::nps(tally);
    const auto range = metrics::interval(tally);
    const auto enough = metrics::sufficiency(tally.count());
    if (!score || !range || enough == metrics::Sufficiency::TooFew)
        return {};
    return enough == metrics::Sufficiency::Enough
               ? localPoints(*score, language)
               : localPoints(range->low, language) + QStringLiteral(" … ") +
                     localPoints(range->high, language);
}

Change changeOf(
    const std::vector<metrics::DayTally> &days, const TodayCounts &today, const Asked &asked,
    const QString &language)
{
    Change out;
    compareToday(out, today, asked, language);
    if (asked.isToday)
        out.verdict = change_enums::TodaySoFar;
    if (asked.length > 0)
        judge(out, days, asked, language);
    if (asked.target)
        compareWithTarget(out, days, asked, language);
    return out;
}

} // namespace vouch::kiosk

#include "moc_change.cpp"
