#include "sync/server/api/paging.h"

#include "sync/protocol/codes.h"

#include <charconv>

namespace vouch::server {

Parameter limitParameter()
{
    return {"limit", "Rows in one answer at most: 1 to 1,000, which it is when this is left out."};
}

Parameter afterParameter()
{
    return {"after", "The next page: what the page before gave as next."};
}

Result<PageRequest> pageRequest(const Exchange &exchange)
{
    PageRequest out;
    out.after = exchange.parameter("after");
    const auto text = exchange.parameter("limit");
    if (text.empty())
        return out;
    const auto *end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, out.limit);
    if (error != std::errc() || stop != end || out.limit < 1 || out.limit > longestPage)
        return Failure{
            std::string(protocol::code::malformed), "This must be a number from 1 to 1,000.",
            "limit"};
    return out;
}

} // namespace vouch::server
