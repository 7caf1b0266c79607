#pragma once

#include "core/base/calendar.h"
#include "core/base/json.h"
#include "sync/server/store/entities.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

/// The chain's structure as a whole: what it is, and what somebody wants of it.
namespace vouch::server {

/// Where answers are given, as records name it: "checkout".
struct Touchpoint
{
    static constexpr int wholeWeight = 1'000'000;

    std::string id;
    std::string name;
    /// Its share of the touchpoint-weighted NPS, in millionths; those of a chain come to
    /// `wholeWeight`, or there are none.
    std::optional<int> weight;

    bool operator==(const Touchpoint &) const = default;
};

/// Settings of the chain that say how reports count.
struct ChainSettings
{
    bool unmarkedIsOfficial = false; ///< the official score leaves marked answers out
    int dayStart = 0;                ///< the hour at which business days begin
    std::chrono::weekday weekStart = std::chrono::Monday;
    Calendar calendar = Calendar::Gregorian;
};

struct StructureDevice
{
    std::string id; ///< a UUID
    std::string name;
    std::string store;
    bool revoked = false;
};

struct Structure
{
    std::map<std::string, Region> regions;
    std::map<std::string, StoreInfo> stores;
    /// Settings `opening_hours` by store; "" holds the chain's.
    std::map<std::string, json::object> hours;
    std::vector<Touchpoint> touchpoints;         ///< in the chain's order
    std::map<std::string, json::value> settings; ///< of the chain; each, at its default too
    std::map<std::string, StructureDevice> devices;
};

/// A line of a file, or an entry of a list.
struct StructurePlace
{
    std::string table; ///< "stores"
    std::int64_t line = 0;
};

/// What somebody wants; what is absent stays as it is. Rows of a table, each with its place.
struct RegionWish
{
    StructurePlace at;
    std::string id;
    std::optional<std::string> name;
    std::optional<std::string> parent; ///< empty: at the top
};

struct StoreWish
{
    StructurePlace at;
    std::string id;
    std::optional<std::string> name;
    std::optional<std::string> region; ///< empty: none
    std::optional<std::string> timezone;
    std::optional<std::optional<int>> targetNps;
};

/// The whole hours of a store, or of the chain.
struct HoursWish
{
    StructurePlace at;
    std::string store; ///< empty: the chain
    /// Nothing: none of its own. The chain's then hold; without those it is always open.
    std::optional<json::object> hours;
};

struct TouchpointWish
{
    StructurePlace at;
    Touchpoint touchpoint;
};

struct SettingWish
{
    StructurePlace at;
    std::string key;
    json::value value;
};

struct DeviceWish
{
    StructurePlace at;
    std::string id;
    std::optional<std::string> name;
    std::optional<std::string> store; ///< must be where it stands: a tablet moves by enrolment
};

struct StructureRefusal
{
    StructurePlace at;
    std::string code; ///< stable
    std::string reason;
};

struct StructureWishes
{
    std::vector<RegionWish> regions;
    std::vector<StoreWish> stores;
    std::vector<HoursWish> hours;
    /// All that there are from then on; nothing: they stay.
    std::optional<std::vector<TouchpointWish>> touchpoints;
    std::vector<SettingWish> settings;
    std::vector<DeviceWish> devices;
    std::vector<StructureRefusal> refusals; ///< what could not even be read
};

/// One field that changes; of something new `before` is empty.
struct StructureChange
{
    std::string table;
    std::string id;
    std::string field;
    std::string before;
    std::string after;
    bool isNew = false; ///< of something that is not there yet
};

struct StructureReport
{
    bool applied = false;
    std::vector<StructureChange> changes;
    std::vector<StructureRefusal> refusals; ///< when there is one, nothing is applied
};

struct StructurePlan
{
    Structure next;
    StructureReport report;
};

/// Failures `store-malformed`, `zone-unknown`.
Result<void> checkStore(const StoreInfo &store);

/// What becomes of `now` by the wishes. Pure.
StructurePlan planStructure(const Structure &now, const StructureWishes &wishes);

/// "0.35"; nothing for a touchpoint without a weight.
std::string weightText(const std::optional<int> &weight);

} // namespace vouch::server
