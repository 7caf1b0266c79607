#include "sync/server/api/password_check.h"

#include "core/base/json.h"
#include "sync/protocol/codes.h"
#include "sync/server/api/problem.h"
#include "sync/server/store/audit.h"

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

/// Who the caller is and what they may.
http::Response sessionReply(const Caller &caller)
{
    const auto &user = *caller.user;
    json::object out{
        {"name", user.name},
        {"role", toText(user.role)},
        {"everywhere", user.everywhere},
        {"export", caller.mayExport()},
        {"csrf", nullptr}};
    if (!caller.csrf.empty())
        out["csrf"] = caller.csrf;
    return jsonReply(json::serialize(out));
}

/// Runs on the password pool.
void checkPassword(
    ApiParts &parts, const Exchange &exchange, const Credentials &credentials, PasswordTry attempt)
{
    const auto user = parts.store.findUser(credentials.name);
    if (!user) {
        attempt.takeBack();
        return exchange.refuse(user.failure());
    }
    Actor by{"nobody", exchange.caller.address};
    if (!isPasswordOf(*user, credentials.password)) {
        // A name that is nobody's may be a password that was typed in the wrong place.
        const auto noted = parts.store.noteAudit(
            {audited::signInRefused, *user ? (*user)->name : std::string()}, by);
        if (!noted)
            return exchange.refuse(noted.failure());
        return exchange.refuse(
            {std::string(code::credentialsWrong),
             "The name or the password is wrong. Check both and try again.",
             {}});
    }
    attempt.proved();
    Caller caller;
    by.who = "user:" + (*user)->name;
    const auto session = parts.store.startSession((*user)->name, by);
    if (!session)
        return exchange.refuse(session.failure());
    caller.user = session->user;
    caller.csrf = session->csrf;
    auto response = sessionReply(caller);
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
    PasswordTry attempt(parts, credentials->name, exchange.request.peer);
    if (const auto wait = attempt.begin())
        return exchange.respond(
            tooManyRequests(*wait, "Too many wrong passwords. Wait a few minutes and try again."));
    onPasswordPool(parts, exchange, [&parts, exchange, given = *credentials, attempt] {
        checkPassword(parts, exchange, given, attempt);
    });
}

/// Runs on the password pool.
void changePassword(
    ApiParts &parts, const Exchange &exchange, const std::string &present,
    const std::string &wanted, PasswordTry attempt)
{
    const auto &name = exchange.caller.user->name;
    if (!isPasswordOf(exchange.caller.user, present))
        return exchange.refuse(
            {std::string(code::passwordWrong), "This is not your present password.", "present"});
    attempt.proved();
    const auto hash = newPasswordHash(parts, name, wanted);
    if (!hash)
        return exchange.refuse(hash.failure());
    const auto set =
        parts.store.setPassword(name, *hash, exchange.caller.sessionToken, exchange.caller.actor());
    if (!set)
        return exchange.refuse(set.failure());
    parts.feed.rightsChanged();
    exchange.respond(emptyReply());
}

void askPassword(ApiParts &parts, const Exchange &exchange)
{
    const auto parsed = parseJson(exchange.request.body);
    const auto *object = parsed ? parsed->if_object() : nullptr;
    const auto *present = object ? findString(*object, "present") : nullptr;
    const auto *wanted = object ? findString(*object, "password") : nullptr;
    if (!present || !wanted || present->size() > longestPassword)
        return exchange.refuse(
            {std::string(code::malformed), R"(Send {"present": "…", "password": "…"}.)", {}});
    PasswordTry attempt(parts, exchange.caller.user->name, exchange.request.peer);
    if (const auto wait = attempt.begin())
        return exchange.respond(
            tooManyRequests(*wait, "Too many wrong passwords. Wait a few minutes and try again."));
    onPasswordPool(
        parts, exchange,
        [&parts, exchange, present = std::string(view(*present)),
         wanted = std::string(view(*wanted)),
         attempt] { changePassword(parts, exchange, present, wanted, attempt); });
}

Result<http::Response> signOut(ApiParts &parts, const Exchange &exchange)
{
    if (!exchange.caller.sessionToken.empty()) {
        const auto ended =
            parts.store.endSession(exchange.caller.sessionToken, exchange.caller.actor());
        if (!ended)
            return ended.failure();
        parts.feed.rightsChanged();
    }
    auto response = emptyReply();
    response.headers.set("Set-Cookie", cookie(exchange.request, {}, 0));
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
             return sessionReply(exchange.caller);
         })});
    endpoints.push_back(
        {.method = "DELETE",
         .pattern = pattern,
         .summary = "Signs out.",
         .access = Access::forUsers(Access::everyRole()),
         .answers = {{204, {}, {}}},
         .call = answering([&parts](const Exchange &e) { return signOut(parts, e); })});
    endpoints.push_back(
        {.method = "PUT",
         .pattern = "/api/v1/session/password",
         .summary = "Changes one's own password and ends one's other sessions.",
         .access = Access::forOneself(),
         .maxBody = credentialsBody,
         .bodySchema = "PasswordChange",
         .answers = {{204, {}, {}}},
         .problems = {413, 429},
         .call = [&parts](Exchange exchange) { askPassword(parts, exchange); }});
}

} // namespace vouch::server
