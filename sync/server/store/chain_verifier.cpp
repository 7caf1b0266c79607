#include "sync/server/store/chain_verifier.h"

#include "core/base/crypto.h"
#include "sync/protocol/codes.h"

#include <algorithm>

namespace vouch::server {

namespace {

std::string placeText(std::int64_t sequence)
{
    return "place " + std::to_string(sequence);
}

std::string memberOf(const json::object &record, std::string_view member)
{
    const auto *text = findString(record, member);
    return text ? std::string(view(*text)) : std::string();
}

} // namespace

struct ChainVerifier::Row
{
    std::int64_t sequence = 0;
    Uuid id;
    std::string hash; ///< hexadecimal
    std::string store;
    std::string zone;
    std::optional<Measure> measure;
    std::optional<std::int64_t> score;
    bool marked = false;
    bool markedLater = false;
    CountedTime counted;
    std::int64_t clockErrorMs = 0;
    std::string canonical;
};

ChainVerifier::ChainVerifier(
    Connection &connection, std::int64_t chain, std::int64_t after, std::int64_t places)
    : m_connection(connection)
    , m_chain(chain)
    , m_after(after)
    , m_to(after + places)
{
}

Result<ChainVerdict> ChainVerifier::verify()
{
    if (const auto read = readChain(); !read)
        return read.failure();
    readKnown();
    readRecords();
    readKeptAside(
        "SELECT sequence, hash, coalesce(left_fingerprint, fingerprint), canonical FROM refused "
        "WHERE chain = ? AND sequence BETWEEN ? AND ?",
        false);
    readKeptAside(
        "SELECT sequence, hash, EXISTS (SELECT 1 FROM records r WHERE "
        "r.id = conflicts.id), canonical FROM conflicts WHERE chain = ? "
        "AND sequence BETWEEN ? AND ?",
        true);
    verifyLinks();
    verifyPlaces();
    verifySignature();
    m_verdict.next = nextPlace();
    if (m_forked && !m_verdict.next)
        verifyForks();
    if (!m_verdict.next)
        verifyConflicts();
    auto &findings = m_verdict.findings;
    std::stable_sort(findings.begin(), findings.end(), [](const auto &one, const auto &other) {
        return one.sequence < other.sequence;
    });
    if (findings.size() > mostFindings)
        findings.resize(mostFindings);
    return std::move(m_verdict);
}

Result<void> ChainVerifier::readChain()
{
    Query row(
        m_connection,
        "SELECT c.id, c.contiguous, c.forked, d.id, d.public_key, d.key FROM chains c "
        "JOIN devices d ON d.key = c.device WHERE c.key = ?",
        m_chain);
    if (!row.next())
        return Failure{
            std::string(protocol::code::notFound), "There is no such chain. See the ledger.", ""};
    m_chainId = row.uuid(0);
    m_contiguous = row.integer(1);
    m_forked = (row.integer(2) & twice::atOnePlace) != 0;
    m_device = row.uuid(3);
    m_publicKey = row.text(4);
    m_deviceKey = row.integer(5);
    return {};
}

void ChainVerifier::readKnown()
{
    Query rows(
        m_connection,
        "SELECT sequence FROM chain_ahead WHERE chain = ? AND sequence BETWEEN ? AND ?", m_chain,
        m_after, m_to);
    while (rows.next())
        m_ahead.insert(rows.integer(0));
}

bool ChainVerifier::isKnown(std::int64_t sequence) const
{
    return sequence <= m_contiguous || m_ahead.contains(sequence);
}

const TimeZone &ChainVerifier::zone(const std::string &name)
{
    const auto known = m_zones.find(name);
    if (known != m_zones.end())
        return known->second;
    const auto found = TimeZone::find(name);
    return m_zones.emplace(name, found ? *found : TimeZone::utc()).first->second;
}

void ChainVerifier::readRecords()
{
    Query rows(
        m_connection,
        "SELECT r.sequence, r.id, r.hash, s.id, s.timezone, m.checklist, m.series, m.question, "
        "m.touchpoint, r.score, r.marked, EXISTS (SELECT 1 FROM later_marks l WHERE "
        "l.record = r.id AND l.device = ?4), r.day, r.hour, r.clock_error_ms, r.canonical "
        "FROM records r LEFT JOIN stores s ON s.key = r.store LEFT JOIN measures m "
        "ON m.key = r.measure WHERE r.chain = ?1 AND r.sequence BETWEEN ?2 AND ?3 "
        "ORDER BY r.sequence, r.number",
        m_chain, m_after, m_to, m_deviceKey);
    while (rows.next()) {
        Row row;
        row.sequence = rows.integer(0);
        row.id = rows.uuid(1);
        row.hash = crypto::toHex(rows.text(2));
        row.store = rows.text(3);
        row.zone = rows.text(4);
        if (!rows.isNull(5))
            row.measure = Measure{rows.text(5), rows.text(6), rows.text(7), rows.text(8)};
        if (!rows.isNull(9))
            row.score = rows.integer(9);
        row.marked = rows.integer(10) != 0;
        row.markedLater = rows.integer(11) != 0;
        row.counted = {rows.day(12), static_cast<int>(rows.integer(13))};
        row.clockErrorMs = rows.integer(14);
        row.canonical = rows.text(15);
        m_records[row.sequence].insert(row.hash);
        if (!isInside(row.sequence))
            continue;
        ++m_counts[row.sequence];
        ++m_verdict.verified;
        verifyRecord(row);
    }
}

void ChainVerifier::verifyRecord(const Row &row)
{
    const auto parsed = parseJson(row.canonical);
    const auto *record = parsed ? parsed->if_object() : nullptr;
    if (!record)
        return altered(row.sequence, "its stored bytes are no record any more");
    if (const auto again = canonicalJson(*record); !again || *again != row.canonical)
        return altered(row.sequence, "its stored bytes are not canonical any more");
    m_previous[row.sequence].push_back(memberOf(*record, "previous"));
    const auto check = check::fromJson(*record);
    if (!check)
        return altered(row.sequence, "it cannot be read: " + check.failure().message);
    if (check->hash != row.hash)
        return altered(row.sequence, "its hash is not the one that was stored with it");
    if (const auto same = check::verify(*record); !same)
        return altered(row.sequence, "its content does not fit its hash");
    compare(row, *check);
}

void ChainVerifier::compare(const Row &row, const check::Check &check)
{
    const auto differs = [&](const char *column) {
        altered(row.sequence, std::string("the column ") + column + " is not what the record says");
    };
    if (check.id != row.id)
        differs("id");
    if (check.chain != m_chainId || check.device != m_device)
        differs("chain");
    if (check.sequence != row.sequence)
        differs("sequence");
    if (check.store != row.store)
        differs("store");
    if (check.score.has_value() != row.score.has_value() ||
        (check.score && *check.score != *row.score))
        differs("score");
    if (measureOf(check) != row.measure)
        differs("measure");
    // Days may have begun at another hour when it came; of a tablet's own time nothing depends on
    // it.
    if (countedTime(check, zone(row.zone), 0, row.clockErrorMs) != row.counted &&
        countedTime(check, zone(row.zone), latestDayStart, row.clockErrorMs) != row.counted)
        differs("day or hour");
    compareMarks(row, check);
}

void ChainVerifier::compareMarks(const Row &row, const check::Check &check)
{
    if (row.marked != (!check.marks.empty() || row.markedLater))
        altered(row.sequence, "the column marked is not what the records say");
}

void ChainVerifier::readKeptAside(const char *sql, bool isConflict)
{
    Query rows(m_connection, sql, m_chain, m_after, m_to);
    while (rows.next()) {
        const auto sequence = rows.integer(0);
        const auto hash = isConflict ? crypto::toHex(rows.text(1)) : rows.text(1);
        const auto canonical = rows.text(3);
        m_keptAside[sequence].insert(hash);
        if (!isInside(sequence))
            continue;
        const auto parsed = parseJson(canonical);
        const auto *record = parsed ? parsed->if_object() : nullptr;
        const bool fits =
            isConflict ? record && memberOf(*record, "hash") == hash && check::verify(*record).ok()
                       : crypto::blake2bHex(canonical) == rows.text(2);
        if (isConflict && rows.integer(2) == 0)
            found(
                finding::removed, sequence, sequence,
                "the record that another one there is in conflict with is gone");
        if (!fits)
            altered(
                sequence, isConflict ? "what is kept aside there does not fit its hash"
                                     : "what was refused there does not fit its fingerprint");
    }
}

bool ChainVerifier::isEmpty(std::int64_t sequence) const
{
    return !m_records.contains(sequence) && !m_keptAside.contains(sequence);
}

bool ChainVerifier::holds(std::int64_t sequence, const std::string &hash) const
{
    const auto isIn = [&](const Hashes &hashes) {
        const auto at = hashes.find(sequence);
        return at != hashes.end() && at->second.contains(hash);
    };
    return isIn(m_records) || isIn(m_keptAside);
}

void ChainVerifier::verifyLinks()
{
    for (const auto &[sequence, named] : m_previous) {
        for (const auto &previous : named) {
            if (sequence == 1 && previous != check::noHash())
                altered(sequence, "it does not begin the chain");
            // Beyond a gap there is nothing to fit to.
            if (sequence > 1 && !isEmpty(sequence - 1) && !holds(sequence - 1, previous))
                altered(
                    sequence - 1,
                    "it is not the record that " + placeText(sequence) + " was made to follow");
        }
    }
}

void ChainVerifier::verifyPlaces()
{
    for (const auto &[sequence, count] : m_counts) {
        if (!isKnown(sequence))
            found(finding::inserted, sequence, sequence, "the counters never took a record there");
        else if (count > 1 && !m_forked)
            found(
                finding::inserted, sequence, sequence,
                "there are " + std::to_string(count) + " records, and the counters took one");
    }
    std::int64_t first = 0, last = 0;
    const auto flush = [&] {
        if (first > 0)
            found(
                finding::removed, first, last,
                "the counters took a record there, and nothing is there now");
        first = 0;
    };
    const auto gone = [&](std::int64_t sequence) {
        if (m_counts.contains(sequence) || m_keptAside.contains(sequence))
            return;
        if (first > 0 && sequence != last + 1)
            flush();
        first = first > 0 ? first : sequence;
        last = sequence;
    };
    for (auto sequence = m_after + 1; sequence <= std::min(m_to, m_contiguous); ++sequence)
        gone(sequence);
    for (const auto sequence : m_ahead)
        if (isInside(sequence))
            gone(sequence);
    flush();
}

/// Each side of a fork fits the links and the places, so that only their number tells when one is
/// gone, or was added.
void ChainVerifier::verifyForks()
{
    Query row(
        m_connection,
        "SELECT (SELECT coalesce(sum(forked), 0) FROM ledger_days WHERE chain = ?1), "
        "count(*) - count(DISTINCT sequence), coalesce(max(sequence), 1) "
        "FROM records WHERE chain = ?1",
        m_chain);
    row.next();
    const auto counted = row.integer(0), here = row.integer(1), last = row.integer(2);
    if (here == counted)
        return;
    found(
        here < counted ? finding::removed : finding::inserted, 1, last,
        "of records beside another at one place the counters took " + std::to_string(counted) +
            ", and there are " + std::to_string(here));
}

/// What is in conflict stands beside the first at its place, so that only the number tells.
void ChainVerifier::verifyConflicts()
{
    Query row(
        m_connection,
        "SELECT conflicting, (SELECT count(*) FROM conflicts WHERE chain = ?1), highest "
        "FROM chains WHERE key = ?1",
        m_chain);
    row.next();
    const auto counted = row.integer(0), here = row.integer(1);
    if (here == counted)
        return;
    found(
        here < counted ? finding::removed : finding::inserted, 1,
        std::max<std::int64_t>(row.integer(2), 1),
        "of records in conflict with another " + std::to_string(counted) +
            " were kept aside, and there are " + std::to_string(here));
}

void ChainVerifier::verifySignature()
{
    Query row(
        m_connection,
        "SELECT sequence, hash, sent_at, head_chain, head_sequence, head_hash, hashes, signature "
        "FROM chain_signatures WHERE chain = ?",
        m_chain);
    if (!row.next())
        return;
    const SignedPlace place{row.integer(0), crypto::toHex(row.text(1)), row.time(2), row.uuid(3),
                            row.integer(4), crypto::toHex(row.text(5)), row.text(6), row.text(7)};
    for (const auto &[sequence, count] : m_counts)
        if (sequence > place.sequence)
            found(
                finding::inserted, sequence, sequence,
                "it lies behind the newest place that the tablet has signed for");
    if (!isInside(place.sequence))
        return;
    if (!fitsSignedBatch(place))
        return altered(
            place.sequence, "the kept signature is not the tablet's, or is of something else");
    if (isEmpty(place.sequence))
        found(
            finding::removed, place.sequence, place.sequence,
            "the tablet signed for a record there, and nothing is there now");
    else if (!holds(place.sequence, place.hash))
        altered(place.sequence, "it is not the record that the tablet signed for");
}

bool ChainVerifier::fitsSignedBatch(const SignedPlace &place) const
{
    protocol::Batch batch;
    batch.device = m_device;
    batch.sentAt = place.sentAt;
    batch.head = {place.headChain, place.headSequence, place.headHash};
    batch.signature = place.signature;
    const auto size = check::noHash().size() / 2;
    bool holds = false;
    for (std::size_t at = 0; at + size <= place.hashes.size(); at += size) {
        auto hash = crypto::toHex(std::string_view(place.hashes).substr(at, size));
        holds = holds || hash == place.hash;
        batch.checks.push_back({{"hash", std::move(hash)}});
    }
    return holds && protocol::verifySignature(batch, m_publicKey).ok();
}

std::optional<std::int64_t> ChainVerifier::nextPlace()
{
    if (m_to < m_contiguous)
        return m_to;
    std::optional<std::int64_t> next;
    Query rows(
        m_connection,
        "SELECT min(at) FROM (SELECT min(sequence) AS at FROM records WHERE chain = ?1 AND "
        "sequence > ?2 UNION ALL SELECT min(sequence) FROM chain_ahead WHERE chain = ?1 AND "
        "sequence > ?2 UNION ALL SELECT min(sequence) FROM chain_signatures WHERE chain = ?1 AND "
        "sequence > ?2) t",
        m_chain, m_to);
    if (rows.next() && !rows.isNull(0))
        next = rows.integer(0) - 1;
    return next;
}

void ChainVerifier::altered(std::int64_t sequence, std::string message)
{
    found(finding::altered, sequence, sequence, std::move(message));
}

void ChainVerifier::found(
    const char *code, std::int64_t sequence, std::int64_t last, std::string message)
{
    auto &findings = m_verdict.findings;
    const bool isToldAlready = std::any_of(findings.begin(), findings.end(), [&](const auto &each) {
        return each.code == code && each.sequence == sequence;
    });
    if (!isToldAlready)
        findings.push_back({code, sequence, last, std::move(message)});
}

} // namespace vouch::server
