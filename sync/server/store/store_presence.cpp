#include "sync/server/store/presence.h"

#include "core/base/opening_hours.h"
#include "sync/server/store/store_parts.h"
#include "sync/server/store/structure.h"

#include <algorithm>
#include <array>

namespace vouch::server {

namespace {

/// A tablet that nothing has replaced, with those before it.
struct StandingTablet
{
    std::int64_t till = 0;
    Uuid device;
    std::string name;
    bool revoked = false;
    Day since; ///< the day after the first was enrolled
    std::string store;
    std::int64_t storeKey = 0;
};

std::vector<StandingTablet> standingTablets(Connection &connection, const StoreSet &stores)
{
    std::vector<StandingTablet> out;
    Query rows(
        connection,
        "SELECT coalesce(d.till, d.key), d.name, d.revoked, s.id, s.key, s.timezone, "
        "coalesce(f.enrolled_at, d.enrolled_at), d.id FROM devices d JOIN stores s ON s.key = "
        "d.store "
        "LEFT JOIN devices f ON f.key = d.till "
        "WHERE NOT EXISTS (SELECT 1 FROM devices n WHERE n.replaces = d.key) ORDER BY d.key");
    while (rows.next()) {
        if (!stores.contains(rows.text(3)))
            continue;
        const auto zone = TimeZone::find(rows.text(5));
        const auto enrolled = (zone ? *zone : TimeZone::utc()).local(rows.time(6)).day;
        out.push_back(
            {rows.integer(0), rows.uuid(7), rows.text(1), rows.integer(2) != 0,
             enrolled + std::chrono::days(1), rows.text(3), rows.integer(4)});
    }
    return out;
}

using MinutesOfDay = std::array<std::int64_t, 24>; ///< minutes available

std::map<Day, MinutesOfDay> readHours(
    Connection &connection, const StandingTablet &tablet, const PresenceQuery &query,
    Presence &presence)
{
    std::map<Day, MinutesOfDay> out;
    Query rows(
        connection,
        "SELECT a.day, a.hour, a.minutes, a.opened, a.scored, a.completed FROM devices d "
        "CROSS JOIN activity_hours a ON a.device = d.key AND a.day BETWEEN ?2 AND ?3 "
        "AND a.store = ?4 WHERE d.key = ?1 OR d.till = ?1",
        tablet.till, query.from, query.to, tablet.storeKey);
    while (rows.next()) {
        out[rows.day(0)][static_cast<std::size_t>(rows.integer(1)) % 24] += rows.integer(2);
        presence.opened += rows.integer(3);
        presence.scored += rows.integer(4);
        presence.completed += rows.integer(5);
    }
    return out;
}

std::optional<OpeningHours> hoursOfStore(Connection &connection, const std::string &store)
{
    const auto settings = settingsOf(connection, store);
    const auto *given = findObject(settings, "opening_hours");
    if (!given)
        return std::nullopt;
    auto hours = OpeningHours::parse(*given);
    return hours ? std::optional(std::move(*hours)) : std::nullopt;
}

void addCoverage(
    const StandingTablet &tablet, const std::map<Day, MinutesOfDay> &available,
    const OpeningHours &hours, int dayStart, const PresenceQuery &query, Presence &presence)
{
    Day first = tablet.since, last = query.to;
    if (!available.empty())
        first = std::min(first, available.begin()->first);
    if (tablet.revoked) {
        if (available.empty())
            return;
        last = available.rbegin()->first;
    }
    SilentPlace silent{tablet.name, 0};
    PlaceMinutes minutesThere;
    for (auto day = std::max(first, query.from); day <= last; day += std::chrono::days(1)) {
        const auto found = available.find(day);
        std::int64_t open = 0, there = 0;
        for (int hour = 0; hour < 24; ++hour) {
            const std::int64_t openThen =
                hours.minutesOpenInHour(calendarDay(day, hour, dayStart), hour);
            open += openThen;
            if (found != available.end())
                there += std::min(openThen, found->second[static_cast<std::size_t>(hour)]);
        }
        minutesThere.available += there;
        minutesThere.open += open;
        silent.days += open > 0 && there == 0;
    }
    presence.minutes += minutesThere.available;
    presence.minutesOpen += minutesThere.open;
    presence.places[tablet.device] = minutesThere;
    if (silent.days > 0)
        presence.silent.push_back(std::move(silent));
}

} // namespace

Result<Presences> Store::presence(const PresenceQuery &query) const
{
    return m_parts->readers.read([&](Connection &connection) -> Result<Presences> {
        Presences out;
        std::map<std::string, std::optional<OpeningHours>> hours;
        const int dayStart = server::chainSettings(connection).dayStart;
        for (const auto &tablet : standingTablets(connection, query.stores)) {
            auto &presence = out[tablet.store];
            const auto available = readHours(connection, tablet, query, presence);
            auto at = hours.find(tablet.store);
            if (at == hours.end())
                at = hours.emplace(tablet.store, hoursOfStore(connection, tablet.store)).first;
            if (at->second)
                addCoverage(tablet, available, *at->second, dayStart, query, presence);
        }
        return out;
    });
}

} // namespace vouch::server
