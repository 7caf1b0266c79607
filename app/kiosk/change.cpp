#include "app/kiosk/change.h"

#include "app/kiosk/local_text.h"

#include <algorithm>
#include <cmath>

namespace vouch::kiosk {

namespace {

constexpr int weeksOfToday = 4;

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

std::vector<metrics::HourTally>
hourTallies(const std::vector<storage::HourCount> &counts, bool unmarkedOnly)
{
    std::vector<metrics::HourTally> out;
    for (const auto &hour : counts) {
        if (!unmarkedOnly || !hour.marked)
            out.push_back({hour.day, hour.hour, hour.tally});
    }
    return out;
}

void compareToday(
    Change &out, const std::vector<storage::HourCount> &counts, const Asked &asked,
    const QString &language)
{
    const auto hours = hourTallies(counts, asked.unmarkedOnly);
    const auto so = metrics::todaySoFar(hours, asked.today, asked.hour, weeksOfToday);
    out.verdict = change_enums::TodaySoFar;
    if (so.days == 0)
        return;
    const auto each = double(so.sameWeekdays.count()) / so.days;
    out.usualCount = localNumber(std::lround(each), language);
    out.usualScore = saidScore(so.sameWeekdays, language);
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

Change
changeOf(const std::vector<storage::HourCount> &counts, const Asked &asked, const QString &language)
{
    Change out;
    const auto days = dayTallies(counts, asked.unmarkedOnly);
    if (asked.length == 0)
        compareToday(out, counts, asked, language);
    else
        judge(out, days, asked, language);
    if (asked.target)
        compareWithTarget(out, days, asked, language);
    return out;
}

} // namespace vouch::kiosk

#include "moc_change.cpp"
