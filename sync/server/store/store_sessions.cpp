#include "core/base/crypto.h"
#include "sync/server/store/account_parts.h"

namespace vouch::server {

namespace {

namespace code = protocol::code;

constexpr std::size_t tokenSize = 32;
constexpr std::size_t longestTokenName = 200;

constexpr const char *holderOfToken =
    "SELECT " VOUCH_USER_COLUMNS
    ", substr(t.token_hash, 1, 12), t.name, t.scopes, t.made_at, t.expires_at "
    "FROM api_tokens t JOIN users u ON u.key = t.user WHERE t.token_hash = ?1 "
    "AND u.disabled = 0 AND (t.expires_at IS NULL OR t.expires_at > ?2)";
// One that was begun while the server's clock was years ahead ends when the clock is mended.
constexpr const char *userOfSession =
    "SELECT " VOUCH_USER_COLUMNS
    ", t.csrf, t.expires_at FROM sessions t JOIN users u ON u.key = t.user "
    "WHERE t.token_hash = ?1 AND t.expires_at > ?2 AND t.expires_at <= ?3 AND u.disabled = 0";
constexpr const char *tokenOwner = "SELECT " VOUCH_USER_COLUMNS " FROM users u WHERE name = ?";
constexpr const char *allTokens =
    "SELECT substr(t.token_hash, 1, 12), u.name, t.name, t.scopes, t.made_at, t.expires_at "
    "FROM api_tokens t JOIN users u ON u.key = t.user WHERE ?1 IS NULL OR u.name = ?1 "
    "ORDER BY u.name, t.made_at, t.token_hash";

std::string wordsOf(const std::set<TokenScope> &scopes)
{
    std::string out;
    for (const auto scope : scopes)
        (out += out.empty() ? "" : " ") += toText(scope);
    return out;
}

std::set<TokenScope> scopesFrom(const std::string &words)
{
    std::set<TokenScope> out;
    for (const auto scope :
         {TokenScope::Read, TokenScope::Export, TokenScope::Administer, TokenScope::Sales})
        if ((" " + words + " ").find(" " + std::string(toText(scope)) + " ") != std::string::npos)
            out.insert(scope);
    return out;
}

/// From the columns id, user, name, scopes, made_at, expires_at; `user` may lie elsewhere.
ApiToken tokenFrom(const Query &row, int id, std::string user, int name)
{
    return {row.text(id),       std::move(user),
            row.text(name),     scopesFrom(row.text(name + 1)),
            row.time(name + 2), row.maybeTime(name + 3)};
}

/// Telling of sales is nobody's by role: whoever reads a response rate must not set it. So a token
/// for a till is given by somebody else than its user, or by an administrator.
Result<std::set<TokenScope>>
scopesWithin(const std::set<TokenScope> &wanted, const User &user, const Actor &by)
{
    std::set<TokenScope> has{TokenScope::Read};
    if (user.mayExport)
        has.insert(TokenScope::Export);
    if (wanted.empty())
        return has;
    if (user.role == Role::Admin)
        has.insert(TokenScope::Administer);
    if (user.role == Role::Admin || by.who != "user:" + user.name)
        has.insert(TokenScope::Sales);
    for (const auto scope : wanted)
        if (!has.contains(scope))
            return Failure{
                std::string(code::forbidden),
                "This user may not do that, so neither may a token of theirs.",
                std::string(toText(scope))};
    return wanted;
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

Result<MadeApiToken> Store::makeApiToken(const NewApiToken &wanted, const Actor &by)
{
    if (wanted.name.size() > longestTokenName || wanted.lifetime < std::chrono::days(1) ||
        wanted.lifetime > longestTokenLife)
        return Failure{
            std::string(code::malformed),
            "A token lasts 1 to 3650 days and has a name of at most 200 bytes.",
            {}};
    const auto secret = makeToken();
    const auto now = m_parts->clock.now();
    return m_parts->write([&](Written &written) -> Result<MadeApiToken> {
        auto &connection = written.connection();
        User user;
        {
            Query row(connection, tokenOwner, wanted.user);
            if (!row.next())
                return userNotFound(wanted.user);
            user = userFrom(connection, row);
        }
        const auto scopes = scopesWithin(wanted.scopes, user, by);
        if (!scopes)
            return scopes.failure();
        const Timestamp expires = now + wanted.lifetime;
        const auto hash = tokenHash(secret);
        Query(
            connection,
            "INSERT INTO api_tokens (token_hash, \"user\", made_at, name, scopes, expires_at) "
            "SELECT ?, key, ?, ?, ?, ? FROM users WHERE name = ?",
            hash, now, wanted.name, wordsOf(*scopes), expires, wanted.user)
            .run();
        const ApiToken made{hash.substr(0, 12), wanted.user, wanted.name, *scopes, now, expires};
        addAudit(
            connection, now, by,
            {audited::tokenAdd,
             wanted.user,
             {{"token", made.id},
              {"name", wanted.name},
              {"scopes", wordsOf(*scopes)},
              {"expires_at", formatUtc(expires)}}});
        return MadeApiToken{secret, made};
    });
}

Result<std::vector<ApiToken>> Store::apiTokens(const std::optional<std::string> &user) const
{
    return m_parts->readers.read([&](Connection &connection) -> Result<std::vector<ApiToken>> {
        std::vector<ApiToken> out;
        Query rows(connection, allTokens, user);
        while (rows.next())
            out.push_back(tokenFrom(rows, 0, rows.text(1), 2));
        return out;
    });
}

Result<void> Store::revokeApiToken(
    const std::string &id, const std::optional<std::string> &user, const Actor &by)
{
    const auto now = m_parts->clock.now();
    return m_parts->write([&](Written &written) -> Result<void> {
        auto &connection = written.connection();
        std::string owner;
        {
            Query row(
                connection,
                "SELECT u.name FROM api_tokens t JOIN users u ON u.key = t.user "
                "WHERE substr(t.token_hash, 1, 12) = ?1 AND (?2 IS NULL OR u.name = ?2)",
                id, user);
            if (!row.next())
                return Failure{
                    std::string(code::notFound), "There is no such token. See the list of tokens.",
                    "token"};
            owner = row.text(0);
        }
        Query(connection, "DELETE FROM api_tokens WHERE substr(token_hash, 1, 12) = ?", id).run();
        addAudit(connection, now, by, {audited::tokenRevoke, owner, {{"token", id}}});
        return {};
    });
}

Result<std::optional<TokenHolder>> Store::holderOfApiToken(const std::string &token) const
{
    const auto now = m_parts->clock.now();
    return m_parts->readers.read([&](Connection &connection) -> Result<std::optional<TokenHolder>> {
        Query row(connection, holderOfToken, tokenHash(token), now);
        if (!row.next())
            return std::optional<TokenHolder>();
        auto user = userFrom(connection, row);
        auto made = tokenFrom(row, behindUser, user.name, behindUser + 1);
        return std::optional(TokenHolder{std::move(made), std::move(user)});
    });
}

Result<Session> Store::startSession(const std::string &user, const Actor &by)
{
    const auto now = m_parts->clock.now();
    Session session{makeToken(), makeToken(), now + sessionLifetime, {}};
    return m_parts->write([&](Written &written) -> Result<Session> {
        auto &connection = written.connection();
        {
            Query row(connection, tokenOwner, user);
            if (!row.next())
                return userNotFound(user);
            session.user = userFrom(connection, row);
        }
        Query(connection, "DELETE FROM sessions WHERE expires_at <= ?", now).run();
        Query(
            connection,
            "INSERT INTO sessions (token_hash, \"user\", csrf, expires_at) VALUES (?,?,?,?)",
            tokenHash(session.token), *userKey(connection, user), session.csrf, session.expiresAt)
            .run();
        addAudit(connection, now, by, {audited::signIn, user});
        return session;
    });
}

Result<std::optional<Session>> Store::findSession(const std::string &token) const
{
    const auto now = m_parts->clock.now();
    return m_parts->readers.read([&](Connection &connection) -> Result<std::optional<Session>> {
        const auto last = now + sessionLifetime + toleratedClockError;
        Query row(connection, userOfSession, tokenHash(token), now, last);
        if (!row.next())
            return std::optional<Session>();
        return std::optional(
            Session{"", row.text(behindUser), row.time(behindUser + 1), userFrom(connection, row)});
    });
}

Result<void> Store::endSession(const std::string &token, const Actor &by)
{
    const auto now = m_parts->clock.now();
    return m_parts->write([&](Written &written) -> Result<void> {
        auto &connection = written.connection();
        std::string user;
        {
            Query row(
                connection,
                "SELECT u.name FROM sessions t JOIN users u ON u.key = t.user WHERE t.token_hash = "
                "?",
                tokenHash(token));
            if (!row.next())
                return {};
            user = row.text(0);
        }
        Query(connection, "DELETE FROM sessions WHERE token_hash = ?", tokenHash(token)).run();
        addAudit(connection, now, by, {audited::signOut, user});
        return {};
    });
}

} // namespace vouch::server
