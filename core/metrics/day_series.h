#pragma once

#include "core/metrics/periods.h"

/// Days differ by more than chance: weather, a broken till, who is on duty. What the answers of a
/// day share does not shrink with more answers a day, only with more days.
///
/// The score of a period then has the variance v/N + τ² · Σ nᵢ² / N²: v of one answer, N answers in
/// all, nᵢ on day i, τ² between days.
///
/// Sources: R. DerSimonian, N. Laird, "Meta-analysis in clinical trials", Controlled Clinical
/// Trials 7 (1986) 177–188 (τ² by moments); W. G. Cochran, "Sampling Techniques", 3rd ed. 1977, ch.
/// 9 and 10 (clusters, two stages); L. Kish, "Survey Sampling", 1965, 5.4 and 8.2 (design effect).
namespace vouch::metrics {

/// Between-day variance is estimated from so many days with answers, or not at all.
inline constexpr int leastDaysForVariance = 14;
/// And from no more weeks than so many.
inline constexpr int weeksForVariance = 8;

struct BetweenDays
{
    /// τ² in points², never below 0.
    double variance = 0;
    /// Days with answers less the weeks they are in: how well it is known.
    double degrees = 0;
};

/// From days with answers in the weeks that end on `last`, `weeks` of them; each week has a level
/// of its own, so that a slow change is no difference between days. Undefined under
/// leastDaysForVariance such days, and when no week has two.
std::optional<BetweenDays>
betweenDays(std::span<const DayTally> days, Day last, int weeks = weeksForVariance);

/// The days first … last, both included. Requires each day at most once in `days`.
std::vector<DayTally> within(std::span<const DayTally> days, Day first, Day last);
Tally pooled(std::span<const DayTally> days);

/// How the score of a period is known.
struct PeriodScore
{
    Tally tally;
    double nps = 0;
    /// Rocks' centre, and its interval with the variance between days where that is given.
    Interval range;
    /// In points.
    double standardError = 0;
};

/// Undefined without answers. Without `between` it is Rocks' interval.
std::optional<PeriodScore>
periodScore(std::span<const DayTally> days, const std::optional<BetweenDays> &between);

/// How many times greater the variance of the period's score is than chance alone has it; at
/// least 1, and 1 where it cannot be known.
double designEffect(std::span<const DayTally> days, const std::optional<BetweenDays> &between);

/// How the scores of a period vary beyond chance, as far as that is known.
struct DayEffect
{
    std::optional<BetweenDays> between;
    double varianceFactor = 1; ///< designEffect()
};
/// Of the days first … last; how days differ is taken from the eight weeks up to `last`.
DayEffect dayEffect(std::span<const DayTally> days, Day first, Day last);

/// How the days of several shops differ, taken as one for all: each shop's own is known too badly
/// to tell twenty of them apart.
struct ShopEffects
{
    /// Undefined when no week of any shop has two days with answers.
    std::optional<BetweenDays> between;
    /// Of each shop, for StoreScores of ranking.h.
    std::vector<double> varianceFactors;
};
/// Of the days first … last. The shops' days are counted together, so a chain need not be
/// leastDaysForVariance old.
ShopEffects shopEffects(std::span<const std::vector<DayTally>> shops, Day first, Day last);

/// difference() of nps.h for two sides whose days differ; the quantile is that of the side that is
/// known less well.
std::optional<Difference>
difference(const Tally &a, const DayEffect &ofA, const Tally &b, const DayEffect &ofB);

/// The 95 % quantile of what is judged with that variance: Student's, normal without.
double quantile95(const std::optional<BetweenDays> &between);
/// Two-sided.
double pValueOf(double z, const std::optional<BetweenDays> &between);

} // namespace vouch::metrics
