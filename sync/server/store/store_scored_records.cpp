#include "sync/server/store/scored_records.h"

#include "sync/server/store/store_parts.h"

namespace vouch::server {

namespace {

constexpr std::int64_t numbersInPage = 1000;

/// The first record that came at `time` or later, by halves: numbers are in the order of arrival.
std::int64_t firstSince(Connection &connection, Timestamp time, std::int64_t end)
{
    std::int64_t low = 0;
    while (low < end) {
        const auto middle = low + (end - low) / 2;
        Query row(
            connection,
            "SELECT number, received_at FROM records WHERE number >= ?1 ORDER BY number LIMIT 1",
            middle);
        if (!row.next() || row.time(1) >= time)
            end = middle;
        else
            low = row.integer(0) + 1;
    }
    return low;
}

struct NumberSpan
{
    std::int64_t first = 0;
    std::int64_t end = 0; ///< not included
};

NumberSpan spanOf(Connection &connection, const ScoredQuery &query)
{
    Query row(connection, "SELECT coalesce(max(number), 0) FROM records");
    row.next();
    const auto end = row.integer(0) + 1;
    return {
        firstSince(connection, Timestamp(query.from - std::chrono::days(2)), end),
        firstSince(
            connection, Timestamp(query.to + std::chrono::days(ScoredQuery::lateDays + 1)), end)};
}

/// The asked stores by key, and their keys as a JSON array.
struct AskedStores
{
    explicit AskedStores(Connection &connection, const StoreSet &stores)
    {
        Query rows(connection, "SELECT key, id FROM stores");
        while (rows.next()) {
            if (!stores.contains(rows.text(1)))
                continue;
            ids[rows.integer(0)] = rows.text(1);
            keys += (keys.size() > 1 ? "," : "") + std::to_string(rows.integer(0));
        }
        keys += "]";
    }

    std::map<std::int64_t, std::string> ids;
    std::string keys = "[";
};

Result<void> readScoredPage(
    Connection &connection, const ScoredQuery &query, NumberSpan page, const TakeScored &take)
{
    const AskedStores asked(connection, query.stores);
    const auto measures = Measurements(connection).counted();
    check::RecordView record;
    Query rows(
        connection,
        "SELECT store, day, score, canonical FROM records WHERE number >= ?1 AND number < ?2 "
        "AND score IS NOT NULL AND day BETWEEN ?3 AND ?4 AND (?5 OR marked = 0) "
        "AND store IN (SELECT value FROM each_key(?6)) "
        "AND measure IN (SELECT value FROM each_key(?7)) ORDER BY number",
        page.first, page.end, query.from, query.to, query.withMarked, asked.keys, measures);
    while (rows.next()) {
        if (!record.read(rows.bytes(3)))
            return Failure{
                "record-damaged", "A stored record cannot be read. Run verify.", "records"};
        take(
            {asked.ids.at(rows.integer(0)), rows.day(1), static_cast<int>(rows.integer(2)),
             record});
    }
    return {};
}

} // namespace

Result<ScoredSample> Store::eachScoredRecord(const ScoredQuery &query, const TakeScored &take) const
{
    const auto span = m_parts->readers.read(
        [&](Connection &connection) -> Result<NumberSpan> { return spanOf(connection, query); });
    if (!span)
        return span.failure();
    const auto looked = std::max<std::int64_t>(1, query.mostLookedAt);
    const auto oneIn = std::max<std::int64_t>(1, (span->end - span->first + looked - 1) / looked);
    for (auto at = span->first; at < span->end; at += numbersInPage * oneIn) {
        const NumberSpan page{at, std::min(at + numbersInPage, span->end)};
        const auto read = m_parts->readers.read(
            [&](Connection &connection) { return readScoredPage(connection, query, page, take); });
        if (!read)
            return read.failure();
    }
    return ScoredSample{static_cast<int>(oneIn)};
}

} // namespace vouch::server
