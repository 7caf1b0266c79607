#pragma once

#include "sync/server/http/message.h"
#include "sync/server/store/entities.h"

#include <set>

namespace vouch::server {

class Store;

/// Who may call an endpoint. Every endpoint says so; there is no default.
struct Access
{
    bool anyone = false;
    bool device = false;
    std::set<Role> roles;

    static Access forAnyone() { return {true, false, {}}; }
    static Access forDevice() { return {false, true, {}}; }
    static Access forUsers(std::set<Role> roles) { return {false, false, std::move(roles)}; }
    static Access forDeviceAndUsers() { return {false, true, everyRole()}; }
    static std::set<Role> everyRole()
    {
        return {Role::Admin, Role::Regional, Role::Manager, Role::Viewer};
    }
};

/// Which stores a caller sees. What lies outside is absent: from rows, sums, exports, events and
/// errors alike.
struct Scope
{
    std::string store;  ///< this one only; empty: not bound to one
    std::string region; ///< this one only; empty: not bound to one

    bool sees(const StoreInfo &info) const
    {
        return (store.empty() || store == info.id) && (region.empty() || region == info.region);
    }
};

/// Who calls: a device, a user, or (both empty) nobody in particular.
struct Caller
{
    std::optional<Device> device;
    std::optional<User> user;
    std::string sessionToken; ///< when the user came by cookie
    std::string csrf;         ///< likewise

    Scope scope() const;
};

inline constexpr std::string_view sessionCookie = "vouch_session";
inline constexpr std::string_view csrfHeader = "X-Vouch-CSRF";

/// Tells by the bearer token, else by the session cookie, who calls, and whether `access` lets
/// them. Failures `unauthenticated`, `device-revoked`, `forbidden`, `csrf-missing`, and the
/// store's.
Result<Caller> admit(const Store &store, const http::Request &request, const Access &access);

} // namespace vouch::server
