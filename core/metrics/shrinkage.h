#pragma once

#include <optional>
#include <span>
#include <vector>

/// Estimates drawn towards a common mean, the more so the less sure they are. Sources: see
/// ranking.h (Morris 1983; Paule and Mandel 1982).
namespace vouch::metrics {

struct Estimate
{
    double value = 0;
    /// Of the value, in its unit squared; above 0.
    double variance = 0;
};

struct Shrunk
{
    /// In the order given; each value lies between what was given and the mean.
    std::vector<Estimate> estimates;
    /// Undefined when there is nothing to learn from.
    std::optional<double> mean;
    /// Between what is estimated; 0 when chance alone explains how the values differ. Undefined
    /// with fewer than two to learn from: then everything stays as it is.
    std::optional<double> variance;
};

/// Mean and variance between are learnt from the first `learnt` of the estimates only.
Shrunk shrink(std::span<const Estimate> estimates, std::size_t learnt);
inline Shrunk shrink(std::span<const Estimate> estimates)
{
    return shrink(estimates, estimates.size());
}

/// The variance between: by Paule and Mandel's moments, never below 0. Undefined for fewer than
/// two.
std::optional<double> varianceBetween(std::span<const Estimate> estimates);

} // namespace vouch::metrics
