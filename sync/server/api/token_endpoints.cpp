#include "sync/server/api/api_parts.h"

#include "core/base/json.h"
#include "sync/protocol/codes.h"

namespace vouch::server {

namespace {

namespace code = protocol::code;

constexpr std::uint64_t tokenBody = 8 * 1024;

json::object tokenJson(const ApiToken &token)
{
    json::array scopes;
    for (const auto scope : token.scopes)
        scopes.push_back(json::string(toText(scope)));
    return {
        {"id", token.id},
        {"user", token.user},
        {"name", token.name},
        {"scopes", std::move(scopes)},
        {"made_at", formatUtc(token.madeAt)},
        {"expires_at",
         token.expiresAt ? json::value(formatUtc(*token.expiresAt)) : json::value(nullptr)}};
}

Result<http::Response> listTokens(const ApiParts &parts, const Exchange &exchange)
{
    const auto all = parts.store.apiTokens(exchange.caller.user->name);
    if (!all)
        return all.failure();
    json::array out;
    for (const auto &token : *all)
        out.push_back(tokenJson(token));
    return jsonReply(json::serialize(json::object{{"tokens", std::move(out)}}));
}

Failure malformed(std::string where)
{
    return {
        std::string(code::malformed),
        R"(Send {"name": "…", "scopes": ["read"], "days": 90}; a scope is read, export, administer or sales.)",
        std::move(where)};
}

Result<NewApiToken> wantedFrom(const Exchange &exchange)
{
    const auto parsed = parseJson(exchange.request.body);
    const auto *body = parsed ? parsed->if_object() : nullptr;
    const auto *name = body ? findString(*body, "name") : nullptr;
    const auto *scopes = body ? findArray(*body, "scopes") : nullptr;
    const auto days = body ? findInteger(*body, "days") : std::nullopt;
    if (!name || !scopes || scopes->empty() || !days || *days < 1 ||
        *days > longestTokenLife.count())
        return malformed(!name ? "name" : !scopes || scopes->empty() ? "scopes" : "days");
    NewApiToken out;
    out.user = exchange.caller.user->name;
    out.name = view(*name);
    out.lifetime = std::chrono::days(*days);
    for (const auto &word : *scopes) {
        const auto *text = word.if_string();
        const auto scope = text ? tokenScopeFrom(view(*text)) : std::nullopt;
        if (!scope)
            return malformed("scopes");
        out.scopes.insert(*scope);
    }
    return out;
}

Result<http::Response> makeToken(ApiParts &parts, const Exchange &exchange)
{
    const auto wanted = wantedFrom(exchange);
    if (!wanted)
        return wanted.failure();
    const auto made = parts.store.makeApiToken(*wanted, exchange.caller.actor());
    if (!made)
        return made.failure();
    auto out = tokenJson(made->token);
    out["token"] = made->secret;
    return jsonReply(json::serialize(out), 201);
}

/// One's own; an administrator anybody's.
Result<http::Response> revokeToken(ApiParts &parts, const Exchange &exchange)
{
    const auto &user = *exchange.caller.user;
    const auto owner =
        user.role == Role::Admin ? std::optional<std::string>() : std::optional(user.name);
    const auto revoked = parts.store.revokeApiToken(
        exchange.request.parameters.at("id"), owner, exchange.caller.actor());
    if (!revoked)
        return revoked.failure();
    parts.feed.rightsChanged();
    return emptyReply();
}

} // namespace

void addTokenEndpoints(ApiParts &parts, std::vector<Endpoint> &endpoints)
{
    endpoints.push_back(
        {.method = "GET",
         .pattern = "/api/v1/tokens",
         .summary = "One's own API tokens, without the tokens.",
         .access = Access::forOneself(),
         .answers = {{200, "application/json", "ApiTokens"}},
         .call = answering([&parts](const Exchange &e) { return listTokens(parts, e); })});
    endpoints.push_back(
        {.method = "POST",
         .pattern = "/api/v1/tokens",
         .summary = "Makes a token that acts for oneself within its scopes until it expires. It is "
                    "told here once.",
         .access = Access::forOneself(),
         .maxBody = tokenBody,
         .bodySchema = "NewApiToken",
         .answers = {{201, "application/json", "MadeApiToken"}},
         .problems = {413},
         .call = answering([&parts](const Exchange &e) { return makeToken(parts, e); })});
    endpoints.push_back(
        {.method = "DELETE",
         .pattern = "/api/v1/tokens/{id}",
         .summary = "Ends a token: one's own; an administrator anybody's.",
         .access = Access::forOneself(),
         .answers = {{204, {}, {}}},
         .problems = {404},
         .call = answering([&parts](const Exchange &e) { return revokeToken(parts, e); })});
}

} // namespace vouch::server
