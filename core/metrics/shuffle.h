#pragma once

#include <cstddef>
#include <cstdint>

namespace vouch::metrics {

/// Chance that falls the same way on every machine, for permutations and random columns.
///
/// Source: G. L. Steele, D. Lea, C. H. Flood, "Fast splittable pseudorandom number generators",
/// OOPSLA 2014 (SplitMix64).
class SplitMix
{
public:
    explicit SplitMix(std::uint64_t seed)
        : m_state(seed)
    {
    }

    std::uint64_t next()
    {
        std::uint64_t z = (m_state += 0x9e3779b97f4a7c15U);
        z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9U;
        z = (z ^ (z >> 27U)) * 0x94d049bb133111ebU;
        return z ^ (z >> 31U);
    }

    /// Uniform in [0, 1).
    double unit() { return static_cast<double>(next() >> 11U) * 0x1.0p-53; }
    /// Uniform in [0, bound); bound > 0.
    std::size_t below(std::size_t bound)
    {
        return static_cast<std::size_t>(unit() * static_cast<double>(bound));
    }

private:
    std::uint64_t m_state;
};

} // namespace vouch::metrics
