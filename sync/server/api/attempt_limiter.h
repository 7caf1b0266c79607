#pragma once

#include "core/base/clock.h"

#include <deque>
#include <map>
#include <mutex>
#include <optional>
#include <string>

namespace vouch::server {

/// Counts failed attempts by key (an address, an account) within a sliding window of time, so that
/// guessing takes longer than anyone has. In memory: a restart forgets. Safe from any thread.
class AttemptLimiter
{
public:
    /// At most `most` failures of one key within `windowMs`.
    AttemptLimiter(const Clock &clock, std::size_t most, std::int64_t windowMs);

    /// Nothing when the key may try; else the seconds until it may again, at least 1.
    std::optional<std::int64_t> secondsToWait(const std::string &key);
    void failed(const std::string &key);
    void succeeded(const std::string &key);

private:
    void dropExpired(std::deque<std::int64_t> &times) const;

    const Clock &m_clock;
    const std::size_t m_most;
    const std::int64_t m_windowMs;
    std::mutex m_mutex;
    std::map<std::string, std::deque<std::int64_t>> m_failures;
};

} // namespace vouch::server
