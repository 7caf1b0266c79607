#include "sync/server/store/ingest.h"

#include "core/base/crypto.h"
#include "sync/protocol/codes.h"

#include <utility>

namespace vouch::server {

namespace code = protocol::code;
using protocol::Status;

namespace {

std::string bytesOf(const std::string &hash)
{
    return crypto::fromHex(hash).value_or(std::string());
}

/// What the batch's signature covers. Without the hashes when one is none: then it cannot be kept.
SignedPlace signedBy(const protocol::Batch &batch, const std::vector<Candidate> &candidates)
{
    SignedPlace out;
    out.sentAt = batch.sentAt;
    out.headChain = batch.head.chain;
    out.headSequence = batch.head.sequence;
    out.headHash = bytesOf(batch.head.hash);
    out.signature = batch.signature;
    for (const auto &candidate : candidates)
        out.hashes += bytesOf(candidate.hash);
    const auto size = check::noHash().size() / 2;
    if (out.headHash.size() != size || out.hashes.size() != size * candidates.size())
        out.hashes.clear();
    return out;
}

} // namespace

IngestJob::IngestJob(
    std::int64_t device, const protocol::Batch &batch, std::vector<Candidate> candidates,
    Timestamp now, Store::IngestDone done)
    : m_device(device)
    , m_isSent(!batch.device.isNull())
    , m_head(batch.head)
    , m_signed(signedBy(batch, candidates))
    , m_candidates(std::move(candidates))
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
    } else if (const auto place = placeOf(written, candidate); insert(written, candidate, place)) {
        accept(written, candidate, place);
        return; // it has taken its place in the chain
    } else {
        outcome = compare(written, candidate);
    }
    if (candidate.sequence > 0 && isPlausible(candidate))
        written.know(m_device, candidate.chain, candidate.sequence);
}

/// A damaged record may state any place; none can lie behind what the tablet has made.
bool IngestJob::isPlausible(const Candidate &candidate) const
{
    return !candidate.refusal || candidate.chain != m_head.chain ||
           candidate.sequence <= m_head.sequence;
}

IngestJob::Place IngestJob::placeOf(Written &written, const Candidate &candidate) const
{
    Place out;
    out.chain = written.chainKey(m_device, candidate.check.chain);
    if (candidate.measure)
        out.measure = written.measureKey(*candidate.measure);
    out.isMarked = isMarked(written, candidate.check);
    return out;
}

bool IngestJob::insert(Written &written, const Candidate &candidate, const Place &place)
{
    const auto &check = candidate.check;
    const auto hash = bytesOf(candidate.hash);
    return Query(
               written.connection(),
               "INSERT INTO records (id, hash, chain, sequence, store, measure, score, marked, "
               "day, hour, received_at, clock_error_ms, canonical) "
               "VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?) ON CONFLICT (id) DO NOTHING",
               check.id, Blob{hash}, place.chain, check.sequence, candidate.store, place.measure,
               check.score, place.isMarked, candidate.day, candidate.hour, m_now,
               candidate.clockErrorMs, Blob{candidate.canonical})
               .run() > 0;
}

void IngestJob::noLongerRefused(Written &written, const Candidate &candidate)
{
    if (!written.hasRefused(m_device))
        return;
    Query(
        written.connection(), "DELETE FROM refused WHERE id = ? AND hash = ? AND device = ?",
        candidate.id, candidate.hash, m_device)
        .run();
}

void IngestJob::accept(Written &written, const Candidate &candidate, const Place &place)
{
    const auto &check = candidate.check;
    noLongerRefused(written, candidate);
    bool isForked = false;
    if (written.know(m_device, check.chain, check.sequence)) {
        Query others(
            written.connection(), "SELECT count(*) FROM records WHERE chain = ? AND sequence = ?",
            place.chain, check.sequence);
        isForked = others.next() && others.integer(0) > 1;
    }
    if (isForked)
        written.setForked(m_device, check.chain);
    written.addToLedger(
        {place.chain, candidate.day, candidate.store},
        {1, candidate.isLate, place.isMarked, isForked});
    if (place.measure)
        written.count(
            {candidate.store, *place.measure, place.isMarked, candidate.day, candidate.hour,
             *check.score},
            check.store, candidate.answeredAt);
    addLaterMarks(written, check);
}

protocol::Outcome IngestJob::compare(Written &written, const Candidate &candidate)
{
    const auto hash = bytesOf(candidate.hash);
    {
        Query same(
            written.connection(), "SELECT 1 FROM records WHERE id = ? AND hash = ?",
            candidate.check.id, Blob{hash});
        if (same.next())
            return {candidate.id, Status::Duplicate, "", ""};
    }
    Query(
        written.connection(),
        "INSERT INTO conflicts (id, hash, device, received_at, canonical, chain, sequence, store, "
        "day) VALUES (?,?,?,?,?,?,?,?,?) ON CONFLICT DO NOTHING",
        candidate.check.id, Blob{hash}, m_device, m_now, Blob{candidate.canonical},
        written.chainKey(m_device, candidate.chain), candidate.sequence, candidate.store,
        candidate.day)
        .run();
    noLongerRefused(written, candidate);
    return {
        candidate.id, Status::Conflict, std::string(code::contentDiffers),
        "A record with this id and other content is already here; this one is kept aside."};
}

void IngestJob::refuse(Written &written, const Candidate &candidate)
{
    std::optional<std::int64_t> chain, sequence;
    if (candidate.sequence > 0 && isPlausible(candidate)) {
        chain = written.chainKey(m_device, candidate.chain);
        sequence = candidate.sequence;
    }
    Query(
        written.connection(),
        "INSERT INTO refused (device, fingerprint, id, hash, code, reason, received_at, canonical, "
        "chain, sequence, store, day, clock_error_ms) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?) "
        "ON CONFLICT DO UPDATE SET code = excluded.code, reason = excluded.reason, "
        "received_at = excluded.received_at, store = excluded.store",
        m_device, crypto::blake2bHex(candidate.canonical), candidate.id, candidate.hash,
        candidate.refusal->code, candidate.refusal->message, m_now, Blob{candidate.canonical},
        chain, sequence, candidate.statedStore, candidate.statedDay, candidate.clockErrorMs)
        .run();
    written.setRefused(m_device);
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
    keepSignatures(written);
    if (m_isSent)
        Query(
            written.connection(), "UPDATE devices SET last_seen = ? WHERE key = ?", m_now, m_device)
            .run();
}

void IngestJob::keepSignatures(Written &written)
{
    if (m_signed.signature.empty())
        return;
    std::map<Uuid, const Candidate *> newest;
    for (std::size_t i = 0; i < m_candidates.size(); ++i) {
        const auto &candidate = m_candidates[i];
        const bool isHere = m_answer.results[i].code != code::internal;
        if (candidate.sequence < 1 || !isHere || !isPlausible(candidate))
            continue;
        auto &best = newest[candidate.chain];
        if (!best || candidate.sequence > best->sequence)
            best = &candidate;
    }
    for (const auto &[chain, candidate] : newest) {
        if (candidate->sequence < written.highest(m_device, chain))
            continue;
        auto place = m_signed;
        place.sequence = place.hashes.empty() ? 0 : candidate->sequence;
        place.hash = bytesOf(candidate->hash);
        written.keepSignature(written.chainKey(m_device, chain), std::move(place));
    }
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
