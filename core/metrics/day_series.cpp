#include "core/metrics/day_series.h"

#include "core/metrics/probability.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace vouch::metrics {

namespace {

/// Sums over the days of one week that have answers.
struct Week
{
    std::vector<Tally> days;
    Tally tally;
};

/// Of the days' share in the variance of a score: Σ n² / N².
double concentration(std::span<const DayTally> days)
{
    double squares = 0;
    double sum = 0;
    for (const auto &[day, tally] : days) {
        const auto count = static_cast<double>(tally.count());
        squares += count * count;
        sum += count;
    }
    return squares / (sum * sum);
}

/// How far the days' scores lie from the score of their week. Of several shops it adds up.
struct Scatter
{
    double sum = 0;     ///< Cochran's Q
    double scale = 0;   ///< what τ² adds to it for each point²
    double degrees = 0; ///< what it is from chance alone
    int days = 0;

    Scatter &operator+=(const Scatter &other)
    {
        sum += other.sum;
        scale += other.scale;
        degrees += other.degrees;
        days += other.days;
        return *this;
    }

    std::optional<BetweenDays> between() const
    {
        if (degrees < 1)
            return std::nullopt;
        return BetweenDays{scale > 0 ? std::max(0.0, (sum - degrees) / scale) : 0, degrees};
    }
};

/// With the days and the score of a week.
void addWeek(const Week &week, Scatter &out)
{
    const double variance = *answerVariance(week.tally);
    const double mean = *nps(week.tally);
    double weights = 0;
    double squares = 0;
    for (const auto &tally : week.days) {
        const double weight = static_cast<double>(tally.count()) / variance;
        const double apart = *nps(tally) - mean;
        out.sum += weight * apart * apart;
        weights += weight;
        squares += weight * weight;
    }
    out.scale += weights - squares / weights;
    out.degrees += static_cast<double>(week.days.size()) - 1;
    out.days += static_cast<int>(week.days.size());
}

Scatter scatterOf(std::span<const DayTally> days, Day last, int weeks = weeksForVariance)
{
    std::map<std::int64_t, Week> byWeek;
    for (const auto &[day, tally] : days) {
        const auto back = (last - day).count();
        if (back < 0 || back >= 7 * weeks || tally.count() == 0)
            continue;
        auto &week = byWeek[back / 7];
        week.days.push_back(tally);
        week.tally += tally;
    }
    Scatter out;
    for (const auto &[back, week] : byWeek)
        addWeek(week, out);
    return out;
}

} // namespace

std::vector<DayTally> within(std::span<const DayTally> days, Day first, Day last)
{
    std::vector<DayTally> out;
    std::copy_if(days.begin(), days.end(), std::back_inserter(out), [&](const DayTally &day) {
        return first <= day.day && day.day <= last;
    });
    return out;
}

Tally pooled(std::span<const DayTally> days)
{
    Tally sum;
    for (const auto &day : days)
        sum += day.tally;
    return sum;
}

std::optional<BetweenDays> betweenDays(std::span<const DayTally> days, Day last, int weeks)
{
    const auto scatter = scatterOf(days, last, weeks);
    return scatter.days < leastDaysForVariance ? std::nullopt : scatter.between();
}

std::optional<PeriodScore>
periodScore(std::span<const DayTally> days, const std::optional<BetweenDays> &between)
{
    const Tally tally = pooled(days);
    const auto score = nps(tally);
    if (!score)
        return std::nullopt;
    PeriodScore out;
    out.tally = tally;
    out.nps = *score;
    const double chance = *standardError(tally);
    out.standardError =
        std::sqrt(chance * chance + (between ? between->variance * concentration(days) : 0));
    const double centre = interval(tally)->centre;
    const double half = quantile95(between) * out.standardError;
    out.range = Interval{std::max(-points, centre - half), std::min(points, centre + half), centre};
    return out;
}

double designEffect(std::span<const DayTally> days, const std::optional<BetweenDays> &between)
{
    const auto score = periodScore(days, between);
    if (!score)
        return 1;
    const double ratio = score->standardError / *standardError(score->tally);
    return ratio * ratio;
}

DayEffect dayEffect(std::span<const DayTally> days, Day first, Day last)
{
    const auto between = betweenDays(days, last);
    return {between, designEffect(within(days, first, last), between)};
}

ShopEffects shopEffects(std::span<const std::vector<DayTally>> shops, Day first, Day last)
{
    Scatter all;
    for (const auto &days : shops)
        all += scatterOf(days, last);
    ShopEffects out{all.between(), {}};
    for (const auto &days : shops)
        out.varianceFactors.push_back(designEffect(within(days, first, last), out.between));
    return out;
}

std::optional<Difference>
difference(const Tally &a, const DayEffect &ofA, const Tally &b, const DayEffect &ofB)
{
    auto out = difference(a, b);
    if (!out)
        return std::nullopt;
    const auto *known = ofA.between ? &ofA : &ofB;
    if (ofA.between && ofB.between && ofB.between->degrees < ofA.between->degrees)
        known = &ofB;
    out->standardError = std::hypot(
        *standardError(a) * std::sqrt(ofA.varianceFactor),
        *standardError(b) * std::sqrt(ofB.varianceFactor));
    out->z = out->delta / out->standardError;
    out->pValue = pValueOf(out->z, known->between);
    const double half = quantile95(known->between) * out->standardError;
    out->low = out->delta - half;
    out->high = out->delta + half;
    return out;
}

double quantile95(const std::optional<BetweenDays> &between)
{
    return between ? studentQuantile(0.05, between->degrees) : z95;
}

double pValueOf(double z, const std::optional<BetweenDays> &between)
{
    return between ? studentTwoSided(z, between->degrees) : normalTwoSided(z);
}

} // namespace vouch::metrics
