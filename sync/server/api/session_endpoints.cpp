#include "sync/server/api/api_parts.h"

#include "core/base/crypto.h"
#include "core/base/json.h"
#include "sync/protocol/codes.h"
#include "sync/server/api/problem.h"

namespace vouch::server {

namespace {

namespace code = protocol::code;

constexpr std::uint64_t credentialsBody = 8 * 1024;
constexpr std::size_t longestName = 200;
constexpr std::size_t longestPassword = 1000;

struct Credentials
{
    std::string name;
    std::string password;
};

Result<Credentials> credentialsFrom(const std::string &body)
{
    const auto parsed = parseJson(body);
    const auto *object = parsed ? parsed->if_object() : nullptr;
    const auto *name = object ? findString(*object, "name") : nullptr;
    const auto *password = object ? findString(*object, "password") : nullptr;
    if (!name || name->size() > longestName || !password || password->size() > longestPassword)
        return Failure{
            std::string(code::malformed), R"(Send {"name": "…", "password": "…"} to sign in.)", {}};
    return Credentials{std::string(view(*name)), std::string(view(*password))};
}

/// A page of another site must not sign its visitor in here.
bool isForeign(const http::Request &request)
{
    const auto origin = request.headers.value("Origin");
    const auto host = origin.find("://");
    return !origin.empty() &&
           (host == origin.npos || origin.substr(host + 3) != request.headers.value("Host"));
}

std::string cookie(const http::Request &request, const std::string &token, std::int64_t seconds)
{
    return std::string(sessionCookie) + "=" + token + "; Path=/; HttpOnly; SameSite=Strict" +
           "; Max-Age=" + std::to_string(seconds) + (request.secure ? "; Secure" : "");
}

http::Response sessionReply(const User &user, const std::string &csrf)
{
    json::object out{{"name", user.name}, {"role", toText(user.role)}, {"csrf", nullptr}};
    if (!csrf.empty())
        out["csrf"] = csrf;
    return jsonReply(json::serialize(out));
}

/// Stands in for the hash of a user who is not there, so that the answer takes as long.
const std::string &nobodysHash()
{
    static const std::string hash = [] {
        auto made = crypto::hashPassword(crypto::randomBytes(32), crypto::Cost::Interactive);
        return made ? *made : std::string();
    }();
    return hash;
}

/// Runs on the password pool.
void checkPassword(ApiParts &parts, const Exchange &exchange, const Credentials &credentials)
{
    const auto &peer = exchange.request.peer;
    const auto user = parts.store.findUser(credentials.name);
    if (!user)
        return exchange.refuse(user.failure());
    const auto &hash = *user ? (*user)->passwordHash : nobodysHash();
    const bool right = crypto::verifyPassword(credentials.password, hash);
    const auto account = credentials.name + "\n" + peer;
    if (!*user || !right) {
        parts.signInsOfAddress.failed(peer);
        parts.signInsOfAccount.failed(account);
        return exchange.refuse(
            {std::string(code::credentialsWrong),
             "The name or the password is wrong. Check both and try again.",
             {}});
    }
    parts.signInsOfAccount.succeeded(account);
    const auto session = parts.store.startSession((*user)->name);
    if (!session)
        return exchange.refuse(session.failure());
    auto response = sessionReply(session->user, session->csrf);
    const auto seconds = std::chrono::seconds(sessionLifetime).count();
    response.headers.set("Set-Cookie", cookie(exchange.request, session->token, seconds));
    exchange.respond(std::move(response));
}

void signIn(ApiParts &parts, const Exchange &exchange)
{
    if (isForeign(exchange.request))
        return exchange.refuse(
            {std::string(code::forbidden), "Sign in on this server's own page.", "Origin"});
    auto credentials = credentialsFrom(exchange.request.body);
    if (!credentials)
        return exchange.refuse(credentials.failure());
    const auto &peer = exchange.request.peer;
    auto wait = parts.signInsOfAccount.secondsToWait(credentials->name + "\n" + peer);
    if (!wait)
        wait = parts.signInsOfAddress.secondsToWait(peer);
    if (wait)
        return exchange.respond(
            tooManyRequests(*wait, "Too many wrong passwords. Wait a few minutes and try again."));
    const bool taken = parts.passwords.submit([&parts, exchange, credentials = *credentials] {
        try {
            checkPassword(parts, exchange, credentials);
        } catch (const std::exception &exception) {
            exchange.refuse({"exception", exception.what(), {}});
        }
    });
    if (!taken)
        exchange.refuse(
            {std::string(code::unavailable), "Many are signing in at once. Try again.", {}});
}

Result<http::Response> signOut(ApiParts &parts, const Exchange &exchange)
{
    if (!exchange.caller.sessionToken.empty()) {
        const auto ended = parts.store.endSession(exchange.caller.sessionToken);
        if (!ended)
            return ended.failure();
    }
    http::Response response;
    response.status = 204;
    response.headers.set("Set-Cookie", cookie(exchange.request, {}, 0));
    response.headers.set("Cache-Control", "no-store");
    return response;
}

} // namespace

void addSessionEndpoints(ApiParts &parts, std::vector<Endpoint> &endpoints)
{
    constexpr auto pattern = "/api/v1/session";
    endpoints.push_back(
        {.method = "POST",
         .pattern = pattern,
         .summary = "Signs in: sets the session cookie. Wrong tries are slowed by account and "
                    "address.",
         .access = Access::forAnyone(),
         .maxBody = credentialsBody,
         .bodySchema = "Credentials",
         .answers = {{200, "application/json", "Session"}},
         .problems = {413, 429},
         .call = [&parts](Exchange exchange) { signIn(parts, exchange); }});
    endpoints.push_back(
        {.method = "GET",
         .pattern = pattern,
         .summary = "Who is signed in.",
         .access = Access::forUsers(Access::everyRole()),
         .answers = {{200, "application/json", "Session"}},
         .call = answering([](const Exchange &exchange) -> Result<http::Response> {
             return sessionReply(*exchange.caller.user, exchange.caller.csrf);
         })});
    endpoints.push_back(
        {.method = "DELETE",
         .pattern = pattern,
         .summary = "Signs out.",
         .access = Access::forUsers(Access::everyRole()),
         .answers = {{204, {}, {}}},
         .call = answering([&parts](const Exchange &e) { return signOut(parts, e); })});
}

} // namespace vouch::server
