#include "sync/server/store/ledger_parts.h"

#include <algorithm>

namespace vouch::server {

namespace {

// Of the chain c: everything that is more than "all is here".
#define VOUCH_CHAIN_IS_OPEN                                                                        \
    "(greatest(c.head, c.told_made, c.highest) > c.contiguous OR c.forked <> 0 "                   \
    "OR c.told_altered <> '[]' "                                                                   \
    "OR c.told_missing <> '[]' OR EXISTS (SELECT 1 FROM refused f WHERE f.chain = c.key) "         \
    "OR EXISTS (SELECT 1 FROM conflicts x WHERE x.chain = c.key))"

// ?1 after, ?2 device, ?3 chain, ?4 whether every shop is asked for, ?5 the keys of those that are.
#define VOUCH_CHAINS_ASKED_FOR                                                                     \
    "FROM chains c JOIN devices d ON d.key = c.device WHERE c.key > ?1 "                           \
    "AND (?2 IS NULL OR d.id = ?2) AND (?3 IS NULL OR c.id = ?3) AND (?4 OR d.store IN "           \
    "(SELECT value FROM each_key(?5)) OR EXISTS (SELECT 1 FROM ledger_days l WHERE "               \
    "l.chain = c.key AND l.store IN (SELECT value FROM each_key(?5)))) "

// ?6 whether every shop may be seen, ?7 the keys of those that may.
#define VOUCH_CHAIN_IS_WHOLE                                                                       \
    "(?6 OR NOT EXISTS (SELECT 1 FROM device_stores h WHERE h.device = d.key AND h.store NOT IN "  \
    "(SELECT value FROM each_key(?7))))"

constexpr const char *chainPage =
    "SELECT c.key, c.id, c.contiguous, c.highest, greatest(c.head, c.told_made, c.highest), "
    "c.forked, "
    "c.told_altered, c.told_missing, d.id, d.name, d.store, d.revoked, "
    "d.last_seen, " VOUCH_CHAIN_IS_WHOLE " AS whole, (SELECT sequence FROM chain_signatures g "
    "WHERE g.chain = c.key), (SELECT clock_error_ms FROM records r WHERE r.chain = c.key "
    "ORDER BY r.sequence DESC LIMIT 1), (SELECT n.id FROM devices n WHERE n.replaces = d.key "
    "AND (?6 OR n.store IN (SELECT value FROM each_key(?7)))) " VOUCH_CHAINS_ASKED_FOR
    "AND (NOT ?8 OR (" VOUCH_CHAIN_IS_WHOLE " AND " VOUCH_CHAIN_IS_OPEN ")) "
    "ORDER BY c.key LIMIT ?9";

constexpr const char *wholeTotals =
    "SELECT count(*), count(CASE WHEN whole AND open THEN 1 END), "
    "coalesce(sum(CASE WHEN whole THEN made END), 0), "
    "coalesce(sum(CASE WHEN whole THEN made - known END), 0), max(key) FROM (SELECT c.key AS "
    "key, " VOUCH_CHAIN_IS_WHOLE " AS whole, " VOUCH_CHAIN_IS_OPEN " AS open, "
    "greatest(c.head, c.told_made, c.highest) AS made, c.contiguous + (SELECT count(*) FROM "
    "chain_ahead a WHERE a.chain = c.key) AS known " VOUCH_CHAINS_ASKED_FOR
    "ORDER BY c.key LIMIT ?8) t";

constexpr const char *dayTotals =
    "SELECT coalesce(sum(l.received), 0), coalesce(sum(l.late), 0), coalesce(sum(l.marked), 0), "
    "coalesce(sum(l.forked), 0) FROM ledger_days l WHERE l.chain > ?1 AND l.chain <= ?2 "
    "AND (?3 OR l.store IN (SELECT value FROM each_key(?4))) AND l.day BETWEEN ?5 AND ?6 "
    "AND (?7 IS NULL OR l.chain IN (SELECT c.key FROM chains c JOIN devices d ON d.key = c.device "
    "WHERE d.id = ?7)) AND (?8 IS NULL OR l.chain IN (SELECT key FROM chains WHERE id = ?8))";

// Chains in one read: some 20 ms of it, at a year each.
constexpr std::int64_t chainsAtOnce = 500;

std::vector<std::int64_t> placesIn(const std::string &text)
{
    std::vector<std::int64_t> out;
    const auto parsed = parseJson(text);
    if (!parsed || !parsed->is_array())
        return out;
    for (const auto &place : parsed->get_array())
        if (const auto *number = place.if_int64())
            out.push_back(*number);
    return out;
}

/// One chain of a page, as it is gathered.
class Gathering
{
public:
    Gathering(Connection &connection, const LedgerQuery &query, const LedgerShops &shops)
        : m_connection(connection)
        , m_query(query)
        , m_shops(shops)
        , m_days(query)
    {
    }

