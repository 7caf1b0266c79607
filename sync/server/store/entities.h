#pragma once

#include "core/base/json.h"
#include "core/base/time.h"
#include "core/base/uuid.h"
#include "core/metrics/nps.h"
#include "sync/protocol/pin_role.h"

#include <optional>
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
    std::string region; ///< empty when the chain has none
    std::string timezone = "UTC";
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
};

enum class Role { Admin, Regional, Manager, Viewer };
std::string_view toText(Role role);
std::optional<Role> roleFrom(std::string_view text);

struct User
{
    std::string name;
    Role role = Role::Viewer;
    std::string region;       ///< sees this region only; empty: not bound to one
    std::string store;        ///< sees this store only; empty: not bound to one
    std::string passwordHash; ///< Argon2id string of crypto::hashPassword()
};

/// A signed-in browser.
struct Session
{
    std::string token; ///< goes into the cookie; only its hash is stored, so it is set once only
    std::string csrf;
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
    Timestamp setAt; ///< made by the server
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
    std::vector<ChecklistVersion> checklists;
    SealingKeyInfo sealingKey;
    StoreInfo store;
    json::object settings;    ///< the store's own before the chain's, key by key
    protocol::PinHashes pins; ///< of this store
};

} // namespace vouch::server
