#pragma once

#include "sync/server/api/endpoint.h"

namespace vouch::server {

/// OpenAPI 3.1 of exactly these endpoints, but for the files of the page.
std::string openapiDocument(const std::vector<Endpoint> &endpoints);

} // namespace vouch::server
