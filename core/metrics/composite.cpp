#include "core/metrics/composite.h"

#include <algorithm>
#include <cmath>

namespace vouch::metrics {

Result<WeightedScore> weightedScore(std::span<const WeightedTouchpoint> touchpoints)
{
    constexpr double tolerance = 1e-6;
    double sum = 0;
    for (const auto &touchpoint : touchpoints) {
        if (!(touchpoint.weight >= 0))
            return Failure{
                "weights-malformed", "A weight cannot be negative. Give each touchpoint 0 to 1.",
                touchpoint.name};
        sum += touchpoint.weight;
    }
    if (!(std::abs(sum - 1) <= tolerance))
        return Failure{
            "weights-malformed",
            "The weights of the touchpoints do not add up to 1. Change them so that they do.",
            {}};

    WeightedScore out;
    double score = 0;
    double centre = 0;
    double variance = 0;
    for (const auto &[name, weight, tally] : touchpoints) {
        if (weight == 0)
            continue;
        if (tally.count() < leastForTouchpoint) {
            out.missing.push_back(name);
            continue;
        }
        const double error = weight * *standardError(tally);
        score += weight * *nps(tally);
        centre += weight * interval(tally)->centre;
        variance += error * error;
    }
    if (!out.missing.empty())
        return out;
    out.nps = score;
    out.standardError = std::sqrt(variance);
    const double half = z95 * *out.standardError;
    out.range = Interval{std::max(-points, centre - half), std::min(points, centre + half), centre};
    return out;
}

} // namespace vouch::metrics
