#pragma once

#include "core/metrics/nps.h"

/// How many answers are enough; turned round from the interval of nps.h (Rocks 2016).
namespace vouch::metrics {

/// The answers that are still missing until a range may be shown (Sufficiency::Rough), and until
/// the score may (Sufficiency::Enough). 0 where there are enough. Requires count >= 0.
constexpr std::int64_t moreForRange(std::int64_t count)
{
    return count < leastForRange ? leastForRange - count : 0;
}
constexpr std::int64_t moreForScore(std::int64_t count)
{
    return count < leastForScore ? leastForScore - count : 0;
}

/// What is taken where a shop's own mix is not known yet: ±26 points at 30 answers.
inline constexpr Shares usualMix{0.56, 0.27, 0.17};

/// The least count whose 95 % interval is no wider than ± `halfWidth` points, at that mix.
/// Undefined unless 0 < halfWidth; at least 1.
std::optional<std::int64_t> neededAnswers(double halfWidth, const Shares &mix = usualMix);

/// The answers that each of two periods needs for a true difference of `delta` points to be called
/// one four times in five (power 80 %, two-sided 5 %). Undefined unless delta > 0.
///
/// Source: J. Cohen, "Statistical Power Analysis for the Behavioral Sciences", 2nd ed. 1988, ch. 2.
std::optional<std::int64_t> neededToTellApart(double delta, const Shares &mix = usualMix);

} // namespace vouch::metrics
