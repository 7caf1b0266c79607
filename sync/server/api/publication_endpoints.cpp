#include "sync/server/api/api_parts.h"

#include "sync/protocol/codes.h"
#include "sync/server/api/device_json.h"

#include <charconv>

namespace vouch::server {

namespace {

namespace code = protocol::code;

constexpr std::uint64_t publicationBody = 1024 * 1024; ///< a theme may hold pictures
constexpr std::size_t publicationsAPage = 100;

std::optional<std::int64_t> publicationNumber(const std::string &text)
{
    std::int64_t out = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), out);
    const bool isWhole = read.ec == std::errc() && read.ptr == text.data() + text.size();
    return isWhole && out > 0 && out < maxSafeInteger ? std::optional(out) : std::nullopt;
}

Result<http::Response> listPublications(const ApiParts &parts, const Exchange &exchange)
{
    PublicationQuery query;
    query.limit = publicationsAPage;
    if (const auto before = exchange.parameter("before"); !before.empty()) {
        query.before = publicationNumber(before);
        if (!query.before)
            return Failure{
                std::string(code::malformed), "This must be what an answer gave as `next`.",
                "before"};
    }
    const auto page = parts.store.publications(query);
    if (!page)
        return page.failure();
    json::array out;
    for (const auto &each : page->publications)
        out.push_back(publicationJson(each));
    return jsonReply(json::serialize(json::object{
        {"publications", std::move(out)},
        {"next", page->next ? json::value(*page->next) : json::value(nullptr)}}));
}

Result<http::Response> made(const Result<std::int64_t> &number)
{
    if (!number)
        return number.failure();
    return jsonReply(json::serialize(json::object{{"number", *number}}), 201);
}

Result<http::Response> publish(ApiParts &parts, const Exchange &exchange)
{
    const auto parsed = parseJson(exchange.request.body);
    const auto *body = parsed ? parsed->if_object() : nullptr;
    if (!body)
        return Failure{std::string(code::malformed), "Send a JSON object.", {}};
    const auto wanted = newPublicationFrom(*body);
    if (!wanted)
        return wanted.failure();
    return made(parts.store.publish(*wanted, exchange.caller.actor()));
}

Result<http::Response> listChecklists(const StoreView &view)
{
    const auto all = view.checklists();
    if (!all)
        return all.failure();
    json::array out;
    for (const auto &each : *all)
        out.push_back(json::object{
            {"id", each.id},
            {"version", each.version},
            {"published_at",
             each.publishedAt ? json::value(formatUtc(*each.publishedAt)) : json::value(nullptr)}});
    return jsonReply(json::serialize(json::object{{"checklists", std::move(out)}}));
}

using Step = Result<std::int64_t> (Store::*)(std::int64_t, const Actor &);

Endpoint stepping(ApiParts &parts, const char *action, const char *summary, Step step)
{
    return {
        .method = "POST",
        .pattern = std::string("/api/v1/publications/{number}/") + action,
        .summary = summary,
        .access = Access::forAdministrators(),
        .answers = {{201, "application/json", "Published"}},
        .problems = {404, 409},
        .call = answering([&parts, step](const Exchange &exchange) -> Result<http::Response> {
            const auto number = publicationNumber(exchange.request.parameters.at("number"));
            if (!number)
                return Failure{
                    std::string(code::notFound), "There is no such publication.", "number"};
            return made((parts.store.*step)(*number, exchange.caller.actor()));
        })};
}

} // namespace

void addPublicationEndpoints(ApiParts &parts, std::vector<Endpoint> &endpoints)
{
    endpoints.push_back(
        {.method = "GET",
         .pattern = "/api/v1/publications",
         .summary =
             "What tablets were given, checklists and settings: who, when, where; the newest "
             "first.",
         .access = Access::forAdministrators(),
         .parameters = {{"before", "What the page before gave as `next`."}},
         .answers = {{200, "application/json", "Publications"}},
         .call = answering([&parts](const Exchange &e) { return listPublications(parts, e); })});
    endpoints.push_back(
        {.method = "POST",
         .pattern = "/api/v1/publications",
         .summary =
             "Gives tablets a version of a checklist, or a setting: the chain, one store for "
             "good, or some stores first. No conversation changes while it goes on.",
         .access = Access::forAdministrators(),
         .maxBody = publicationBody,
         .bodySchema = "NewPublication",
         .answers = {{201, "application/json", "Published"}},
         .problems = {404, 409, 413},
         .call = answering([&parts](const Exchange &e) { return publish(parts, e); })});
    endpoints.push_back(stepping(
        parts, "widen", "Gives the rest of the chain what some stores were given first.",
        &Store::widenPublication));
    endpoints.push_back(stepping(
        parts, "rollback", "Brings back what was there before, wherever this changed it.",
        &Store::rollBackPublication));
    endpoints.push_back(
        {.method = "GET",
         .pattern = "/api/v1/checklists",
         .summary = "The versions of checklists that are here; `published_at` for the chain.",
         .access = Access::forAdministrators(),
         .answers = {{200, "application/json", "Checklists"}},
         .call = answering(
             [&parts](const Exchange &e) { return listChecklists(e.view(parts.store)); })});
}

} // namespace vouch::server
