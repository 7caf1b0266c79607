#pragma once

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <functional>

namespace vouch::client {

/// Jittered exponential back-off ("full jitter"): the n-th delay is uniform in
/// [first / 2, min(first · 2ⁿ, longest)], so that a thousand tablets do not come back at once.
class Backoff
{
public:
    using Milliseconds = std::chrono::milliseconds;
    /// Uniform in [0, bound).
    using Random = std::function<std::uint32_t(std::uint32_t bound)>;

    Backoff(Milliseconds first, Milliseconds longest, Random random)
        : m_first(first)
        , m_longest(longest)
        , m_random(std::move(random))
    {
    }

    Milliseconds nextDelay()
    {
        const auto most =
            std::min(m_longest, m_first * (std::int64_t(1) << std::min(m_failures, 20)));
        ++m_failures;
        const auto least = m_first / 2;
        const auto span = static_cast<std::uint32_t>((most - least).count()) + 1;
        return least + Milliseconds(m_random(span));
    }
    void reset() { m_failures = 0; }

private:
    Milliseconds m_first;
    Milliseconds m_longest;
    Random m_random;
    int m_failures = 0;
};

} // namespace vouch::client
