#pragma once

#include "core/base/json.h"
#include "core/checklist/definition.h"
#include "sync/server/api/access.h"
#include "sync/server/api/selection.h"

/// What GET /api/v1/measurements tells of each kind of measurement.
namespace vouch::server {

/// One request while it is answered.
struct Measuring
{
    const StoreView &view;
    const Selection &selection;
    ScoreQuery query; ///< both days are set
    std::vector<checklist::Checklist> checklists;
    std::string language;
    Day lastClosed; ///< that is over in every store asked for
};

/// Everything but what says which days and marks it is of.
Result<json::object> measurementsJson(const Measuring &request, const Caller &caller);

} // namespace vouch::server
