#include "core/metrics/trend.h"

#include "core/metrics/probability.h"
#include "core/metrics/refusal.h"

#include <algorithm>
#include <cmath>

namespace vouch::metrics {

namespace {

struct DayPoint
{
    double at = 0; ///< weeks since the first day
    double score = 0;
    double variance = 0;
};

/// A line by weighted least squares, about the weighted mean of the times.
struct Line
{
    double weight = 0;
    double mean = 0;   ///< of the times
    double spread = 0; ///< Σ w (t − mean)²
    double level = 0;  ///< at the mean
    double slope = 0;
    double scatter = 0; ///< Σ w residual²
    double trace = 0;   ///< of W − W X (XᵀWX)⁻¹ XᵀW: what τ² adds to the scatter
};

Line fitAt(std::span<const DayPoint> days, double between)
{
    Line line;
    for (const auto &day : days) {
        const double weight = 1 / (day.variance + between);
        line.weight += weight;
        line.mean += weight * day.at;
        line.level += weight * day.score;
    }
    line.mean /= line.weight;
    line.level /= line.weight;
    double product = 0;
    for (const auto &day : days) {
        const double weight = 1 / (day.variance + between);
        line.spread += weight * (day.at - line.mean) * (day.at - line.mean);
        product += weight * (day.at - line.mean) * (day.score - line.level);
    }
    line.slope = product / line.spread;
    for (const auto &day : days) {
        const double weight = 1 / (day.variance + between);
        const double residual = day.score - line.level - line.slope * (day.at - line.mean);
        const double leverage =
            weight * (1 / line.weight + (day.at - line.mean) * (day.at - line.mean) / line.spread);
        line.scatter += weight * residual * residual;
        line.trace += weight * (1 - leverage);
    }
    return line;
}

Interval bandAt(const Line &line, double at, double factor)
{
    const double apart = at - line.mean;
    const double value = line.level + line.slope * apart;
    const double half = factor * std::sqrt(1 / line.weight + apart * apart / line.spread);
    const auto clipped = [](double score) { return std::clamp(score, -points, points); };
    return {clipped(value - half), clipped(value + half), clipped(value)};
}

} // namespace

Result<Trend> trend(std::span<const DayTally> series)
{
    std::vector<DayTally> days;
    std::copy_if(series.begin(), series.end(), std::back_inserter(days), [](const DayTally &day) {
        return day.tally.count() > 0;
    });
    const Tally all = pooled(days);
    if (static_cast<int>(days.size()) < leastDaysForTrend)
        return tooFew("days", static_cast<std::int64_t>(days.size()), leastDaysForTrend);
    if (all.count() < leastAnswersForTrend)
        return tooFew("answers", all.count(), leastAnswersForTrend);

    const auto [first, last] = std::minmax_element(
        days.begin(), days.end(), [](const auto &a, const auto &b) { return a.day < b.day; });
    const auto at = [start = first->day](Day day) {
        return static_cast<double>((day - start).count()) / 7;
    };
    std::vector<DayPoint> dayPoints;
    for (const auto &[day, tally] : days)
        dayPoints.push_back(
            {at(day), *nps(tally), *answerVariance(all) / static_cast<double>(tally.count())});
    const double degrees = static_cast<double>(days.size()) - 2;
    const Line even = fitAt(dayPoints, 0);
    Trend out;
    out.betweenDays = std::max(0.0, (even.scatter - degrees) / even.trace);
    const Line line = fitAt(dayPoints, out.betweenDays);
    const double scale = std::sqrt(std::max(1.0, line.scatter / degrees));
    const double error = scale / std::sqrt(line.spread);
    const double quantile = studentQuantile(0.05, degrees);
    out.slope = line.slope;
    out.low = line.slope - quantile * error;
    out.high = line.slope + quantile * error;
    out.pValue = studentTwoSided(line.slope / error, degrees);
    for (Day day = first->day; day <= last->day; day += std::chrono::days(1))
        out.line.push_back({day, bandAt(line, at(day), quantile * scale)});
    return out;
}

} // namespace vouch::metrics
