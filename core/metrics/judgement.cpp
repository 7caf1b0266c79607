#include "core/metrics/judgement.h"

#include "core/metrics/false_discovery.h"
#include "core/metrics/refusal.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace vouch::metrics {

namespace {

constexpr int daysOfAWeek = 7;

Result<PeriodScore> sideOf(
    std::span<const DayTally> series, Day first, Day last,
    const std::optional<BetweenDays> &between, const char *where)
{
    const auto score = periodScore(within(series, first, last), between);
    const auto count = score ? score->tally.count() : 0;
    if (count < leastAnswersForJudgement)
        return tooFew("answers", count, leastAnswersForJudgement, where);
    return *score;
}

/// The first day with answers; `otherwise` when there is none.
Day firstAnswered(std::span<const DayTally> series, Day otherwise)
{
    for (const auto &[day, tally] : series) {
        if (tally.count() > 0)
            otherwise = std::min(otherwise, day);
    }
    return otherwise;
}

} // namespace

Result<Judgement> judgeChange(std::span<const DayTally> series, Day lastClosed, int length)
{
    if (length < leastDaysForJudgement)
        return tooFew("days", length, leastDaysForJudgement);
    const auto between = betweenDays(series, lastClosed);
    const std::chrono::days shift((length + daysOfAWeek - 1) / daysOfAWeek * daysOfAWeek);
    Judgement out;
    out.last = lastClosed;
    out.first = lastClosed - std::chrono::days(length - 1);
    out.beforeLast = out.last - shift;
    out.beforeFirst = out.first - shift;
    auto now = sideOf(series, out.first, out.last, between, "now");
    if (!now)
        return now.failure();
    auto before = sideOf(series, out.beforeFirst, out.beforeLast, between, "before");
    if (!before)
        return before.failure();
    const auto reach = (out.beforeLast - firstAnswered(series, out.last)).count() + 1;
    if (reach < leastDaysForJudgement)
        return tooFew("days", reach, leastDaysForJudgement, "before");
    out.now = *now;
    out.before = *before;
    out.betweenDaysKnown = between.has_value();

    const double error = std::hypot(out.now.standardError, out.before.standardError);
    const double half = quantile95(between) * error;
    out.delta = out.now.range.centre - out.before.range.centre;
    out.low = out.delta - half;
    out.high = out.delta + half;
    out.pValue = pValueOf(out.delta / error, between);
    out.verdict = out.low > 0    ? Verdict::Better
                  : out.high < 0 ? Verdict::Worse
                                 : Verdict::NoClearChange;
    return out;
}

void judgeTogether(std::span<Judgement> judgements)
{
    std::vector<double> pValues;
    for (const auto &judgement : judgements)
        pValues.push_back(judgement.pValue);
    const auto sure = adjusted(pValues);
    for (std::size_t i = 0; i < sure.size(); ++i) {
        if (sure[i] > falseDiscoveryRate)
            judgements[i].verdict = Verdict::NoClearChange;
    }
}

TodaySoFar todaySoFar(std::span<const HourTally> hours, Day today, int untilHour, int weeks)
{
    TodaySoFar out;
    std::set<Day> seen;
    for (const auto &[day, hour, tally] : hours) {
        const auto back = (today - day).count();
        if (hour >= untilHour || back < 0 || back % daysOfAWeek != 0 || tally.count() == 0 ||
            back > daysOfAWeek * weeks)
            continue;
        if (back == 0) {
            out.today += tally;
        } else {
            out.sameWeekdays += tally;
            seen.insert(day);
        }
    }
    out.days = static_cast<int>(seen.size());
    return out;
}

Result<AgainstTarget> againstTarget(std::span<const DayTally> series, Day lastClosed, double target)
{
    const auto since =
        (lastClosed - firstAnswered(series, lastClosed + std::chrono::days(1))).count() + 1;
    if (since < daysForTarget)
        return tooFew("days", since, daysForTarget);
    const auto score = sideOf(
        series, lastClosed - std::chrono::days(daysForTarget - 1), lastClosed,
        betweenDays(series, lastClosed), "now");
    if (!score)
        return score.failure();
    AgainstTarget out;
    out.score = *score;
    out.verdict = out.score.range.high < target  ? TargetVerdict::Below
                  : out.score.range.low > target ? TargetVerdict::Above
                                                 : TargetVerdict::NotClear;
    return out;
}

} // namespace vouch::metrics
