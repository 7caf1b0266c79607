#pragma once

#include "core/base/json.h"
#include "sync/server/api/reason_lists.h"

namespace vouch::server {

/// What goes with the score, as the endpoint tells it: each part has its rows, or why it is
/// refused.
json::object driversJson(const metrics::PickTable &table, const ReasonLists &lists);

/// Why a figure is not given: {code, message, where, have, need}; the numbers of what there is too
/// little of, else null.
json::object refusalJson(const Failure &why);
/// A part that is not given: {"refused": refusalJson(why), "rows": []}.
json::object refusedPart(const Failure &why);
/// One that is: {"refused": null, "rows": rows}.
json::object givenPart(json::array rows);
/// A p-value with at most six decimals.
double sixDecimals(double value);

} // namespace vouch::server
