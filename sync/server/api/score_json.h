#pragma once

#include "core/base/json.h"
#include "core/metrics/nps.h"
#include "core/metrics/proportion.h"

namespace vouch::server {

/// n, promoters, passives, detractors, nps, low, high: points with at most two decimals, null
/// without answers. more_for_range, more_for_score: how many more answers these take.
json::object scoreJson(const metrics::Tally &tally);

/// count, base, and value, low and high as fractions with at most four decimals; null when it is
/// not defined.
json::value shareJson(const std::optional<metrics::Proportion> &share);

/// `value` with at most two decimals, as the shortest JSON number.
double rounded(double value);

} // namespace vouch::server
