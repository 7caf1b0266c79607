#pragma once

#include "sync/server/api/report_reading.h"

namespace vouch::server {

/// What one report is about.
struct ReportReader::Scope
{
    std::vector<std::string> storeIds{}; ///< of a store
    std::optional<std::string> region{}; ///< of a region
    StoreSet stores;                     ///< what it comes to
    std::optional<int> target{};
    Presences presences{}; ///< what its tablets did in the month; filled in by read()
};

} // namespace vouch::server
