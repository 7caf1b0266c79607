#include "sync/server/api/token_buckets.h"

#include <algorithm>
#include <cmath>

namespace vouch::server {

namespace {

/// Beyond it full buckets are dropped, which are as good as none.
constexpr std::size_t maxKeys = 100'000;
constexpr double minuteMs = 60'000;

} // namespace

TokenBuckets::TokenBuckets(const Clock &clock, Rate rate)
    : m_clock(clock)
    , m_rate{rate.perMinute, std::max<std::int64_t>(rate.burst, 1)}
{
}

double TokenBuckets::filled(const Bucket &bucket, std::int64_t now) const
{
    const double more =
        static_cast<double>(now - bucket.at) * static_cast<double>(m_rate.perMinute) / minuteMs;
    return std::min(static_cast<double>(m_rate.burst), bucket.tokens + more);
}

std::optional<std::int64_t> TokenBuckets::take(const std::string &key)
{
    if (m_rate.perMinute <= 0)
        return std::nullopt;
    const std::lock_guard lock(m_mutex);
    const auto now = m_clock.monotonicMs();
    if (m_buckets.size() >= maxKeys && !m_buckets.contains(key)) {
        std::erase_if(m_buckets, [&](const auto &entry) {
            return filled(entry.second, now) >= static_cast<double>(m_rate.burst);
        });
        if (m_buckets.size() >= maxKeys)
            m_buckets.erase(m_buckets.begin());
    }
    auto &bucket =
        m_buckets.try_emplace(key, Bucket{static_cast<double>(m_rate.burst), now}).first->second;
    bucket = {filled(bucket, now), now};
    if (bucket.tokens >= 1) {
        bucket.tokens -= 1;
        return std::nullopt;
    }
    const double missingMs = (1 - bucket.tokens) * minuteMs / static_cast<double>(m_rate.perMinute);
    return std::max<std::int64_t>(1, static_cast<std::int64_t>(std::ceil(missingMs / 1000)));
}

} // namespace vouch::server
