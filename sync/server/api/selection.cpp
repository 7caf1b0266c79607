#include "sync/server/api/selection.h"

#include "sync/protocol/codes.h"

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

Result<Selection> selectStores(const StoreView &view, const Exchange &exchange)
{
    auto store = exchange.parameter("store");
    auto region = exchange.parameter("region");
    auto stores = view.select(store, region);
    if (!stores)
        return stores.failure();
    return Selection{
        unlessEmpty(std::move(store)), unlessEmpty(std::move(region)), std::move(*stores)};
}

Result<DayRange> dayRange(const Exchange &exchange)
{
    const auto from = dayParameter(exchange, "from");
    if (!from)
        return from.failure();
    const auto to = dayParameter(exchange, "to");
    if (!to)
        return to.failure();
    return DayRange{*from, *to};
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
