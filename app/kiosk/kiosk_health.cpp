#include "app/kiosk/kiosk_health.h"

#include <algorithm>
#include <charconv>
#include <fstream>

namespace vouch::kiosk {

namespace {

namespace fs = std::filesystem;

/// The one line of a file of the kernel's; empty when it cannot be read.
std::string lineOf(const fs::path &file)
{
    std::ifstream in(file);
    std::string out;
    std::getline(in, out);
    return out;
}

std::optional<std::int64_t> numberOf(const fs::path &file)
{
    const auto text = lineOf(file);
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc() && end == text.data() + text.size() ? std::optional(number)
                                                                    : std::nullopt;
}

std::vector<fs::path> entriesOf(const fs::path &folder)
{
    std::vector<fs::path> out;
    std::error_code error;
    for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error))
        out.push_back(at->path());
    return out;
}

/// Several batteries: the emptiest. Those of a mouse or a pen are not the tablet's.
void readPower(const fs::path &folder, protocol::Heartbeat &out)
{
    bool isPowered = false, hasSupply = false, isFed = false;
    for (const auto &supply : entriesOf(folder)) {
        const auto type = lineOf(supply / "type");
        if (type == "Battery" && lineOf(supply / "scope") != "Device") {
            isPowered = true;
            const auto percent = numberOf(supply / "capacity");
            if (percent && *percent >= 0 && *percent <= 100)
                out.batteryPercent = std::min(out.batteryPercent.value_or(100), *percent);
            const auto status = lineOf(supply / "status");
            isFed = isFed || status == "Charging" || status == "Full";
        } else if (type == "Mains" || type == "USB" || type == "Wireless") {
            hasSupply = true;
            isFed = isFed || numberOf(supply / "online") == 1;
        }
    }
    if (isPowered || hasSupply)
        out.charging = isFed || !isPowered;
}

constexpr std::int64_t coldest = -50'000; ///< thousandths of a degree: beyond is no measurement
constexpr std::int64_t hottest = 150'000;

void readHeat(const fs::path &folder, protocol::Heartbeat &out)
{
    std::optional<std::int64_t> most;
    for (const auto &zone : entriesOf(folder)) {
        if (!zone.filename().string().starts_with("thermal_zone"))
            continue;
        const auto heat = numberOf(zone / "temp");
        if (heat && *heat > coldest && *heat < hottest)
            most = std::max(most.value_or(*heat), *heat);
    }
    if (most)
        out.temperatureCelsius = (*most + (*most < 0 ? -500 : 500)) / 1000;
}

} // namespace

void readHealth(const HealthPaths &paths, protocol::Heartbeat &heartbeat)
{
    readPower(paths.system / "class" / "power_supply", heartbeat);
    readHeat(paths.system / "class" / "thermal", heartbeat);
    std::error_code error;
    const auto space = fs::space(paths.data, error);
    if (!error)
        heartbeat.diskFreeBytes = static_cast<std::int64_t>(space.available);
}

std::vector<std::string> RecentFailures::at(Timestamp now)
{
    std::erase_if(m_codes, [&](const auto &each) { return now - each.second > memory; });
    std::vector<std::string> out;
    for (const auto &[code, when] : m_codes)
        out.push_back(code);
    return out;
}

} // namespace vouch::kiosk
