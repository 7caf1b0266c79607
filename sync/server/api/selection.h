#pragma once

#include "sync/server/api/endpoint.h"
#include "sync/server/api/store_view.h"

namespace vouch::server {

/// Business days, both included.
struct DayRange
{
    std::optional<Day> from;
    std::optional<Day> to;
};

/// Which stores and days a request is about: what it asks for; the view adds what its caller sees.
struct Selection
{
    std::optional<std::string> store;
    std::optional<std::string> region;
    StoreSet stores; ///< what these two come to
    DayRange days;
};

/// From the parameters `store`, `region`, `from` and `to`. Failures `not-found`, the same for what
/// is not there and for what the caller does not see; `request-malformed` for a day that is none.
Result<Selection> select(const StoreView &view, const Exchange &exchange);

/// Of counters with some 30 rows a store and day: as many days are read in a second.
inline constexpr std::int64_t mostCountedDays = 36'500;

/// Of `asked` the last days, up to the furthest business day that has begun, as whole weeks: no
/// more than `mostStoreDays` days of stores (but four weeks, and ten years at most), so that
/// reading a few rows for each does not take long. Both ends are set.
Result<DayRange> lastDays(
    const StoreView &view, const Exchange &exchange, const DayRange &asked,
    std::int64_t mostStoreDays);

/// What a request asks the counters for, by the parameters of scoreParameters() and `by`. Failures
/// as above.
Result<ScoreQuery> scoreQuery(const StoreView &view, const Exchange &exchange);

/// These parameters as an endpoint declares them, and `more`.
std::vector<Parameter> scoreParameters(std::vector<Parameter> more = {});
Parameter storeParameter();
Parameter regionParameter();
Parameter fromParameter();
Parameter toParameter();

} // namespace vouch::server
