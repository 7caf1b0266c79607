#pragma once

#include "core/base/json.h"
#include "core/checklist/definition.h"
#include "sync/server/api/store_view.h"

namespace vouch::server {

/// Johnson's relative weights, for a checklist that asks everybody to rate the same criteria; null
/// for any other. Ratings are in no counter: of some ten thousand records they are read, evenly.
Result<json::value> driverWeights(
    const StoreView &view, const std::vector<checklist::Checklist> &checklists,
    const StoreSet &stores, const ScoreQuery &query, const std::string &language);

} // namespace vouch::server