    ChainLedger gather(const Query &row)
    {
        m_rows.clear();
        m_noDay.clear();
        ChainLedger out;
        out.key = row.integer(0);
        out.chain = row.uuid(1);
        out.device = row.uuid(8);
        out.deviceName = row.text(9);
        if (m_shops.maySee(row.integer(10)))
            out.store = m_shops.ids.at(row.integer(10));
        out.revoked = row.integer(11) != 0;
        out.lastSeenAt = row.maybeTime(12);
        if (!row.isNull(16))
            out.replacedBy = row.uuid(16);
        const bool isWhole = row.integer(13) != 0;
        addReceived(out.key);
        addKeptAside(
            out.key, isWhole, &LedgerCounts::refused,
            "SELECT day, store, count(*) FROM refused WHERE chain = ? GROUP BY 1, 2");
        addKeptAside(
            out.key, isWhole, &LedgerCounts::conflicting,
            "SELECT day, store, count(*) FROM conflicts WHERE chain = ? GROUP BY 1, 2");
        if (isWhole)
            out.whole = whole(row);
        finish(out);
        return out;
    }

private:
    struct Place
    {
        std::optional<Day> day;
        std::int64_t store = 0;
    };
    using RowKey = std::pair<Day, std::int64_t>; ///< the shop's key; 0: none is known

    LedgerDay &rowOf(const std::optional<Day> &day, std::int64_t store)
    {
        auto &row = hasDay(day) ? m_rows[{*day, store}] : m_noDay[store];
        if (hasDay(day))
            row.day = *day;
        return row;
    }

    void addReceived(std::int64_t chain)
    {
        Query rows(
            m_connection,
            "SELECT day, store, received, late, marked, forked FROM ledger_days "
            "WHERE chain = ? AND day BETWEEN ? AND ?",
            chain, m_days.from, m_days.to);
        while (rows.next()) {
            if (!m_shops.areAsked(rows.integer(1)))
                continue;
            auto &counts = rowOf(rows.day(0), rows.integer(1)).counts;
            counts.received += rows.integer(2);
            counts.late += rows.integer(3);
            counts.marked += rows.integer(4);
            counts.forked += rows.integer(5);
        }
    }

    void addKeptAside(
        std::int64_t chain, bool isWhole, std::int64_t LedgerCounts::*count, const char *sql)
    {
        Query rows(m_connection, sql, chain);
        while (rows.next()) {
            const auto day =
                rows.isNull(0) ? std::optional<Day>() : std::optional<Day>(rows.day(0));
            const bool hasStore = !rows.isNull(1);
            if (hasStore ? !m_shops.areAsked(rows.integer(1)) : !isWhole)
                continue;
            if (m_days.bound && (!hasDay(day) || *day < m_days.from || *day > m_days.to))
                continue;
            rowOf(day, hasStore ? rows.integer(1) : 0).counts.*count += rows.integer(2);
        }
    }

    ChainWhole whole(const Query &row)
    {
        ChainWhole out;
        out.last = row.integer(3);
        out.made = row.integer(4);
        out.forked = (row.integer(5) & twice::atOnePlace) != 0;
        out.cloned = (row.integer(5) & twice::besideNewer) != 0;
        out.alteredOnTablet = placesIn(row.text(6));
        out.headAlteredOnTablet = std::erase(out.alteredOnTablet, placeOfHead) > 0;
        out.missingOnTablet = placesIn(row.text(7));
        if (!row.isNull(14))
            out.signedTo = row.integer(14);
        if (!row.isNull(15))
            out.clockErrorMs = row.integer(15);
        if (row.integer(2) < out.made)
            addGaps(row.integer(0), row.integer(2), out);
        return out;
    }

    void addGaps(std::int64_t chain, std::int64_t contiguous, ChainWhole &out)
    {
        Query known(
            m_connection, "SELECT sequence FROM chain_ahead WHERE chain = ? ORDER BY sequence",
            chain);
        std::int64_t before = contiguous, ahead = 0;
        const auto gap = [&](std::int64_t first, std::int64_t last) {
            if (first > last)
                return;
            out.missing += last - first + 1;
            if (out.gaps.size() < mostGaps)
                out.gaps.push_back(describe(chain, first, last, out.last));
            else
                out.moreGaps = true;
        };
        while (known.next()) {
            gap(before + 1, known.integer(0) - 1);
            before = known.integer(0);
            ++ahead;
        }
        gap(before + 1, out.made);
        auto noDay = out.missing;
        for (const auto &each : m_gapDays)
            noDay -= each.second;
        m_gapDays.clear();
        if (noDay > 0)
            m_noDay[0].missing += noDay;
    }

