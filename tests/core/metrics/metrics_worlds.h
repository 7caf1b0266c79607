#pragma once

#include "core/metrics/periods.h"
#include "core/metrics/shuffle.h"

#include <cmath>
#include <vector>

/// Worlds with known truth, the same on every machine.
namespace vouch::test {

/// True shares in percent.
struct TrueMix
{
    double promoters = 60;
    double passives = 24;
    double detractors = 16;
};

class World
{
public:
    explicit World(std::uint64_t seed)
        : m_random(seed)
    {
    }

    metrics::SplitMix &random() { return m_random; }

    double normal()
    {
        constexpr double turn = 6.283185307179586;
        return std::sqrt(-2 * std::log(1 - m_random.unit())) * std::cos(turn * m_random.unit());
    }

    /// `shift` in points of NPS, half from the promoters and half to the detractors.
    metrics::Tally answers(int count, const TrueMix &mix, double shift = 0)
    {
        const double promoters = (mix.promoters + shift / 2) / 100;
        const double detractors = (mix.detractors - shift / 2) / 100;
        metrics::Tally tally;
        for (int i = 0; i < count; ++i) {
            const double drawn = m_random.unit();
            tally.add(drawn < promoters ? 10 : drawn >= 1 - detractors ? 2 : 8);
        }
        return tally;
    }

    /// Days 20,000 … on, each with 0.6–1.4 times `perDay` answers and an effect of its own.
    /// From `fallDay` on the score is `fall` points lower.
    std::vector<metrics::DayTally> days(
        int count, double perDay, const TrueMix &mix, double effect = 4, int fallDay = -1,
        double fall = 0)
    {
        std::vector<metrics::DayTally> out;
        for (int day = 0; day < count; ++day) {
            const double shift = effect * normal() - (fallDay >= 0 && day >= fallDay ? fall : 0);
            const int answered = static_cast<int>(perDay * (0.6 + 0.8 * m_random.unit()));
            out.push_back({at(day), answers(answered, mix, shift)});
        }
        return out;
    }

    static vouch::Day at(int day) { return vouch::Day(std::chrono::days(20'000 + day)); }

private:
    metrics::SplitMix m_random;
};

} // namespace vouch::test
