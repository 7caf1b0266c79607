#include "sync/server/api/access.h"

#include "core/base/crypto.h"
#include "sync/protocol/codes.h"
#include "sync/server/store/store.h"

#include <algorithm>

namespace vouch::server {

namespace {

namespace code = protocol::code;

Failure refused(std::string_view failureCode, std::string message)
{
    return {std::string(failureCode), std::move(message), {}};
}

/// What the header Authorization holds for a scheme, "bearer "; empty when it is of another.
std::string_view credentials(const http::Request &request, std::string_view scheme)
{
    const auto value = request.headers.value("Authorization");
    if (value.size() <= scheme.size() ||
        !http::equalIgnoringCase(value.substr(0, scheme.size()), scheme))
        return {};
    return value.substr(std::min(value.find_first_not_of(' ', scheme.size()), value.size()));
}

/// Empty when there is none.
std::string tokenIn(const http::Request &request, bool basic)
{
    if (const auto bearer = credentials(request, "bearer "); !bearer.empty())
        return std::string(bearer);
    if (!basic)
        return {};
    // The name before the colon is whatever people put there: the token tells who it is.
    const auto pair = crypto::fromBase64(credentials(request, "basic "));
    const auto colon = pair ? pair->find(':') : std::string::npos;
    return colon == std::string::npos ? std::string() : pair->substr(colon + 1);
}

Result<Caller> callerByToken(const Store &store, const std::string &token)
{
    auto device = store.deviceByToken(token);
    if (!device)
        return device.failure();
    Caller caller;
    caller.device = std::move(*device);
    if (!caller.device) {
        auto holder = store.holderOfApiToken(token);
        if (!holder)
            return holder.failure();
        if (*holder) {
            caller.user = std::move((*holder)->user);
            caller.apiToken = std::move((*holder)->token);
        }
    }
    return caller;
}

Result<Caller> callerByCookie(const Store &store, const std::string &cookie)
{
    auto session = store.findSession(cookie);
    if (!session)
        return session.failure();
    Caller caller;
    if (*session) {
        caller.user = std::move((*session)->user);
        caller.csrf = std::move((*session)->csrf);
        caller.sessionToken = cookie;
    }
    return caller;
}

/// A browser sends the cookie with whatever page made the request; only ours knows the other half.
bool isForged(const http::Request &request, const Caller &caller)
{
    const bool safe = request.method == "GET" || request.method == "HEAD";
    return !safe && !caller.sessionToken.empty() &&
           !crypto::equalConstantTime(request.headers.value(csrfHeader), caller.csrf);
}

Result<Caller> identify(const Store &store, const http::Request &request, bool basic)
{
    const auto token = tokenIn(request, basic);
    if (!token.empty())
        return callerByToken(store, token);
    if (const auto cookie = request.cookie(sessionCookie))
        return callerByCookie(store, *cookie);
    return Caller{};
}

/// What `caller`, whose role may, lacks beside it. Empty: nothing.
std::string missingRight(const Caller &caller, Right right)
{
    if (isForPeople(right))
        return caller.apiToken ? "This is for people on the page, not for API tokens. Sign in."
                               : std::string();
    if (right == Right::Sales) {
        const bool may = caller.apiToken
                             ? caller.apiToken->scopes.contains(TokenScope::Sales) ||
                                   caller.apiToken->scopes.contains(TokenScope::Administer)
                             : caller.user->role == Role::Admin;
        return may ? std::string()
                   : "Sales come from a till's token (token add --scope sales), or from an "
                     "administrator.";
    }
    if (right == Right::Export && !caller.user->mayExport)
        return "Exporting is a right of its own, which you do not have. Ask an administrator.";
    const auto needed = right == Right::Export       ? TokenScope::Export
                        : right == Right::Administer ? TokenScope::Administer
                                                     : TokenScope::Read;
    if (caller.apiToken && !caller.apiToken->scopes.contains(needed))
        return "This token's scope does not hold \"" + std::string(toText(needed)) +
               "\". Make one that does.";
    return {};
}

Result<void> mayCall(const Caller &caller, const Access &access)
{
    if (caller.device && caller.device->revoked)
        return refused(
            code::deviceRevoked,
            "This device was revoked. Its answers stay on it until it is taken back.");
    if (!caller.device && !caller.user)
        return refused(
            code::unauthenticated, access.roles.empty()
                                       ? "This needs a device's token. Enrol the device (again)."
                                       : "This needs a session or a token. Sign in (again).");
    if (caller.device)
        return access.device
                   ? Result<void>()
                   : refused(code::forbidden, "This is not for devices. Sign in as a person.");
    if (!access.roles.contains(caller.user->role))
        return refused(code::forbidden, "Your role does not allow this. Ask an administrator.");
    if (auto missing = missingRight(caller, access.right); !missing.empty())
        return refused(code::forbidden, std::move(missing));
    return {};
}

} // namespace

std::string_view toText(Right right)
{
    switch (right) {
    case Right::Read:
        return "read";
    case Right::Export:
        return "export";
    case Right::Administer:
        return "administer";
    case Right::Sales:
        return "sales";
    case Right::Own:
        return "own";
    case Right::Contact:
        return "contact";
    }
    return "";
}

StoreSet Caller::sees() const
{
    if (device)
        return StoreSet({device->store});
    return user ? user->sees : StoreSet();
}

bool Caller::mayExport() const
{
    return user && user->mayExport && (!apiToken || apiToken->scopes.contains(TokenScope::Export));
}

Actor Caller::actor() const
{
    if (device)
        return {"device:" + device->id.text(), address};
    if (!user)
        return {"nobody", address};
    return {"user:" + user->name, apiToken ? address + ", token " + apiToken->id : address};
}

Result<Caller> admit(const Store &store, const http::Request &request, const Access &access)
{
    Caller nobody;
    nobody.address = request.peer;
    if (access.anyone)
        return nobody;
    auto caller = identify(store, request, access.basic);
    if (!caller)
        return caller;
    caller->address = request.peer;
    if (const auto may = mayCall(*caller, access); !may)
        return may.failure();
    if (isForged(request, *caller))
        return refused(
            code::csrfMissing, "The header " + std::string(csrfHeader) +
                                   " is missing or wrong. GET /api/v1/session tells it.");
    return caller;
}

} // namespace vouch::server
