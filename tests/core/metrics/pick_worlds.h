#pragma once

#include "core/metrics/pick_table.h"
#include "tests/core/metrics/metrics_worlds.h"

/// Shops whose customers pick from the lists as the demo's do, with known truth.
namespace vouch::test {

inline const std::vector<std::string> demoCriteria{"queue",  "prices",   "stock",  "choice",
                                                   "staff",  "quality",  "layout", "cleanliness",
                                                   "advice", "location", "other"};
/// Percent of those who pick, at most three.
inline constexpr std::array<double, 11> improvePercent{27, 25, 17, 12, 13, 11, 9, 7, 7, 5, 7};
inline constexpr std::array<double, 11> likedPercent{9, 20, 6, 25, 32, 18, 11, 13, 11, 18, 3};

struct PickWorld
{
    int stores = 6;
    int weeks = 8;
    int answers = 60; ///< a store and week
    /// How much more often (percent) 0–6 than 7–8 pick the first criterion.
    double queueOfDetractors = 0;
    /// In every other week of every other store the first criterion is picked by so many percent
    /// more of 0–8, and the score is `pointsOfQueue` lower.
    double queueWeeks = 0;
    double pointsOfQueue = 0;
    /// Stores differ in their scores and in what is picked there.
    bool storesDiffer = true;
};

/// Detractors walk away less often than passives: 14 %, 22 %; promoters 19 %.
inline metrics::PickTable picksOf(const PickWorld &shape, std::uint64_t seed)
{
    World world(seed);
    auto &random = world.random();
    metrics::PickTable table(demoCriteria);
    for (int store = 0; store < shape.stores; ++store) {
        const double better = shape.storesDiffer ? 15 * world.normal() : 0;
        const double queueHere = shape.storesDiffer ? 25 * random.unit() : 0;
        for (int week = 0; week < shape.weeks; ++week) {
            const bool bad = (store + week) % 2 == 0;
            const double shift = better + 3 * world.normal() - (bad ? shape.pointsOfQueue : 0);
            const auto scores = world.answers(shape.answers, {55, 25, 20}, shift);
            for (int score = 0; score <= 10; ++score) {
                for (auto left = scores.histogram[std::size_t(score)]; left > 0; --left) {
                    // 9 and 10, as the demo has them.
                    const int given = score == 10 && random.unit() < 0.3 ? 9 : score;
                    const double away = given >= 9 ? 0.19 : given >= 7 ? 0.22 : 0.14;
                    const bool walks = random.unit() < away;
                    std::uint64_t picks = 0;
                    int picked = 0;
                    for (std::size_t i = 0; i < demoCriteria.size() && !walks; ++i) {
                        double percent = given >= 9 ? likedPercent[i] : improvePercent[i];
                        if (i == 0 && given <= 8)
                            percent += queueHere + (bad ? shape.queueWeeks : 0) +
                                       (given <= 6 ? shape.queueOfDetractors : 0);
                        if (picked < 3 && random.unit() < percent / 100) {
                            picks |= std::uint64_t{1} << i;
                            ++picked;
                        }
                    }
                    table.add(std::size_t(store), week, {given, true, picks});
                }
            }
        }
    }
    return table;
}

} // namespace vouch::test
