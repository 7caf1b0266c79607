#include "sync/server/store/ingest.h"

#include "core/base/crypto.h"
#include "sync/protocol/codes.h"

#include <utility>

namespace vouch::server {

namespace code = protocol::code;
using protocol::Status;

IngestJob::IngestJob(
    std::int64_t device, const protocol::Batch &batch, std::vector<Candidate> candidates,
    std::int64_t clockErrorMs, Timestamp now, Store::IngestDone done)
    : m_device(device)
    , m_head(batch.head)
    , m_candidates(std::move(candidates))
    , m_clockErrorMs(clockErrorMs)
    , m_now(now)
    , m_done(std::move(done))
{
    m_answer.results.resize(m_candidates.size());
    m_answer.serverTime = now;
}

void IngestJob::write(Written &written, std::size_t piece)
{
    const auto &candidate = m_candidates[piece];
    auto &outcome = m_answer.results[piece];
    outcome = {candidate.id, Status::Accepted, "", ""};
    if (candidate.refusal) {
        outcome.status = Status::Rejected;
        outcome.code = candidate.refusal->code;
        outcome.reason = candidate.refusal->message;
        refuse(written, candidate);
    } else if (insert(written, candidate)) {
        accept(written, candidate);
        return; // it has taken its place in the chain
    } else {
        outcome = compare(written, candidate);
    }
    if (candidate.sequence > 0)
        written.know(m_device, candidate.chain, candidate.sequence);
}

bool IngestJob::insert(Written &written, const Candidate &candidate)
{
    const auto &check = candidate.check;
    const auto measure = measureOf(check);
    const auto measureKey =
        measure ? std::optional(written.measureKey(*measure)) : std::optional<std::int64_t>();
    const auto hash = crypto::fromHex(candidate.hash).value_or(std::string());
    return Query(
               written.connection(),
               "INSERT INTO records (id, hash, chain, sequence, store, measure, score, marked, "
               "day, hour, received_at, clock_error_ms, canonical) "
               "VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?) ON CONFLICT (id) DO NOTHING",
               check.id, Blob{hash}, written.chainKey(m_device, check.chain), check.sequence,
               candidate.store, measureKey, check.score, isMarked(written, check), candidate.day,
               candidate.hour, m_now, m_clockErrorMs, Blob{candidate.canonical})
               .run() > 0;
}

void IngestJob::accept(Written &written, const Candidate &candidate)
{
    const auto &check = candidate.check;
    Query(
        written.connection(), "DELETE FROM refused WHERE id = ? AND hash = ? AND device = ?",
        candidate.id, candidate.hash, m_device)
        .run();
    if (written.know(m_device, check.chain, check.sequence)) {
        Query others(
            written.connection(), "SELECT count(*) FROM records WHERE chain = ? AND sequence = ?",
            written.chainKey(m_device, check.chain), check.sequence);
        if (others.next() && others.integer(0) > 1)
            written.setForked(m_device, check.chain);
    }
    if (const auto measure = measureOf(check))
        written.count(
            {candidate.store, written.measureKey(*measure), isMarked(written, check), candidate.day,
             candidate.hour, *check.score},
            check.store, candidate.answeredAt);
    addLaterMarks(written, check);
}

protocol::Outcome IngestJob::compare(Written &written, const Candidate &candidate)
{
    const auto hash = crypto::fromHex(candidate.hash).value_or(std::string());
    {
        Query same(
            written.connection(), "SELECT 1 FROM records WHERE id = ? AND hash = ?",
            candidate.check.id, Blob{hash});
        if (same.next())
            return {candidate.id, Status::Duplicate, "", ""};
    }
    Query(
        written.connection(),
        "INSERT INTO conflicts (id, hash, device, received_at, canonical) VALUES (?,?,?,?,?) "
        "ON CONFLICT DO NOTHING",
        candidate.check.id, Blob{hash}, m_device, m_now, Blob{candidate.canonical})
        .run();
    return {
        candidate.id, Status::Conflict, std::string(code::contentDiffers),
        "A record with this id and other content is already here; this one is kept aside."};
}

void IngestJob::refuse(Written &written, const Candidate &candidate)
{
    Query(
        written.connection(),
        "INSERT INTO refused (device, fingerprint, id, hash, code, reason, received_at, canonical) "
        "VALUES (?,?,?,?,?,?,?,?) ON CONFLICT DO UPDATE SET code = excluded.code, "
        "reason = excluded.reason, received_at = excluded.received_at",
        m_device, crypto::blake2bHex(candidate.canonical), candidate.id, candidate.hash,
        candidate.refusal->code, candidate.refusal->message, m_now, Blob{candidate.canonical})
        .run();
}

void IngestJob::conclude(Written &written)
{
    m_answer.have.clear();
    if (m_head.sequence > 0)
        written.knowHead(m_device, m_head.chain, m_head.sequence);
    if (!m_head.chain.isNull())
        m_answer.have[m_head.chain] = written.contiguous(m_device, m_head.chain);
    for (const auto &candidate : m_candidates)
        if (candidate.sequence > 0)
            m_answer.have[candidate.chain] = written.contiguous(m_device, candidate.chain);
    Query(written.connection(), "UPDATE devices SET last_seen = ? WHERE key = ?", m_now, m_device)
        .run();
}

bool IngestJob::giveUp(std::size_t piece, const Failure &failure)
{
    m_answer.results[piece] = {
        m_candidates[piece].id, Status::Rejected, std::string(code::internal),
        "The server could not store this record: " + failure.message +
            " Send it again when that is mended."};
    return true;
}

void IngestJob::finish(Result<void> outcome)
{
    if (outcome)
        m_done(std::move(m_answer));
    else
        m_done(cannotStore(outcome.failure()));
}

} // namespace vouch::server
