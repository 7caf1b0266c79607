#include "core/metrics/nps.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numbers>
#include <numeric>

namespace vouch::metrics {

namespace {

/// Rocks' estimate of the score and of its error, as fractions. Requires count > 0 for a meaning.
struct AdjustedScore
{
    double centre;
    double standardError;
};

AdjustedScore adjustedScore(const Tally &tally)
{
    const double count = static_cast<double>(tally.count()) + 3;
    const double promoters = (static_cast<double>(tally.promoters()) + 0.75) / count;
    const double detractors = (static_cast<double>(tally.detractors()) + 0.75) / count;
    const double centre = promoters - detractors;
    return {centre, std::sqrt((promoters + detractors - centre * centre) / count)};
}

} // namespace

std::int64_t Tally::count() const
{
    return std::accumulate(histogram.begin(), histogram.end(), std::int64_t{0});
}

std::int64_t Tally::in(Segment segment) const
{
    std::int64_t sum = 0;
    for (int score = lowestScore; score <= highestScore; ++score) {
        if (segmentOf(score) == segment)
            sum += histogram[static_cast<std::size_t>(score)];
    }
    return sum;
}

void Tally::add(int score, std::int64_t times)
{
    histogram.at(static_cast<std::size_t>(score)) += times;
}

Tally &Tally::operator+=(const Tally &other)
{
    for (std::size_t score = 0; score < histogram.size(); ++score)
        histogram[score] += other.histogram[score];
    return *this;
}

std::optional<Shares> shares(const Tally &tally)
{
    const auto count = static_cast<double>(tally.count());
    if (count <= 0)
        return std::nullopt;
    return Shares{
        static_cast<double>(tally.promoters()) / count,
        static_cast<double>(tally.passives()) / count,
        static_cast<double>(tally.detractors()) / count};
}

std::optional<double> nps(const Tally &tally)
{
    const std::int64_t count = tally.count();
    if (count <= 0)
        return std::nullopt;
    // Whole numbers as long as possible: 30 % − 10 % is exactly 20.
    return points * static_cast<double>(tally.promoters() - tally.detractors()) /
           static_cast<double>(count);
}

std::optional<Interval> interval(const Tally &tally, double z)
{
    if (tally.count() <= 0)
        return std::nullopt;
    const auto [centre, error] = adjustedScore(tally);
    return Interval{
        points * std::max(-1.0, centre - z * error), points * std::min(1.0, centre + z * error),
        points * centre};
}

std::optional<double> standardError(const Tally &tally)
{
    if (tally.count() <= 0)
        return std::nullopt;
    return points * adjustedScore(tally).standardError;
}

std::optional<double> answerVariance(const Tally &tally)
{
    const auto error = standardError(tally);
    if (!error)
        return std::nullopt;
    return *error * *error * (static_cast<double>(tally.count()) + 3);
}

std::optional<Difference> difference(const Tally &a, const Tally &b, double z)
{
    if (a.count() <= 0 || b.count() <= 0)
        return std::nullopt;
    const AdjustedScore left = adjustedScore(a);
    const AdjustedScore right = adjustedScore(b);
    Difference result;
    result.delta = points * (left.centre - right.centre);
    result.standardError = points * std::hypot(left.standardError, right.standardError);
    result.z = result.delta / result.standardError;
    result.pValue = std::erfc(std::abs(result.z) / std::numbers::sqrt2);
    result.low = result.delta - z * result.standardError;
    result.high = result.delta + z * result.standardError;
    return result;
}

} // namespace vouch::metrics
