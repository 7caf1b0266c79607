#pragma once

#include "core/base/result.h"
#include "core/metrics/nps.h"

#include <span>
#include <string>
#include <vector>

/// One score of several touchpoints, each with a weight.
///
/// Source: method.md §4; the variance of a weighted sum of independent scores is Σ w²·SE² (W. G.
/// Cochran, "Sampling Techniques", 3rd ed. 1977, 5.3).
namespace vouch::metrics {

/// The least answers of every touchpoint with a weight above 0.
inline constexpr std::int64_t leastForTouchpoint = leastForRange;

struct WeightedTouchpoint
{
    std::string name;
    /// 0 … 1; all of them add up to 1.
    double weight = 0;
    Tally tally;
};

struct WeightedScore
{
    /// The weighted mean of the scores in points; undefined when something is missing.
    std::optional<double> nps;
    /// Undefined where that is.
    std::optional<Interval> range;
    std::optional<double> standardError;
    /// Touchpoints with a weight and too few answers, in the order given.
    std::vector<std::string> missing;
};

/// Failure `weights-malformed`: there are none, one is negative, or they do not add up to 1.
Result<WeightedScore> weightedScore(std::span<const WeightedTouchpoint> touchpoints);

} // namespace vouch::metrics
