#include "sync/server/api/api_parts.h"

#include "core/base/json.h"
#include "sync/protocol/codes.h"
#include "sync/server/api/device_json.h"
#include "sync/server/api/enrolment_label.h"
#include "sync/server/api/hidden_place.h"
#include "sync/server/api/paging.h"

namespace vouch::server {

namespace {

namespace code = protocol::code;

constexpr std::uint64_t changeBody = 4 * 1024;
constexpr std::uint64_t codesBody = 512 * 1024;
constexpr std::size_t tabletsAPage = 500;
constexpr std::string_view deviceList = "devices";

Failure unfitTablet(std::string message, std::string where)
{
    return {std::string(code::malformed), std::move(message), std::move(where)};
}

Result<http::Response> listTablets(const ApiParts &parts, const Exchange &exchange)
{
    const auto view = exchange.view(parts.store);
    const auto stores = view.select(exchange.parameter("store"), exchange.parameter("region"));
    if (!stores)
        return stores.failure();
    const auto wanted = pageRequest(exchange);
    if (!wanted)
        return wanted.failure();
    const auto after = nextIn(exchange, deviceList, "after");
    if (!after)
        return after.failure();
    DeviceQuery query{*stores};
    query.limit = std::min(wanted->limit, tabletsAPage);
    query.after = after->value_or(0);
    const auto page = view.deviceStatuses(query);
    if (!page)
        return page.failure();
    json::array out;
    for (const auto &status : page->devices)
        out.push_back(deviceJson(status));
    return jsonReply(json::serialize(json::object{
        {"devices", std::move(out)},
        {"next", hiddenNext(exchange, deviceList, page->next)},
        {"as_of", formatUtc(parts.clock.now())}}));
}

Result<Uuid> idOf(const Exchange &exchange)
{
    const auto id = Uuid::parse(exchange.request.parameters.at("id"));
    if (!id)
        return Failure{std::string(code::notFound), "There is no such device.", "id"};
    return *id;
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
            const auto id = idOf(exchange);
            if (!id)
                return id.failure();
            const auto done = change(parts.store, *id, exchange.caller.actor());
            if (!done)
                return done.failure();
            parts.feed.rightsChanged();
            return emptyReply();
        })};
}

Result<json::object> objectIn(const Exchange &exchange, const std::set<std::string_view> &known)
{
    auto parsed = parseJson(exchange.request.body);
    if (!parsed || !parsed->is_object())
        return unfitTablet("Send a JSON object.", parsed ? std::string() : parsed.failure().where);
    for (const auto &member : parsed->get_object())
        if (!known.contains(std::string_view(member.key().data(), member.key().size())))
            return unfitTablet("There is no such member.", std::string(member.key()));
    return std::move(parsed->get_object());
}

Result<std::optional<std::string>> memberText(const json::object &object, std::string_view member)
{
    if (!object.contains(member))
        return std::optional<std::string>();
    const auto *text = findString(object, member);
    if (!text)
        return unfitTablet("This must be a text.", std::string(member));
    return std::optional(std::string(view(*text)));
}

Result<http::Response> changeTablet(ApiParts &parts, const Exchange &exchange)
{
    const auto id = idOf(exchange);
    if (!id)
        return id.failure();
    const auto body = objectIn(exchange, {"name", "store"});
    if (!body)
        return body.failure();
    const auto name = memberText(*body, "name");
    const auto store = memberText(*body, "store");
    if (!name || !store)
        return name ? store.failure() : name.failure();
    const auto changed = parts.store.changeDevice(*id, {*name, *store}, exchange.caller.actor());
    if (!changed)
        return changed.failure();
    parts.feed.rightsChanged();
    return emptyReply();
}

/// The address for the QR codes: as the body names it.
Result<std::string> serverIn(const json::object &body)
{
    const auto url = memberText(body, "server");
    if (!url)
        return url.failure();
    return checkedServerUrl(url->value_or(""));
}

