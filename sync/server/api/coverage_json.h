#pragma once

#include "sync/server/api/selection.h"

namespace vouch::server {

/// How much of the time a shopper could have answered, for beside a score: of the last of the days
/// asked for that can be read quickly. Of tablets, so that it knows no marks.
class CoverageReading
{
public:
    static Result<CoverageReading>
    read(const StoreView &view, const Exchange &exchange, const DayRange &asked);
    /// With the tablets of each touchpoint, and of one alone when the exchange names it.
    static Result<CoverageReading>
    readByTouchpoint(const StoreView &view, const Exchange &exchange, const DayRange &asked);

    const DayRange &days() const { return m_days; }
    const Presences &stores() const { return m_stores; }
    /// All stores together.
    Presence sum() const;

private:
    static Result<CoverageReading> readAs(
        PresenceQuery query, const StoreView &view, const Exchange &exchange,
        const DayRange &asked);

    DayRange m_days;
    Presences m_stores;
};

/// Minutes available and open, and their share; null when the hours are not known.
json::value coverageJson(std::int64_t minutes, std::int64_t minutesOpen);
json::value coverageJson(const PlaceMinutes &minutes);
json::value coverageJson(const Presence &presence);

} // namespace vouch::server
