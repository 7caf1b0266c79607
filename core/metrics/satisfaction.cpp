#include "core/metrics/satisfaction.h"

#include "core/metrics/probability.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace vouch::metrics {

std::optional<Proportion> csat(const FivePoints &counts)
{
    return proportion(
        counts[3] + counts[4], std::accumulate(counts.begin(), counts.end(), std::int64_t{0}));
}

std::optional<Ces> ces(const SevenPoints &counts)
{
    const auto count = std::accumulate(counts.begin(), counts.end(), std::int64_t{0});
    if (count <= 0)
        return std::nullopt;
    const auto n = static_cast<double>(count);
    double sum = 0;
    for (std::size_t i = 0; i < counts.size(); ++i)
        sum += static_cast<double>(i + 1) * static_cast<double>(counts[i]);
    Ces out;
    out.count = count;
    out.mean = sum / n;
    out.easy = *proportion(counts[4] + counts[5] + counts[6], count);
    double squares = 0;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        const double apart = static_cast<double>(i + 1) - out.mean;
        squares += apart * apart * static_cast<double>(counts[i]);
    }
    if (count < 2 || squares <= 0)
        return out;
    const double half = studentQuantile(0.05, n - 1) * std::sqrt(squares / (n - 1) / n);
    out.low = std::max(1.0, out.mean - half);
    out.high = std::min(static_cast<double>(counts.size()), out.mean + half);
    return out;
}

} // namespace vouch::metrics
