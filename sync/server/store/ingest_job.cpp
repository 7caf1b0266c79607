#include "sync/server/store/ingest.h"

#include "core/base/crypto.h"
#include "sync/protocol/codes.h"

#include <algorithm>
#include <utility>

namespace vouch::server {

namespace code = protocol::code;
using protocol::Status;

namespace {

std::string bytesOf(const std::string &hash)
{
    return crypto::fromHex(hash).value_or(std::string());
}

Blob blobOf(const crypto::Hash &hash)
{
    return {{reinterpret_cast<const char *>(hash.data()), hash.size()}};
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

std::vector<Uuid> chainsOf(const std::vector<Candidate> &candidates)
{
    std::vector<Uuid> out;
    for (const auto &candidate : candidates) {
        const bool isNew = std::find(out.rbegin(), out.rend(), candidate.chain) == out.rend();
        if (candidate.sequence > 0 && isNew)
            out.push_back(candidate.chain);
    }
    return out;
}

IdRange idsOf(const std::vector<Candidate> &candidates)
{
    IdRange out;
    for (const auto &candidate : candidates) {
        if (candidate.refusal)
            continue;
        if (out.count++ == 0)
            out.first = out.last = candidate.uuid;
        out.first = std::min(out.first, candidate.uuid);
        out.last = std::max(out.last, candidate.uuid);
    }
    return out;
}

Blob blobOf(const Uuid &id)
{
    return {{reinterpret_cast<const char *>(id.bytes().data()), id.bytes().size()}};
}

} // namespace

IngestJob::IngestJob(
    const DeviceStores &device, const protocol::Batch &batch, std::vector<Candidate> candidates,
    std::int64_t clockErrorMs, Timestamp now, Store::IngestDone done, Arrival arrival)
    : m_device(device.device)
    , m_deviceId(device.id)
    , m_isSent(!batch.device.isNull())
    , m_isImported(arrival == Arrival::Imported)
    , m_clockErrorMs(clockErrorMs)
    , m_head(batch.head)
    , m_signed(signedBy(batch, candidates))
    , m_candidates(std::move(candidates))
    , m_chains(chainsOf(m_candidates))
    , m_ids(idsOf(m_candidates))
    , m_now(now)
    , m_done(std::move(done))
{
    m_answer.results.reserve(m_candidates.size());
    for (const auto &candidate : m_candidates)
        m_answer.results.push_back({candidate.id, Status::Rejected, {}, {}});
    m_answer.serverTime = now;
}

void IngestJob::write(Written &written, std::size_t piece)
{
    const auto &candidate = m_candidates[piece];
    if (!goesOn(written, candidate))
        return;
    if (candidate.refusal)
        return turnDown(written, piece, Status::Rejected);
    const auto place = placeOf(written, candidate);
    if (insert(written, candidate, place))
        take(written, piece, place, maxSafeInteger);
    else if (const auto here = isHere(written, candidate))
        repeat(written, piece, *here);
    else
        turnDown(written, piece, Status::Conflict);
}

bool IngestJob::goesOn(Written &written, const Candidate &candidate)
{
    m_isOvertaken = m_isOvertaken || (m_isImported && written.highest(m_device, candidate.chain) >=
                                                          candidate.sequence);
    return !m_isOvertaken;
}

/// It is inserted; `number` is its own, or behind it.
void IngestJob::take(Written &written, std::size_t piece, const Place &place, std::int64_t number)
{
    settle(piece, Status::Accepted);
    tellCounted(piece, {m_candidates[piece].day, m_candidates[piece].hour});
    accept(written, m_candidates[piece], place, number); // it takes its place in the chain
}

void IngestJob::turnDown(Written &written, std::size_t piece, Status status)
{
    const auto &candidate = m_candidates[piece];
    if (status == Status::Rejected) {
        settle(piece, status, candidate.refusal->code, candidate.refusal->message);
        refuse(written, candidate);
    } else if (status == Status::Duplicate) {
        settle(piece, status);
    } else {
        settle(
            piece, status, code::contentDiffers,
            "A record with this id and other content is already here; this one is kept aside.");
        keepAside(written, candidate);
    }
    if (candidate.sequence > 0 && isPlausible(candidate))
        written.know(m_device, candidate.chain, candidate.sequence);
}

void IngestJob::repeat(Written &written, std::size_t piece, const CountedTime &at)
{
    turnDown(written, piece, Status::Duplicate);
    tellCounted(piece, at);
}

/// So that the tablet shows it where the server counts it.
void IngestJob::tellCounted(std::size_t piece, const CountedTime &at)
{
    if (at != m_candidates[piece].stated)
        m_answer.results[piece].countedOn = at;
}

void IngestJob::settle(
    std::size_t piece, Status status, std::string_view because, std::string_view reason)
{
    auto &outcome = m_answer.results[piece];
    outcome.status = status;
    outcome.code = because;
    outcome.reason = reason;
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
    out.chain = written.chainKey(m_device, candidate.chain);
    if (candidate.measure)
        out.measure = written.measureKey(*candidate.measure);
    out.isMarked = isMarked(written, candidate);
    return out;
}

bool IngestJob::insert(Written &written, const Candidate &candidate, const Place &place)
{
    return Query(
               written.connection(),
               "INSERT INTO records (id, hash, chain, sequence, store, measure, score, marked, "
               "day, hour, received_at, clock_error_ms, canonical) "
               "VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?) ON CONFLICT (id) DO NOTHING",
               blobOf(candidate.uuid), blobOf(candidate.digest), place.chain, candidate.sequence,
               candidate.store, place.measure, candidate.score, place.isMarked, candidate.day,
               candidate.hour, m_now, candidate.clockErrorMs, Blob{candidate.canonical})
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

void IngestJob::accept(
    Written &written, const Candidate &candidate, const Place &place, std::int64_t number)
{
    noLongerRefused(written, candidate);
    bool isForked = false;
    if (written.know(m_device, candidate.chain, candidate.sequence))
        isForked = Query(
                       written.connection(),
                       "SELECT 1 FROM records WHERE chain = ? AND sequence = ? AND id <> ? "
                       "AND number < ? LIMIT 1",
                       place.chain, candidate.sequence, candidate.uuid, number)
                       .next();
    if (isForked)
        written.setForked(m_device, candidate.chain);
    written.addToLedger(
        {place.chain, candidate.day, candidate.store},
        {1, candidate.isLate, place.isMarked, isForked});
    if (place.measure)
        written.count(
            {candidate.store, *place.measure, place.isMarked, candidate.day, candidate.hour,
             *candidate.score, m_device},
            candidate.traits, candidate.storeId, candidate.answeredAt);
    if (candidate.activity)
        written.addActivity(
            {m_device, candidate.day, candidate.hour, candidate.store}, *candidate.activity);
    if (candidate.comment)
        written.addComment(*candidate.comment);
    if (candidate.laterMark && candidate.laterMark->adds)
        addLaterMarks(written, *candidate.laterMark);
}

std::optional<CountedTime> IngestJob::isHere(Written &written, const Candidate &candidate) const
{
    Query row(
        written.connection(), "SELECT day, hour FROM records WHERE id = ? AND hash = ?",
        candidate.uuid, blobOf(candidate.digest));
    if (!row.next())
        return std::nullopt;
    return CountedTime{row.day(0), static_cast<int>(row.integer(1))};
}

void IngestJob::keepAside(Written &written, const Candidate &candidate)
{
    Query keep(
        written.connection(),
        "INSERT INTO conflicts (id, hash, device, received_at, canonical, chain, sequence, store, "
        "day) VALUES (?,?,?,?,?,?,?,?,?) ON CONFLICT DO NOTHING",
        candidate.uuid, blobOf(candidate.digest), m_device, m_now, Blob{candidate.canonical},
        written.chainKey(m_device, candidate.chain), candidate.sequence, candidate.store,
        candidate.day);
    if (keep.run() > 0)
        written.addConflict(m_device, candidate.chain);
    noLongerRefused(written, candidate);
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
        "ON CONFLICT (device, fingerprint) DO UPDATE SET code = excluded.code, reason = "
        "excluded.reason, "
        "received_at = excluded.received_at, store = excluded.store",
        m_device, crypto::blake2bHex(candidate.canonical), candidate.id, candidate.hash,
        candidate.refusal->code, candidate.refusal->message, m_now, Blob{candidate.canonical},
        chain, sequence, candidate.statedStore, candidate.statedDay, candidate.clockErrorMs)
        .run();
    written.setRefused(m_device);
}

void IngestJob::conclude(Written &written)
{
    if (m_isOvertaken)
        return;
    m_answer.have.clear();
    if (m_head.sequence > 0)
        written.knowHead(m_device, m_head.chain, m_head.sequence, m_signed.sentAt);
    if (!m_head.chain.isNull())
        m_answer.have[m_head.chain] = written.contiguous(m_device, m_head.chain);
    for (const auto &chain : m_chains)
        m_answer.have[chain] = written.contiguous(m_device, chain);
    keepSignatures(written);
    if (m_isSent)
        noteDevice(written);
}

/// What the batch tells of the tablet itself.
void IngestJob::noteDevice(Written &written)
{
    std::optional<Timestamp> answered;
    for (std::size_t i = 0; i < m_candidates.size(); ++i)
        if (m_candidates[i].measure && m_answer.results[i].status == Status::Accepted)
            answered = std::max(answered.value_or(Timestamp()), m_candidates[i].answeredAt);
    Query(
        written.connection(),
        "UPDATE devices SET last_seen = ?1, clock_error_ms = ?2, "
        "last_answer = CASE WHEN CAST(?3 AS BIGINT) IS NULL THEN last_answer "
        "ELSE greatest(coalesce(last_answer, 0), CAST(?3 AS BIGINT)) END WHERE key = ?4",
        m_now, m_clockErrorMs, answered, m_device)
        .run();
}

void IngestJob::keepSignatures(Written &written)
{
    if (m_signed.signature.empty())
        return;
    std::map<Uuid, const Candidate *> newest;
    auto at = newest.end();
    for (std::size_t i = 0; i < m_candidates.size(); ++i) {
        const auto &candidate = m_candidates[i];
        const bool isHere = m_answer.results[i].code != code::internal;
        if (candidate.sequence < 1 || !isHere || !isPlausible(candidate))
            continue;
        if (at == newest.end() || at->first != candidate.chain)
            at = newest.try_emplace(candidate.chain).first;
        auto &best = at->second;
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
    settle(
        piece, Status::Rejected, code::internal,
        "The server could not store this record: " + failure.message +
            " Send it again when that is mended.");
    return true;
}

void IngestJob::finish(Result<void> outcome)
{
    if (!outcome)
        m_done(cannotStore(outcome.failure()));
    else if (m_isOvertaken)
        m_done(Failure{std::string(importOvertaken), "Another import came first.", ""});
    else
        m_done(std::move(m_answer));
}

} // namespace vouch::server
