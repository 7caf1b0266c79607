#include "sync/server/store/place_touchpoints.h"

#include <algorithm>

namespace vouch::server {

namespace {

constexpr std::chrono::days lookedBack(28);

constexpr const char *answersByPlace =
    "SELECT coalesce(d.till, d.key), c.day, c.measure, "
    "sum(n0 + n1 + n2 + n3 + n4 + n5 + n6 + n7 + n8 + n9 + n10) "
    "FROM device_counts c CROSS JOIN devices d ON d.key = c.device "
    "WHERE c.store = ?1 AND c.day BETWEEN ?2 AND ?3 "
    "AND c.measure IN (SELECT value FROM each_key(?4)) GROUP BY 1, 2, 3";

} // namespace

PlaceTouchpoints::PlaceTouchpoints(Connection &connection, const PresenceQuery &query)
    : m_connection(connection)
    , m_from(query.from - lookedBack)
    , m_to(query.to)
    , m_measures(Measurements(connection).counted(std::optional<std::string>()))
{
    Query rows(connection, "SELECT key, touchpoint FROM measures");
    while (rows.next())
        m_names[rows.integer(0)] = rows.text(1);
}

void PlaceTouchpoints::read(std::int64_t store)
{
    if (!m_stores.insert(store).second)
        return;
    std::map<std::pair<std::int64_t, Day>, std::map<std::string, std::int64_t>> answers;
    Query rows(m_connection, answersByPlace, store, m_from, m_to, m_measures);
    while (rows.next())
        answers[{rows.integer(0), rows.day(1)}][m_names[rows.integer(2)]] += rows.integer(3);
    for (const auto &[key, counts] : answers) {
        const auto most =
            std::max_element(counts.begin(), counts.end(), [](const auto &a, const auto &b) {
                return a.second < b.second;
            });
        m_places[key.first][key.second] = most->first;
    }
}

const std::string *PlaceTouchpoints::at(std::int64_t place, Day day) const
{
    const auto found = m_places.find(place);
    if (found == m_places.end())
        return nullptr;
    const auto later = found->second.upper_bound(day);
    return &(later == found->second.begin() ? later : std::prev(later))->second;
}

} // namespace vouch::server
