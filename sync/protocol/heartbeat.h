#pragma once

#include "core/base/json.h"
#include "core/base/time.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// How a tablet is: what POST /api/v1/heartbeat carries beside the chains (ledger.md) and a
/// recovery. One definition for both ends.
namespace vouch::protocol {

/// What is absent is not known: no battery, a folder that cannot be read, an older program.
struct Heartbeat
{
    std::string version; ///< of the program
    /// Of the configuration that the next shopper meets: member `version` of GET /api/v1/config.
    std::optional<std::int64_t> configVersion;
    std::optional<Timestamp> clock; ///< the tablet's own
    std::optional<std::int64_t> queueLength;
    std::optional<Timestamp> queueOldestAt; ///< nothing too when the queue is empty
    std::optional<std::int64_t> refused;    ///< records in quarantine on the tablet
    std::optional<std::int64_t> batteryPercent;
    std::optional<bool> charging;                   ///< or on mains
    std::optional<std::int64_t> temperatureCelsius; ///< of the hottest part
    std::optional<std::int64_t> diskFreeBytes;      ///< where the answers lie
    std::optional<bool> locked;                     ///< the screen is held: nobody gets out
    /// Codes of what does not work at this moment, or went wrong since the start.
    std::vector<std::string> failing;

    bool operator==(const Heartbeat &) const = default;
};

/// Its members, without those that are not known.
json::object toJson(const Heartbeat &heartbeat);
/// Whatever does not fit is left out: a heartbeat is taken as it comes.
Heartbeat heartbeatFrom(const json::object &object);

/// At most so many of `failing` are sent and read, each of at most so many bytes.
inline constexpr std::size_t mostFailing = 16;
inline constexpr std::size_t longestFailing = 64;

/// "mains", "full" (from 80), "good" (40), "low" (15), "critical"; empty: not known. A tablet that
/// has no battery is on mains.
std::string_view batteryBand(const Heartbeat &heartbeat);
/// "normal", "warm" (from 60 °C), "hot" (from 80 °C); empty: not known.
std::string_view heatBand(const Heartbeat &heartbeat);

} // namespace vouch::protocol
