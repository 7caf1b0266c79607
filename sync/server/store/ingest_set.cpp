#include "sync/server/store/ingest.h"

#include "sync/server/store/postgresql_array.h"

namespace vouch::server {

using protocol::Status;

namespace {

std::string_view bytesOf(const crypto::Hash &hash)
{
    return {reinterpret_cast<const char *>(hash.data()), hash.size()};
}

/// The columns of the records of a batch.
struct Columns
{
    PostgresqlArray ids{pg_type::byteaArray}, hashes{pg_type::byteaArray};
    PostgresqlArray chains{pg_type::int8Array}, sequences{pg_type::int8Array};
    PostgresqlArray stores{pg_type::int8Array}, measures{pg_type::int8Array};
    PostgresqlArray scores{pg_type::int8Array}, marked{pg_type::int8Array};
    PostgresqlArray days{pg_type::int8Array}, hours{pg_type::int8Array};
    PostgresqlArray clockErrors{pg_type::int8Array}, canonical{pg_type::byteaArray};
};

constexpr const char *insertAll =
    "INSERT INTO records (id, hash, chain, sequence, store, measure, score, marked, day, hour, "
    "received_at, clock_error_ms, canonical) SELECT t.id, t.hash, t.chain, t.sequence, t.store, "
    "t.measure, t.score, t.marked, t.day, t.hour, ?13, t.clock_error_ms, t.canonical FROM "
    "unnest(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12) AS t (id, hash, chain, sequence, "
    "store, measure, score, marked, day, hour, clock_error_ms, canonical) "
    "ON CONFLICT DO NOTHING RETURNING id, hash, number";

constexpr const char *recordsOf = "SELECT id, hash, day, hour FROM records WHERE id = ANY(?1)";

} // namespace

IngestJob::Inserted IngestJob::insertTogether(Written &written, const std::vector<Place> &places)
{
    Columns columns;
    for (std::size_t i = 0; i < m_candidates.size(); ++i) {
        const auto &candidate = m_candidates[i];
        if (candidate.refusal)
            continue;
        columns.ids.add(candidate.uuid);
        columns.hashes.add(bytesOf(candidate.digest));
        columns.chains.add(places[i].chain);
        columns.sequences.add(candidate.sequence);
        columns.stores.add(candidate.store);
        columns.measures.add(places[i].measure);
        columns.scores.add(
            candidate.score ? std::optional<std::int64_t>(*candidate.score) : std::nullopt);
        columns.marked.add(std::int64_t{places[i].isMarked});
        columns.days.add(std::int64_t{candidate.day.time_since_epoch().count()});
        columns.hours.add(std::int64_t{candidate.hour});
        columns.clockErrors.add(candidate.clockErrorMs);
        columns.canonical.add(candidate.canonical);
    }
    Inserted out;
    if (columns.ids.size() == 0)
        return out;
    Query rows(
        written.connection(), insertAll, columns.ids, columns.hashes, columns.chains,
        columns.sequences, columns.stores, columns.measures, columns.scores, columns.marked,
        columns.days, columns.hours, columns.clockErrors, columns.canonical, m_now);
    while (rows.next())
        out[{rows.uuid(0), rows.text(1)}] = rows.integer(2);
    return out;
}

IngestJob::Before IngestJob::before(Written &written, const Inserted &inserted) const
{
    PostgresqlArray ids(pg_type::byteaArray);
    auto left = inserted;
    for (const auto &candidate : m_candidates)
        if (!candidate.refusal &&
            left.erase({candidate.uuid, std::string(bytesOf(candidate.digest))}) == 0)
            ids.add(candidate.uuid);
    Before out;
    if (ids.size() == 0)
        return out;
    Query rows(written.connection(), recordsOf, ids);
    while (rows.next())
        out[rows.uuid(0)] = {
            rows.text(1), CountedTime{rows.day(2), static_cast<int>(rows.integer(3))}};
    return out;
}

void IngestJob::writeAll(Written &written)
{
    if (!written.connection().isPostgresql())
        return WriteJob::writeAll(written);
    if (!m_candidates.empty() && !goesOn(written, m_candidates.front()))
        return;
    std::vector<Place> places(m_candidates.size());
    for (std::size_t i = 0; i < m_candidates.size(); ++i)
        if (!m_candidates[i].refusal)
            places[i] = placeOf(written, m_candidates[i]);
    auto inserted = insertTogether(written, places);
    const auto earlier = before(written, inserted);
    for (std::size_t i = 0; i < m_candidates.size(); ++i) {
        const auto &candidate = m_candidates[i];
        const std::string hash(bytesOf(candidate.digest));
        // The first of several that are the same is the one that was inserted.
        if (const auto own = inserted.extract({candidate.uuid, hash}); own && !candidate.refusal)
            take(written, i, places[i], own.mapped());
        else if (candidate.refusal)
            turnDown(written, i, Status::Rejected);
        else if (const auto known = earlier.find(candidate.uuid);
                 known != earlier.end() && known->second.first == hash)
            repeat(written, i, known->second.second);
        else
            turnDown(written, i, Status::Conflict);
    }
}

} // namespace vouch::server
