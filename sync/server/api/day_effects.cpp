#include "sync/server/api/day_effects.h"

namespace vouch::server {

namespace {

constexpr std::chrono::days eightWeeks(56);
/// Rows read: a chain of a thousand stores is seen over eight weeks, a larger one over less.
constexpr std::int64_t mostRows = 56'000;

/// Where the period that is asked for begins, within the days that are read.
struct EffectWindow
{
    Day first;
    Day last;
};

/// Makes `query` ask for the days that are read.
Result<EffectWindow> windowOf(const StoreView &view, const Exchange &exchange, ScoreQuery &query)
{
    const auto last = lastDays(view, exchange, {std::nullopt, query.to}, mostRows);
    if (!last)
        return last.failure();
    const auto asked = query.from;
    query.to = *last->to;
    query.from = std::max(*last->from, *last->to - (eightWeeks - std::chrono::days(1)));
    query.by = By::Day;
    return EffectWindow{std::max(*query.from, asked.value_or(*query.from)), *query.to};
}

} // namespace

Result<metrics::DayEffect>
pooledEffect(const StoreView &view, const Exchange &exchange, ScoreQuery query)
{
    const auto window = windowOf(view, exchange, query);
    if (!window)
        return window.failure();
    const auto rows = view.seriesDays(query);
    if (!rows)
        return rows.failure();
    std::map<Day, metrics::Tally> sums;
    for (const auto &row : *rows)
        sums[row.day] += row.tally;
    std::vector<metrics::DayTally> days;
    for (const auto &[day, tally] : sums)
        days.push_back({day, tally});
    return metrics::dayEffect(days, window->first, window->last);
}

Result<StoreEffects> storeEffects(const StoreView &view, const Exchange &exchange, ScoreQuery query)
{
    const auto window = windowOf(view, exchange, query);
    if (!window)
        return window.failure();
    const auto stores = view.storeDays(query);
    if (!stores)
        return stores.failure();
    std::vector<std::vector<metrics::DayTally>> shops;
    for (const auto &[store, days] : *stores)
        shops.push_back(days);
    const auto effects = metrics::shopEffects(shops, window->first, window->last);
    StoreEffects out{effects.between, {}};
    auto factor = effects.varianceFactors.begin();
    for (const auto &[store, days] : *stores)
        out.varianceFactors[store] = *factor++;
    return out;
}

} // namespace vouch::server
