#include "sync/server/api/api_parts.h"
#include "sync/server/api/structure_text.h"

#include "sync/protocol/codes.h"

namespace vouch::server {

namespace {

constexpr std::uint64_t structureBody = 8 * 1024 * 1024;

Result<http::Response> tellStructure(const ApiParts &parts, const Exchange &exchange)
{
    const auto structure = exchange.view(parts.store).structure();
    if (!structure)
        return structure.failure();
    return jsonReply(json::serialize(rowsJson(structureTables(*structure))));
}

Result<http::Response> changeStructure(ApiParts &parts, const Exchange &exchange)
{
    auto parsed = parseJson(exchange.request.body);
    auto *body = parsed ? parsed->if_object() : nullptr;
    const auto malformed = [](std::string message, std::string where) {
        return Failure{
            std::string(protocol::code::malformed), std::move(message), std::move(where)};
    };
    if (!body)
        return malformed(R"(Send lists of rows, like {"stores": [{"id": "s1", …}]}.)", {});
    const auto *trial = body->if_contains("dry_run");
    if (trial && !trial->is_bool())
        return malformed("This is true or false.", "dry_run");
    const bool isTrial = trial && trial->get_bool();
    body->erase("dry_run");
    const auto tables = tablesFromRows(*body);
    if (!tables)
        return tables.failure();
    const auto report =
        parts.store.changeStructure(wishesFrom(*tables), isTrial, exchange.caller.actor());
    if (!report)
        return report.failure();
    if (report->applied && !report->changes.empty())
        parts.feed.rightsChanged(); // a store may lie in another region now
    return jsonReply(json::serialize(reportJson(*report)));
}

} // namespace

void addStructureEndpoints(ApiParts &parts, std::vector<Endpoint> &endpoints)
{
    endpoints.push_back(
        {.method = "GET",
         .pattern = "/api/v1/structure",
         .summary = "Regions, stores, opening hours, touchpoints and devices that the caller sees, "
                    "and the chain's settings, as rows of texts.",
         .access = Access::forUsers(Access::everyRole()),
         .answers = {{200, "application/json", "Structure"}},
         .call = answering([&parts](const Exchange &e) { return tellStructure(parts, e); })});
    endpoints.push_back(
        {.method = "POST",
         .pattern = "/api/v1/structure",
         .summary = "Changes the structure by rows of the same shape, all of them or none; what is "
                    "left out stays. The touchpoints given are all that there are from then on, "
                    "and so are the hours given of a store. Tells what changes, or why not.",
         .access = Access::forAdministrators(),
         .maxBody = structureBody,
         .bodySchema = "StructureWishes",
         .answers = {{200, "application/json", "StructureReport"}},
         .problems = {413},
         .call = answering([&parts](const Exchange &e) { return changeStructure(parts, e); })});
}

} // namespace vouch::server
