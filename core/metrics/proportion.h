#pragma once

#include <cstdint>
#include <optional>

/// A share of a count and how sure of it one may be; two shares compared.
///
/// Sources: E. B. Wilson, "Probable Inference, the Law of Succession, and Statistical Inference",
/// Journal of the American Statistical Association 22 (1927) 209–212; R. G. Newcombe, "Interval
/// estimation for the difference between independent proportions", Statistics in Medicine 17
/// (1998) 873–890, method 10.
///
/// Everything is a fraction, 0 … 1 (a difference −1 … 1), not in points.
namespace vouch::metrics {

struct Proportion
{
    std::int64_t count = 0;
    /// Of how many.
    std::int64_t base = 0;
    double value = 0;
    /// Wilson's 95 % interval; it holds the value and stays within 0 … 1.
    double low = 0;
    double high = 1;
};

/// Undefined (not 0) when base is 0. Requires 0 <= count <= base.
std::optional<Proportion> proportion(std::int64_t count, std::int64_t base);

struct ProportionDifference
{
    /// a − b.
    double value = 0;
    double low = -1;
    double high = 1;
};

/// Of two independent shares. Undefined when either is.
std::optional<ProportionDifference>
difference(const std::optional<Proportion> &a, const std::optional<Proportion> &b);

} // namespace vouch::metrics
