#include "sync/server/api/api_parts.h"

#include "core/base/json.h"
#include "sync/protocol/codes.h"
#include "sync/server/store/store.h"

namespace vouch::server {

namespace {

constexpr std::uint64_t erasureBody = 4 * 1024;

Failure malformedErasure(std::string where)
{
    return {
        std::string(protocol::code::malformed),
        R"(Send {"code": "K7PM-49XT-HRCA"} as the shopper was shown it, or {"record": "<uuid>"}.)",
        std::move(where)};
}

Result<http::Response> erase(ApiParts &parts, const Exchange &exchange)
{
    const auto parsed = parseJson(exchange.request.body);
    const auto *body = parsed ? parsed->if_object() : nullptr;
    const auto *code = body ? findString(*body, "code") : nullptr;
    const auto *record = body ? findString(*body, "record") : nullptr;
    if (!code == !record)
        return malformedErasure({});
    ErasureRequest wanted;
    if (code) {
        wanted.code = view(*code);
    } else {
        const auto id = Uuid::parse(view(*record));
        if (!id)
            return malformedErasure("record");
        wanted.record = *id;
    }
    const auto done = parts.store.erase(wanted, exchange.caller.actor());
    if (!done)
        return done.failure();
    json::array records;
    for (const auto &each : done->records)
        records.push_back(json::object{
            {"id", each.id.text()}, {"store", each.store}, {"day", formatDay(each.day)}});
    return jsonReply(
        json::serialize(json::object{{"records", std::move(records)}, {"copies", done->copies}}));
}

Result<http::Response> tellRetention(const ApiParts &parts)
{
    const auto rules = parts.store.retention();
    if (!rules)
        return rules.failure();
    return jsonReply(json::serialize(json::object{
        {"contact_days", rules->contactDays},
        {"comment_days", rules->commentDays},
        {"record_days", rules->recordDays}}));
}

Result<http::Response> putRetention(ApiParts &parts, const Exchange &exchange)
{
    const auto parsed = parseJson(exchange.request.body);
    const auto *body = parsed ? parsed->if_object() : nullptr;
    const auto contacts = body ? findInteger(*body, "contact_days") : std::nullopt;
    const auto comments = body ? findInteger(*body, "comment_days") : std::nullopt;
    const bool isSound =
        !body || !body->contains("record_days") || findInteger(*body, "record_days");
    if (!contacts || !comments || !isSound)
        return Failure{
            std::string(protocol::code::malformed),
            R"(Send {"contact_days": 65, "comment_days": 0, "record_days": 0}.)",
            {}};
    // Who does not know of a rule must not end it.
    const auto before = parts.store.retention();
    if (!before)
        return before.failure();
    const auto set = parts.store.setRetention(
        {*contacts, *comments, findInteger(*body, "record_days").value_or(before->recordDays)},
        exchange.caller.actor());
    if (!set)
        return set.failure();
    return tellRetention(parts);
}

} // namespace

void addErasureEndpoints(ApiParts &parts, std::vector<Endpoint> &endpoints)
{
    endpoints.push_back(
        {.method = "POST",
         .pattern = "/api/v1/erasures",
         .summary = "Erases what a shopper left, contact and comments, by the code that was shown "
                    "or by the record's id, out of copies too. Score, place and hash stay.",
         .access = Access::forAdministrators(),
         .maxBody = erasureBody,
         .bodySchema = "Erasure",
         .answers = {{200, "application/json", "ErasureAnswer"}},
         .problems = {404, 413},
         .call = answering([&parts](const Exchange &e) { return erase(parts, e); })});
    endpoints.push_back(
        {.method = "GET",
         .pattern = "/api/v1/retention",
         .summary = "Days after which contacts, comments and all of a record that may go are "
                    "erased by themselves.",
         .access = Access::forAdministrators(),
         .answers = {{200, "application/json", "Retention"}},
         .call = answering([&parts](const Exchange &) { return tellRetention(parts); })});
    endpoints.push_back(
        {.method = "PUT",
         .pattern = "/api/v1/retention",
         .summary = "Changes them; what is due by then is erased within a quarter of an hour.",
         .access = Access::forAdministrators(),
         .maxBody = erasureBody,
         .bodySchema = "Retention",
         .answers = {{200, "application/json", "Retention"}},
         .problems = {413},
         .call = answering([&parts](const Exchange &e) { return putRetention(parts, e); })});
}

} // namespace vouch::server