    LedgerGap
    describe(std::int64_t chain, std::int64_t first, std::int64_t last, std::int64_t lastKnown)
    {
        LedgerGap out{first, last, {}, {}};
        const auto before = placeAt(chain, first - 1);
        const auto behind = last < lastKnown ? placeAt(chain, last + 1) : Place();
        out.after = before.day;
        out.before = behind.day;
        const bool isSure =
            hasDay(before.day) && before.day == behind.day && before.store == behind.store;
        if (isSure) {
            m_gapDays.emplace_back(*before.day, last - first + 1);
            if (m_days.holds(*before.day) && m_shops.areAsked(before.store))
                rowOf(before.day, before.store).missing += last - first + 1;
        }
        return out;
    }

    Place placeAt(std::int64_t chain, std::int64_t sequence)
    {
        Query row(
            m_connection,
            "SELECT day, store FROM records WHERE chain = ?1 AND sequence = ?2 UNION ALL "
            "SELECT day, coalesce(store, 0) FROM refused WHERE chain = ?1 AND sequence = ?2 "
            "AND day IS NOT NULL LIMIT 1",
            chain, sequence);
        if (sequence < 1 || !row.next())
            return {};
        return {hasDay(row.day(0)) ? std::optional(row.day(0)) : std::nullopt, row.integer(1)};
    }

    void finish(ChainLedger &out)
    {
        const auto take = [&](std::int64_t store, LedgerDay &row) {
            out.counts += row.counts;
            if (!m_query.withDays)
                return;
            row.store = store == 0 ? std::string() : m_shops.ids.at(store);
            out.days.push_back(std::move(row));
        };
        for (auto &[key, row] : m_rows)
            take(key.second, row);
        for (auto &[store, row] : m_noDay)
            take(store, row);
    }

    static bool hasDay(const std::optional<Day> &day) { return day && *day != Day(); }

    Connection &m_connection;
    const LedgerQuery &m_query;
    const LedgerShops &m_shops;
    const LedgerDays m_days;
    std::map<RowKey, LedgerDay> m_rows;
    std::map<std::int64_t, LedgerDay> m_noDay;
    std::vector<std::pair<Day, std::int64_t>> m_gapDays; ///< missing places that have a sure day
};

} // namespace

LedgerCounts &LedgerCounts::operator+=(const LedgerCounts &other)
{
    received += other.received;
    refused += other.refused;
    conflicting += other.conflicting;
    forked += other.forked;
    late += other.late;
    marked += other.marked;
    return *this;
}

Result<LedgerPage> Store::ledger(const LedgerQuery &query) const
{
    return m_parts->readers.read([&](Connection &connection) -> Result<LedgerPage> {
        const auto shops = ledgerShops(connection, query);
        if (!shops)
            return shops.failure();
        LedgerPage out;
        Gathering gathering(connection, query, *shops);
        Query rows(
            connection, chainPage, query.after, query.device, query.chain, shops->everyAsked,
            shops->asked, shops->everySeen, shops->seen, query.onlyOpen,
            static_cast<std::int64_t>(query.limit));
        while (rows.next())
            out.chains.push_back(gathering.gather(rows));
        if (out.chains.size() == query.limit)
            out.next = out.chains.back().key;
        return out;
    });
}

Result<LedgerTotals> Store::ledgerTotals(const LedgerQuery &query) const
{
    const LedgerDays days(query);
    LedgerTotals out;
    for (std::int64_t after = query.after;;) {
        const auto next = m_parts->readers.read(
            [&](Connection &connection) -> Result<std::optional<std::int64_t>> {
                const auto shops = ledgerShops(connection, query);
                if (!shops)
                    return shops.failure();
                Query row(
                    connection, wholeTotals, after, query.device, query.chain, shops->everyAsked,
                    shops->asked, shops->everySeen, shops->seen, chainsAtOnce);
                row.next();
                out.chains += row.integer(0);
                out.open += row.integer(1);
                out.made += row.integer(2);
                out.missing += row.integer(3);
                const bool isLast = row.integer(0) < chainsAtOnce;
                const auto upTo = isLast ? maxSafeInteger : row.integer(4);
                Query sums(
                    connection, dayTotals, after, upTo, shops->everyAsked, shops->asked, days.from,
                    days.to, query.device, query.chain);
                sums.next();
                out.counts +=
                    {sums.integer(0), 0, 0, sums.integer(3), sums.integer(1), sums.integer(2)};
                if (!isLast)
                    return std::optional(upTo);
                out.counts.refused = keptAside(connection, "refused", query, *shops);
                out.counts.conflicting = keptAside(connection, "conflicts", query, *shops);
                return std::optional<std::int64_t>();
            });
        if (!next)
            return next.failure();
        if (!*next)
            return out;
        after = **next;
    }
}

} // namespace vouch::server
