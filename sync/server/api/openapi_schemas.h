#pragma once

#include <string_view>

namespace vouch::server {

/// The JSON of OpenAPI's components/schemas: what the bodies of the contract hold.
std::string_view openapiSchemas();

} // namespace vouch::server
