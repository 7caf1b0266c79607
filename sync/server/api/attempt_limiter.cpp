#include "sync/server/api/attempt_limiter.h"

#include "core/base/crypto.h"

#include <arpa/inet.h>
#include <netinet/in.h>

#include <algorithm>

namespace vouch::server {

namespace {

/// Beyond it the map is swept: many addresses must not fill the memory.
constexpr std::size_t maxKeys = 10'000;

} // namespace

AttemptLimiter::AttemptLimiter(const Clock &clock, std::size_t most, std::int64_t windowMs)
    : m_clock(clock)
    , m_most(most)
    , m_windowMs(windowMs)
{
}

std::optional<std::int64_t> AttemptLimiter::secondsToWait(const std::string &key)
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_failures.find(key);
    if (found == m_failures.end())
        return std::nullopt;
    auto &times = found->second;
    dropExpired(times);
    if (times.size() < m_most)
        return std::nullopt;
    const auto free = times[times.size() - m_most] + m_windowMs;
    return std::max<std::int64_t>(1, (free - m_clock.monotonicMs() + 999) / 1000);
}

void AttemptLimiter::failed(const std::string &key)
{
    const std::lock_guard lock(m_mutex);
    if (m_failures.size() >= maxKeys) {
        const auto oldest = m_clock.monotonicMs() - m_windowMs;
        std::erase_if(m_failures, [oldest](const auto &entry) {
            return entry.second.empty() || entry.second.back() <= oldest;
        });
    }
    if (m_failures.size() >= maxKeys && !m_failures.contains(key))
        m_failures.erase(m_failures.begin());
    auto &times = m_failures[key];
    times.push_back(m_clock.monotonicMs());
    if (times.size() > m_most)
        times.pop_front();
}

void AttemptLimiter::takeBack(const std::string &key)
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_failures.find(key);
    if (found == m_failures.end() || found->second.empty())
        return;
    found->second.pop_back();
    if (found->second.empty())
        m_failures.erase(found);
}

void AttemptLimiter::succeeded(const std::string &key)
{
    const std::lock_guard lock(m_mutex);
    m_failures.erase(key);
}

void AttemptLimiter::dropExpired(std::deque<std::int64_t> &times) const
{
    const auto oldest = m_clock.monotonicMs() - m_windowMs;
    while (!times.empty() && times.front() <= oldest)
        times.pop_front();
}

bool KnownPlaces::knows(const std::string &key)
{
    const std::lock_guard lock(m_mutex);
    return m_keys.contains(key);
}

void KnownPlaces::add(const std::string &key)
{
    const std::lock_guard lock(m_mutex);
    if (m_keys.size() >= maxKeys)
        m_keys.erase(m_keys.begin());
    m_keys.insert(key);
}

std::string addressKey(const std::string &peer)
{
    in6_addr address{};
    if (::inet_pton(AF_INET6, peer.c_str(), &address) != 1 || IN6_IS_ADDR_V4MAPPED(&address))
        return peer;
    return crypto::toHex({reinterpret_cast<const char *>(address.s6_addr), 8}) + "/64";
}

bool isLoopback(std::string_view peer)
{
    return peer == "::1" || peer.starts_with("127.") || peer.starts_with("::ffff:127.");
}

} // namespace vouch::server
