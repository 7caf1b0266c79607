#include "sync/server/api/api_parts.h"

#include "sync/server/api/coverage_json.h"
#include "sync/server/api/entity_tag.h"
#include "sync/server/api/paging.h"
#include "sync/server/api/problem.h"
#include "sync/server/api/score_json.h"
#include "sync/server/api/selection.h"

namespace vouch::server {

namespace {

json::value
coverageOfRow(const CoverageReading &coverage, const ScoreQuery &query, const ScoreRow &row)
{
    if (query.by == By::None)
        return coverageJson(coverage.sum());
    const auto found = coverage.stores().find(row.key);
    return found == coverage.stores().end() ? json::value(nullptr) : coverageJson(found->second);
}

Result<http::Response> scores(const ApiParts &parts, const Exchange &exchange)
{
    const auto view = exchange.view(parts.store);
    auto query = scoreQuery(view, exchange);
    if (!query)
        return query.failure();
    query->calendar = calendarFrom(exchange.parameter("calendar"));
    const auto chain = view.chainSettings();
    if (!chain)
        return chain.failure();
    const auto asOf = parts.clock.now();
    const auto rows = view.score(*query);
    if (!rows)
        return rows.failure();
    std::optional<CoverageReading> coverage;
    if (exchange.parameter("coverage") == "include" &&
        (query->by == By::None || query->by == By::Store)) {
        auto read = CoverageReading::read(view, exchange, {query->from, query->to});
        if (!read)
            return read.failure();
        coverage = std::move(*read);
    }
    json::array out;
    for (const auto &row : *rows) {
        json::object each{{"key", row.key}};
        if (coverage)
            each["coverage"] = coverageOfRow(*coverage, *query, row);
        for (auto &member : scoreJson(row.tally))
            each[member.key()] = std::move(member.value());
        each["histogram"] = json::array(row.tally.histogram.begin(), row.tally.histogram.end());
        out.push_back(std::move(each));
    }
    json::object answer{
        {"rows", std::move(out)},
        {"official", chain->unmarkedIsOfficial ? "unmarked" : "all"},
        {"marked", query->withMarked ? "include" : "exclude"}};
    if (coverage) {
        answer["coverage_from"] = formatDay(*coverage->days().from);
        answer["coverage_to"] = formatDay(*coverage->days().to);
    }
    if (query->by == By::Week)
        answer["week_start"] = vouch::toText(chain->weekStart);
    if (query->by == By::Month)
        answer["calendar"] = toText(query->calendar.value_or(chain->calendar));
    // The tag is of what was counted: `as_of` alone is no news.
    const auto tag = entityTag(json::serialize(answer));
    answer["as_of"] = formatUtc(asOf);
    return conditional(exchange.request, tag, jsonReply(plainJson(answer)));
}

Result<http::Response> storeList(const ApiParts &parts, const Exchange &exchange)
{
    const auto wanted = pageRequest(exchange);
    if (!wanted)
        return wanted.failure();
    auto all = exchange.view(parts.store).stores();
    if (!all)
        return all.failure();
    const auto page =
        pageOf(*wanted, std::move(*all), [](const StoreStatus &each) { return each.info.id; });
    json::array out;
    for (const auto &status : page.rows) {
        json::object each{{"id", status.info.id},         {"name", status.info.name},
                          {"region", status.info.region}, {"timezone", status.info.timezone},
                          {"last_answer", nullptr},       {"today", formatDay(status.today)},
                          {"target_nps", nullptr}};
        if (status.info.targetNps)
            each["target_nps"] = *status.info.targetNps;
        if (status.lastAnswer)
            each["last_answer"] = formatUtc(*status.lastAnswer);
        out.push_back(std::move(each));
    }
    return jsonReply(
        json::serialize(json::object{{"stores", std::move(out)}, {"next", page.nextJson()}}));
}

Result<http::Response> regionList(const ApiParts &parts, const Exchange &exchange)
{
    const auto wanted = pageRequest(exchange);
    if (!wanted)
        return wanted.failure();
    auto all = exchange.view(parts.store).regions();
    if (!all)
        return all.failure();
    const auto page = pageOf(*wanted, std::move(*all), [](const Region &each) { return each.id; });
    json::array out;
    for (const auto &region : page.rows)
        out.push_back(json::object{
            {"id", region.id},
            {"name", region.name},
            {"parent", region.parent.empty() ? json::value(nullptr) : json::value(region.parent)}});
    return jsonReply(
        json::serialize(json::object{{"regions", std::move(out)}, {"next", page.nextJson()}}));
}

/// Whether the same caller would be let in again and see the same. Trouble in reading says nothing.
std::function<bool()> stillMay(const ApiParts &parts, const Exchange &exchange)
{
    http::Request again;
    again.method = "GET";
    for (const char *name : {"Authorization", "Cookie"})
        if (const auto *value = exchange.request.headers.find(name))
            again.headers.set(name, *value);
    return [&store = std::as_const(parts.store), again, sees = exchange.caller.sees()] {
        const auto caller = admit(store, again, Access::forDeviceAndUsers());
        if (!caller)
            return statusOf(caller.failure().code) >= 500;
        return caller->sees() == sees;
    };
}

Result<http::Response> watch(ApiParts &parts, const Exchange &exchange)
{
    auto selection = select(exchange.view(parts.store), exchange);
    if (!selection)
        return selection.failure();
    const auto &caller = exchange.caller;
    const auto who = caller.sessionToken.empty()
                         ? std::string(exchange.request.headers.value("Authorization"))
                         : caller.sessionToken;
    const auto topic =
        parts.feed.watch(who, std::move(selection->stores), stillMay(parts, exchange));
    if (!topic)
        return topic.failure();
    return http::events(parts.feed.hub(), *topic);
}

} // namespace

void addScoreEndpoints(ApiParts &parts, std::vector<Endpoint> &endpoints)
{
    endpoints.push_back(
        {.method = "GET",
         .pattern = "/api/v1/nps",
         .summary = "Score, interval, shares and histogram from the counters.",
         .access = Access::forDeviceAndUsers(),
         .parameters = scoreParameters(
             {{"by",
               "One row for each; a week's key is its first day, which the chain sets.",
               {"none", "hour", "day", "week", "month", "store"}},
              {"coverage",
               "With by=none or store: minutes in which a shopper could have answered of those "
               "open, beside each score.",
               {"include", "exclude"}},
              {"calendar",
               "Whose months by=month has. Without it: the chain's, which the answer names.",
               {"gregorian", "jalali"}}}),
         .answers = {{200, "application/json", "Scores"}, {304, {}, {}}},
         .problems = {404},
         .call = answering([&parts](const Exchange &e) { return scores(parts, e); })});
    endpoints.push_back(
        {.method = "GET",
         .pattern = "/api/v1/stores",
         .summary = "The stores that the caller sees.",
         .access = Access::forUsers(Access::everyRole()),
         .parameters = {limitParameter(), afterParameter()},
         .answers = {{200, "application/json", "Stores"}, {304, {}, {}}},
         .call = answering([&parts](const Exchange &e) { return storeList(parts, e); })});
    endpoints.push_back(
        {.method = "GET",
         .pattern = "/api/v1/regions",
         .summary = "The regions that the caller was given, and those of the stores that they see.",
         .access = Access::forUsers(Access::everyRole()),
         .parameters = {limitParameter(), afterParameter()},
         .answers = {{200, "application/json", "Regions"}, {304, {}, {}}},
         .call = answering([&parts](const Exchange &e) { return regionList(parts, e); })});
    endpoints.push_back(
        {.method = "GET",
         .pattern = "/api/v1/events",
         .summary = "Server-sent events: a store's state of today at once and whenever it changes. "
                    "Over several stores: of the one that changed last; read the others anew. "
                    "An event named `alive` without data says only that the stream still stands.",
         .access = Access::forDeviceAndUsers(),
         .parameters = {storeParameter(), regionParameter()},
         .answers = {{200, "text/event-stream", "StoreEvent"}},
         .problems = {404},
         .call = answering([&parts](const Exchange &e) { return watch(parts, e); })});
}

} // namespace vouch::server
