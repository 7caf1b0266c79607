#pragma once

#include "sync/server/http/message.h"
#include "sync/server/store/entities.h"

#include <set>

namespace vouch::server {

class Store;

/// What a person must be allowed beside having the role. A session has all rights of its user; an
/// API token only those in its scope, and never Own or Contact.
enum class Right {
    Read,
    Export,     ///< given to each user by itself
    Administer, ///< administrators
    Sales,      ///< tills, by a token that was given for it; administrators
    Own, ///< for people on the page: one's own session, password and tokens, notes, who may come in
    Contact, ///< shoppers' addresses: for people on the page, one at a time
};
std::string_view toText(Right right);
/// Who are signed in: no API token may.
inline bool isForPeople(Right right)
{
    return right == Right::Own || right == Right::Contact;
}

/// Who may call an endpoint. Every endpoint says so; without a word nobody may.
struct Access
{
    bool anyone = false;
    bool device = false;
    std::set<Role> roles;
    Right right = Right::Read;
    /// An API token may come as the password of Basic too, which is what spreadsheets can send.
    /// Only where nothing is changed: a browser would send it along with whoever's request.
    bool basic = false;

    static Access forAnyone() { return {true, false, {}}; }
    static Access forDevice() { return {false, true, {}}; }
    static Access forUsers(std::set<Role> roles) { return {false, false, std::move(roles)}; }
    static Access forDeviceAndUsers() { return {false, true, everyRole()}; }
    static Access forExporters() { return {false, false, everyRole(), Right::Export}; }
    static Access forFeeds() { return {false, false, everyRole(), Right::Export, true}; }
    static Access forContacts()
    {
        return {false, false, {Role::Admin, Role::Regional, Role::Manager}, Right::Contact};
    }
    static Access forComments()
    {
        return {false, false, {Role::Admin, Role::Regional, Role::Manager}};
    }
    /// Who says beside the figures what happened: people on the page.
    static Access forNoting()
    {
        return {false, false, {Role::Admin, Role::Regional, Role::Manager}, Right::Own};
    }
    static Access forAdministrators() { return {false, false, {Role::Admin}, Right::Administer}; }
    /// Who may come in, and with which password: an administrator, signed in. A token that could
    /// say so would outlive itself.
    static Access forAdmitting() { return {false, false, {Role::Admin}, Right::Own}; }
    static Access forTills() { return {false, false, everyRole(), Right::Sales}; }
    static Access forOneself() { return {false, false, everyRole(), Right::Own}; }
    static std::set<Role> everyRole()
    {
        return {Role::Admin, Role::Regional, Role::Manager, Role::Viewer};
    }
};

/// Who calls: a device, a user, or (both empty) nobody in particular.
struct Caller
{
    std::optional<Device> device;
    std::optional<User> user;
    std::optional<ApiToken> apiToken; ///< when the user came by one
    std::string sessionToken;         ///< when the user came by cookie
    std::string csrf;                 ///< likewise
    std::string address;

    /// What lies outside is absent: from rows, sums, exports, events and errors alike.
    StoreSet sees() const;
    bool mayExport() const;
    /// For the audit log.
    Actor actor() const;
};

inline constexpr std::string_view sessionCookie = "vouch_session";
inline constexpr std::string_view csrfHeader = "X-Vouch-CSRF";

/// Tells by the bearer token, else by the session cookie, who calls, and whether `access` lets
/// them. Failures `unauthenticated`, `device-revoked`, `forbidden`, `csrf-missing`, and the
/// store's.
Result<Caller> admit(const Store &store, const http::Request &request, const Access &access);

} // namespace vouch::server
