#include "sync/server/api/api_parts.h"

#include "sync/server/api/export_labels.h"
#include "sync/server/api/measurement_parts.h"

#include <algorithm>

namespace vouch::server {

namespace {

Result<Day> lastClosedDay(const StoreView &view, const StoreSet &asked)
{
    const auto stores = view.stores();
    if (!stores)
        return stores.failure();
    auto open = Day::max();
    for (const auto &store : *stores)
        if (asked.contains(store.info.id))
            open = std::min(open, store.today);
    return open == Day::max() ? Day() : open - std::chrono::days(1);
}

Result<http::Response> measurements(const ApiParts &parts, const Exchange &exchange)
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
    const auto lastClosed = lastClosedDay(view, selection->stores);
    if (!lastClosed)
        return lastClosed.failure();
    auto language = exchange.parameter("language");
    const auto asOf = parts.clock.now();
    const Measuring request{
        view,
        *selection,
        std::move(*query),
        readChecklists(*versions),
        language.empty() ? "en" : std::move(language),
        *lastClosed};
    auto out = measurementsJson(request, exchange.caller);
    if (!out)
        return out.failure();
    (*out)["from"] = formatDay(*request.query.from);
    (*out)["to"] = formatDay(*request.query.to);
    (*out)["marked"] = request.query.withMarked ? "include" : "exclude";
    (*out)["as_of"] = formatUtc(asOf);
    return jsonReply(plainJson(*out));
}

std::vector<Parameter> measurementParameters()
{
    auto out =
        scoreParameters({{"language", "Of questions and names, as en or fa; else English."}});
    for (auto &each : out)
        if (each.name == "checklist")
            each.description = "One checklist's id: it alone, and what single answers tell of it "
                               "(WoMI, competitors), which are not read without its name.";
    return out;
}

} // namespace

void addMeasurementsEndpoint(ApiParts &parts, std::vector<Endpoint> &endpoints)
{
    endpoints.push_back(
        {.method = "GET",
         .pattern = "/api/v1/measurements",
         .summary = "What checklists measure beside the score of a purchase: the relational index "
                    "by quarters that are over, employees by whole weeks, partners, CSAT, CES, "
                    "WoMI and the competitor probe. Each by checklist and series, never pooled.",
         .access = Access::forUsers(Access::everyRole()),
         .parameters = measurementParameters(),
         .answers = {{200, "application/json", "Measurements"}},
         .problems = {404},
         .call = answering([&parts](const Exchange &e) { return measurements(parts, e); })});
}

} // namespace vouch::server
