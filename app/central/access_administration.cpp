#include "app/central/administration_work.h"
#include "app/central/command.h"
#include "sync/server/api/audit_json.h"
#include "sync/server/store/store.h"

namespace vouch::central {

namespace {

using server::Role;
using server::Store;

Failure malformedRole()
{
    return {"user-malformed", "A role is admin, regional, manager or viewer.", "role"};
}

std::set<std::string> namesIn(const json::object &request, std::string_view key)
{
    std::set<std::string> out;
    if (const auto *names = findArray(request, key))
        for (const auto &name : *names)
            if (const auto *text = name.if_string())
                out.emplace(view(*text));
    return out;
}

std::optional<bool> flagIn(const json::object &request, std::string_view key)
{
    const auto *value = request.if_contains(key);
    return value && value->is_bool() ? std::optional(value->get_bool()) : std::nullopt;
}

std::string joined(const std::set<std::string> &names)
{
    std::string out;
    for (const auto &name : names)
        (out += out.empty() ? "" : ", ") += name;
    return out;
}

std::string scopeWords(const std::set<server::TokenScope> &scopes)
{
    std::string out;
    for (const auto scope : scopes)
        (out += out.empty() ? "" : ", ") += toText(scope);
    return out;
}

} // namespace

/// name, role, regions, stores, export, password_hash. Without regions and stores: the whole chain.
Result<json::object> addUser(Store &store, const json::object &request, const Sink &)
{
    const auto role = server::roleFrom(textOf(request, "role"));
    if (!role)
        return malformedRole();
    server::User user;
    user.name = textOf(request, "name");
    user.role = *role;
    user.regions = namesIn(request, "regions");
    user.stores = namesIn(request, "stores");
    user.everywhere = user.regions.empty() && user.stores.empty();
    user.mayExport =
        flagIn(request, "export").value_or(role == Role::Admin || role == Role::Regional);
    user.passwordHash = textOf(request, "password_hash");
    return done(store.addUser(user, actorOf(request)));
}

Result<json::object> listUsers(Store &store, const json::object &, const Sink &)
{
    const auto all = store.users();
    if (!all)
        return all.failure();
    json::array rows;
    for (const auto &user : *all)
        rows.push_back(json::object{
            {"name", user.name},
            {"role", toText(user.role)},
            {"regions", user.everywhere ? "(all)" : joined(user.regions)},
            {"stores", user.everywhere ? "(all)" : joined(user.stores)},
            {"export", user.mayExport ? "yes" : "no"},
            {"state", user.disabled ? "disabled" : "enabled"}});
    return json::object{{"users", std::move(rows)}};
}

/// name; role, everywhere, regions, stores, export, disabled as far as they change
Result<json::object> changeUser(Store &store, const json::object &request, const Sink &)
{
    server::UserChange change;
    if (const auto role = textOf(request, "role"); !role.empty()) {
        change.role = server::roleFrom(role);
        if (!change.role)
            return malformedRole();
    }
    auto regions = namesIn(request, "regions"), stores = namesIn(request, "stores");
    const bool binds = !regions.empty() || !stores.empty();
    const bool everywhere =
        flagIn(request, "everywhere").value_or(change.role == Role::Admin && !binds);
    if (everywhere || binds) {
        change.everywhere = everywhere;
        change.regions = std::move(regions);
        change.stores = std::move(stores);
    }
    change.mayExport = flagIn(request, "export");
    change.disabled = flagIn(request, "disabled");
    const auto changed = store.changeUser(textOf(request, "name"), change, actorOf(request));
    if (!changed)
        return changed.failure();
    return json::object{};
}

/// name, password_hash
Result<json::object> setPassword(Store &store, const json::object &request, const Sink &)
{
    return done(store.setPassword(
        textOf(request, "name"), textOf(request, "password_hash"), {}, actorOf(request)));
}

/// user, name, scopes (none: reading, and exporting when the user may), days
Result<json::object> addToken(Store &store, const json::object &request, const Sink &)
{
    server::NewApiToken wanted;
    wanted.user = textOf(request, "user");
    wanted.name = textOf(request, "name");
    if (const auto days = findInteger(request, "days"))
        wanted.lifetime = std::chrono::days(*days);
    for (const auto &word : namesIn(request, "scopes")) {
        const auto scope = server::tokenScopeFrom(word);
        if (!scope)
            return Failure{
                "request-malformed", "A scope is read, export, administer or sales.", "scope"};
        wanted.scopes.insert(*scope);
    }
    const auto made = store.makeApiToken(wanted, actorOf(request));
    if (!made)
        return made.failure();
    return json::object{{"token", made->secret}, {"id", made->token.id}};
}

/// user (empty: all)
Result<json::object> listTokens(Store &store, const json::object &request, const Sink &)
{
    const auto all = store.apiTokens(filterIn(request, "user"));
    if (!all)
        return all.failure();
    json::array rows;
    for (const auto &token : *all)
        rows.push_back(json::object{
            {"id", token.id},
            {"user", token.user},
            {"name", token.name},
            {"scopes", scopeWords(token.scopes)},
            {"made_at", formatUtc(token.madeAt)},
            {"expires_at", token.expiresAt ? formatUtc(*token.expiresAt) : "never"}});
    return json::object{{"tokens", std::move(rows)}};
}

/// id
Result<json::object> revokeToken(Store &store, const json::object &request, const Sink &)
{
    return done(store.revokeApiToken(textOf(request, "id"), {}, actorOf(request)));
}

/// who, what, limit. An entry a piece, the newest first.
Result<json::object> tellAudit(Store &store, const json::object &request, const Sink &sink)
{
    server::AuditQuery query;
    query.who = filterIn(request, "who");
    query.what = filterIn(request, "what");
    auto left = findInteger(request, "limit").value_or(0);
    for (;;) {
        const auto page = store.audit(query);
        if (!page)
            return page.failure();
        for (const auto &entry : page->entries) {
            if (left-- <= 0)
                return json::object{};
            if (const auto taken = sink(json::serialize(server::auditJson(entry))); !taken)
                return taken.failure();
        }
        if (!page->next)
            return json::object{};
        query.before = page->next;
    }
}

/// number, hash: a head that was kept (0: none)
Result<json::object> verifyAudit(Store &store, const json::object &request, const Sink &)
{
    std::optional<server::AuditHead> known;
    if (const auto number = findInteger(request, "number").value_or(0); number > 0)
        known = server::AuditHead{number, textOf(request, "hash")};
    const auto verdict = store.verifyAudit(known);
    if (!verdict)
        return verdict.failure();
    return server::auditVerdictJson(*verdict);
}

} // namespace vouch::central
