#include "sync/server/api/api_parts.h"

#include "core/base/json.h"
#include "sync/protocol/codes.h"
#include "sync/server/api/audit_json.h"

#include <charconv>

namespace vouch::server {

namespace {

Result<std::optional<std::int64_t>> numberIn(const Exchange &exchange, const std::string &name)
{
    const auto text = exchange.parameter(name);
    if (text.empty())
        return std::optional<std::int64_t>();
    std::int64_t out = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), out);
    if (read.ec != std::errc() || read.ptr != text.data() + text.size() || out < 0)
        return Failure{std::string(protocol::code::malformed), "This must be a number.", name};
    return std::optional(out);
}

std::optional<std::string> textIn(const Exchange &exchange, std::string_view name)
{
    auto text = exchange.parameter(name);
    return text.empty() ? std::nullopt : std::optional(std::move(text));
}

Result<http::Response> tellAudit(const ApiParts &parts, const Exchange &exchange)
{
    const auto before = numberIn(exchange, "before");
    if (!before)
        return before.failure();
    AuditQuery query;
    query.who = textIn(exchange, "who");
    query.what = textIn(exchange, "what");
    query.before = *before;
    const auto page = parts.store.audit(query);
    if (!page)
        return page.failure();
    json::array entries;
    for (const auto &entry : page->entries)
        entries.push_back(auditJson(entry));
    return jsonReply(json::serialize(json::object{
        {"entries", std::move(entries)},
        {"next", page->next ? json::value(*page->next) : json::value(nullptr)}}));
}

Result<http::Response> tellAuditVerdict(const ApiParts &parts, const Exchange &exchange)
{
    const auto number = numberIn(exchange, "number");
    if (!number)
        return number.failure();
    std::optional<AuditHead> known;
    if (*number)
        known = AuditHead{**number, exchange.parameter("hash")};
    const auto verdict = parts.store.verifyAudit(known);
    if (!verdict)
        return verdict.failure();
    return jsonReply(json::serialize(auditVerdictJson(*verdict)));
}

} // namespace

void addAuditEndpoints(ApiParts &parts, std::vector<Endpoint> &endpoints)
{
    endpoints.push_back(
        {.method = "GET",
         .pattern = "/api/v1/audit",
         .summary = "The audit log: who did what, when and from where; the newest first.",
         .access = Access::forAdministrators(),
         .parameters =
             {{"who", "\"user:ann\", \"device:<uuid>\", \"local:root\"."},
              {"what", "One kind of entry: sign-in."},
              {"before", "The next page: what this one gave as next."}},
         .answers = {{200, "application/json", "Audit"}},
         .call = answering([&parts](const Exchange &e) { return tellAudit(parts, e); })});
    endpoints.push_back(
        {.method = "GET",
         .pattern = "/api/v1/audit/verify",
         .summary = "Whether every entry is as it was made and none is gone; its head, to be kept "
                    "elsewhere, and whether a head that was kept is still in it.",
         .access = Access::forAdministrators(),
         .parameters =
             {{"number", "Of the head that was kept."}, {"hash", "Of the head that was kept."}},
         .answers = {{200, "application/json", "AuditVerdict"}},
         .call = answering([&parts](const Exchange &e) { return tellAuditVerdict(parts, e); })});
}

} // namespace vouch::server
