#pragma once

#include "core/base/result.h"
#include "sync/server/http/message.h"

#include <cstdint>

namespace vouch::server {

/// The HTTP status of a code of sync/protocol/codes.h; 500 for what a client must not learn.
int statusOf(std::string_view code);

/// application/problem+json. A failure whose code does not travel is answered as `internal`,
/// without its message.
http::Response problemOf(const Failure &failure);

/// 429 `too-many-requests` with Retry-After.
http::Response tooManyRequests(std::int64_t secondsToWait, const std::string &message);

/// 503 `unavailable` with Retry-After.
http::Response unavailable(const std::string &message);

} // namespace vouch::server
