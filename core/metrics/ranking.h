#pragma once

#include "core/metrics/day_series.h"

#include <cstddef>
#include <span>
#include <vector>

/// The stores of one region in order, so that luck does not lead.
///
/// Each score is drawn towards the region's typical store, the more so the fewer answers it has
/// (empirical Bayes). Stores under 30 answers get no place, and what is typical is learnt from the
/// others, by the method of moments, as long as there are two.
///
/// Sources: C. N. Morris, "Parametric Empirical Bayes Inference", Journal of the American
/// Statistical Association 78 (1983) 47–55 (drawing together, and the error of it); R. C. Paule,
/// J. Mandel, "Consensus Values and Weighting Factors", Journal of Research of the National Bureau
/// of Standards 87 (1982) 377–385 (variance between stores); D. Mohamad, J. Goeman, E. van Zwet,
/// "Simultaneous confidence intervals for ranks", Computational Statistics & Data Analysis 139
/// (2019) (ranges of places from pairwise comparisons); O. S. Miettinen, M. Nurminen, "Comparative
/// analysis of two rates", Statistics in Medicine 4 (1985) 213–226 (two scores are compared by the
/// variance that holds if they are equal, or by their own where that is greater). False discoveries
/// among the pairs and among the comparisons with the rest of the region are held to 5 %:
/// false_discovery.h.
///
/// Scores in points. The work grows with the square of the stores: 1,000 take some tenths of a
/// second.
namespace vouch::metrics {

/// The least answers for a place.
inline constexpr std::int64_t leastForPlace = leastForRange;

struct StoreScores
{
    Tally tally;
    /// How many times greater than from chance alone the variance is, at least 1: see
    /// shopEffects() of day_series.h. 1 when not known.
    double varianceFactor = 1;
};

/// Against the other stores of the region, pooled.
enum class AgainstRegion { NotClear, Above, Below };

struct RangeOfPlaces
{
    int best = 0;
    int worst = 0;
};

struct RankedStore
{
    /// Of the store in what was given.
    std::size_t index = 0;
    std::int64_t count = 0;
    /// As observed: the headline.
    std::optional<double> nps;
    /// Drawn towards the region: what the order follows. Undefined without answers.
    std::optional<double> shrunk;
    /// The 95 % interval of the drawn score, Student's, and no wider than from the store's own
    /// answers alone; undefined where that is.
    std::optional<Interval> shrunkRange;
    /// 1 is the best. Undefined under leastForPlace answers.
    std::optional<int> place;
    /// Where it may stand: 1 + those surely better … all − those surely worse.
    std::optional<RangeOfPlaces> places;
    /// From 1; in a group nobody can be told apart from its first. Undefined without a place.
    std::optional<int> group;
    /// NotClear without a place, and when there is no other store with answers.
    AgainstRegion against = AgainstRegion::NotClear;
};

struct Ranking
{
    /// Those with a place in their order, then those with too few answers by their drawn score,
    /// then those without answers.
    std::vector<RankedStore> stores;
    /// All answers pooled.
    Tally pooled;
    /// What scores are drawn to: the typical store's score. Undefined without answers.
    std::optional<double> typical;
    /// In points²; 0 when chance alone explains how the stores differ; undefined under two stores
    /// with answers. Then nothing is drawn.
    std::optional<double> variance;
};

/// `between`: what the variance factors are from (shopEffects()), for Student's quantiles; without
/// it they are normal.
Ranking
rank(std::span<const StoreScores> stores, const std::optional<BetweenDays> &between = std::nullopt);

} // namespace vouch::metrics
