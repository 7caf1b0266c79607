#pragma once

#include "sync/server/store/store_parts.h"

#include <map>
#include <set>

namespace vouch::server {

/// Which shops a query asks for, and which may be seen. Absent: everything.
struct ShopQuery
{
    std::set<std::string> stores;      ///< empty: all
    std::optional<std::string> region; ///< those in it and in what lies below it
    StoreSet scope = StoreSet::all();
    /// Nothing but what is asked for matters: `ids` and what may be seen hold no more than that.
    bool askedOnly = false;
};

/// The shops of a query: those it asks for (within what may be seen), and those that may be seen.
struct ShopChoice
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
Result<ShopChoice> chooseShops(Connection &connection, const ShopQuery &query);

/// What a statement over the counters or records of a query is given.
struct AskedRows
{
    std::string shops; ///< a JSON array of keys
    Day from, to;      ///< both included
    std::string measures;
    bool withMarked = true;
};
/// Failures as chooseShops() and Measurements::counted().
Result<AskedRows> askedRows(Connection &connection, const ScoreQuery &query);

/// The region and all below it.
std::set<std::string> regionsWithin(Connection &connection, const std::string &region);

} // namespace vouch::server
