#pragma once

#include "core/base/result.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

/// How much of what the score explains goes with each rated criterion, for a checklist that asks
/// everybody the same ratings (checkout-drivers), and for no other. Association, never cause.
///
/// Ratings go together, so a regression's coefficients say little; Johnson's weights share R² out:
/// they are not negative and add up to it. Scores and ratings are taken against their store's mean.
/// A weight is clear when it is above that of a column of pure chance; its error is a jackknife's
/// over blocks of answers as they were given, so that what the answers of a day share is in it.
///
/// Sources: J. W. Johnson, "A heuristic method for estimating the relative weight of predictor
/// variables in multiple regression", Multivariate Behavioral Research 35 (2000) 1–19; S.
/// Tonidandel, J. M. LeBreton, J. W. Johnson, "Determining the statistical significance of relative
/// weights", Psychological Methods 14 (2009) 387–399 (the random column); P. S. Kott, "The
/// delete-a-group jackknife", Journal of Official Statistics 17 (2001) 521–526.
namespace vouch::metrics {

inline constexpr std::size_t leastRated = 200;
inline constexpr std::size_t leastRatedEach = 20; ///< for each criterion

/// Scored checks with their ratings, in the order of time.
class RatedAnswers
{
public:
    explicit RatedAnswers(std::size_t criteria)
        : m_criteria(criteria)
    {
    }

    static constexpr std::int8_t notRated = -1;

    /// Requires as many ratings as criteria.
    void add(std::uint32_t store, int score, std::span<const std::int8_t> ratings);

    std::size_t criteria() const { return m_criteria; }
    /// Those that rated every criterion; only they are looked at.
    std::size_t complete() const { return m_store.size(); }
    std::size_t incomplete() const { return m_incomplete; }
    std::uint32_t store(std::size_t row) const { return m_store[row]; }
    /// The ratings, then the score.
    std::span<const std::int8_t> row(std::size_t row) const
    {
        return std::span(m_values).subspan(row * (m_criteria + 1), m_criteria + 1);
    }

private:
    std::size_t m_criteria;
    std::size_t m_incomplete = 0;
    std::vector<std::uint32_t> m_store;
    std::vector<std::int8_t> m_values;
};

struct RelativeWeight
{
    std::size_t criterion = 0;
    /// 0 … R²; all of them add up to R².
    double weight = 0;
    /// Of R²: 0 … 1.
    double share = 0;
    /// With the score, within stores: −1 … 1; its sign is the direction.
    double correlation = 0;
    /// 95 %, of the weight less that of the column of chance.
    double low = 0;
    double high = 0;
    /// That it is not above it; among all criteria, by Benjamini and Hochberg.
    double adjustedPValue = 1;
    bool clear = false;
};

struct RelativeWeights
{
    std::size_t answers = 0;
    std::size_t leftOut = 0; ///< did not rate everything
    /// Within stores, 0 … 1.
    double rSquared = 0;
    /// That the ratings together explain nothing (F). Above 0.05 no weight is clear.
    double pValue = 1;
    /// In the order of the criteria.
    std::vector<RelativeWeight> criteria;
};

/// Failures: `answers-too-few`; `ratings-alike` (where = the criterion, or "score": always the same
/// within each store); `ratings-collinear` (one follows from the others).
Result<RelativeWeights>
relativeWeights(const RatedAnswers &answers, std::span<const std::string> names);

} // namespace vouch::metrics
