#include "sync/server/api/api_parts.h"

#include "sync/server/api/coverage_json.h"
#include "sync/server/api/selection.h"

namespace vouch::server {

namespace {

json::array hoursJson(const WeekMinutes &week)
{
    json::array out;
    for (std::size_t day = 0; day < week.size(); ++day)
        for (std::size_t hour = 0; hour < week[day].size(); ++hour)
            if (const auto &minutes = week[day][hour]; minutes.open > 0)
                out.push_back(json::object{
                    {"weekday", day + 1}, {"hour", hour}, {"coverage", coverageJson(minutes)}});
    return out;
}

template <class Map, class KeyText> json::array keyedJson(const Map &parts, const KeyText &keyText)
{
    json::array out;
    for (const auto &[key, each] : parts)
        out.push_back(json::object{{"key", keyText(key)}, {"coverage", coverageJson(each)}});
    return out;
}

Result<http::Response> coverageOf(const ApiParts &parts, const Exchange &exchange)
{
    const auto view = exchange.view(parts.store);
    const auto selection = select(view, exchange);
    if (!selection)
        return selection.failure();
    const auto asOf = parts.clock.now();
    const auto read = CoverageReading::readByTouchpoint(view, exchange, selection->days);
    if (!read)
        return read.failure();
    const auto sum = read->sum();
    const auto itself = [](const std::string &key) { return key; };
    return jsonReply(plainJson(json::object{
        {"from", formatDay(*read->days().from)},
        {"to", formatDay(*read->days().to)},
        {"coverage", coverageJson(sum)},
        {"stores", keyedJson(read->stores(), itself)},
        {"days", keyedJson(sum.days, formatDay)},
        {"hours", hoursJson(sum.week)},
        {"touchpoints", keyedJson(sum.touchpoints, itself)},
        {"as_of", formatUtc(asOf)}}));
}

} // namespace

void addCoverageEndpoint(ApiParts &parts, std::vector<Endpoint> &endpoints)
{
    endpoints.push_back(
        {.method = "GET",
         .pattern = "/api/v1/coverage",
         .summary = "How much of the opening hours tablets could be answered in: all together, by "
                    "store, business day, weekday and hour, and touchpoint. Of the last of the "
                    "days asked for that can be read quickly.",
         .access = Access::forUsers(Access::everyRole()),
         .parameters =
             {storeParameter(),
              regionParameter(),
              {"touchpoint",
               "Days on which a tablet stood there: where most of its answers of the day were "
               "given."},
              fromParameter(),
              toParameter()},
         .answers = {{200, "application/json", "Coverages"}},
         .problems = {404},
         .call = answering([&parts](const Exchange &e) { return coverageOf(parts, e); })});
}

} // namespace vouch::server
