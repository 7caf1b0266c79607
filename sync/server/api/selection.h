#pragma once

#include "sync/server/api/endpoint.h"

namespace vouch::server {

/// Which stores a request is about: what it asks for, within what its caller sees.
struct Selection
{
    std::optional<std::string> store;
    std::optional<std::string> region;
};

/// From the parameters `store` and `region`. Failure `not-found`, the same for what is not there
/// and for what the caller does not see.
Result<Selection> selectStores(const Store &store, const Exchange &exchange);

/// The business days of the parameters `from` and `to`, both included. Failure `request-malformed`.
struct DayRange
{
    std::optional<Day> from;
    std::optional<Day> to;
};
Result<DayRange> dayRange(const Exchange &exchange);

/// These parameters as an endpoint declares them.
Parameter storeParameter();
Parameter regionParameter();
Parameter fromParameter();
Parameter toParameter();

} // namespace vouch::server
