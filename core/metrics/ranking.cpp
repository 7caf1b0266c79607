#include "core/metrics/ranking.h"

#include "core/metrics/false_discovery.h"
#include "core/metrics/probability.h"
#include "core/metrics/shrinkage.h"

#include <algorithm>
#include <cmath>

namespace vouch::metrics {

namespace {

/// A store's own variance is taken as if it had so many answers of the region's mix besides: five
/// equal answers do not make a sure score.
constexpr double answersOfTheRegion = 30;

/// The square of the error of a side's score; `common` is the variance of one answer if both sides
/// are alike. A side that is high by luck has a small variance of its own, and seems surer than it
/// is; one that is low by luck among contented customers has a small common one.
double errorSquared(const StoreScores &side, double common)
{
    return std::max(*answerVariance(side.tally), common) * side.varianceFactor /
           (static_cast<double>(side.tally.count()) + 3);
}

/// Of the hypothesis that two sides are alike. Between the scores as observed: Rocks' centres are
/// nearer 0 the fewer the answers, which makes small stores differ from large ones.
double
pValueBetween(const StoreScores &a, const StoreScores &b, const std::optional<BetweenDays> &between)
{
    const double common = *answerVariance(a.tally + b.tally);
    const double z = (*nps(a.tally) - *nps(b.tally)) /
                     std::sqrt(errorSquared(a, common) + errorSquared(b, common));
    // Student's is never less, and dear: what is not called without it is not called with it.
    const double leastP = normalTwoSided(z);
    return leastP > falseDiscoveryRate ? leastP : pValueOf(z, between);
}

/// A store's own score, and its variance.
Estimate ownEstimate(const StoreScores &store, double common)
{
    const auto count = static_cast<double>(store.tally.count());
    const double each = (count * *answerVariance(store.tally) + answersOfTheRegion * common) /
                        (count + answersOfTheRegion);
    return {*nps(store.tally), each / count * store.varianceFactor};
}

/// Draws together all stores with answers.
void draw(std::span<const StoreScores> stores, Ranking &ranking)
{
    const double common = answerVariance(ranking.pooled).value_or(0);
    std::vector<std::size_t> at;
    for (std::size_t i = 0; i < stores.size(); ++i) {
        if (ranking.stores[i].count > 0)
            at.push_back(i);
    }
    const auto small = std::stable_partition(at.begin(), at.end(), [&](std::size_t i) {
        return ranking.stores[i].count >= leastForPlace;
    });
    auto learnt = static_cast<std::size_t>(small - at.begin());
    learnt = learnt < 2 ? at.size() : learnt;
    std::vector<Estimate> own;
    for (const auto i : at)
        own.push_back(ownEstimate(stores[i], common));
    const auto drawn = shrink(own, learnt);
    ranking.typical = drawn.mean;
    ranking.variance = drawn.variance;
    const double quantile =
        learnt > 1 ? studentQuantile(0.05, static_cast<double>(learnt) - 1) : z95;
    for (std::size_t i = 0; i < at.size(); ++i) {
        auto &store = ranking.stores[at[i]];
        const auto [value, variance] = drawn.estimates[i];
        const double half =
            std::min(quantile * std::sqrt(variance), z95 * std::sqrt(own[i].variance));
        store.shrunk = value;
        store.shrunkRange =
            Interval{std::max(-points, value - half), std::min(points, value + half), value};
    }
}

void order(std::vector<RankedStore> &stores)
{
    const auto key = [](const RankedStore &store) {
        return store.count >= leastForPlace ? 0 : store.count > 0 ? 1 : 2;
    };
    std::stable_sort(stores.begin(), stores.end(), [&](const auto &a, const auto &b) {
        if (key(a) != key(b))
            return key(a) < key(b);
        if (a.shrunk.value_or(0) != b.shrunk.value_or(0))
            return a.shrunk.value_or(0) > b.shrunk.value_or(0);
        return a.nps.value_or(0) > b.nps.value_or(0);
    });
}

/// For each pair of those with a place, first < second: whether they can be told apart.
std::vector<bool> pairsToldApart(
    std::span<const StoreScores> stores, const std::optional<BetweenDays> &between,
    const Ranking &ranking, std::size_t placed)
{
    std::vector<double> pValues;
    pValues.reserve(placed * (placed - 1) / 2);
    for (std::size_t first = 0; first < placed; ++first) {
        for (std::size_t second = first + 1; second < placed; ++second)
            pValues.push_back(pValueBetween(
                stores[ranking.stores[first].index], stores[ranking.stores[second].index],
                between));
    }
    const auto sure = adjusted(pValues);
    std::vector<bool> apart(sure.size());
    std::transform(
        sure.begin(), sure.end(), apart.begin(), [](double p) { return p <= falseDiscoveryRate; });
    return apart;
}

void place(
    std::span<const StoreScores> stores, const std::optional<BetweenDays> &between,
    Ranking &ranking)
{
    auto &ranked = ranking.stores;
    const auto placed = static_cast<std::size_t>(
        std::count_if(ranked.begin(), ranked.end(), [](const RankedStore &store) {
            return store.count >= leastForPlace;
        }));
    if (placed == 0)
        return;
    const auto apart = pairsToldApart(stores, between, ranking, placed);
    for (std::size_t i = 0; i < placed; ++i) {
        ranked[i].place = static_cast<int>(i) + 1;
        ranked[i].places = RangeOfPlaces{1, static_cast<int>(placed)};
    }
    std::size_t pair = 0;
    std::size_t leader = 0;
    std::vector<std::size_t> firstApart(placed, placed);
    for (std::size_t first = 0; first < placed; ++first) {
        for (std::size_t second = first + 1; second < placed; ++second, ++pair) {
            if (!apart[pair])
                continue;
            firstApart[first] = std::min(firstApart[first], second);
            // By what was observed: drawing together may turn two round.
            const bool inOrder = ranked[first].nps >= ranked[second].nps;
            ranked[inOrder ? first : second].places->worst -= 1;
            ranked[inOrder ? second : first].places->best += 1;
        }
    }
    int group = 1;
    for (std::size_t i = 0; i < placed; ++i) {
        if (i >= firstApart[leader]) {
            leader = i;
            ++group;
        }
        ranked[i].group = group;
    }
}

void compareWithTheRest(
    std::span<const StoreScores> stores, const std::optional<BetweenDays> &between,
    Ranking &ranking)
{
    std::vector<double> pValues;
    std::vector<std::pair<RankedStore *, double>> compared;
    for (auto &store : ranking.stores) {
        StoreScores rest;
        double weighted = 0;
        for (std::size_t score = 0; score < rest.tally.histogram.size(); ++score)
            rest.tally.histogram[score] =
                ranking.pooled.histogram[score] - stores[store.index].tally.histogram[score];
        const auto others = nps(rest.tally);
        if (!store.place || !others)
            continue;
        for (std::size_t i = 0; i < stores.size(); ++i) {
            if (i != store.index)
                weighted += stores[i].varianceFactor * static_cast<double>(stores[i].tally.count());
        }
        rest.varianceFactor = weighted / static_cast<double>(rest.tally.count());
        pValues.push_back(pValueBetween(stores[store.index], rest, between));
        compared.emplace_back(&store, *store.nps - *others);
    }
    const auto sure = adjusted(pValues);
    for (std::size_t i = 0; i < compared.size(); ++i) {
        if (sure[i] <= falseDiscoveryRate)
            compared[i].first->against =
                compared[i].second > 0 ? AgainstRegion::Above : AgainstRegion::Below;
    }
}

} // namespace

Ranking rank(std::span<const StoreScores> stores, const std::optional<BetweenDays> &between)
{
    Ranking ranking;
    for (std::size_t i = 0; i < stores.size(); ++i) {
        RankedStore store;
        store.index = i;
        store.count = stores[i].tally.count();
        store.nps = nps(stores[i].tally);
        ranking.stores.push_back(store);
        ranking.pooled += stores[i].tally;
    }
    draw(stores, ranking);
    order(ranking.stores);
    place(stores, between, ranking);
    compareWithTheRest(stores, between, ranking);
    return ranking;
}

} // namespace vouch::metrics
