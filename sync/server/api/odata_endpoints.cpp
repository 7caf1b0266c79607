#include "sync/server/api/api_parts.h"

#include "sync/protocol/codes.h"
#include "sync/server/api/odata_body.h"
#include "sync/server/store/audit.h"

namespace vouch::server {

namespace {

using odata::EntitySet;

constexpr std::string_view rootPath = "/api/v1/odata";
constexpr std::string_view jsonType = "application/json;odata.metadata=minimal;charset=utf-8";

/// The service's address as the client wrote it: links must lead it back the same way.
std::string rootOf(const Exchange &exchange)
{
    const auto &request = exchange.request;
    const bool secure = request.secure || request.headers.value("X-Forwarded-Proto") == "https";
    return (secure ? "https://" : "http://") + std::string(request.headers.value("Host")) +
           std::string(rootPath);
}

http::Response asOData(http::Response response)
{
    response.headers.set("OData-Version", "4.0");
    response.headers.set("Cache-Control", "no-store");
    return response;
}

Result<http::Response> tellService(const Exchange &exchange)
{
    json::array sets;
    for (const auto &set : odata::entitySets())
        sets.push_back(json::object{{"name", set.name}, {"kind", "EntitySet"}, {"url", set.name}});
    return asOData(http::reply(
        200, jsonType,
        json::serialize(json::object{
            {"@odata.context", rootOf(exchange) + "/$metadata"}, {"value", std::move(sets)}})));
}

Result<http::Response> tellMetadata()
{
    return asOData(http::reply(200, "application/xml", odata::metadataXml()));
}

Result<const EntitySet *> setOf(const Exchange &exchange)
{
    const auto &name = exchange.request.parameters.at("set");
    if (const auto *set = odata::findEntitySet(name))
        return set;
    return Failure{
        std::string(protocol::code::notFound),
        "There is no such entity set. " + std::string(rootPath) + " names them all.", name};
}

/// Nothing leaves without a word of it in the log.
Result<void> noteReading(ApiParts &parts, const Exchange &exchange, const std::string &what)
{
    json::object detail;
    for (const char *name : {"$filter", "$select"})
        if (auto text = exchange.parameter(name); !text.empty())
            detail[name] = std::move(text);
    return parts.store.noteAudit(
        {audited::dataExport, "odata " + what, std::move(detail)}, exchange.caller.actor());
}

Result<http::Response> tellEntities(ApiParts &parts, const Exchange &exchange, bool onlyCount)
{
    const auto set = setOf(exchange);
    if (!set)
        return set.failure();
    auto query = odata::queryFrom(**set, exchange);
    if (!query)
        return query.failure();
    const auto view = exchange.view(parts.store);
    auto reader = odata::openEntities(*query, view, query->after);
    if (!reader)
        return reader.failure();
    odata::PageBody::Options options{
        rootOf(exchange), exchange.request.query, *exchange.caller.user, exchange.log, nullptr,
        onlyCount};
    if (query->withCount || onlyCount) {
        query->upTo = (*reader)->last(); // of one snapshot with the rows
        auto counted = odata::openEntities(*query, view, 0);
        if (!counted)
            return counted.failure();
        options.counted = std::move(*counted);
    }
    // Each reading once, with its first page.
    if (query->after == 0) {
        const auto noted = noteReading(parts, exchange, (*set)->name);
        if (!noted)
            return noted.failure();
    }
    auto body = std::make_shared<odata::PageBody>(
        std::move(*query), std::move(*reader), std::move(options));
    return asOData(http::stream(onlyCount ? "text/plain" : jsonType, std::move(body)));
}

/// "Responses(0193…)" or "Stores('s1')": one entity by its key.
Result<http::Response>
tellEntity(ApiParts &parts, const Exchange &exchange, const std::string &named)
{
    const Failure notFound{
        std::string(protocol::code::notFound), "There is no such entity.", named};
    const auto open = named.find('(');
    const auto *set = odata::findEntitySet(named.substr(0, open));
    if (!set || !named.ends_with(')') || set->key.size() != 1)
        return notFound;
    auto query = odata::queryFrom(*set, exchange);
    if (!query)
        return query.failure();
    const auto key = named.substr(open + 1, named.size() - open - 2);
    const auto filter = odata::Filter::parse(set->key.front() + " eq " + key, *set);
    if (!filter)
        return notFound;
    if (set->source == odata::Source::Responses) {
        const auto id = Uuid::parse(key);
        if (!id)
            return notFound;
        query->id = *id;
    }
    auto reader = odata::openEntities(*query, exchange.view(parts.store), 0);
    if (!reader)
        return reader.failure();
    std::string body;
    Cell cell;
    for (;;) {
        const auto more = (*reader)->next([&](const odata::Place &place, std::int64_t) {
            if (filter->matches(place))
                odata::appendEntity(body, place, query->select, cell);
        });
        if (!more)
            return more.failure();
        if (!*more)
            break;
    }
    if (body.empty())
        return notFound;
    if (const auto noted = noteReading(parts, exchange, named); !noted)
        return noted.failure();
    std::string context = "{\"@odata.context\":";
    appendJsonString(context, rootOf(exchange) + "/$metadata#" + set->name + "/$entity");
    return asOData(http::reply(200, jsonType, context + "," + body + "}"));
}

Endpoint feed(
    std::string path, std::string summary, std::vector<Parameter> parameters, Answer answer,
    std::function<Result<http::Response>(const Exchange &)> work)
{
    return {
        .method = "GET",
        .pattern = std::string(rootPath) + std::move(path),
        .summary = std::move(summary),
        .access = Access::forFeeds(),
        .parameters = std::move(parameters),
        .answers = {std::move(answer)},
        .problems = {404},
        .call = answering(std::move(work))};
}

std::vector<Parameter> setParameters()
{
    return {
        {"$filter", "eq ne gt ge lt le, in, and or not, contains startswith endswith, tolower."},
        {"$select", "Properties, with commas between them."},
        {"$top", "At most so many rows."},
        {"$skip", "Without the first so many rows."},
        {"$skiptoken", "The next page: as @odata.nextLink has it."},
        {"$count", "true: how many rows there are, without $top and $skip.", {"true", "false"}},
        {"$format", "json."},
        {"labels", "The language of texts that stand for codes: en, fa; else the codes."}};
}

} // namespace

void addODataEndpoints(ApiParts &parts, std::vector<Endpoint> &endpoints)
{
    for (const char *path : {"", "/"})
        endpoints.push_back(feed(
            path, "OData 4.0 for Excel, Power BI and others: the entity sets.",
            {{"$format", "json."}}, {200, std::string(jsonType), "ODataAnswer"}, tellService));
    endpoints.push_back(feed(
        "/$metadata", "What the feed holds, in CSDL.", {{"$format", "xml."}},
        {200, "application/xml", {}}, [](const Exchange &) { return tellMetadata(); }));
    endpoints.push_back(feed(
        "/{set}", "One page of an entity set: Responses, Answers, Stores, Labels.", setParameters(),
        {200, std::string(jsonType), "ODataAnswer"}, [&parts](const Exchange &exchange) {
            const auto &named = exchange.request.parameters.at("set");
            return named.find('(') == named.npos ? tellEntities(parts, exchange, false)
                                                 : tellEntity(parts, exchange, named);
        }));
    endpoints.push_back(feed(
        "/{set}/$count", "How many rows an entity set has.", {{"$filter", "As there."}},
        {200, "text/plain", {}},
        [&parts](const Exchange &exchange) { return tellEntities(parts, exchange, true); }));
}

} // namespace vouch::server
