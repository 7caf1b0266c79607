#include "sync/server/api/password_check.h"

#include "core/base/json.h"
#include "sync/protocol/codes.h"
#include "sync/server/api/pin_setting.h"

namespace vouch::server {

namespace {

constexpr std::uint64_t pinBody = 4 * 1024;

Result<http::Response> listPins(const ApiParts &parts, const Exchange &exchange)
{
    const auto all = exchange.view(parts.store).pins();
    if (!all)
        return all.failure();
    json::array out;
    for (const auto &pin : *all)
        out.push_back(json::object{
            {"store", pin.store},
            {"role", json::string(toText(pin.role))},
            {"set_at", formatUtc(pin.setAt)}});
    return jsonReply(json::serialize(json::object{{"pins", std::move(out)}}));
}

Result<protocol::PinRole> roleOf(const Exchange &exchange)
{
    auto role = protocol::pinRoleFrom(exchange.request.parameters.at("role"));
    if (!role)
        return Failure{
            std::string(protocol::code::notFound),
            "A PIN is for one of figures, exit and technician.", "role"};
    return *role;
}

void setPin(ApiParts &parts, const Exchange &exchange)
{
    const auto role = roleOf(exchange);
    if (!role)
        return exchange.refuse(role.failure());
    const auto parsed = parseJson(exchange.request.body);
    const auto *body = parsed ? parsed->if_object() : nullptr;
    const auto *pin = body ? findString(*body, "pin") : nullptr;
    if (!pin)
        return exchange.refuse(
            {std::string(protocol::code::malformed), "Send an object with the member pin.", "pin"});
    onPasswordPool(
        parts, exchange, [&parts, exchange, role = *role, pin = std::string(view(*pin))] {
            const auto set = setNewPin(
                parts.store, exchange.request.parameters.at("store"), role, pin,
                exchange.caller.actor());
            if (set)
                exchange.respond(emptyReply());
            else
                exchange.refuse(set.failure());
        });
}

Result<http::Response> removePin(ApiParts &parts, const Exchange &exchange)
{
    const auto role = roleOf(exchange);
    if (!role)
        return role.failure();
    const auto removed = parts.store.removePin(
        exchange.request.parameters.at("store"), *role, exchange.caller.actor());
    if (!removed)
        return removed.failure();
    return emptyReply();
}

} // namespace

void addPinEndpoints(ApiParts &parts, std::vector<Endpoint> &endpoints)
{
    endpoints.push_back(
        {.method = "GET",
         .pattern = "/api/v1/pins",
         .summary = "Which stores have which PINs, and since when; never a PIN.",
         .access = Access::forUsers({Role::Admin, Role::Regional, Role::Manager}),
         .answers = {{200, "application/json", "Pins"}},
         .call = answering([&parts](const Exchange &e) { return listPins(parts, e); })});
    endpoints.push_back(
        {.method = "PUT",
         .pattern = "/api/v1/stores/{store}/pins/{role}",
         .summary =
             "Sets what staff type on the tablets of a store, 4 to 8 digits. Tablets have it "
             "within minutes, and then need no network for it.",
         .access = Access::forAdministrators(),
         .maxBody = pinBody,
         .bodySchema = "NewPin",
         .answers = {{204, {}, {}}},
         .problems = {404, 409, 413},
         .call = [&parts](Exchange exchange) { setPin(parts, exchange); }});
    endpoints.push_back(
        {.method = "DELETE",
         .pattern = "/api/v1/stores/{store}/pins/{role}",
         .summary =
             "Takes a PIN away. A tablet that has no PIN from here goes back to the one that "
             "was set on it.",
         .access = Access::forAdministrators(),
         .answers = {{204, {}, {}}},
         .problems = {404},
         .call = answering([&parts](const Exchange &e) { return removePin(parts, e); })});
}

} // namespace vouch::server
