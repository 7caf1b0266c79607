#pragma once

#include "core/base/result.h"
#include "core/metrics/day_series.h"

/// Whether a change is one. Judged once for each closed business day, never after each answer,
/// which would cry wolf on one day in five.
///
/// Source: method.md §1; A. Wald, "Sequential Analysis", 1947 (why looking after each answer misses
/// the nominal rate); the variance: day_series.h; difference of independent scores: nps.h.
namespace vouch::metrics {

inline constexpr int leastDaysForJudgement = 7;
/// On each side.
inline constexpr std::int64_t leastAnswersForJudgement = 30;
inline constexpr int daysForTarget = 28;

enum class Verdict { NoClearChange, Better, Worse };

struct Judgement
{
    Day first, last;             ///< the period judged
    Day beforeFirst, beforeLast; ///< what it is compared with: as many days, the same weekdays
    PeriodScore now;
    PeriodScore before;
    /// Of the adjusted scores, in points.
    double delta = 0;
    double low = 0;
    double high = 0;
    double pValue = 1;
    Verdict verdict = Verdict::NoClearChange;
    /// Whether differences between days are in the interval; else it is too narrow, and says so.
    bool betweenDaysKnown = false;
};

/// The `length` days up to `lastClosed` against as many days before them, a whole number of weeks
/// earlier: the next ones before for 7, 14, 28 days. Days without answers count as days.
///
/// Failures: `days-too-few` (length under leastDaysForJudgement; where = "before": fewer than that
/// since the first with answers, which are no same weekdays), `answers-too-few` (on a side; where =
/// "now" or "before").
Result<Judgement>
judgeChange(std::span<const DayTally> days, Day lastClosed, int length = leastDaysForJudgement);

/// Of many stores judged on one day at most 5 % of the called changes are false: withdraws the
/// verdicts that do not hold together (false_discovery.h).
void judgeTogether(std::span<Judgement> judgements);

/// One hour of one day.
struct HourTally
{
    Day day;
    int hour = 0; ///< 0–23, of the business day
    Tally tally;
};

/// Today up to an hour beside the same weekday of the weeks before, up to the same hour. There is
/// no verdict on purpose.
struct TodaySoFar
{
    Tally today;
    /// Pooled.
    Tally sameWeekdays;
    /// How many of those days had answers.
    int days = 0;
};

/// `untilHour` is not included any more: 14 is up to 13:59.
TodaySoFar todaySoFar(std::span<const HourTally> hours, Day today, int untilHour, int weeks = 4);

enum class TargetVerdict { NotClear, Below, Above };

struct AgainstTarget
{
    PeriodScore score;
    /// Below: the upper bound is under the target. Above: the lower bound is over it.
    TargetVerdict verdict = TargetVerdict::NotClear;
};

/// The daysForTarget days up to `lastClosed`. Failure `answers-too-few`, under 30 of them;
/// `days-too-few`, under 28 days since the first with answers.
Result<AgainstTarget> againstTarget(std::span<const DayTally> days, Day lastClosed, double target);

} // namespace vouch::metrics
