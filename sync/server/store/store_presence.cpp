#include "sync/server/store/presence.h"

#include "sync/server/store/place_touchpoints.h"
#include "sync/server/store/structure.h"

#include <algorithm>
#include <array>
#include <numeric>

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
    TimeZone zone;
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
        const auto found = TimeZone::find(rows.text(5));
        const auto zone = found ? *found : TimeZone::utc();
        const auto enrolled = zone.local(rows.time(6)).day;
        out.push_back(
            {rows.integer(0), rows.uuid(7), rows.text(1), rows.integer(2) != 0,
             enrolled + std::chrono::days(1), rows.text(3), rows.integer(4), zone});
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

/// What is known of a store's clock and doors.
struct Doors
{
    std::optional<OpeningHours> hours;
    LocalTime now;
};

Doors doorsOf(Connection &connection, const StandingTablet &tablet, Timestamp now)
{
    return {openingHoursOf(settingsOf(connection, tablet.store)), tablet.zone.local(now)};
}

/// Where a place's minutes go.
class PlaceCoverage
{
public:
    PlaceCoverage(
        const StandingTablet &tablet, const PresenceQuery &query, const Doors &doors, int dayStart,
        const PlaceTouchpoints *touchpoints)
        : m_tablet(tablet)
        , m_query(query)
        , m_doors(doors)
        , m_dayStart(dayStart)
        , m_touchpoints(touchpoints)
    {
    }

    void add(const std::map<Day, MinutesOfDay> &available, Presence &presence) const
    {
        Day first = m_tablet.since, last = m_query.to;
        if (!available.empty())
            first = std::min(first, available.begin()->first);
        if (m_tablet.revoked) {
            if (available.empty())
                return;
            last = available.rbegin()->first;
        }
        SilentPlace silent{m_tablet.name, 0};
        auto &whole = presence.places[m_tablet.device];
        for (auto day = std::max(first, m_query.from); day <= last; day += std::chrono::days(1)) {
            const auto found = available.find(day);
            const auto hours = hoursOf(day, found == available.end() ? nullptr : &found->second);
            const auto sum = std::accumulate(
                hours.begin(), hours.end(), PlaceMinutes(),
                [](auto all, auto each) { return all += each; });
            const auto *touchpoint =
                m_touchpoints ? m_touchpoints->at(m_tablet.till, day) : nullptr;
            if (touchpoint)
                presence.touchpoints[*touchpoint] += sum;
            if (m_query.touchpoint && (!touchpoint || *touchpoint != *m_query.touchpoint))
                continue;
            whole += sum;
            if (sum.open > 0)
                presence.days[day] += sum;
            auto &week = presence.week[std::chrono::weekday(day).iso_encoding() - 1];
            for (std::size_t hour = 0; hour < hours.size(); ++hour)
                week[hour] += hours[hour];
            silent.days += sum.open > 0 && sum.available == 0;
        }
        presence.minutes += whole.available;
        presence.minutesOpen += whole.open;
        if (silent.days > 0)
            presence.silent.push_back(std::move(silent));
    }

private:
    std::array<PlaceMinutes, 24> hoursOf(Day day, const MinutesOfDay *available) const
    {
        std::array<PlaceMinutes, 24> out;
        for (int hour = 0; hour < 24; ++hour) {
            const auto at = static_cast<std::size_t>(hour);
            const auto there = available ? (*available)[at] : 0;
            const auto date = calendarDay(day, hour, m_dayStart);
            const bool isOver =
                std::pair(date, hour) < std::pair(m_doors.now.day, m_doors.now.hour);
            if (!isOver && there == 0)
                continue;
            const std::int64_t open = m_doors.hours->minutesOpenInHour(date, hour);
            out[at] = {std::min(open, there), open};
        }
        return out;
    }

    const StandingTablet &m_tablet;
    const PresenceQuery &m_query;
    const Doors &m_doors;
    int m_dayStart;
    const PlaceTouchpoints *m_touchpoints;
};

} // namespace

Result<Presences> Store::presence(const PresenceQuery &query) const
{
    const auto now = m_parts->clock.now();
    return m_parts->readers.read([&](Connection &connection) -> Result<Presences> {
        Presences out;
        std::map<std::string, Doors> doors;
        std::optional<PlaceTouchpoints> touchpoints;
        if (query.byTouchpoint || query.touchpoint)
            touchpoints.emplace(connection, query);
        const int dayStart = server::chainSettings(connection).dayStart;
        for (const auto &tablet : standingTablets(connection, query.stores)) {
            auto &presence = out[tablet.store];
            const auto available = readHours(connection, tablet, query, presence);
            auto at = doors.find(tablet.store);
            if (at == doors.end())
                at = doors.emplace(tablet.store, doorsOf(connection, tablet, now)).first;
            if (!at->second.hours)
                continue;
            if (touchpoints)
                touchpoints->read(tablet.storeKey);
            PlaceCoverage(
                tablet, query, at->second, dayStart, touchpoints ? &*touchpoints : nullptr)
                .add(available, presence);
        }
        return out;
    });
}

} // namespace vouch::server