Result<http::Response> replaceTablet(ApiParts &parts, const Exchange &exchange)
{
    const auto id = idOf(exchange);
    if (!id)
        return id.failure();
    const auto body = objectIn(exchange, {"server"});
    if (!body)
        return body.failure();
    const auto server = serverIn(*body);
    if (!server)
        return server.failure();
    const auto made = parts.store.replaceDevice(*id, exchange.caller.actor());
    if (!made)
        return made.failure();
    return jsonReply(json::serialize(labelJson(*made, *server)), 201);
}

Result<std::vector<ExpectedDevice>> expectedIn(const json::object &body)
{
    const auto *tablets = findArray(body, "tablets");
    if (!tablets)
        return unfitTablet("Send an array of {store, name}.", "tablets");
    std::vector<ExpectedDevice> out;
    for (std::size_t i = 0; i < tablets->size(); ++i) {
        const auto *tablet = (*tablets)[i].if_object();
        const auto *store = tablet ? findString(*tablet, "store") : nullptr;
        if (!store)
            return unfitTablet("Each names its store.", "tablets/" + std::to_string(i));
        const auto *name = findString(*tablet, "name");
        out.push_back({std::string(view(*store)), name ? std::string(view(*name)) : ""});
    }
    return out;
}

Result<http::Response> makeCodes(ApiParts &parts, const Exchange &exchange)
{
    const auto body = objectIn(exchange, {"server", "tablets"});
    if (!body)
        return body.failure();
    const auto server = serverIn(*body);
    if (!server)
        return server.failure();
    const auto expected = expectedIn(*body);
    if (!expected)
        return expected.failure();
    const auto made = parts.store.makeDeviceCodes(*expected, exchange.caller.actor());
    if (!made)
        return made.failure();
    json::array labels;
    for (const auto &code : *made)
        labels.push_back(labelJson(code, *server));
    return jsonReply(json::serialize(json::object{{"labels", std::move(labels)}}), 201);
}

void addSteps(ApiParts &parts, std::vector<Endpoint> &endpoints)
{
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

} // namespace

void addTabletEndpoints(ApiParts &parts, std::vector<Endpoint> &endpoints)
{
    endpoints.push_back(
        {.method = "GET",
         .pattern = "/api/v1/devices",
         .summary = "The tablets of the stores that the caller sees, and how they are; by pages.",
         .access = Access::forUsers({Role::Admin, Role::Regional, Role::Manager}),
         .parameters =
             {{"store", "Of one store."},
              {"region", "Of a region and what lies below it."},
              limitParameter(),
              afterParameter()},
         .answers = {{200, "application/json", "Devices"}},
         .problems = {404},
         .call = answering([&parts](const Exchange &e) { return listTablets(parts, e); })});
    addSteps(parts, endpoints);
    endpoints.push_back(
        {.method = "PATCH",
         .pattern = "/api/v1/devices/{id}",
         .summary = "Renames a tablet, or moves it to another store: it follows within minutes, "
                    "after the shopper before it.",
         .access = Access::forAdministrators(),
         .maxBody = changeBody,
         .bodySchema = "DeviceChange",
         .answers = {{204, {}, {}}},
         .problems = {404, 413},
         .call = answering([&parts](const Exchange &e) { return changeTablet(parts, e); })});
    endpoints.push_back(
        {.method = "POST",
         .pattern = "/api/v1/devices/{id}/replace",
         .summary =
             "A code for the tablet that takes this one's place, name and history. What this "
             "one still holds it can send.",
         .access = Access::forAdministrators(),
         .maxBody = changeBody,
         .bodySchema = "LabelServer",
         .answers = {{201, "application/json", "DeviceLabel"}},
         .problems = {404, 409, 413},
         .call = answering([&parts](const Exchange &e) { return replaceTablet(parts, e); })});
    endpoints.push_back(
        {.method = "POST",
         .pattern = "/api/v1/devices/codes",
         .summary = "One-time codes for up to 1,000 tablets, with what is printed on their labels. "
                    "They are told here once.",
         .access = Access::forAdministrators(),
         .maxBody = codesBody,
         .bodySchema = "NewDevices",
         .answers = {{201, "application/json", "DeviceLabels"}},
         .problems = {404, 413},
         .call = answering([&parts](const Exchange &e) { return makeCodes(parts, e); })});
}

} // namespace vouch::server
