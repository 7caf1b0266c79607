#include "sync/server/api/api_parts.h"

#include "sync/server/api/driver_weights.h"
#include "sync/server/api/drivers_json.h"
#include "sync/server/api/export_labels.h"
#include "sync/server/api/score_json.h"
#include "sync/server/api/selection.h"

namespace vouch::server {

namespace {

Result<http::Response> drivers(const ApiParts &parts, const Exchange &exchange)
{
    const auto view = exchange.view(parts.store);
    auto query = scoreQuery(view, exchange);
    if (!query)
        return query.failure();
    const auto selection = select(view, exchange);
    if (!selection)
        return selection.failure();
    const auto days = lastDays(view, exchange, {query->from, query->to}, mostCountedDays);
    if (!days)
        return days.failure();
    query->from = days->from;
    query->to = days->to;
    const auto versions = view.checklists();
    if (!versions)
        return versions.failure();
    const auto asOf = parts.clock.now();
    const auto checklists = readChecklists(*versions);
    auto language = exchange.parameter("language");
    if (language.empty())
        language = "en";
    const ReasonLists lists(checklists, language);
    const auto counted = view.weeklyTraits(*query, ReasonLists::questions(), std::chrono::Monday);
    if (!counted)
        return counted.failure();
    auto weights = driverWeights(view, checklists, selection->stores, *query, language);
    if (!weights)
        return weights.failure();
    auto out = driversJson(lists.tableOf(*counted), lists);
    out["meaning"] = "association, not cause";
    out["relative_weights"] = std::move(*weights);
    out["from"] = formatDay(*days->from);
    out["to"] = formatDay(*days->to);
    out["marked"] = query->withMarked ? "include" : "exclude";
    out["as_of"] = formatUtc(asOf);
    return jsonReply(plainJson(out));
}

} // namespace

void addDriversEndpoint(ApiParts &parts, std::vector<Endpoint> &endpoints)
{
    endpoints.push_back(
        {.method = "GET",
         .pattern = "/api/v1/drivers",
         .summary = "What goes with the score: reasons by how often they are named, liked less "
                    "improve, what goes with 0-6 and with 9, over store-weeks; relative weights "
                    "for a checklist that asks everybody for ratings. Association, never cause; "
                    "each part may be refused with the reason. Of the last of the days asked for "
                    "that can be read quickly.",
         .access = Access::forUsers(Access::everyRole()),
         .parameters =
             scoreParameters({{"language", "Of the criteria's names, as en or fa; else English."}}),
         .answers = {{200, "application/json", "Drivers"}},
         .problems = {404},
         .call = answering([&parts](const Exchange &e) { return drivers(parts, e); })});
}

} // namespace vouch::server
