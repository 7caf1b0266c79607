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
    return readAs({}, view, exchange, asked);
}

Result<CoverageReading> CoverageReading::readByTouchpoint(
    const StoreView &view, const Exchange &exchange, const DayRange &asked)
{
    PresenceQuery query;
    query.byTouchpoint = true;
    if (auto touchpoint = exchange.parameter("touchpoint"); !touchpoint.empty())
        query.touchpoint = std::move(touchpoint);
    return readAs(std::move(query), view, exchange, asked);
}

Result<CoverageReading> CoverageReading::readAs(
    PresenceQuery query, const StoreView &view, const Exchange &exchange, const DayRange &asked)
{
    const auto selection = select(view, exchange);
    if (!selection)
        return selection.failure();
    const auto days = lastDays(view, exchange, asked, mostCoveredDays);
    if (!days)
        return days.failure();
    query.stores = selection->stores;
    query.from = *days->from;
    query.to = *days->to;
    auto stores = view.presence(query);
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
        for (const auto &[day, minutes] : each.days)
            out.days[day] += minutes;
        for (std::size_t day = 0; day < out.week.size(); ++day)
            for (std::size_t hour = 0; hour < out.week[day].size(); ++hour)
                out.week[day][hour] += each.week[day][hour];
        for (const auto &[touchpoint, minutes] : each.touchpoints)
            out.touchpoints[touchpoint] += minutes;
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

json::value coverageJson(const PlaceMinutes &minutes)
{
    return coverageJson(minutes.available, minutes.open);
}

json::value coverageJson(const Presence &presence)
{
    return coverageJson(presence.minutes, presence.minutesOpen);
}

} // namespace vouch::server
