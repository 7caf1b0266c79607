#pragma once

#include <string_view>

namespace vouch::server {

/// The JSON of OpenAPI's components/schemas: what the bodies of the contract hold.
std::string_view openapiSchemas();
/// The others: of what tablets call.
std::string_view tabletSchemas();
/// Of the chain's structure and what is brought in.
std::string_view structureSchemas();
/// Of drivers, funnel and coverage.
std::string_view driverSchemas();
/// Of measurements beside the score of a purchase.
std::string_view measurementSchemas();

} // namespace vouch::server
