#include "core/metrics/proportion.h"

#include "core/metrics/nps.h"

#include <algorithm>
#include <cmath>

namespace vouch::metrics {

std::optional<Proportion> proportion(std::int64_t count, std::int64_t base)
{
    if (base <= 0)
        return std::nullopt;
    const auto n = static_cast<double>(base);
    const double value = static_cast<double>(count) / n;
    const double square = z95 * z95;
    const double centre = (value + square / (2 * n)) / (1 + square / n);
    const double half =
        z95 / (1 + square / n) * std::sqrt(value * (1 - value) / n + square / (4 * n * n));
    // Exact at the ends, where rounding would leave 1e-17.
    return Proportion{
        count, base, value, count == 0 ? 0 : std::clamp(centre - half, 0.0, value),
        count == base ? 1 : std::clamp(centre + half, value, 1.0)};
}

std::optional<ProportionDifference>
difference(const std::optional<Proportion> &a, const std::optional<Proportion> &b)
{
    if (!a || !b)
        return std::nullopt;
    const double value = a->value - b->value;
    return ProportionDifference{
        value, value - std::hypot(a->value - a->low, b->high - b->value),
        value + std::hypot(a->high - a->value, b->value - b->low)};
}

} // namespace vouch::metrics
