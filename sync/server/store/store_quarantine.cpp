#include "sync/server/store/quarantine.h"

#include "core/base/crypto.h"
#include "sync/server/store/ingest.h"
#include "sync/server/store/ledger_parts.h"

namespace vouch::server {

namespace {

// ?1 before, ?2 key, ?3 every shop asked for, ?4 which, ?5 every shop seen, ?6 which, ?7 limit.
#define VOUCH_QUARANTINE(table, id, hash, code, reason)                                            \
    "SELECT q.key, d.id, d.name, s.id, q.day, c.id, q.sequence, " id ", " hash ", " code           \
    ", " reason ", q.received_at, q.canonical FROM " table                                         \
    " q JOIN devices d ON d.key = q.device "                                                       \
    "LEFT JOIN stores s ON s.key = q.store LEFT JOIN chains c ON c.key = q.chain "                 \
    "WHERE (?1 IS NULL OR q.key < ?1) AND (?2 IS NULL OR q.key = ?2) AND CASE WHEN q.store "       \
    "IS NULL THEN (?3 OR d.store IN (SELECT value FROM each_key(?4))) AND (?5 OR NOT EXISTS "      \
    "(SELECT 1 FROM device_stores h WHERE h.device = d.key AND h.store NOT IN (SELECT value FROM " \
    "each_key(?6)))) ELSE ?3 OR q.store IN (SELECT value FROM each_key(?4)) END "                  \
    "ORDER BY q.key DESC LIMIT ?7"

constexpr const char *refusedPage =
    VOUCH_QUARANTINE("refused", "q.id", "q.hash", "q.code", "q.reason");
constexpr const char *conflictPage = VOUCH_QUARANTINE(
    "conflicts", "q.id", "q.hash", "'content-differs'",
    "'A record with this id and other content came first; it counts, this one is kept aside.'");

#undef VOUCH_QUARANTINE

constexpr std::int64_t retriedAtOnce = 200;

QuarantineEntry entryFrom(const Query &row, QuarantineKind kind)
{
    QuarantineEntry out;
    out.kind = kind;
    out.key = row.integer(0);
    out.device = row.uuid(1);
    out.deviceName = row.text(2);
    out.store = row.text(3);
    if (!row.isNull(4) && row.day(4) != Day())
        out.day = row.day(4);
    if (!row.isNull(5))
        out.chain = row.uuid(5);
    if (!row.isNull(6))
        out.sequence = row.integer(6);
    // As stated; those in conflict could be read, and lie in the columns of records.
    const bool isRead = kind == QuarantineKind::Conflict;
    out.id = isRead ? row.uuid(7).text() : row.text(7);
    out.hash = isRead ? crypto::toHex(row.text(8)) : row.text(8);
    out.code = row.text(9);
    out.reason = row.text(10);
    out.receivedAt = row.time(11);
    out.content = row.text(12);
    return out;
}

/// Refused records of one device, to be judged again.
struct Again
{
    Uuid device;
    std::vector<json::object> records;
    std::vector<std::int64_t> clockErrors;
};

struct AgainPage
{
    std::vector<Again> devices;
    std::int64_t last = 0; ///< 0: nothing was left
};

Result<AgainPage>
againBehind(ReaderPool &readers, std::int64_t after, std::optional<std::int64_t> key)
{
    return readers.read([&](Connection &connection) -> Result<AgainPage> {
        AgainPage out;
        std::map<Uuid, Again> byDevice;
        Query rows(
            connection,
            "SELECT q.key, d.id, q.clock_error_ms, q.canonical FROM refused q JOIN devices d "
            "ON d.key = q.device WHERE q.key > ? AND (?2 IS NULL OR q.key = ?2) "
            "ORDER BY q.key LIMIT ?3",
            after, key, retriedAtOnce);
        while (rows.next()) {
            out.last = rows.integer(0);
            const auto parsed = parseJson(rows.text(3));
            const auto *record = parsed ? parsed->if_object() : nullptr;
            if (!record)
                continue;
            auto &again = byDevice[rows.uuid(1)];
            again.device = rows.uuid(1);
            again.records.push_back(*record);
            again.clockErrors.push_back(rows.integer(2));
        }
        for (auto &[device, again] : byDevice)
            out.devices.push_back(std::move(again));
        return out;
    });
}

void countOutcomes(const protocol::BatchAnswer &answer, QuarantineRetry &out)
{
    for (const auto &outcome : answer.results) {
        switch (outcome.status) {
        case protocol::Status::Accepted:
        case protocol::Status::Duplicate:
            ++out.accepted;
            break;
        case protocol::Status::Conflict:
            ++out.conflicting;
            break;
        case protocol::Status::Rejected:
            ++out.refused;
            break;
        }
    }
}

} // namespace

Result<QuarantinePage> Store::quarantine(const QuarantineQuery &query) const
{
    return m_parts->readers.read([&](Connection &connection) -> Result<QuarantinePage> {
        LedgerQuery places;
        places.store = query.store;
        places.region = query.region;
        places.scope = query.scope;
        const auto shops = ledgerShops(connection, places);
        if (!shops)
            return shops.failure();
        QuarantinePage out;
        Query rows(
            connection, query.kind == QuarantineKind::Refused ? refusedPage : conflictPage,
            query.before, query.key, shops->everyAsked, shops->asked, shops->everySeen, shops->seen,
            static_cast<std::int64_t>(query.limit));
        while (rows.next())
            out.entries.push_back(entryFrom(rows, query.kind));
        if (out.entries.size() == query.limit)
            out.next = out.entries.back().key;
        return out;
    });
}

Result<QuarantineRetry> Store::retryRefused(std::optional<std::int64_t> key)
{
    QuarantineRetry out;
    const auto now = m_parts->clock.now();
    for (std::int64_t after = 0;;) {
        const auto page = againBehind(m_parts->readers, after, key);
        if (!page)
            return page.failure();
        if (page->last == 0 && after == 0 && key)
            return Failure{
                std::string(protocol::code::notFound),
                "There is no such refused record. It may have been taken meanwhile.",
                std::to_string(*key)};
        if (page->last == 0)
            return out;
        after = page->last;
        for (const auto &again : page->devices) {
            const auto stores = m_parts->readers.read(
                [&](Connection &connection) { return deviceStores(connection, again.device); });
            if (!stores) { // revoked: nothing of it is taken
                out.refused += static_cast<std::int64_t>(again.records.size());
                continue;
            }
            std::vector<Candidate> candidates;
            for (std::size_t i = 0; i < again.records.size(); ++i)
                candidates.push_back(judge(
                    again.records[i], again.device, *stores, {again.clockErrors[i], now, {}, 0},
                    now));
            std::promise<Result<protocol::BatchAnswer>> answer;
            std::unique_ptr<WriteJob> job = std::make_unique<IngestJob>(
                *stores, protocol::Batch(), std::move(candidates), 0, now,
                [&answer](auto result) { answer.set_value(std::move(result)); });
            if (!m_parts->writer->add(std::move(job)))
                return Parts::busy();
            const auto taken = answer.get_future().get();
            if (!taken)
                return taken.failure();
            countOutcomes(*taken, out);
        }
    }
}

} // namespace vouch::server
