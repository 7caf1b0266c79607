#pragma once

#include "sync/server/api/endpoint.h"

#include <algorithm>

namespace vouch::server {

inline constexpr std::size_t longestPage = 1000;

/// The parameters `limit` and `after` of a list.
Parameter limitParameter();
Parameter afterParameter();

struct PageRequest
{
    std::string after; ///< the key of the last row of the page before; empty: the first page
    std::size_t limit = longestPage;
};
/// Failure `request-malformed`.
Result<PageRequest> pageRequest(const Exchange &exchange);

/// One page of rows, and the cursor of the next one.
template <class Row> struct PageOf
{
    std::vector<Row> rows;
    std::optional<std::string> next;

    json::value nextJson() const { return next ? json::value(*next) : json::value(nullptr); }
};

/// The page of `rows` by the key that `keyOf` gives, which names a row for good: what is added or
/// goes between two pages neither doubles nor hides another row.
template <class Row, class KeyOf>
PageOf<Row> pageOf(const PageRequest &request, std::vector<Row> rows, KeyOf keyOf)
{
    std::sort(
        rows.begin(), rows.end(), [&](const Row &a, const Row &b) { return keyOf(a) < keyOf(b); });
    if (!request.after.empty())
        std::erase_if(rows, [&](const Row &row) { return keyOf(row) <= request.after; });
    PageOf<Row> out;
    if (rows.size() > request.limit) {
        rows.erase(rows.begin() + static_cast<std::ptrdiff_t>(request.limit), rows.end());
        out.next = keyOf(rows.back());
    }
    out.rows = std::move(rows);
    return out;
}

} // namespace vouch::server
