#pragma once

#include "sync/protocol/heartbeat.h"
#include "sync/server/store/entities.h"

#include <optional>
#include <string>
#include <vector>

/// How the tablets are: what each said last, and what the server makes of it. Read from one row a
/// tablet and its hours of the last week (four for one that is silent); no record is read.
namespace vouch::server {

/// Minutes available ÷ minutes open, over the last closed days: a switched-off tablet answers
/// nobody. Of the place, so of a replaced tablet's hours too.
struct Coverage
{
    static constexpr int days = 7;

    std::int64_t minutes = 0; ///< available while the store was open
    std::int64_t minutesOpen = 0;
};

/// Nobody answered though somebody usually does.
///
/// The rule: take the whole hours since the tablet's last answer, a day at most. When the same
/// hours of the week brought `usualLeast` answers or more in each of the last four weeks, the
/// tablet is called silent. Where shoppers come by chance at the usual pace, whatever that is, this
/// happens in fewer than 5 of a million pauses: under one false alarm in 750 days of a tablet with
/// 250 answers a day. A holiday or a closed road is no chance: it is called silent, too.
struct Silence
{
    static constexpr int weeks = 4;
    static constexpr std::int64_t usualLeast = 10;

    Timestamp since;        ///< the last answer
    double usual = 0;       ///< answers in the same hours, a week's mean
    std::int64_t least = 0; ///< likewise, the least of the four
};

/// What somebody should look at; stable texts.
namespace attention {
inline constexpr std::string_view neverSeen = "never-seen"; ///< enrolled, and not heard of since
inline constexpr std::string_view notSeen = "not-seen";     ///< while the store is open
inline constexpr std::string_view silent = "silent";
inline constexpr std::string_view queueOld = "queue-old";
inline constexpr std::string_view refused = "refused"; ///< records in quarantine on the tablet
inline constexpr std::string_view batteryLow = "battery-low";
inline constexpr std::string_view hot = "hot";
inline constexpr std::string_view diskLow = "disk-low";
inline constexpr std::string_view clockOff = "clock-off";
inline constexpr std::string_view unlocked = "unlocked";
inline constexpr std::string_view failing = "failing";
inline constexpr std::string_view configBehind = "config-behind";
} // namespace attention

/// When each of them is said.
inline constexpr std::chrono::minutes seenWithin{16}; ///< three heartbeats
inline constexpr std::chrono::days seenWhileClosed{4};
inline constexpr std::chrono::hours queueWithin{1};
inline constexpr std::int64_t leastDiskBytes = 256 << 20;
inline constexpr std::chrono::minutes clockWithin{2};

struct DeviceStatus
{
    Device device;
    protocol::Heartbeat report;               ///< the last one
    std::optional<std::int64_t> clockErrorMs; ///< server − tablet
    std::optional<Timestamp> lastAnswerAt;
    std::int64_t configVersion = 0; ///< what its store is given now
    std::optional<Timestamp> configSince;
    std::optional<bool> isOpen;       ///< the store, now; nothing: its hours are not known
    std::optional<Coverage> coverage; ///< nothing: the hours are not known, or no day is over yet
    std::optional<Silence> silence;
    bool isReplaced = false; ///< another has taken its place
    // As far as these stand in stores that were asked for.
    std::optional<Uuid> replaces;
    std::optional<Uuid> replacedBy;
    std::vector<std::string_view> attention; ///< of `attention`; none of a tablet out of use
};

/// What follows from the rest of a status at an instant.
std::vector<std::string_view> attentionTo(const DeviceStatus &status, Timestamp now);

struct DeviceQuery
{
    StoreSet stores = StoreSet::all();
    std::optional<Uuid> id{};
    std::int64_t after = 0; ///< what the page before gave as `next`
    std::size_t limit = 500;
};

struct DevicePage
{
    std::vector<DeviceStatus> devices; ///< in the order of enrolment
    std::optional<std::int64_t> next;
};

/// What changes in a tablet; what is absent stays.
struct DeviceChange
{
    std::optional<std::string> name{};
    std::optional<std::string> store{};
};

} // namespace vouch::server
