#include "sync/server/store/chain_days.h"

namespace vouch::server {

namespace {

// below: the highest sequence known to lie before the day; size: how many above it are in question.
// A sequence that is not there stands for the next one that is.
constexpr const char *placeOfDays =
    "WITH RECURSIVE halves (day, below, size) AS (SELECT d.value, CAST(0 AS BIGINT), "
    "(SELECT coalesce(max(sequence), 0) FROM records WHERE chain = ?1) FROM each_key(?2) d "
    "UNION ALL SELECT h.day, CASE WHEN (SELECT r.day FROM records r WHERE r.chain = ?1 "
    "AND r.sequence >= h.below + (h.size + 1) / 2 ORDER BY r.sequence LIMIT 1) < h.day "
    "THEN h.below + (h.size + 1) / 2 ELSE h.below END, h.size / 2 FROM halves h WHERE h.size > 0), "
    "place (earliest, latest) AS "
    "(SELECT min(below) + 1, max(below) FROM halves WHERE size = 0) "
    "SELECT p.earliest, p.latest, (SELECT count(*) FROM records r WHERE r.chain = ?1 "
    "AND r.sequence BETWEEN p.earliest AND p.latest AND r.day BETWEEN ?3 AND ?4), "
    "(SELECT coalesce(sum(l.received), 0) FROM ledger_days l WHERE l.chain = ?1 "
    "AND l.day BETWEEN ?3 AND ?4), "
    "(SELECT coalesce(max(sequence), 0) FROM records WHERE chain = ?1) FROM place p";

} // namespace

Sequences sequencesOf(Connection &connection, std::int64_t chain, Day from, Day to)
{
    const auto number = [](Day day) { return std::to_string(day.time_since_epoch().count()); };
    const auto ends = "[" + number(from) + "," + number(to + std::chrono::days(1)) + "]";
    Query row(connection, placeOfDays, chain, ends, from, to);
    row.next();
    if (row.integer(2) != row.integer(3))
        return {1, row.integer(4), true};
    return {row.integer(0), row.integer(1), false};
}

} // namespace vouch::server
