#pragma once

#include "core/base/result.h"
#include "core/metrics/day_series.h"

/// Since when: the day on which a score fell (or rose), found where before and after differ most.
///
/// Searching all days finds something in any series, so the greatest difference is held against the
/// greatest ones in the same days in another order: only days of the same weekday change places,
/// whole, with all their answers. That is right whatever days share and whatever weekdays are like.
///
/// Sources: E. S. Page, "A test for a change in a parameter occurring at an unknown point",
/// Biometrika 42 (1955) 523–527; J. Antoch, M. Hušková, "Permutation tests in change point
/// analysis", Statistics & Probability Letters 53 (2001) 37–46; B. Phipson, G. K. Smyth,
/// "Permutation P-values Should Never Be Zero", Statistical Applications in Genetics and Molecular
/// Biology 9 (2010) 39; J. Ville, "Étude critique de la notion de collectif", 1939 (the bound of
/// earliest … latest).
namespace vouch::metrics {

/// With answers.
inline constexpr int leastDaysForChange = 21;
/// On either side of the change.
inline constexpr int leastDaysBeside = 3;
inline constexpr std::int64_t leastAnswersBeside = 30;

enum class Direction { Fall, Rise };

struct ChangePoint
{
    /// The first day on the new level.
    Day day;
    /// 95 %: the new level began on one of the days between, both included.
    Day earliest, latest;
    Tally before, after;
    /// Of the adjusted scores, after − before, in points.
    double delta = 0;
    /// One-sided, of the whole search; at least 1 / (orders + 1).
    double pValue = 1;

    bool significant() const { return pValue <= 0.05; }
};

/// How the orders of the days are drawn: the same seed gives the same p-value on every machine.
struct Orders
{
    int count = 999;
    std::uint64_t seed = 1;
};

/// Requires each day at most once. Undefined when no day is further in that direction after than
/// before. Failures: `days-too-few`, `answers-too-few` (no day has leastAnswersBeside on both
/// sides).
Result<std::optional<ChangePoint>>
findChange(std::span<const DayTally> days, Direction direction, Orders orders = {});

} // namespace vouch::metrics
