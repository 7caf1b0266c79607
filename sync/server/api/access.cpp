#include "sync/server/api/access.h"

#include "core/base/crypto.h"
#include "sync/protocol/codes.h"
#include "sync/server/store/store.h"

namespace vouch::server {

namespace {

namespace code = protocol::code;

Failure refused(std::string_view failureCode, std::string message)
{
    return {std::string(failureCode), std::move(message), {}};
}

/// Empty when there is no bearer token.
std::string_view bearerToken(const http::Request &request)
{
    constexpr std::string_view scheme = "bearer ";
    const auto value = request.headers.value("Authorization");
    if (value.size() <= scheme.size() ||
        !http::equalIgnoringCase(value.substr(0, scheme.size()), scheme))
        return {};
    return value.substr(value.find_first_not_of(' ', scheme.size()));
}

Result<Caller> callerByToken(const Store &store, const std::string &token)
{
    auto device = store.deviceByToken(token);
    if (!device)
        return device.failure();
    Caller caller;
    caller.device = std::move(*device);
    if (!caller.device) {
        auto user = store.userByApiToken(token);
        if (!user)
            return user.failure();
        caller.user = std::move(*user);
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

Result<Caller> identify(const Store &store, const http::Request &request)
{
    const auto token = bearerToken(request);
    if (!token.empty())
        return callerByToken(store, std::string(token));
    if (const auto cookie = request.cookie(sessionCookie))
        return callerByCookie(store, *cookie);
    return Caller{};
}

} // namespace

Scope Caller::scope() const
{
    if (device)
        return {device->store, {}};
    return user ? Scope{user->store, user->region} : Scope{};
}

Result<Caller> admit(const Store &store, const http::Request &request, const Access &access)
{
    if (access.anyone)
        return Caller{};
    auto caller = identify(store, request);
    if (!caller)
        return caller;
    if (caller->device && caller->device->revoked)
        return refused(
            code::deviceRevoked,
            "This device was revoked. Its answers stay on it; ask for a new code to enrol it.");
    if (!caller->device && !caller->user)
        return refused(
            code::unauthenticated, access.roles.empty()
                                       ? "This needs a device's token. Enrol the device (again)."
                                       : "This needs a session or a token. Sign in (again).");
    if (caller->device ? !access.device : !access.roles.contains(caller->user->role))
        return refused(
            code::forbidden, caller->device
                                 ? "This is not for devices. Sign in as a person."
                                 : "Your role does not allow this. Ask an administrator.");
    if (isForged(request, *caller))
        return refused(
            code::csrfMissing, "The header " + std::string(csrfHeader) +
                                   " is missing or wrong. GET /api/v1/session tells it.");
    return caller;
}

} // namespace vouch::server
