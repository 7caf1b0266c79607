#include "core/metrics/false_discovery.h"

#include <algorithm>
#include <cstddef>
#include <numeric>

namespace vouch::metrics {

namespace {

std::vector<double> steppedUp(std::span<const double> pValues, double penalty)
{
    std::vector<std::size_t> order(pValues.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return pValues[a] < pValues[b];
    });
    std::vector<double> out(pValues.size(), 1.0);
    double least = 1;
    for (std::size_t rank = order.size(); rank > 0; --rank) {
        const double scaled = pValues[order[rank - 1]] * penalty *
                              static_cast<double>(order.size()) / static_cast<double>(rank);
        least = std::min(least, scaled);
        out[order[rank - 1]] = least;
    }
    return out;
}

} // namespace

std::vector<double> adjusted(std::span<const double> pValues)
{
    return steppedUp(pValues, 1);
}

std::vector<double> adjustedForAnyDependence(std::span<const double> pValues)
{
    double harmonic = 0;
    for (std::size_t rank = 1; rank <= pValues.size(); ++rank)
        harmonic += 1 / static_cast<double>(rank);
    return steppedUp(pValues, harmonic);
}

} // namespace vouch::metrics
