#include "sync/server/store/shop_choice.h"

#include "sync/server/store/figures_query.h"

namespace vouch::server {

namespace {

// CROSS JOIN keeps the order: the store's rows by the primary key, then their devices.
constexpr const char *sumsByPlace =
    "SELECT coalesce(d.till, d.key), sum(c.n0), sum(c.n1), sum(c.n2), sum(c.n3), sum(c.n4), "
    "sum(c.n5), sum(c.n6), sum(c.n7), sum(c.n8), sum(c.n9), sum(c.n10) "
    "FROM each_key(?1) s CROSS JOIN device_counts c "
    "ON c.store = s.value AND c.day BETWEEN ?2 AND ?3 CROSS JOIN devices d ON d.key = c.device "
    "WHERE c.measure IN (SELECT value FROM each_key(?4)) AND (?5 OR c.marked = 0) GROUP BY 1";

/// The last tablet of each place.
constexpr const char *lastTablets =
    "SELECT coalesce(d.till, d.key), d.id, d.name, d.source, d.store, d.revoked, d.last_answer "
    "FROM devices d "
    "WHERE NOT EXISTS (SELECT 1 FROM devices n WHERE n.replaces = d.key) ORDER BY d.name, d.key";

using PlaceTallies = std::map<std::int64_t, metrics::Tally>;

PlaceTallies talliesOf(
    Connection &connection, const ScoreQuery &query, const std::string &shops,
    const std::string &measures)
{
    PlaceTallies out;
    Query rows(
        connection, sumsByPlace, shops, query.from.value_or(Day(std::chrono::year(1) / 1 / 1)),
        query.to.value_or(Day(std::chrono::year(9999) / 12 / 31)), measures, query.withMarked);
    while (rows.next())
        for (int score = 0; score <= metrics::highestScore; ++score)
            out[rows.integer(0)].add(score, rows.integer(score + 1));
    return out;
}

} // namespace

Result<std::vector<KioskScore>> Store::kioskScores(const ScoreQuery &query) const
{
    return m_parts->readers.read([&](Connection &connection) -> Result<std::vector<KioskScore>> {
        const auto shops = chooseShops(
            connection,
            {{query.stores.begin(), query.stores.end()}, query.region, query.scope, true});
        if (!shops)
            return shops.failure();
        const auto measures = Measurements(connection).counted(query);
        if (!measures)
            return measures.failure();
        const auto tallies = talliesOf(connection, query, shops->asked, *measures);
        std::vector<KioskScore> out;
        Query rows(connection, lastTablets);
        while (rows.next()) {
            const auto found = tallies.find(rows.integer(0));
            const auto channel = rows.text(3);
            const bool stands =
                channel.empty() && rows.integer(5) == 0 && shops->areAsked(rows.integer(4));
            if (!stands && found == tallies.end())
                continue;
            out.push_back(
                {rows.uuid(1), rows.text(2), channel, stands,
                 found == tallies.end() ? metrics::Tally() : found->second, rows.maybeTime(6)});
        }
        return out;
    });
}

} // namespace vouch::server
