#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <span>
#include <utility>
#include <vector>

namespace vouch::sim {

/// Chance that falls the same way on every machine (the standard's distributions differ from
/// library to library): splitmix64, cheap enough to make new dice for every till and hour.
class Dice
{
public:
    /// Dice of the same parts fall alike; of other parts, independently.
    explicit Dice(std::initializer_list<std::uint64_t> parts);

    /// Uniform in [0, 1).
    double unit();
    double between(double low, double high) { return low + (high - low) * unit(); }
    /// Uniform in [0, bound); bound > 0.
    std::size_t below(std::size_t bound);
    bool chance(double probability) { return unit() < probability; }
    double normal();
    /// Log-normal by its median and its 90th percentile.
    double logNormal(double median, double percentile90);
    int poisson(double mean);
    /// An index, with a probability in proportion to its weight; weights are not all 0.
    std::size_t weighted(std::span<const double> weights);

    template <class T> void shuffle(std::vector<T> &all)
    {
        for (std::size_t i = all.size(); i > 1; --i)
            std::swap(all[i - 1], all[below(i)]);
    }

private:
    std::uint64_t next();

    std::uint64_t m_state = 0;
};

} // namespace vouch::sim
