#pragma once

#include "core/metrics/day_series.h"
#include "sync/server/api/selection.h"

namespace vouch::server {

/// How the days of what a request asks for differ (day_series.h), from the counters of the last
/// eight weeks of it: what varies from day to day does not shrink with more answers, and a
/// difference that leaves it out is called clear too often. Failures as scoreQuery().
Result<metrics::DayEffect>
pooledEffect(const StoreView &view, const Exchange &exchange, ScoreQuery query);

/// The shopEffects() of the stores that had answers, the factors by id.
struct StoreEffects
{
    std::optional<metrics::BetweenDays> between;
    std::map<std::string, double> varianceFactors;
};
Result<StoreEffects>
storeEffects(const StoreView &view, const Exchange &exchange, ScoreQuery query);

} // namespace vouch::server
