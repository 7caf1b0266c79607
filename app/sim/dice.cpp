#include "app/sim/dice.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>

namespace vouch::sim {

namespace {

constexpr std::uint64_t weylStep = 0x9e3779b97f4a7c15u;

/// The finaliser of splitmix64: neighbours become unlike.
std::uint64_t mixed(std::uint64_t x)
{
    x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9u;
    x = (x ^ (x >> 27)) * 0x94d049bb133111ebu;
    return x ^ (x >> 31);
}

constexpr double quantile90 = 1.2815515655446004;
/// Above it a Poisson draw is rounded from the normal one.
constexpr double manyEvents = 60;

} // namespace

Dice::Dice(std::initializer_list<std::uint64_t> parts)
{
    for (const auto part : parts)
        m_state = mixed(m_state + weylStep + mixed(part + weylStep));
}

std::uint64_t Dice::next()
{
    return mixed(m_state += weylStep);
}

double Dice::unit()
{
    return static_cast<double>(next() >> 11) * 0x1.0p-53;
}

std::size_t Dice::below(std::size_t bound)
{
    return static_cast<std::size_t>(unit() * static_cast<double>(bound));
}

double Dice::normal()
{
    const double radius = std::sqrt(-2 * std::log(1 - unit()));
    return radius * std::cos(2 * std::numbers::pi * unit());
}

double Dice::logNormal(double median, double percentile90)
{
    return median * std::exp(normal() * std::log(percentile90 / median) / quantile90);
}

int Dice::poisson(double mean)
{
    if (mean > manyEvents)
        return std::max(0, static_cast<int>(std::lround(mean + std::sqrt(mean) * normal())));
    const double limit = std::exp(-mean);
    int events = 0;
    for (double product = unit(); product > limit; product *= unit())
        ++events;
    return events;
}

std::size_t Dice::weighted(std::span<const double> weights)
{
    double left = unit() * std::accumulate(weights.begin(), weights.end(), 0.0);
    for (std::size_t i = 0; i + 1 < weights.size(); ++i) {
        left -= weights[i];
        if (left < 0)
            return i;
    }
    return weights.size() - 1;
}

} // namespace vouch::sim
