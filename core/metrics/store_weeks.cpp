#include "core/metrics/store_weeks.h"

#include "core/metrics/false_discovery.h"
#include "core/metrics/probability.h"
#include "core/metrics/refusal.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace vouch::metrics {

namespace {

using Cells = std::vector<const PickCell *>;

Cells enoughAnswers(const PickTable &table, PickList list)
{
    Cells out;
    for (const auto &cell : table.cells()) {
        if (cell.scored.sum() >= leastScoredInCell && cell.picking.of(list) >= leastPickingInCell)
            out.push_back(&cell);
    }
    return out;
}

/// Stores and weeks of one cell explain it wholly: without them until none is left.
void dropSingles(Cells &cells)
{
    for (std::size_t before = cells.size() + 1; cells.size() != before;) {
        before = cells.size();
        std::map<std::size_t, int> stores;
        std::map<int, int> weeks;
        for (const auto *cell : cells) {
            ++stores[cell->store];
            ++weeks[cell->week];
        }
        std::erase_if(cells, [&](const PickCell *cell) {
            return stores[cell->store] < 2 || weeks[cell->week] < 2;
        });
    }
}

/// Cells by the dense numbers of their store and week.
struct Panel
{
    std::vector<std::size_t> store, week;
    std::size_t stores = 0;
    std::size_t weeks = 0;

    explicit Panel(const Cells &cells)
    {
        std::map<std::size_t, std::size_t> storeAt;
        std::map<int, std::size_t> weekAt;
        for (const auto *cell : cells) {
            store.push_back(storeAt.try_emplace(cell->store, storeAt.size()).first->second);
            week.push_back(weekAt.try_emplace(cell->week, weekAt.size()).first->second);
        }
        stores = storeAt.size();
        weeks = weekAt.size();
    }

    /// Takes the means of stores and weeks out, in turn until nothing moves.
    void within(std::vector<double> &values) const
    {
        constexpr int rounds = 1000;
        for (int round = 0; round < rounds; ++round) {
            if (without(values, store, stores) + without(values, week, weeks) < 1e-10)
                return;
        }
    }

    /// The greatest mean that was taken out.
    static double
    without(std::vector<double> &values, const std::vector<std::size_t> &group, std::size_t groups)
    {
        std::vector<double> mean(groups);
        std::vector<double> count(groups);
        for (std::size_t i = 0; i < values.size(); ++i) {
            mean[group[i]] += values[i];
            count[group[i]] += 1;
        }
        double greatest = 0;
        for (std::size_t i = 0; i < groups; ++i) {
            mean[i] /= count[i];
            greatest = std::max(greatest, std::abs(mean[i]));
        }
        for (std::size_t i = 0; i < values.size(); ++i)
            values[i] -= mean[group[i]];
        return greatest;
    }
};

double scoreOf(const PickCell &cell)
{
    const auto &scored = cell.scored;
    return points *
           static_cast<double>(scored[Band::Nine] + scored[Band::Ten] - scored[Band::Detractor]) /
           static_cast<double>(scored.sum());
}

double dot(const std::vector<double> &a, const std::vector<double> &b)
{
    double sum = 0;
    for (std::size_t i = 0; i < a.size(); ++i)
        sum += a[i] * b[i];
    return sum;
}

/// `shares` and `scores` less their means. Undefined when the shares never change.
std::optional<StoreWeekAssociation>
associate(const std::vector<double> &shares, const std::vector<double> &scores, double degrees)
{
    const double spread = dot(shares, shares);
    const double scatter = dot(scores, scores);
    if (spread < 1e-12 || scatter < 1e-9)
        return std::nullopt;
    constexpr double step = 0.1; // ten percentage points
    StoreWeekAssociation out;
    const double product = dot(shares, scores);
    const double slope = product / spread;
    const double left = std::max(0.0, scatter - slope * product);
    const double error = std::sqrt(left / degrees / spread);
    const double half = studentQuantile(0.05, degrees) * error;
    out.correlation = product / std::sqrt(spread * scatter);
    out.slope = step * slope;
    out.low = step * (slope - half);
    out.high = step * (slope + half);
    out.pValue = error > 0 ? studentTwoSided(slope / error, degrees) : 0;
    return out;
}

} // namespace

Result<StoreWeeks> storeWeeks(const PickTable &table, PickList list)
{
    Cells cells = enoughAnswers(table, list);
    dropSingles(cells);
    const Panel panel(cells);
    const auto number = [](std::size_t value) { return static_cast<std::int64_t>(value); };
    if (panel.stores < leastStores)
        return tooFew("stores", number(panel.stores), number(leastStores));
    if (panel.weeks < leastWeeks)
        return tooFew("weeks", number(panel.weeks), number(leastWeeks));
    if (cells.size() < leastStoreWeeks)
        return tooFew("store weeks", number(cells.size()), number(leastStoreWeeks));

    StoreWeeks out{panel.stores, panel.weeks, cells.size(), {}};
    std::vector<double> scores;
    for (const auto *cell : cells)
        scores.push_back(scoreOf(*cell));
    panel.within(scores);
    const double degrees =
        static_cast<double>(cells.size()) - static_cast<double>(panel.stores + panel.weeks);
    std::vector<double> pValues;
    for (std::size_t i = 0; i < table.criteria().size(); ++i) {
        std::vector<double> shares;
        for (const auto *cell : cells)
            shares.push_back(
                static_cast<double>(cell->picks[i].of(list)) /
                static_cast<double>(cell->picking.of(list)));
        panel.within(shares);
        auto found = associate(shares, scores, degrees);
        if (!found)
            continue;
        found->criterion = i;
        pValues.push_back(found->pValue);
        out.criteria.push_back(*found);
    }
    const auto sure = adjustedForAnyDependence(pValues);
    for (std::size_t i = 0; i < sure.size(); ++i)
        out.criteria[i].adjustedPValue = sure[i];
    return out;
}

} // namespace vouch::metrics
