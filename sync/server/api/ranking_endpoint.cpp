#include "core/metrics/ranking.h"
#include "sync/server/api/api_parts.h"
#include "sync/server/api/day_effects.h"
#include "sync/server/api/score_json.h"
#include "sync/server/api/selection.h"

namespace vouch::server {

namespace {

json::value pointsOrNull(const std::optional<double> &value)
{
    return value ? json::value(rounded(*value)) : json::value(nullptr);
}

json::value placeOrNull(const std::optional<int> &value)
{
    return value ? json::value(*value) : json::value(nullptr);
}

std::string_view wordOf(metrics::AgainstRegion against)
{
    switch (against) {
    case metrics::AgainstRegion::Above:
        return "above";
    case metrics::AgainstRegion::Below:
        return "below";
    case metrics::AgainstRegion::NotClear:
        break;
    }
    return "not-clear";
}

json::object rankedJson(const metrics::RankedStore &ranked, const ScoreRow &row)
{
    auto out = scoreJson(row.tally);
    out["key"] = row.key;
    out["drawn"] = pointsOrNull(ranked.shrunk);
    out["drawn_low"] = nullptr;
    out["drawn_high"] = nullptr;
    if (ranked.shrunkRange) {
        out["drawn_low"] = rounded(ranked.shrunkRange->low);
        out["drawn_high"] = rounded(ranked.shrunkRange->high);
    }
    out["place"] = placeOrNull(ranked.place);
    out["best_place"] = ranked.places ? json::value(ranked.places->best) : json::value(nullptr);
    out["worst_place"] = ranked.places ? json::value(ranked.places->worst) : json::value(nullptr);
    out["group"] = placeOrNull(ranked.group);
    out["against"] = wordOf(ranked.against);
    return out;
}

Result<http::Response> ranking(const ApiParts &parts, const Exchange &exchange)
{
    const auto view = exchange.view(parts.store);
    auto query = scoreQuery(view, exchange);
    if (!query)
        return query.failure();
    query->by = By::Store;
    const auto asOf = parts.clock.now();
    const auto rows = view.score(*query);
    if (!rows)
        return rows.failure();
    const auto effects = storeEffects(view, exchange, *query);
    if (!effects)
        return effects.failure();
    std::vector<metrics::StoreScores> scores;
    for (const auto &row : *rows) {
        const auto factor = effects->varianceFactors.find(row.key);
        scores.push_back(
            {row.tally, factor == effects->varianceFactors.end() ? 1 : factor->second});
    }
    const auto ranked = metrics::rank(scores, effects->between);
    json::array out;
    for (const auto &store : ranked.stores)
        out.push_back(rankedJson(store, rows->at(store.index)));
    return jsonReply(plainJson(json::object{
        {"rows", std::move(out)},
        {"pooled", scoreJson(ranked.pooled)},
        {"typical", pointsOrNull(ranked.typical)},
        {"as_of", formatUtc(asOf)}}));
}

} // namespace

void addRankingEndpoint(ApiParts &parts, std::vector<Endpoint> &endpoints)
{
    endpoints.push_back(
        {.method = "GET",
         .pattern = "/api/v1/ranking",
         .summary = "Stores in the order of their scores drawn towards the typical one, with the "
                    "places that each may have, and which cannot be told apart.",
         .access = Access::forUsers(Access::everyRole()),
         .parameters = scoreParameters(),
         .answers = {{200, "application/json", "Ranking"}},
         .problems = {404},
         .call = answering([&parts](const Exchange &e) { return ranking(parts, e); })});
}

} // namespace vouch::server
