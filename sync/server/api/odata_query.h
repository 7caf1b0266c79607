#pragma once

#include "sync/server/api/endpoint.h"
#include "sync/server/api/odata_filter.h"

namespace vouch::server::odata {

inline constexpr std::int64_t pageSize = 2000; ///< rows, unless the client prefers fewer

/// What one request asks of an entity set.
struct Query
{
    const EntitySet *set = nullptr;
    std::vector<const Property *> select; ///< in the order of the set
    Filter filter;
    std::optional<std::int64_t> top; ///< rows that are still to come, over all pages
    std::int64_t skip = 0;
    bool withCount = false;
    std::int64_t pageSize = odata::pageSize;
    // Of $skiptoken: where the page begins, in the snapshot of the first one.
    std::int64_t after = 0;
    std::optional<std::int64_t> upTo;
    std::string labels;     ///< a language, or empty
    std::optional<Uuid> id; ///< of one response
};

/// From the options of the request: $filter, $select, $top, $skip, $skiptoken, $count, $format
/// (JSON) and labels. The caller is somebody. Failure `request-malformed`.
Result<Query> queryFrom(const EntitySet &set, const Exchange &exchange);

/// The options of the next page, made of this one's, encoded, without the question mark; `top` rows
/// are still to come when there is an end.
std::string nextOptions(
    const http::Parameters &options, const User &reader, std::int64_t after, std::int64_t upTo,
    std::optional<std::int64_t> top);

} // namespace vouch::server::odata
