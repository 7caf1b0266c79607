#pragma once

#include "core/base/json.h"
#include "core/metrics/nps.h"

namespace vouch::server {

/// n, promoters, passives, detractors, nps, low, high: points with at most two decimals, null
/// without answers.
json::object scoreJson(const metrics::Tally &tally);

/// `value` with at most two decimals, as the shortest JSON number.
double rounded(double value);

} // namespace vouch::server
