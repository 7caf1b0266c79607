#pragma once

#include "sync/server/store/ledger.h"
#include "sync/server/store/shop_choice.h"

namespace vouch::server {

using LedgerShops = ShopChoice;

/// Failure `not-found` for a shop that is not there or may not be seen.
Result<LedgerShops> ledgerShops(Connection &connection, const LedgerQuery &query);

/// Among the places that a tablet tells to be altered: what stands for the chain beside its
/// records.
inline constexpr std::int64_t placeOfHead = 0;

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
