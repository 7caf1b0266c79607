#include "core/check/marks.h"
#include "sync/server/store/ingest.h"
#include "sync/server/store/store_parts.h"

namespace vouch::server {

namespace {

Failure differ(const std::string &where)
{
    return {
        "counters-differ", "A counter is not what the records say. Restore from a back-up.", where};
}

std::map<Measure, std::int64_t> measures(Connection &connection)
{
    std::map<Measure, std::int64_t> out;
    Query rows(connection, "SELECT checklist, series, question, touchpoint, key FROM measures");
    while (rows.next())
        out[{rows.text(0), rows.text(1), rows.text(2), rows.text(3)}] = rows.integer(4);
    return out;
}

metrics::Tally tallyFrom(const Query &row, int first)
{
    metrics::Tally out;
    for (int score = 0; score <= metrics::highestScore; ++score)
        out.add(score, row.integer(first + score));
    return out;
}

struct Recounted
{
    Counts counts;
    std::map<std::int64_t, std::int64_t> answers; ///< by store
};

Result<check::Check> checkFrom(const std::string &canonical)
{
    const auto parsed = parseJson(canonical);
    const auto *object = parsed ? parsed->if_object() : nullptr;
    return object ? check::fromJson(*object)
                  : Result<check::Check>(Failure{"", "no JSON object", ""});
}

/// Which records the marks of later ones concern: by id and the key of the device.
using LaterMarked = std::set<std::pair<Uuid, std::int64_t>>;

Result<LaterMarked> laterMarked(Connection &connection)
{
    LaterMarked out;
    Query rows(
        connection,
        "SELECT r.canonical, c.device, r.number FROM records r JOIN chains c "
        "ON c.key = r.chain WHERE instr(r.canonical, CAST('\"kind\":\"mark\"' AS BLOB))");
    while (rows.next()) {
        const auto check = checkFrom(rows.text(0));
        if (!check)
            return differ("record " + std::to_string(rows.integer(2)));
        const auto later = check::laterMarkFrom(*check);
        if (later && later->adds)
            for (const auto &id : later->checks)
                out.emplace(id, rows.integer(1));
    }
    return out;
}

/// From the canonical bytes, not from the columns beside them; only the day and hour that count
/// and the keys of store and device are taken from there.
Result<Recounted> fromRecords(Connection &connection)
{
    const auto known = measures(connection);
    const auto later = laterMarked(connection);
    if (!later)
        return later.failure();
    Recounted out;
    Query rows(
        connection, "SELECT r.canonical, r.store, r.day, r.hour, r.number, c.device "
                    "FROM records r JOIN chains c ON c.key = r.chain");
    while (rows.next()) {
        const auto check = checkFrom(rows.text(0));
        if (!check)
            return differ("record " + std::to_string(rows.integer(4)));
        const auto measure = measureOf(*check);
        if (!measure)
            continue;
        const auto key = known.find(*measure);
        if (key == known.end())
            return differ("record " + std::to_string(rows.integer(4)));
        const bool markedLater =
            check->marks.empty() && later->contains({check->id, rows.integer(5)});
        ++out.answers[rows.integer(1)];
        out.counts.add(
            {rows.integer(1), key->second, markedLater || !check->marks.empty(), rows.day(2),
             static_cast<int>(rows.integer(3)), *check->score});
    }
    return out;
}

Result<void> compareHours(Connection &connection, const Counts &counts)
{
    std::map<Counts::HourKey, metrics::Tally> stored;
    Query rows(connection, "SELECT * FROM hour_counts");
    while (rows.next())
        stored[{
            rows.integer(0), rows.day(1), static_cast<int>(rows.integer(2)), rows.integer(3),
            rows.integer(4) != 0}] = tallyFrom(rows, 5);
    return stored == counts.hours() ? Result<void>() : differ("hour_counts");
}

Result<void> compareDays(
    Connection &connection, const char *sql, const std::map<Counts::DayKey, metrics::Tally> &days,
    const std::string &table)
{
    std::map<Counts::DayKey, metrics::Tally> stored;
    Query rows(connection, sql);
    while (rows.next())
        stored[{rows.integer(0), rows.day(1), rows.integer(2), rows.integer(3) != 0}] =
            tallyFrom(rows, 4);
    return stored == days ? Result<void>() : differ(table);
}

} // namespace

Result<void> Store::recount() const
{
    return m_parts->readers.read([&](Connection &connection) -> Result<void> {
        const auto fresh = fromRecords(connection);
        if (!fresh)
            return fresh.failure();
        if (const auto same = compareHours(connection, fresh->counts); !same)
            return same;
        if (const auto same = compareDays(
                connection, "SELECT * FROM day_counts", fresh->counts.days(), "day_counts");
            !same)
            return same;
        if (const auto same = compareDays(
                connection, "SELECT * FROM month_counts", fresh->counts.months(), "month_counts");
            !same)
            return same;
        Query stores(connection, "SELECT key, version, id FROM stores");
        while (stores.next()) {
            const auto answers = fresh->answers.find(stores.integer(0));
            if (stores.integer(1) != (answers == fresh->answers.end() ? 0 : answers->second))
                return differ("version of store " + stores.text(2));
        }
        return {};
    });
}

} // namespace vouch::server
