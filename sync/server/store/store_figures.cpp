#include "sync/server/store/shop_choice.h"

#include <functional>

namespace vouch::server {

namespace {

// Counters by two keys. CROSS JOIN keeps the order: shops, then their rows by the primary key.
#define VOUCH_PAIRS(TABLE, FIRST, SECOND)                                                          \
    "SELECT " FIRST ", " SECOND ", sum(n0), sum(n1), sum(n2), sum(n3), sum(n4), sum(n5), "         \
    "sum(n6), sum(n7), sum(n8), sum(n9), sum(n10) FROM each_key(?1) s "                            \
    "CROSS JOIN " TABLE " c ON c.store = s.value AND c.day BETWEEN ?2 AND ?3 "                     \
    "WHERE c.measure IN (SELECT value FROM each_key(?4)) AND (?5 OR c.marked = 0) GROUP BY 1, 2"

constexpr const char *daysByMeasure = VOUCH_PAIRS("day_counts", "c.day", "c.measure");
constexpr const char *daysByStore = VOUCH_PAIRS("day_counts", "c.store", "c.day");
constexpr const char *monthsByMeasure = VOUCH_PAIRS("month_counts", "c.day", "c.measure");
constexpr const char *allByMeasure = VOUCH_PAIRS("day_counts", "c.day * 0", "c.measure");
// Day 0 was a Thursday.
constexpr const char *hoursByWeekday = VOUCH_PAIRS("hour_counts", "(c.day + 3) % 7", "c.hour");

#undef VOUCH_PAIRS

constexpr Day earliestDay = std::chrono::year(1) / 1 / 1;
constexpr Day latestDay = std::chrono::year(9999) / 12 / 31;

struct MeasureNames
{
    std::string checklist;
    std::string series;
    std::string touchpoint;
};

std::map<std::int64_t, MeasureNames> measuresOf(Connection &connection)
{
    std::map<std::int64_t, MeasureNames> out;
    Query rows(connection, "SELECT key, checklist, series, touchpoint FROM measures");
    while (rows.next())
        out[rows.integer(0)] = {rows.text(1), rows.text(2), rows.text(3)};
    return out;
}

using TakePair = std::function<void(std::int64_t, std::int64_t, const metrics::Tally &)>;

Result<void>
readPairs(Connection &connection, const char *sql, const ScoreQuery &query, const TakePair &take)
{
    const auto shops = chooseShops(
        connection, {{query.stores.begin(), query.stores.end()}, query.region, query.scope, true});
    if (!shops)
        return shops.failure();
    const auto measures = Measurements(connection).counted(query);
    if (!measures)
        return measures.failure();
    Query rows(
        connection, sql, shops->asked, query.from.value_or(earliestDay),
        query.to.value_or(latestDay), *measures, query.withMarked);
    while (rows.next()) {
        metrics::Tally tally;
        for (int score = 0; score <= metrics::highestScore; ++score)
            tally.add(score, rows.integer(score + 2));
        take(rows.integer(0), rows.integer(1), tally);
    }
    return {};
}

} // namespace

Result<std::vector<SeriesDay>> Store::seriesDays(const ScoreQuery &query) const
{
    return m_parts->readers.read([&](Connection &connection) -> Result<std::vector<SeriesDay>> {
        const auto measures = measuresOf(connection);
        std::map<std::tuple<std::int64_t, std::string, std::string>, metrics::Tally> sums;
        const auto read = readPairs(
            connection, query.by == By::Month ? monthsByMeasure : daysByMeasure, query,
            [&](auto day, auto key, const auto &tally) {
                const auto &measure = measures.at(key);
                sums[{day, measure.checklist, measure.series}] += tally;
            });
        if (!read)
            return read.failure();
        std::vector<SeriesDay> out;
        for (const auto &[key, tally] : sums) {
            const auto &[day, checklist, series] = key;
            out.push_back({Day(std::chrono::days(day)), checklist, series, tally});
        }
        return out;
    });
}

Result<std::map<std::string, std::vector<metrics::DayTally>>>
Store::storeDays(const ScoreQuery &query) const
{
    using Days = std::map<std::string, std::vector<metrics::DayTally>>;
    return m_parts->readers.read([&](Connection &connection) -> Result<Days> {
        std::map<std::int64_t, std::string> ids;
        for (Query stores(connection, "SELECT key, id FROM stores"); stores.next();)
            ids[stores.integer(0)] = stores.text(1);
        Days out;
        const auto read =
            readPairs(connection, daysByStore, query, [&](auto store, auto day, const auto &tally) {
                out[ids.at(store)].push_back({Day(std::chrono::days(day)), tally});
            });
        if (!read)
            return read.failure();
        return out;
    });
}

Result<std::vector<WeekHour>> Store::weekHours(const ScoreQuery &query) const
{
    return m_parts->readers.read([&](Connection &connection) -> Result<std::vector<WeekHour>> {
        std::vector<WeekHour> out;
        const auto read = readPairs(
            connection, hoursByWeekday, query, [&](auto weekday, auto hour, const auto &tally) {
                out.push_back({static_cast<int>(weekday) + 1, static_cast<int>(hour), tally});
            });
        if (!read)
            return read.failure();
        return out;
    });
}

Result<std::vector<TouchpointScore>> Store::touchpointScores(const ScoreQuery &query) const
{
    return m_parts->readers.read(
        [&](Connection &connection) -> Result<std::vector<TouchpointScore>> {
            const auto measures = measuresOf(connection);
            std::map<std::string, metrics::Tally> sums;
            const auto read =
                readPairs(connection, allByMeasure, query, [&](auto, auto key, const auto &tally) {
                    sums[measures.at(key).touchpoint] += tally;
                });
            if (!read)
                return read.failure();
            std::vector<TouchpointScore> out;
            for (const auto &[touchpoint, tally] : sums)
                out.push_back({touchpoint, tally});
            return out;
        });
}

} // namespace vouch::server
