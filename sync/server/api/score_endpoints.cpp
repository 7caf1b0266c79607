#include "sync/server/api/api_parts.h"

#include "sync/protocol/codes.h"
#include "sync/server/api/score_json.h"
#include "sync/server/api/selection.h"

namespace vouch::server {

namespace {

namespace code = protocol::code;

Result<ScoreQuery> queryOf(const Store &store, const Exchange &exchange)
{
    auto selection = selectStores(store, exchange);
    if (!selection)
        return selection.failure();
    const auto days = dayRange(exchange);
    if (!days)
        return days.failure();
    ScoreQuery query;
    if (selection->store)
        query.stores = {*selection->store};
    query.region = std::move(selection->region);
    if (const auto checklist = exchange.parameter("checklist"); !checklist.empty())
        query.checklist = checklist;
    if (const auto touchpoint = exchange.parameter("touchpoint"); !touchpoint.empty())
        query.touchpoint = touchpoint;
    query.from = days->from;
    query.to = days->to;
    query.withMarked = exchange.parameter("marked") != "exclude";
    query.by = byFrom(exchange.parameter("by")).value_or(By::None);
    return query;
}

Result<http::Response> scores(const ApiParts &parts, const Exchange &exchange)
{
    const auto query = queryOf(parts.store, exchange);
    if (!query)
        return query.failure();
    const auto asOf = parts.clock.now();
    const auto rows = parts.store.score(*query);
    if (!rows)
        return rows.failure();
    json::array out;
    for (const auto &row : *rows) {
        json::object each{{"key", row.key}};
        for (auto &member : scoreJson(row.tally))
            each[member.key()] = std::move(member.value());
        each["histogram"] = json::array(row.tally.histogram.begin(), row.tally.histogram.end());
        out.push_back(std::move(each));
    }
    return jsonReply(plainJson(json::object{{"rows", std::move(out)}, {"as_of", formatUtc(asOf)}}));
}

Result<http::Response> storeList(const ApiParts &parts, const Exchange &exchange)
{
    const auto all = parts.store.stores();
    if (!all)
        return all.failure();
    const auto scope = exchange.caller.scope();
    json::array out;
    for (const auto &status : *all) {
        if (!scope.sees(status.info))
            continue;
        json::object each{{"id", status.info.id},         {"name", status.info.name},
                          {"region", status.info.region}, {"timezone", status.info.timezone},
                          {"last_answer", nullptr},       {"today", formatDay(status.today)}};
        if (status.lastAnswer)
            each["last_answer"] = formatUtc(*status.lastAnswer);
        out.push_back(std::move(each));
    }
    return jsonReply(json::serialize(json::object{{"stores", std::move(out)}}));
}

Result<http::Response> watch(ApiParts &parts, const Exchange &exchange)
{
    const auto selection = selectStores(parts.store, exchange);
    if (!selection)
        return selection.failure();
    std::string topic;
    Result<void> ready;
    if (selection->store) {
        const auto info = parts.store.findStore(*selection->store);
        if (!info)
            return info.failure();
        if (!*info)
            return Failure{std::string(code::notFound), "There is no such store.", "store"};
        topic = StateFeed::storeTopic(*selection->store);
        ready = parts.feed.refresh(**info);
    } else {
        topic = selection->region ? StateFeed::regionTopic(*selection->region)
                                  : StateFeed::chainTopic();
        ready = parts.feed.prime(topic, {{}, selection->region.value_or("")});
    }
    if (!ready)
        return ready.failure();
    return http::events(parts.feed.hub(), topic);
}

} // namespace

void addScoreEndpoints(ApiParts &parts, std::vector<Endpoint> &endpoints)
{
    endpoints.push_back(
        {.method = "GET",
         .pattern = "/api/v1/nps",
         .summary = "Score, interval, shares and histogram from the counters.",
         .access = Access::forDeviceAndUsers(),
         .parameters =
             {storeParameter(),
              regionParameter(),
              {"checklist",
               "One checklist's id (no csat, no ces). Without it: transactional ones."},
              {"touchpoint", "Where it was asked."},
              fromParameter(),
              toParameter(),
              {"by", "One row for each.", {"none", "hour", "day", "week", "month", "store"}},
              {"marked", "Answers with quality marks.", {"include", "exclude"}}},
         .answers = {{200, "application/json", "Scores"}},
         .problems = {404},
         .call = answering([&parts](const Exchange &e) { return scores(parts, e); })});
    endpoints.push_back(
        {.method = "GET",
         .pattern = "/api/v1/stores",
         .summary = "The stores that the caller sees.",
         .access = Access::forUsers(Access::everyRole()),
         .answers = {{200, "application/json", "Stores"}},
         .call = answering([&parts](const Exchange &e) { return storeList(parts, e); })});
    endpoints.push_back(
        {.method = "GET",
         .pattern = "/api/v1/events",
         .summary = "Server-sent events: a store's state of today at once and whenever it changes. "
                    "Over several stores: of the one that changed last; read the others anew.",
         .access = Access::forDeviceAndUsers(),
         .parameters = {storeParameter(), regionParameter()},
         .answers = {{200, "text/event-stream", "StoreEvent"}},
         .problems = {404},
         .call = answering([&parts](const Exchange &e) { return watch(parts, e); })});
}

} // namespace vouch::server
