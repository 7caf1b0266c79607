#pragma once

#include "core/base/time.h"
#include "sync/protocol/heartbeat.h"

#include <filesystem>
#include <map>
#include <string>

namespace vouch::kiosk {

/// Where the state of the device is read from.
struct HealthPaths
{
    std::filesystem::path system = "/sys"; ///< the kernel's, with class/power_supply and so on
    std::filesystem::path data;            ///< the kiosk's folder
};

/// Sets battery, charging, temperature and free disk, as far as the system tells them. A few small
/// reads, none of which can wait for anything.
void readHealth(const HealthPaths &paths, protocol::Heartbeat &heartbeat);

/// The codes of what went wrong in the last day, each once.
class RecentFailures
{
public:
    static constexpr std::chrono::hours memory{24};

    void note(const std::string &code, Timestamp now) { m_codes[code] = now; }
    std::vector<std::string> at(Timestamp now);

private:
    std::map<std::string, Timestamp> m_codes;
};

} // namespace vouch::kiosk
