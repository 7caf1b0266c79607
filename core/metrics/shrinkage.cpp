#include "core/metrics/shrinkage.h"

#include <algorithm>

namespace vouch::metrics {

namespace {

struct WeightedMean
{
    double value = 0;
    double weight = 0;
};

WeightedMean meanAt(std::span<const Estimate> estimates, double between)
{
    WeightedMean mean;
    for (const auto &estimate : estimates) {
        const double weight = 1 / (estimate.variance + between);
        mean.value += weight * estimate.value;
        mean.weight += weight;
    }
    mean.value /= mean.weight;
    return mean;
}

/// How far the values scatter beyond what the variance between expects; falls with it.
double excess(std::span<const Estimate> estimates, double between)
{
    const double mean = meanAt(estimates, between).value;
    double sum = 0;
    for (const auto &estimate : estimates) {
        const double apart = estimate.value - mean;
        sum += apart * apart / (estimate.variance + between);
    }
    return sum - (static_cast<double>(estimates.size()) - 1);
}

} // namespace

std::optional<double> varianceBetween(std::span<const Estimate> estimates)
{
    if (estimates.size() < 2)
        return std::nullopt;
    if (excess(estimates, 0) <= 0)
        return 0;
    double low = 0;
    double high = 1;
    while (excess(estimates, high) > 0)
        high *= 2;
    for (int step = 0; step < 100; ++step) {
        const double middle = (low + high) / 2;
        (excess(estimates, middle) > 0 ? low : high) = middle;
    }
    return (low + high) / 2;
}

Shrunk shrink(std::span<const Estimate> estimates, std::size_t learnt)
{
    const auto from = estimates.first(learnt);
    Shrunk out;
    out.variance = varianceBetween(from);
    if (!out.variance) {
        if (!from.empty())
            out.mean = from.front().value;
        out.estimates.assign(estimates.begin(), estimates.end());
        return out;
    }
    const double between = *out.variance;
    const auto [mean, weight] = meanAt(from, between);
    out.mean = mean;
    const auto count = static_cast<double>(from.size());
    double typical = 0;
    for (const auto &estimate : from)
        typical += estimate.variance / count;
    for (const auto &[value, variance] : estimates) {
        const double pull = variance / (variance + between);
        // Morris (1983): not knowing the mean, and not knowing the variance between.
        double error = variance * (1 - pull) + pull * pull / weight;
        if (from.size() > 3)
            error += 2 / (count - 3) * pull * pull * (value - mean) * (value - mean) *
                     (typical + between) / (variance + between);
        out.estimates.push_back({value + pull * (mean - value), error});
    }
    return out;
}

} // namespace vouch::metrics
