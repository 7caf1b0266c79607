#include "sync/server/api/password_check.h"

#include "core/base/json.h"
#include "sync/protocol/codes.h"
#include "sync/server/api/paging.h"
#include "sync/server/api/password_policy.h"

namespace vouch::server {

namespace {

namespace code = protocol::code;

constexpr std::uint64_t userBody = 64 * 1024;

Failure malformed(std::string message, std::string where)
{
    return {std::string(code::malformed), std::move(message), std::move(where)};
}

json::object userJson(const User &user)
{
    return {
        {"name", user.name},
        {"role", toText(user.role)},
        {"everywhere", user.everywhere},
        {"regions", json::array(user.regions.begin(), user.regions.end())},
        {"stores", json::array(user.stores.begin(), user.stores.end())},
        {"export", user.mayExport},
        {"disabled", user.disabled}};
}

Result<std::optional<std::set<std::string>>>
namesIn(const json::object &object, std::string_view member)
{
    const auto *value = object.if_contains(member);
    if (!value)
        return std::optional<std::set<std::string>>();
    std::set<std::string> out;
    const auto *names = value->if_array();
    for (std::size_t i = 0; names && i < names->size(); ++i) {
        const auto *name = (*names)[i].if_string();
        if (!name)
            return malformed("This must be an array of texts.", std::string(member));
        out.emplace(view(*name));
    }
    if (!names)
        return malformed("This must be an array of texts.", std::string(member));
    return std::optional(std::move(out));
}

Result<std::optional<bool>> flagIn(const json::object &object, std::string_view member)
{
    const auto *value = object.if_contains(member);
    if (!value)
        return std::optional<bool>();
    if (!value->is_bool())
        return malformed("This must be true or false.", std::string(member));
    return std::optional(value->get_bool());
}

/// What of the body concerns rights. Members that are not known are refused: a misspelt one must
/// not leave somebody with more than was meant.
Result<UserChange> changeFrom(const json::object &body)
{
    for (const auto &member : body) {
        static const std::set<std::string_view> known{"name",    "password", "role",   "everywhere",
                                                      "regions", "stores",   "export", "disabled"};
        if (!known.contains(std::string_view(member.key().data(), member.key().size())))
            return malformed("There is no such member.", std::string(member.key()));
    }
    UserChange out;
    if (const auto *role = findString(body, "role")) {
        out.role = roleFrom(view(*role));
        if (!out.role)
            return malformed("A role is admin, regional, manager or viewer.", "role");
    } else if (body.contains("role")) {
        return malformed("A role is admin, regional, manager or viewer.", "role");
    }
    auto regions = namesIn(body, "regions");
    auto stores = namesIn(body, "stores");
    const auto everywhere = flagIn(body, "everywhere");
    const auto mayExport = flagIn(body, "export");
    const auto disabled = flagIn(body, "disabled");
    for (const auto *failure :
         {regions ? nullptr : &regions.failure(), stores ? nullptr : &stores.failure(),
          everywhere ? nullptr : &everywhere.failure(), mayExport ? nullptr : &mayExport.failure(),
          disabled ? nullptr : &disabled.failure()})
        if (failure)
            return *failure;
    out.regions = std::move(*regions);
    out.stores = std::move(*stores);
    out.everywhere = *everywhere;
    out.mayExport = *mayExport;
    out.disabled = *disabled;
    return out;
}

/// Seeing the whole chain and being bound exclude each other, so that naming one ends the other.
void settleReach(UserChange &change)
{
    if (change.role == Role::Admin && !change.everywhere)
        change.everywhere = true;
    const bool binds =
        (change.regions && !change.regions->empty()) || (change.stores && !change.stores->empty());
    if (!change.everywhere && binds)
        change.everywhere = false;
    if (change.everywhere == true) {
        change.regions = change.regions.value_or(std::set<std::string>());
        change.stores = change.stores.value_or(std::set<std::string>());
    }
}

Result<json::object> bodyOf(const Exchange &exchange)
{
    auto parsed = parseJson(exchange.request.body);
    if (!parsed || !parsed->is_object())
        return malformed("Send a JSON object.", parsed ? std::string() : parsed.failure().where);
    return std::move(parsed->get_object());
}

/// Runs on the password pool.
void addUser(
    ApiParts &parts, const Exchange &exchange, const UserChange &rights, std::string name,
    const std::string &password)
{
    User user;
    user.name = std::move(name);
    user.role = *rights.role;
    user.everywhere = rights.everywhere.value_or(false);
    user.regions = rights.regions.value_or(std::set<std::string>());
    user.stores = rights.stores.value_or(std::set<std::string>());
    user.mayExport =
        rights.mayExport.value_or(user.role == Role::Admin || user.role == Role::Regional);
    user.disabled = rights.disabled.value_or(false);
    const auto hash = newPasswordHash(parts, user.name, password);
    if (!hash)
        return exchange.refuse(hash.failure());
    user.passwordHash = *hash;
    if (const auto added = parts.store.addUser(user, exchange.caller.actor()); !added)
        return exchange.refuse(added.failure());
    exchange.respond(jsonReply(json::serialize(userJson(user)), 201));
}

void askToAdd(ApiParts &parts, const Exchange &exchange)
{
    const auto body = bodyOf(exchange);
    if (!body)
        return exchange.refuse(body.failure());
    auto rights = changeFrom(*body);
    if (!rights)
        return exchange.refuse(rights.failure());
    const auto *name = findString(*body, "name");
    const auto *password = findString(*body, "password");
    if (!name || !password || !rights->role)
        return exchange.refuse(malformed("Send at least name, password and role.", {}));
    settleReach(*rights);
    onPasswordPool(
        parts, exchange,
        [&parts, exchange, rights = *rights, name = std::string(view(*name)),
         password = std::string(view(*password))] {
            addUser(parts, exchange, rights, name, password);
        });
}

/// Runs on the password pool when there is a new password.
void changeUser(
    ApiParts &parts, const Exchange &exchange, const UserChange &change,
    const std::string &password)
{
    const auto &name = exchange.request.parameters.at("name");
    const auto by = exchange.caller.actor();
    std::string hash;
    if (!password.empty()) {
        auto made = newPasswordHash(parts, name, password);
        if (!made)
            return exchange.refuse(made.failure());
        hash = std::move(*made);
    }
    const auto changed = parts.store.changeUser(name, change, by);
    if (!changed)
        return exchange.refuse(changed.failure());
    if (!hash.empty()) {
        const bool isOwn = name == exchange.caller.user->name;
        const auto set = parts.store.setPassword(
            name, hash, isOwn ? exchange.caller.sessionToken : std::string(), by);
        if (!set)
            return exchange.refuse(set.failure());
    }
    parts.feed.rightsChanged();
    exchange.respond(jsonReply(json::serialize(userJson(*changed))));
}

void askToChange(ApiParts &parts, const Exchange &exchange)
{
    const auto body = bodyOf(exchange);
    if (!body)
        return exchange.refuse(body.failure());
    auto change = changeFrom(*body);
    if (!change)
        return exchange.refuse(change.failure());
    if (body->contains("name"))
        return exchange.refuse(malformed("A name stays: the audit log holds it.", "name"));
    settleReach(*change);
    const auto *password = findString(*body, "password");
    if (!password)
        return changeUser(parts, exchange, *change, {});
    onPasswordPool(
        parts, exchange,
        [&parts, exchange, change = *change, password = std::string(view(*password))] {
            changeUser(parts, exchange, change, password);
        });
}

Result<http::Response> listUsers(const ApiParts &parts, const Exchange &exchange)
{
    const auto wanted = pageRequest(exchange);
    if (!wanted)
        return wanted.failure();
    auto all = parts.store.users();
    if (!all)
        return all.failure();
    const auto page = pageOf(*wanted, std::move(*all), [](const User &each) { return each.name; });
    json::array out;
    for (const auto &user : page.rows)
        out.push_back(userJson(user));
    return jsonReply(
        json::serialize(json::object{{"users", std::move(out)}, {"next", page.nextJson()}}));
}

} // namespace

void addUserEndpoints(ApiParts &parts, std::vector<Endpoint> &endpoints)
{
    endpoints.push_back(
        {.method = "GET",
         .pattern = "/api/v1/users",
         .summary = "The people who may sign in, and what they may.",
         .access = Access::forAdministrators(),
         .parameters = {limitParameter(), afterParameter()},
         .answers = {{200, "application/json", "Users"}, {304, {}, {}}},
         .call = answering([&parts](const Exchange &e) { return listUsers(parts, e); })});
    endpoints.push_back(
        {.method = "POST",
         .pattern = "/api/v1/users",
         .summary = "Adds a person. Who is neither bound to regions or stores nor `everywhere` is "
                    "refused; administrators are everywhere.",
         .access = Access::forAdmitting(),
         .maxBody = userBody,
         .bodySchema = "NewUser",
         .answers = {{201, "application/json", "User"}},
         .problems = {404, 409, 413},
         .call = [&parts](Exchange exchange) { askToAdd(parts, exchange); }});
    endpoints.push_back(
        {.method = "PATCH",
         .pattern = "/api/v1/users/{name}",
         .summary = "Changes what a person may, or sets a new password; what is left out stays. "
                    "Who is disabled, or has a new password, is signed out.",
         .access = Access::forAdmitting(),
         .maxBody = userBody,
         .bodySchema = "UserChange",
         .answers = {{200, "application/json", "User"}},
         .problems = {404, 413},
         .call = [&parts](Exchange exchange) { askToChange(parts, exchange); }});
}

} // namespace vouch::server
