#include "sync/server/api/coverage_json.h"

#include "core/metrics/funnel.h"

#include <cmath>

namespace vouch::server {

namespace {

/// A row a tablet and hour is read: of so many days some hundred thousand.
constexpr std::int64_t mostCoveredDays = 10'000;

} // namespace

Result<CoverageReading>
CoverageReading::read(const StoreView &view, const Exchange &exchange, const DayRange &asked)
{
    const auto selection = select(view, exchange);
    if (!selection)
        return selection.failure();
    const auto days = lastDays(view, exchange, asked, mostCoveredDays);
    if (!days)
        return days.failure();
    auto stores = view.presence({selection->stores, *days->from, *days->to});
    if (!stores)
        return stores.failure();
    CoverageReading out;
    out.m_days = *days;
    out.m_stores = std::move(*stores);
    return out;
}

Presence CoverageReading::sum() const
{
    Presence out;
    for (const auto &[store, each] : m_stores) {
        out.opened += each.opened;
        out.scored += each.scored;
        out.completed += each.completed;
        out.minutes += each.minutes;
        out.minutesOpen += each.minutesOpen;
    }
    return out;
}

json::value coverageJson(std::int64_t minutes, std::int64_t minutesOpen)
{
    const auto share = metrics::coverage(minutes, minutesOpen);
    if (!share)
        return nullptr;
    return json::object{
        {"minutes", minutes},
        {"minutes_open", minutesOpen},
        {"share", std::round(*share * 1e4) / 1e4}};
}

json::value coverageJson(const Presence &presence)
{
    return coverageJson(presence.minutes, presence.minutesOpen);
}

} // namespace vouch::server
