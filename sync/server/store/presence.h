#pragma once

#include "core/base/uuid.h"
#include "sync/server/store/entities.h"

#include <array>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace vouch::server {

/// A tablet's place that could not be answered at on whole days on which its store was open.
struct SilentPlace
{
    std::string tablet; ///< the name of the one that stands there now
    int days = 0;
};

/// The time of places while their store was open.
struct PlaceMinutes
{
    std::int64_t available = 0;
    std::int64_t open = 0;

    PlaceMinutes &operator+=(const PlaceMinutes &other)
    {
        available += other.available;
        open += other.open;
        return *this;
    }
};
using WeekMinutes = std::array<std::array<PlaceMinutes, 24>, 7>; ///< from Monday, by hour

/// What the tablets of a store did in some days, by their own hours (activity.h). A place counts
/// from the day after its first tablet was enrolled, or from its first hour when that is earlier;
/// a revoked tablet up to its last hour. An hour counts once it is over on the store's clock, or
/// when its tablet has told of it.
struct Presence
{
    std::int64_t opened = 0;
    std::int64_t scored = 0;
    std::int64_t completed = 0;
    std::int64_t minutes = 0;            ///< available while the store was open, of all places
    std::int64_t minutesOpen = 0;        ///< 0: the hours are not known, or no place was there
    std::map<Uuid, PlaceMinutes> places; ///< by the tablet that stands there now
    std::map<Day, PlaceMinutes> days;    ///< business days, those with an open minute
    WeekMinutes week{};                  ///< by business day and hour
    /// Where the places stood (place_touchpoints.h), as far as that is known and asked for; also
    /// of those that the query leaves out.
    std::map<std::string, PlaceMinutes> touchpoints;
    std::vector<SilentPlace> silent;
};

struct PresenceQuery
{
    StoreSet stores = StoreSet::all();
    Day from, to; ///< business days, both included
    bool byTouchpoint = false;
    /// Minutes of the days on which a place stood there, and no others.
    std::optional<std::string> touchpoint{};
};

using Presences = std::map<std::string, Presence>; ///< by store

} // namespace vouch::server
