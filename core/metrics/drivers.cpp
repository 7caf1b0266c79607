#include "core/metrics/drivers.h"

#include "core/metrics/false_discovery.h"
#include "core/metrics/probability.h"
#include "core/metrics/refusal.h"

#include <algorithm>
#include <cmath>

namespace vouch::metrics {

namespace {

constexpr std::int64_t leastForMentions = 30;

/// Sums over the two-by-two tables of all stores and weeks, in the words of the sources.
struct Strata
{
    double observed = 0; ///< Σ a: on the worse side and picked
    double expected = 0;
    double variance = 0;
    double least = 0; ///< Σ of the least and the most that a can be
    double most = 0;
    double weight = 0;     ///< Σ n₁n₀/N
    double difference = 0; ///< Σ (a n₀ − b n₁)/N
    double p = 0, q = 0;   ///< Sato's sums

    /// a of n1 on the worse side picked it, b of n0 on the better one.
    void add(double a, double n1, double b, double n0)
    {
        const double n = n1 + n0;
        if (n1 == 0 || n0 == 0)
            return;
        const double picked = a + b;
        observed += a;
        expected += n1 * picked / n;
        variance += n1 * n0 * picked * (n - picked) / (n * n * (n - 1));
        least += std::max(0.0, picked - n0);
        most += std::min(picked, n1);
        weight += n1 * n0 / n;
        difference += (a * n0 - b * n1) / n;
        p += (n1 * n1 * b - n0 * n0 * a + n1 * n0 * (n0 - n1) / 2) / (n * n);
        q += (a * (n0 - b) + b * (n1 - a)) / (2 * n);
    }

    /// Mantel and Fleiss: room for five on either side.
    bool enough() const
    {
        constexpr double room = 5;
        return variance > 0 && expected - least >= room && most - expected >= room;
    }

    Split::Test test() const
    {
        Split::Test out;
        out.difference = difference / weight;
        const double error = std::sqrt(std::max(0.0, out.difference * p + q)) / weight;
        out.low = std::max(-1.0, out.difference - z95 * error);
        out.high = std::min(1.0, out.difference + z95 * error);
        const double apart = std::max(0.0, std::abs(observed - expected) - 0.5);
        out.pValue = chiSquaredUpperTail(apart * apart / variance);
        return out;
    }
};

struct Sides
{
    Band worse;
    Band better;
    const char *worseName;
    const char *betterName;
};

constexpr Sides sidesOf(PickList list)
{
    return list == PickList::Improve ? Sides{Band::Detractor, Band::Passive, "0-6", "7-8"}
                                     : Sides{Band::Nine, Band::Ten, "9", "10"};
}

} // namespace

Result<std::vector<Mention>> mentions(const PickTable &table, PickList list)
{
    const PickCell all = table.pooled();
    const auto base = all.shown.of(list);
    if (base < leastForMentions)
        return tooFew("answers", base, leastForMentions);
    std::vector<Mention> out;
    for (std::size_t i = 0; i < all.picks.size(); ++i)
        out.push_back({i, *proportion(all.picks[i].of(list), base)});
    std::stable_sort(out.begin(), out.end(), [](const Mention &a, const Mention &b) {
        return a.share.count > b.share.count;
    });
    return out;
}

Result<std::vector<Balance>> balance(const PickTable &table)
{
    const PickCell all = table.pooled();
    const auto scored = all.scored.sum();
    if (scored < leastForMentions)
        return tooFew("answers", scored, leastForMentions);
    std::vector<Balance> out;
    for (std::size_t i = 0; i < all.picks.size(); ++i) {
        const auto liked = all.picks[i].of(PickList::Liked);
        const auto improve = all.picks[i].of(PickList::Improve);
        Tally signs;
        signs.add(highestScore, liked);
        signs.add(lowestScore, improve);
        signs.add(7, scored - liked - improve);
        out.push_back({i, *nps(signs), *interval(signs)});
    }
    std::stable_sort(out.begin(), out.end(), [](const Balance &a, const Balance &b) {
        return a.value > b.value;
    });
    return out;
}

Result<std::vector<Split>> splits(const PickTable &table, PickList list)
{
    const auto [worse, better, worseName, betterName] = sidesOf(list);
    const PickCell all = table.pooled();
    if (all.picking[worse] < leastOnASide)
        return tooFew("answers", all.picking[worse], leastOnASide, worseName);
    if (all.picking[better] < leastOnASide)
        return tooFew("answers", all.picking[better], leastOnASide, betterName);

    std::vector<Split> out;
    std::vector<double> pValues;
    for (std::size_t i = 0; i < all.picks.size(); ++i) {
        Strata strata;
        for (const auto &cell : table.cells())
            strata.add(
                static_cast<double>(cell.picks[i][worse]), static_cast<double>(cell.picking[worse]),
                static_cast<double>(cell.picks[i][better]),
                static_cast<double>(cell.picking[better]));
        Split split;
        split.criterion = i;
        split.worse = *proportion(all.picks[i][worse], all.picking[worse]);
        split.better = *proportion(all.picks[i][better], all.picking[better]);
        if (strata.enough()) {
            split.test = strata.test();
            pValues.push_back(split.test->pValue);
        }
        out.push_back(split);
    }
    const auto sure = adjusted(pValues);
    auto next = sure.begin();
    for (auto &split : out) {
        if (split.test)
            split.test->adjustedPValue = *next++;
    }
    return out;
}

} // namespace vouch::metrics
