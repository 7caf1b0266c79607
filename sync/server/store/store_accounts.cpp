#include "core/base/crypto.h"
#include "sync/server/store/store_parts.h"

namespace vouch::server {

namespace {

namespace code = protocol::code;

constexpr std::size_t tokenSize = 32;

constexpr const char *userOfName =
    "SELECT name, role, region, store, password_hash FROM users WHERE name = ?";
constexpr const char *allUsers =
    "SELECT name, role, region, store, password_hash FROM users ORDER BY name";
constexpr const char *userOfToken =
    "SELECT u.name, u.role, u.region, u.store, u.password_hash "
    "FROM api_tokens t JOIN users u ON u.key = t.user WHERE t.token_hash = ?";
constexpr const char *userOfSession =
    "SELECT u.name, u.role, u.region, u.store, u.password_hash, t.csrf, t.expires_at "
    "FROM sessions t JOIN users u ON u.key = t.user WHERE t.token_hash = ? AND t.expires_at > ?";

User userFrom(const Query &row)
{
    return {
        row.text(0), roleFrom(row.text(1)).value_or(Role::Viewer), row.text(2), row.text(3),
        row.text(4)};
}

std::optional<std::int64_t> userKey(Connection &connection, const std::string &name)
{
    Query row(connection, "SELECT key FROM users WHERE name = ?", name);
    return row.next() ? std::optional(row.integer(0)) : std::nullopt;
}

Failure userNotFound(const std::string &name)
{
    return {
        std::string(code::notFound), "There is no user \"" + name + "\". See the list of users.",
        "user"};
}

Result<void> checked(const User &user)
{
    if (user.name.empty() || user.name.size() > 200)
        return Failure{"user-malformed", "A user's name has 1 to 200 bytes.", "name"};
    if (user.passwordHash.empty())
        return Failure{"user-malformed", "A user needs a password.", "password"};
    if (user.role == Role::Manager && user.store.empty())
        return Failure{
            "user-malformed", "A manager belongs to a store: name it with --store.", "store"};
    return {};
}

} // namespace

std::string makeToken()
{
    return crypto::toBase64Url(crypto::randomBytes(tokenSize));
}

std::string tokenHash(const std::string &token)
{
    // A token is random: a fast hash keeps it as safe as a slow one would.
    return crypto::blake2bHex(token);
}

Result<void> Store::addUser(const User &user)
{
    if (const auto fine = checked(user); !fine)
        return fine;
    const auto now = m_parts->clock.now();
    return m_parts->write([&](Written &written) -> Result<void> {
        auto &connection = written.connection();
        if (!user.store.empty() && !storeKey(connection, user.store))
            return storeNotFound(user.store);
        const int added =
            Query(
                connection,
                "INSERT INTO users (name, role, region, store, password_hash, added_at) "
                "VALUES (?,?,?,?,?,?) ON CONFLICT DO NOTHING",
                user.name, toText(user.role), user.region, user.store, user.passwordHash, now)
                .run();
        if (added == 0)
            return Failure{"user-exists", "There is a user with this name already.", user.name};
        return {};
    });
}

Result<std::optional<User>> Store::findUser(const std::string &name) const
{
    return m_parts->readers.read([&](Connection &connection) -> Result<std::optional<User>> {
        Query row(connection, userOfName, name);
        return row.next() ? std::optional(userFrom(row)) : std::nullopt;
    });
}

Result<std::vector<User>> Store::users() const
{
    return m_parts->readers.read([&](Connection &connection) -> Result<std::vector<User>> {
        std::vector<User> out;
        Query rows(connection, allUsers);
        while (rows.next())
            out.push_back(userFrom(rows));
        return out;
    });
}

Result<std::string> Store::makeApiToken(const std::string &user)
{
    const auto token = makeToken();
    const auto now = m_parts->clock.now();
    return m_parts->write([&](Written &written) -> Result<std::string> {
        const auto key = userKey(written.connection(), user);
        if (!key)
            return userNotFound(user);
        Query(
            written.connection(),
            "INSERT INTO api_tokens (token_hash, user, made_at) VALUES (?,?,?)", tokenHash(token),
            *key, now)
            .run();
        return token;
    });
}

Result<std::optional<User>> Store::userByApiToken(const std::string &token) const
{
    return m_parts->readers.read([&](Connection &connection) -> Result<std::optional<User>> {
        Query row(connection, userOfToken, tokenHash(token));
        return row.next() ? std::optional(userFrom(row)) : std::nullopt;
    });
}

Result<Session> Store::startSession(const std::string &user)
{
    const auto now = m_parts->clock.now();
    Session session{makeToken(), makeToken(), now + sessionLifetime, {}};
    return m_parts->write([&](Written &written) -> Result<Session> {
        auto &connection = written.connection();
        {
            Query row(connection, userOfName, user);
            if (!row.next())
                return userNotFound(user);
            session.user = userFrom(row);
        }
        Query(connection, "DELETE FROM sessions WHERE expires_at <= ?", now).run();
        Query(
            connection,
            "INSERT INTO sessions (token_hash, user, csrf, expires_at) VALUES (?,?,?,?)",
            tokenHash(session.token), *userKey(connection, user), session.csrf, session.expiresAt)
            .run();
        return session;
    });
}

Result<std::optional<Session>> Store::findSession(const std::string &token) const
{
    const auto now = m_parts->clock.now();
    return m_parts->readers.read([&](Connection &connection) -> Result<std::optional<Session>> {
        Query row(connection, userOfSession, tokenHash(token), now);
        if (!row.next())
            return std::optional<Session>();
        return std::optional(Session{"", row.text(5), row.time(6), userFrom(row)});
    });
}

Result<void> Store::endSession(const std::string &token)
{
    return m_parts->write([&](Written &written) -> Result<void> {
        Query(written.connection(), "DELETE FROM sessions WHERE token_hash = ?", tokenHash(token))
            .run();
        return {};
    });
}

} // namespace vouch::server
