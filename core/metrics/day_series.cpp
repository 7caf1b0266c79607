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
    std::map<std::int64_t, Week> byWeek;
    int used = 0;
    for (const auto &[day, tally] : days) {
        const auto back = (last - day).count();
        if (back < 0 || back >= 7 * weeks || tally.count() == 0)
            continue;
        auto &week = byWeek[back / 7];
        week.days.push_back(tally);
        week.tally += tally;
        ++used;
    }
    const double degrees = used - static_cast<double>(byWeek.size());
    if (used < leastDaysForVariance || degrees < 1)
        return std::nullopt;

    double scatter = 0;
    double scale = 0;
    for (const auto &[back, week] : byWeek) {
        const double variance = *answerVariance(week.tally);
        const double mean = *nps(week.tally);
        double weights = 0;
        double squares = 0;
        for (const auto &tally : week.days) {
            const double weight = static_cast<double>(tally.count()) / variance;
            const double apart = *nps(tally) - mean;
            scatter += weight * apart * apart;
            weights += weight;
            squares += weight * weight;
        }
        scale += weights - squares / weights;
    }
    return BetweenDays{scale > 0 ? std::max(0.0, (scatter - degrees) / scale) : 0, degrees};
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

std::vector<double>
varianceFactors(std::span<const std::vector<DayTally>> shops, Day first, Day last)
{
    BetweenDays all;
    for (const auto &days : shops) {
        if (const auto own = betweenDays(days, last)) {
            all.variance += own->variance * own->degrees;
            all.degrees += own->degrees;
        }
    }
    std::vector<double> out(shops.size(), 1);
    if (all.degrees <= 0)
        return out;
    all.variance /= all.degrees;
    std::transform(shops.begin(), shops.end(), out.begin(), [&](const auto &days) {
        return designEffect(within(days, first, last), all);
    });
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
