#pragma once

#include "core/base/clock.h"

#include <map>
#include <mutex>
#include <optional>
#include <string>

namespace vouch::server {

/// How much of something there may be.
struct Rate
{
    std::int64_t perMinute = 0; ///< 0: no limit
    std::int64_t burst = 0;     ///< at once, after a rest
};

/// One token bucket a key: each holds `burst`, and fills by `perMinute`. In memory and bounded.
/// Safe from any thread.
class TokenBuckets
{
public:
    TokenBuckets(const Clock &clock, Rate rate);

    /// Nothing when one was there and is taken; else the seconds until there is one, at least 1.
    std::optional<std::int64_t> take(const std::string &key);

private:
    struct Bucket
    {
        double tokens;
        std::int64_t at; ///< monotonic milliseconds
    };

    double filled(const Bucket &bucket, std::int64_t now) const;

    const Clock &m_clock;
    const Rate m_rate;
    std::mutex m_mutex;
    std::map<std::string, Bucket> m_buckets;
};

} // namespace vouch::server
