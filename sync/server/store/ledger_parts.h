#pragma once

#include "sync/server/store/ledger.h"
#include "sync/server/store/store_parts.h"

#include <map>
#include <set>

namespace vouch::server {

/// The shops of a query: those it asks for (within what may be seen), and those that may be seen.
struct LedgerShops
{
    std::map<std::int64_t, std::string> ids; ///< of all shops, by key
    bool everyAsked = true;
    bool everySeen = true;
    std::string asked; ///< a JSON array of keys
    std::string seen;
    std::set<std::int64_t> askedKeys;
    std::set<std::int64_t> seenKeys;

    bool areAsked(std::int64_t key) const { return askedKeys.contains(key); }
    bool maySee(std::int64_t key) const { return seenKeys.contains(key); }
};

/// Failure `not-found` for a shop that is not there or may not be seen.
Result<LedgerShops> ledgerShops(Connection &connection, const LedgerQuery &query);

/// The days of a query.
struct LedgerDays
{
    explicit LedgerDays(const LedgerQuery &query);
    bool holds(Day day) const { return from <= day && day <= to; }

    Day from;
    Day to;
    bool bound;
};

/// How many rows of `refused` or `conflicts` (`table`) the query takes in, those without a place
/// too.
std::int64_t keptAside(
    Connection &connection, std::string_view table, const LedgerQuery &query,
    const LedgerShops &shops);

} // namespace vouch::server
