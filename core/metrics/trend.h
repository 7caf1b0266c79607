#pragma once

#include "core/base/result.h"
#include "core/metrics/day_series.h"

/// Where a score is heading: a straight line through the days, each weighing by what it is worth.
///
/// Weights are 1 / (v/nᵢ + τ²), τ² by moments around the line; the interval is Student's, with the
/// residual scale where that is above 1.
///
/// Sources: S. G. Thompson, S. J. Sharp, "Explaining heterogeneity in meta-analysis: a comparison
/// of methods", Statistics in Medicine 18 (1999) 2693–2708 (weights, τ²); G. Knapp, J. Hartung,
/// "Improved tests for a random effects meta-regression with a single covariate", Statistics in
/// Medicine 22 (2003) 2693–2710 (the interval).
namespace vouch::metrics {

/// With answers.
inline constexpr int leastDaysForTrend = 14;
inline constexpr std::int64_t leastAnswersForTrend = 100;

struct TrendPoint
{
    Day day;
    /// The line, and the 95 % interval of the line there; clipped to ±100.
    Interval fitted;
};

struct Trend
{
    /// In points a week.
    double slope = 0;
    double low = 0;
    double high = 0;
    double pValue = 1;
    /// τ² around the line, in points².
    double betweenDays = 0;
    /// Every day from the first with answers to the last.
    std::vector<TrendPoint> line;

    /// Rising or falling for sure: the interval excludes 0.
    bool clear() const { return low > 0 || high < 0; }
};

/// Requires each day at most once, in any order. Failures: `days-too-few`, `answers-too-few`.
Result<Trend> trend(std::span<const DayTally> days);

} // namespace vouch::metrics
