#pragma once

#include "sync/server/api/endpoint.h"
#include "sync/server/store/comments.h"

namespace vouch::server {

/// How comments and single answers are asked for and told alike.

/// Where a list goes on, as `next` and `key` say it.
std::string cursorOf(const CommentPlace &place);
json::value cursorJson(const std::optional<CommentPlace> &place);
/// From the parameter `after`. Failure `request-malformed`.
Result<std::optional<CommentPlace>> placeIn(const Exchange &exchange);

/// The parameter `score`, and the scores that it asks for.
Parameter segmentParameter();
struct ScoreRange
{
    int lowest = 0;
    int highest = metrics::highestScore;
};
/// Nothing: whoever.
std::optional<ScoreRange> segmentIn(const Exchange &exchange);

} // namespace vouch::server
