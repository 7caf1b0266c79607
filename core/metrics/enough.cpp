#include "core/metrics/enough.h"

#include <algorithm>
#include <cmath>

namespace vouch::metrics {

namespace {

/// The normal quantile of 80 %.
constexpr double powerOfEighty = 0.841621;

/// Of the adjusted score, as a fraction; falls with the count.
double halfWidthAt(double count, const Shares &mix)
{
    const double adjustedCount = count + 3;
    const double promoters = (mix.promoters * count + 0.75) / adjustedCount;
    const double detractors = (mix.detractors * count + 0.75) / adjustedCount;
    const double centre = promoters - detractors;
    return z95 * std::sqrt((promoters + detractors - centre * centre) / adjustedCount);
}

} // namespace

std::optional<std::int64_t> neededAnswers(double halfWidth, const Shares &mix)
{
    if (!(halfWidth > 0))
        return std::nullopt;
    const double wanted = halfWidth / points;
    std::int64_t high = 1;
    while (halfWidthAt(static_cast<double>(high), mix) > wanted && high < (std::int64_t{1} << 60))
        high *= 2;
    std::int64_t low = high / 2;
    while (high - low > 1) {
        const std::int64_t middle = low + (high - low) / 2;
        (halfWidthAt(static_cast<double>(middle), mix) > wanted ? low : high) = middle;
    }
    return high;
}

std::optional<std::int64_t> neededToTellApart(double delta, const Shares &mix)
{
    if (!(delta > 0))
        return std::nullopt;
    const double centre = mix.promoters - mix.detractors;
    const double variance = mix.promoters + mix.detractors - centre * centre;
    const double ratio = (z95 + powerOfEighty) / (delta / points);
    return std::max<std::int64_t>(
        1, static_cast<std::int64_t>(std::ceil(2 * variance * ratio * ratio)));
}

} // namespace vouch::metrics
