#include "sync/server/api/selection.h"

#include "sync/protocol/codes.h"
#include "sync/server/store/store.h"

#include <algorithm>

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

Result<Selection> selectStores(const Store &store, const Exchange &exchange)
{
    const auto scope = exchange.caller.scope();
    const auto wantedStore = exchange.parameter("store");
    const auto wantedRegion = exchange.parameter("region");
    if (!wantedStore.empty()) {
        const auto info = store.findStore(wantedStore);
        if (!info)
            return info.failure();
        if (!*info || !scope.sees(**info))
            return Failure{std::string(code::notFound), "There is no such store.", "store"};
    }
    if (!wantedRegion.empty()) {
        const auto all = store.stores();
        if (!all)
            return all.failure();
        const bool seen = std::any_of(all->begin(), all->end(), [&](const StoreStatus &status) {
            return status.info.region == wantedRegion && scope.sees(status.info);
        });
        if (!seen)
            return Failure{std::string(code::notFound), "There is no such region.", "region"};
    }
    return Selection{
        unlessEmpty(wantedStore.empty() ? scope.store : wantedStore),
        unlessEmpty(wantedRegion.empty() ? scope.region : wantedRegion)};
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
    return {"region", "The stores of one region."};
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
