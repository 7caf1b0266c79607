#pragma once

#include "sync/server/store/presence.h"
#include "sync/server/store/store_parts.h"

#include <map>
#include <set>

namespace vouch::server {

/// At which touchpoint the places of stores stood, day by day: where most of a place's
/// transactional answers of the day were given; on a day without any, where it stood before, and
/// before its first answer where that was. Looked for from four weeks before the days of the query
/// on. From counters.
class PlaceTouchpoints
{
public:
    PlaceTouchpoints(Connection &connection, const PresenceQuery &query);

    /// Each store once, and more often without harm.
    void read(std::int64_t store);
    /// nullptr: not known. `place` is the key of its first tablet; of a store that was read.
    const std::string *at(std::int64_t place, Day day) const;

private:
    Connection &m_connection;
    Day m_from, m_to;
    std::string m_measures;
    std::map<std::int64_t, std::string> m_names; ///< touchpoints by measure
    std::set<std::int64_t> m_stores;
    std::map<std::int64_t, std::map<Day, std::string>> m_places;
};

} // namespace vouch::server
