#include "sync/server/api/api_parts.h"

#include "core/base/json.h"
#include "sync/protocol/codes.h"
#include "sync/server/api/paging.h"

namespace vouch::server {

namespace {

json::value timeOrNull(const std::optional<Timestamp> &time)
{
    return time ? json::value(formatUtc(*time)) : json::value(nullptr);
}

Result<http::Response> listTablets(const ApiParts &parts, const Exchange &exchange)
{
    const auto wanted = pageRequest(exchange);
    if (!wanted)
        return wanted.failure();
    auto all = exchange.view(parts.store).devices();
    if (!all)
        return all.failure();
    const auto page =
        pageOf(*wanted, std::move(*all), [](const Device &each) { return each.id.text(); });
    json::array out;
    for (const auto &device : page.rows)
        out.push_back(json::object{
            {"id", device.id.text()},
            {"name", device.name},
            {"store", device.store},
            {"revoked", device.revoked},
            {"rotating", device.rotating},
            {"enrolled_at", formatUtc(device.enrolledAt)},
            {"last_seen_at", timeOrNull(device.lastSeenAt)}});
    return jsonReply(
        json::serialize(json::object{{"devices", std::move(out)}, {"next", page.nextJson()}}));
}

using Change = std::function<Result<void>(Store &, const Uuid &, const Actor &)>;

Endpoint changing(ApiParts &parts, const char *action, const char *summary, Change change)
{
    return {
        .method = "POST",
        .pattern = std::string("/api/v1/devices/{id}/") + action,
        .summary = summary,
        .access = Access::forAdministrators(),
        .answers = {{204, {}, {}}},
        .problems = {404},
        .call = answering([&parts, change](const Exchange &exchange) -> Result<http::Response> {
            const auto id = Uuid::parse(exchange.request.parameters.at("id"));
            if (!id)
                return Failure{
                    std::string(protocol::code::notFound), "There is no such device.", "id"};
            const auto done = change(parts.store, *id, exchange.caller.actor());
            if (!done)
                return done.failure();
            parts.feed.rightsChanged();
            return emptyReply();
        })};
}

} // namespace

void addTabletEndpoints(ApiParts &parts, std::vector<Endpoint> &endpoints)
{
    endpoints.push_back(
        {.method = "GET",
         .pattern = "/api/v1/devices",
         .summary = "The tablets of the stores that the caller sees.",
         .access = Access::forUsers({Role::Admin, Role::Regional, Role::Manager}),
         .parameters = {limitParameter(), afterParameter()},
         .answers = {{200, "application/json", "Devices"}, {304, {}, {}}},
         .call = answering([&parts](const Exchange &e) { return listTablets(parts, e); })});
    endpoints.push_back(changing(
        parts, "revoke", "Takes nothing more from a tablet. Its answers stay on it.",
        [](Store &store, const Uuid &id, const Actor &by) {
            return store.setDeviceRevoked(id, true, by);
        }));
    endpoints.push_back(changing(
        parts, "restore", "Takes a revoked tablet back; it sends what it kept.",
        [](Store &store, const Uuid &id, const Actor &by) {
            return store.setDeviceRevoked(id, false, by);
        }));
    endpoints.push_back(changing(
        parts, "rotate",
        "Gives a tablet a new token with its next heartbeat; the old one ends when it uses that.",
        [](Store &store, const Uuid &id, const Actor &by) {
            return store.rotateDeviceToken(id, by);
        }));
}

} // namespace vouch::server
