#pragma once

#include "core/base/clock.h"

#include <deque>
#include <map>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <string_view>

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
    /// Counts a try that failed, or one that is under way and may: who tries many at once is slowed
    /// like who tries one after the other.
    void failed(const std::string &key);
    /// The last try did not fail after all.
    void takeBack(const std::string &key);
    /// Forgets all failures of the key.
    void succeeded(const std::string &key);

private:
    void dropExpired(std::deque<std::int64_t> &times) const;

    const Clock &m_clock;
    const std::size_t m_most;
    const std::int64_t m_windowMs;
    std::mutex m_mutex;
    std::map<std::string, std::deque<std::int64_t>> m_failures;
};

/// Who signed in from where, so that guessing an account's password from many addresses slows down
/// strangers and not the account's owner. In memory and bounded. Safe from any thread.
class KnownPlaces
{
public:
    bool knows(const std::string &key);
    void add(const std::string &key);

private:
    std::mutex m_mutex;
    std::set<std::string> m_keys;
};

/// What tells one client's address from another's: of IPv6 the first 64 bits, within which
/// everybody has as many addresses as they like.
std::string addressKey(const std::string &peer);
/// Whether that is this machine, which is where a proxy before the server asks from too.
bool isLoopback(std::string_view peer);

} // namespace vouch::server
