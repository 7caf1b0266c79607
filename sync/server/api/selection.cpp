#include "sync/server/api/selection.h"

#include "sync/protocol/codes.h"

#include <algorithm>
#include <iterator>

namespace vouch::server {

namespace {

namespace code = protocol::code;

std::optional<std::string> unlessEmpty(std::string text)
{
    if (text.empty())
        return std::nullopt;
    return text;
}

Result<std::optional<Day>> dayParameter(const Exchange &exchange, const std::string &name)
{
    const auto text = exchange.parameter(name);
    if (text.empty())
        return std::optional<Day>();
    const auto day = parseDay(text);
    if (!day)
        return Failure{std::string(code::malformed), day.failure().message, name};
    return std::optional<Day>(*day);
}

} // namespace

Result<Selection> select(const StoreView &view, const Exchange &exchange)
{
    auto store = exchange.parameter("store");
    auto region = exchange.parameter("region");
    auto stores = view.select(store, region);
    if (!stores)
        return stores.failure();
    const auto from = dayParameter(exchange, "from");
    if (!from)
        return from.failure();
    const auto to = dayParameter(exchange, "to");
    if (!to)
        return to.failure();
    return Selection{
        unlessEmpty(std::move(store)),
        unlessEmpty(std::move(region)),
        std::move(*stores),
        {*from, *to}};
}

Result<DayRange> lastDays(
    const StoreView &view, const Exchange &exchange, const DayRange &asked,
    std::int64_t mostStoreDays)
{
    constexpr std::int64_t leastDays = 28, mostDays = 3'647;
    const auto selection = select(view, exchange);
    if (!selection)
        return selection.failure();
    const auto stores = view.stores();
    if (!stores)
        return stores.failure();
    std::int64_t count = 0;
    Day today{};
    for (const auto &store : *stores) {
        if (!selection->stores.contains(store.info.id))
            continue;
        ++count;
        today = std::max(today, store.today);
    }
    const auto to = std::min(asked.to.value_or(today), today);
    const auto most =
        std::clamp(mostStoreDays / std::max<std::int64_t>(count, 1) / 7 * 7, leastDays, mostDays);
    const auto least = to - std::chrono::days(most - 1);
    return DayRange{std::max(asked.from.value_or(least), least), to};
}

Result<ScoreQuery> scoreQuery(const StoreView &view, const Exchange &exchange)
{
    auto selection = select(view, exchange);
    if (!selection)
        return selection.failure();
    ScoreQuery query;
    if (selection->store)
        query.stores = {*selection->store};
    query.region = std::move(selection->region);
    if (const auto checklist = exchange.parameter("checklist"); !checklist.empty())
        query.checklist = checklist;
    if (const auto touchpoint = exchange.parameter("touchpoint"); !touchpoint.empty())
        query.touchpoint = touchpoint;
    query.from = selection->days.from;
    query.to = selection->days.to;
    const auto chain = view.chainSettings();
    if (!chain)
        return chain.failure();
    const auto marked = exchange.parameter("marked");
    query.withMarked = marked.empty() ? !chain->unmarkedIsOfficial : marked == "include";
    query.by = byFrom(exchange.parameter("by")).value_or(By::None);
    return query;
}

std::vector<Parameter> scoreParameters(std::vector<Parameter> more)
{
    std::vector<Parameter> out{
        storeParameter(),
        regionParameter(),
        {"checklist", "One checklist's id (no csat, no ces). Without it: transactional ones."},
        {"touchpoint", "Where it was asked."},
        fromParameter(),
        toParameter(),
        {"marked",
         "Answers with quality marks. Without it: as the chain's official score has them.",
         {"include", "exclude"}}};
    std::move(more.begin(), more.end(), std::back_inserter(out));
    return out;
}

Parameter storeParameter()
{
    return {"store", "One store's id. Without it: all that the caller sees."};
}

Parameter regionParameter()
{
    return {"region", "The stores of one region and of all below it."};
}

Parameter fromParameter()
{
    return {"from", "First business day, 2026-11-01; included."};
}

Parameter toParameter()
{
    return {"to", "Last business day, 2026-11-30; included."};
}

} // namespace vouch::server
