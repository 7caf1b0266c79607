#pragma once

#include "core/base/json.h"
#include "core/base/time.h"
#include "core/base/uuid.h"
#include "core/metrics/nps.h"
#include "sync/protocol/pin_role.h"

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

/// What the server keeps besides records, as plain values.
namespace vouch::server {

/// One shop of the chain.
struct StoreInfo
{
    std::string id;     ///< "s1": letters, digits, '-', '_' and '.'; at most 64
    std::string name;   ///< not empty
    std::string region; ///< its id; empty when it belongs to none
    std::string timezone = "UTC";
    std::optional<int> targetNps{}; ///< points, −100 to 100

    bool operator==(const StoreInfo &) const = default;
};

/// A part of the chain: of stores, or of other regions. Regions are a tree.
struct Region
{
    std::string id;     ///< at most 200 bytes, not empty
    std::string name;   ///< not empty
    std::string parent; ///< its id; empty at the top

    bool operator==(const Region &) const = default;
};

/// Some stores of the chain, or all of them: what somebody may see. By itself none.
class StoreSet
{
public:
    StoreSet() = default;
    explicit StoreSet(std::set<std::string> ids)
        : m_ids(std::move(ids))
    {
    }
    static StoreSet all()
    {
        StoreSet out;
        out.m_isAll = true;
        return out;
    }

    bool isAll() const { return m_isAll; }
    bool contains(const std::string &id) const { return m_isAll || m_ids.contains(id); }
    const std::set<std::string> &ids() const { return m_ids; } ///< empty when all
    bool operator==(const StoreSet &) const = default;

private:
    bool m_isAll = false;
    std::set<std::string> m_ids;
};

/// Who changes something, and from where: what the audit log says of it.
struct Actor
{
    std::string who = "program"; ///< "user:ann", "device:<uuid>", "local:root"
    std::string from;            ///< an address, or "command"
};

/// A shop with what a list of shops shows about it. Kept in its row, never scanned for.
struct StoreStatus
{
    StoreInfo info;
    Day today;                           ///< the business day there now
    std::optional<Timestamp> lastAnswer; ///< of a scored check
    std::int64_t version = 0;            ///< grows with every accepted scored check
};

/// The live state of one shop: what is pushed to those who watch it.
struct StoreState
{
    std::string store;
    std::int64_t version = 0;
    Day day;              ///< the business day there now
    metrics::Tally tally; ///< of that day, transactional, marked answers included
    std::optional<Timestamp> lastAnswer;
};

struct Device
{
    Uuid id; ///< made from the public key, so that a device keeps it through every enrolment
    std::string name;
    std::string publicKey; ///< 32 bytes
    std::string store;     ///< where it stands now
    bool revoked = false;
    Timestamp enrolledAt;
    std::optional<Timestamp> lastSeenAt; ///< its last batch or heartbeat
    bool rotating = false;               ///< gets a new token with its next heartbeat
};

enum class Role { Admin, Regional, Manager, Viewer };
std::string_view toText(Role role);
std::optional<Role> roleFrom(std::string_view text);

struct User
{
    std::string name;
    Role role = Role::Viewer;
    bool everywhere = false;       ///< sees the whole chain; else only what the next two name
    std::set<std::string> regions; ///< with all that lies below them
    std::set<std::string> stores;
    bool mayExport = false;   ///< a right of its own, whatever the role
    bool disabled = false;    ///< can neither sign in nor use a token
    std::string passwordHash; ///< Argon2id string of crypto::hashPassword()
    StoreSet sees;            ///< what it comes to now; set by whatever reads a user
};

/// What changes in a user; what is absent stays.
struct UserChange
{
    std::optional<Role> role;
    std::optional<bool> everywhere;
    std::optional<std::set<std::string>> regions;
    std::optional<std::set<std::string>> stores;
    std::optional<bool> mayExport;
    std::optional<bool> disabled;
};

/// What an API token is for; it never has a right that its user lacks.
enum class TokenScope { Read, Export, Administer, Sales };
std::string_view toText(TokenScope scope);
std::optional<TokenScope> tokenScopeFrom(std::string_view text);

/// An API token without the token: that is told once, only its hash is kept.
struct ApiToken
{
    std::string id; ///< 12 hexadecimal digits, to name it by
    std::string user;
    std::string name; ///< what it is for
    std::set<TokenScope> scopes;
    Timestamp madeAt;
    std::optional<Timestamp> expiresAt; ///< nothing: made before tokens expired
};

/// Who a valid API token acts for.
struct TokenHolder
{
    ApiToken token;
    User user;
};

struct NewApiToken
{
    std::string user{};
    std::string name{};
    std::set<TokenScope> scopes{}; ///< none: reading, and exporting when the user may
    std::chrono::days lifetime{365};
};

struct MadeApiToken
{
    std::string secret; ///< told once
    ApiToken token;
};

/// A signed-in browser.
struct Session
{
    std::string token; ///< goes into the cookie; only its hash is stored, so it is set once only
    std::string csrf;  ///< goes into a header with every unsafe request
    Timestamp expiresAt;
    User user;
};

struct SealingKeyInfo
{
    std::string id;        ///< 8 hexadecimal digits
    std::string publicKey; ///< 32 bytes
};

struct ChecklistVersion
{
    std::string id;
    int version = 0;
    std::string json;                     ///< as it was added
    std::optional<Timestamp> publishedAt; ///< for the store that was asked about, or the chain
};

/// One setting of the chain or of one store; PINs are none.
struct Setting
{
    std::string store; ///< empty: the whole chain
    std::string key;   ///< of protocol::settingKinds()
    json::value value;
    Timestamp setAt;       ///< made by the server
    bool isStaged = false; ///< for some stores first; made by the server
};

/// That a PIN is set; never what it is.
struct PinStatus
{
    std::string store;
    protocol::PinRole role = protocol::PinRole::Figures;
    Timestamp setAt;
};

/// What a kiosk of one store is given. The ETag changes exactly when the content does.
struct KioskConfig
{
    std::string etag; ///< quoted, as the header has it
    /// The last publication (publications.h) that changed something for the store; only grows.
    std::int64_t version = 0;
    std::vector<ChecklistVersion> checklists;
    SealingKeyInfo sealingKey;
    StoreInfo store;
    json::object settings;    ///< the store's own before the chain's, key by key
    protocol::PinHashes pins; ///< of this store
};

} // namespace vouch::server
