#include "sync/server/store/account_parts.h"

#include "core/base/utf8.h"

namespace vouch::server {

namespace {

namespace code = protocol::code;

constexpr const char *userOfName = "SELECT " VOUCH_USER_COLUMNS " FROM users u WHERE u.name = ?";
constexpr const char *allUsers = "SELECT " VOUCH_USER_COLUMNS " FROM users u ORDER BY u.name";

Failure unfitUser(std::string message, std::string where)
{
    return {std::string(code::userMalformed), std::move(message), std::move(where)};
}

/// What a role must be bound to. Seeing the whole chain is said, never what is left when nothing
/// is.
Result<void> checked(const User &user)
{
    if (!isName(user.name))
        return unfitUser(
            "A user's name has 1 to 200 bytes, none of them a control character.", "name");
    if (user.passwordHash.empty())
        return unfitUser("A user needs a password.", "password");
    const bool isBound = !user.regions.empty() || !user.stores.empty();
    if (user.everywhere && isBound)
        return unfitUser("Either the whole chain, or these regions and stores.", "region");
    if (user.role == Role::Admin && !user.everywhere)
        return unfitUser(
            "An administrator acts on the whole chain: name no region or store.", "role");
    if (user.role == Role::Manager && user.stores.empty())
        return unfitUser("A manager belongs to a store, or to several: name them.", "store");
    if (!user.everywhere && !isBound)
        return unfitUser("Name regions or stores, or say that it is the whole chain.", "region");
    return {};
}

/// Of the regions and stores that a user is bound to. Failure `not-found`.
Result<void> areThere(Connection &connection, const User &user)
{
    for (const auto &region : user.regions)
        if (!Query(connection, "SELECT 1 FROM regions WHERE id = ?", region).next())
            return regionNotFound(region);
    for (const auto &store : user.stores)
        if (!storeKey(connection, store))
            return storeNotFound(store);
    return {};
}

void bind(Connection &connection, std::int64_t key, const User &user)
{
    Query(connection, "DELETE FROM user_regions WHERE \"user\" = ?", key).run();
    Query(connection, "DELETE FROM user_stores WHERE \"user\" = ?", key).run();
    for (const auto &region : user.regions)
        Query(connection, "INSERT INTO user_regions (\"user\", region) VALUES (?,?)", key, region)
            .run();
    for (const auto &store : user.stores)
        Query(
            connection,
            "INSERT INTO user_stores (\"user\", store) SELECT ?, key FROM stores WHERE id = ?", key,
            store)
            .run();
}

json::object rightsOf(const User &user)
{
    return {
        {"role", toText(user.role)},
        {"everywhere", user.everywhere},
        {"regions", json::array(user.regions.begin(), user.regions.end())},
        {"stores", json::array(user.stores.begin(), user.stores.end())},
        {"export", user.mayExport},
        {"disabled", user.disabled}};
}

/// One administrator at least can sign in, else nobody could make another by the page.
bool isLastAdministrator(Connection &connection, std::int64_t key)
{
    return !Query(
                connection,
                "SELECT 1 FROM users WHERE role = 'admin' AND disabled = 0 AND key <> ? LIMIT 1",
                key)
                .next();
}

void endAccess(Connection &connection, std::int64_t key, const std::string &exceptSession)
{
    Query(
        connection, "DELETE FROM sessions WHERE \"user\" = ? AND token_hash <> ?", key,
        exceptSession)
        .run();
}

} // namespace

Result<void> Store::addUser(const User &user, const Actor &by)
{
    if (const auto fine = checked(user); !fine)
        return fine;
    const auto now = m_parts->clock.now();
    return m_parts->write([&](Written &written) -> Result<void> {
        auto &connection = written.connection();
        if (const auto there = areThere(connection, user); !there)
            return there;
        const int added =
            Query(
                connection,
                "INSERT INTO users (name, role, everywhere, may_export, disabled, "
                "password_hash, added_at) VALUES (?,?,?,?,?,?,?) ON CONFLICT DO NOTHING",
                user.name, toText(user.role), user.everywhere, user.mayExport, user.disabled,
                user.passwordHash, now)
                .run();
        if (added == 0)
            return Failure{
                std::string(code::userExists), "There is a user with this name already.",
                user.name};
        bind(connection, *userKey(connection, user.name), user);
        addAudit(connection, now, by, {audited::userAdd, user.name, rightsOf(user)});
        return {};
    });
}

Result<User> Store::changeUser(const std::string &name, const UserChange &change, const Actor &by)
{
    const auto now = m_parts->clock.now();
    return m_parts->write([&](Written &written) -> Result<User> {
        auto &connection = written.connection();
        User user;
        {
            Query row(connection, userOfName, name);
            if (!row.next())
                return userNotFound(name);
            user = userFrom(connection, row);
        }
        const auto before = user;
        user.role = change.role.value_or(user.role);
        user.everywhere = change.everywhere.value_or(user.everywhere);
        user.regions = change.regions.value_or(user.regions);
        user.stores = change.stores.value_or(user.stores);
        user.mayExport = change.mayExport.value_or(user.mayExport);
        user.disabled = change.disabled.value_or(user.disabled);
        if (const auto fine = checked(user); !fine)
            return fine.failure();
        if (const auto there = areThere(connection, user); !there)
            return there.failure();
        const auto key = *userKey(connection, name);
        const bool leaves = user.role != Role::Admin || user.disabled;
        if (before.role == Role::Admin && !before.disabled && leaves &&
            isLastAdministrator(connection, key))
            return unfitUser("This is the last administrator. Make another one first.", "role");
        Query(
            connection,
            "UPDATE users SET role = ?, everywhere = ?, may_export = ?, disabled = ? WHERE key = ?",
            toText(user.role), user.everywhere, user.mayExport, user.disabled, key)
            .run();
        bind(connection, key, user);
        if (user.disabled)
            endAccess(connection, key, {});
        addAudit(
            connection, now, by,
            {audited::userChange, name, {{"before", rightsOf(before)}, {"after", rightsOf(user)}}});
        Query row(connection, userOfName, name);
        row.next();
        return userFrom(connection, row);
    });
}

Result<void> Store::setPassword(
    const std::string &name, const std::string &hash, const std::string &keptSession,
    const Actor &by)
{
    const auto now = m_parts->clock.now();
    const auto kept = keptSession.empty() ? std::string() : tokenHash(keptSession);
    return m_parts->write([&](Written &written) -> Result<void> {
        auto &connection = written.connection();
        const auto key = userKey(connection, name);
        if (!key)
            return userNotFound(name);
        Query(connection, "UPDATE users SET password_hash = ? WHERE key = ?", hash, *key).run();
        endAccess(connection, *key, kept);
        addAudit(connection, now, by, {audited::passwordSet, name});
        return {};
    });
}

Result<std::optional<User>> Store::findUser(const std::string &name) const
{
    return m_parts->readers.read([&](Connection &connection) -> Result<std::optional<User>> {
        Query row(connection, userOfName, name);
        return row.next() ? std::optional(userFrom(connection, row)) : std::nullopt;
    });
}

Result<std::vector<User>> Store::users() const
{
    return m_parts->readers.read([&](Connection &connection) -> Result<std::vector<User>> {
        std::vector<User> out;
        Query rows(connection, allUsers);
        while (rows.next())
            out.push_back(userFrom(connection, rows));
        return out;
    });
}

} // namespace vouch::server
