#include "sync/server/store/ledger_parts.h"

namespace vouch::server {

namespace {

namespace chr = std::chrono;

// ?1 every shop asked for, ?2 which, ?3 every shop seen, ?4 which, ?5 from, ?6 to, ?7 whether days
// are bound, ?8 device, ?9 chain.
#define VOUCH_KEPT_ASIDE(table)                                                                    \
    "SELECT count(*) FROM " table " k JOIN devices d ON d.key = k.device WHERE "                   \
    "CASE WHEN k.store IS NULL THEN (?1 OR d.store IN (SELECT value FROM each_key(?2))) AND "      \
    "(?3 OR NOT EXISTS (SELECT 1 FROM device_stores h WHERE h.device = d.key AND h.store NOT IN "  \
    "(SELECT value FROM each_key(?4)))) "                                                          \
    "ELSE ?1 OR k.store IN (SELECT value FROM each_key(?2)) END "                                  \
    "AND (NOT ?7 OR k.day BETWEEN ?5 AND ?6) AND (?8 IS NULL OR d.id = ?8) "                       \
    "AND (?9 IS NULL OR k.chain IN (SELECT key FROM chains WHERE id = ?9))"

constexpr const char *refusedCount = VOUCH_KEPT_ASIDE("refused");
constexpr const char *conflictCount = VOUCH_KEPT_ASIDE("conflicts");

#undef VOUCH_KEPT_ASIDE

} // namespace

Result<LedgerShops> ledgerShops(Connection &connection, const LedgerQuery &query)
{
    ShopQuery asked{{}, query.region, query.scope};
    if (query.store)
        asked.stores = {*query.store};
    return chooseShops(connection, asked);
}

LedgerDays::LedgerDays(const LedgerQuery &query)
    : from(query.from.value_or(Day(chr::year(1) / 1 / 1)))
    , to(query.to.value_or(Day(chr::year(9999) / 12 / 31)))
    , bound(query.from || query.to)
{
}

std::int64_t keptAside(
    Connection &connection, std::string_view table, const LedgerQuery &query,
    const LedgerShops &shops)
{
    const LedgerDays days(query);
    Query row(
        connection, table == "refused" ? refusedCount : conflictCount, shops.everyAsked,
        shops.asked, shops.everySeen, shops.seen, days.from, days.to, days.bound, query.device,
        query.chain);
    row.next();
    return row.integer(0);
}

} // namespace vouch::server
