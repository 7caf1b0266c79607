#include "sync/server/store/audit.h"

#include "core/base/crypto.h"
#include "sync/server/store/store_parts.h"

namespace vouch::server {

namespace {

const std::string noHash(64, '0');
constexpr std::int64_t verifiedAtOnce = 5000;

constexpr const char *newestEntry = "SELECT number, hash FROM audit ORDER BY number DESC LIMIT 1";
constexpr const char *entriesBefore =
    "SELECT number, at, who, origin, what, subject, detail, previous, hash FROM audit "
    "WHERE (?1 IS NULL OR number < ?1) AND (?2 IS NULL OR who = ?2) "
    "AND (?3 IS NULL OR what = ?3) ORDER BY number DESC LIMIT ?4";
constexpr const char *entriesBehind =
    "SELECT number, at, who, origin, what, subject, detail, previous, hash FROM audit "
    "WHERE number > ?1 ORDER BY number LIMIT ?2";

AuditEntry entryFrom(const Query &row)
{
    AuditEntry out;
    out.number = row.integer(0);
    out.at = row.time(1);
    out.by = {row.text(2), row.text(3)};
    out.what = row.text(4);
    out.subject = row.text(5);
    auto detail = parseJson(row.text(6));
    if (detail && detail->is_object())
        out.detail = std::move(detail->get_object());
    out.previous = row.text(7);
    out.hash = row.text(8);
    return out;
}

/// Empty when the entry holds what has no canonical form, which no entry of ours does.
std::string hashOf(const AuditEntry &entry)
{
    const auto canonical = canonicalJson(json::object{
        {"number", entry.number},
        {"at", formatUtc(entry.at)},
        {"who", entry.by.who},
        {"from", entry.by.from},
        {"what", entry.what},
        {"subject", entry.subject},
        {"detail", entry.detail},
        {"previous", entry.previous}});
    return canonical ? crypto::blake2bHex(*canonical) : std::string();
}

} // namespace

void addAudit(Connection &connection, Timestamp now, const Actor &by, AuditNote note)
{
    AuditEntry entry{
        1,      now, by, std::string(note.what), std::move(note.subject), std::move(note.detail),
        noHash, {}};
    if (Query last(connection, newestEntry); last.next()) {
        entry.number = last.integer(0) + 1;
        entry.previous = last.text(1);
    }
    entry.hash = hashOf(entry);
    Query(
        connection,
        "INSERT INTO audit (number, at, who, origin, what, subject, detail, previous, hash) "
        "VALUES (?,?,?,?,?,?,?,?,?)",
        entry.number, entry.at, entry.by.who, entry.by.from, entry.what, entry.subject,
        json::serialize(entry.detail), entry.previous, entry.hash)
        .run();
}

Result<void> Store::noteAudit(const AuditNote &note, const Actor &by)
{
    const auto now = m_parts->clock.now();
    return m_parts->write([&](Written &written) -> Result<void> {
        addAudit(written.connection(), now, by, note);
        return {};
    });
}

Result<AuditPage> Store::audit(const AuditQuery &query) const
{
    return m_parts->readers.read([&](Connection &connection) -> Result<AuditPage> {
        AuditPage out;
        Query rows(
            connection, entriesBefore, query.before, query.who, query.what,
            static_cast<std::int64_t>(query.limit));
        while (rows.next())
            out.entries.push_back(entryFrom(rows));
        if (out.entries.size() == query.limit)
            out.next = out.entries.back().number;
        return out;
    });
}

Result<AuditVerdict> Store::verifyAudit(const std::optional<AuditHead> &known) const
{
    AuditVerdict out;
    out.head.hash = noHash;
    out.headMissing = known.has_value();
    for (bool more = true; more && !out.brokenAt;) {
        const auto read = m_parts->readers.read([&](Connection &connection) -> Result<bool> {
            std::int64_t count = 0;
            Query rows(connection, entriesBehind, out.head.number, verifiedAtOnce);
            for (; rows.next(); ++count) {
                const auto entry = entryFrom(rows);
                const auto expected = out.head.number + 1;
                if (entry.number != expected || entry.previous != out.head.hash ||
                    entry.hash != hashOf(entry)) {
                    out.brokenAt = expected;
                    return false;
                }
                out.head = {entry.number, entry.hash};
                if (known && known->number == entry.number && known->hash == entry.hash)
                    out.headMissing = false;
            }
            return count == verifiedAtOnce;
        });
        if (!read)
            return read.failure();
        more = *read;
    }
    out.entries = out.head.number;
    return out;
}

} // namespace vouch::server
