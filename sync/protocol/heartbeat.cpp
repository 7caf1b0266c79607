#include "sync/protocol/heartbeat.h"

#include "core/base/utf8.h"

namespace vouch::protocol {

namespace {

void put(json::object &out, const char *member, const std::optional<std::int64_t> &value)
{
    if (value)
        out[member] = *value;
}

void put(json::object &out, const char *member, const std::optional<bool> &value)
{
    if (value)
        out[member] = *value;
}

void put(json::object &out, const char *member, const std::optional<Timestamp> &value)
{
    if (value)
        out[member] = formatUtc(*value);
}

std::optional<bool> flagIn(const json::object &object, std::string_view member)
{
    const auto *value = object.if_contains(member);
    return value && value->is_bool() ? std::optional(value->get_bool()) : std::nullopt;
}

std::optional<Timestamp> timeIn(const json::object &object, std::string_view member)
{
    const auto *text = findString(object, member);
    const auto time = text ? parseUtc(view(*text)) : Result<Timestamp>(Failure{});
    return time ? std::optional(*time) : std::nullopt;
}

/// Only what makes sense: anything else is not known.
std::optional<std::int64_t>
numberIn(const json::object &object, std::string_view member, std::int64_t least, std::int64_t most)
{
    const auto number = findInteger(object, member);
    return number && *number >= least && *number <= most ? number : std::nullopt;
}

constexpr std::int64_t anyCount = std::int64_t(1) << 53;
constexpr std::size_t longestVersion = 100;

} // namespace

json::object toJson(const Heartbeat &heartbeat)
{
    json::object out;
    if (!heartbeat.version.empty())
        out["version"] = heartbeat.version;
    put(out, "config_version", heartbeat.configVersion);
    put(out, "clock", heartbeat.clock);
    put(out, "queue_length", heartbeat.queueLength);
    put(out, "queue_oldest_at", heartbeat.queueOldestAt);
    put(out, "refused", heartbeat.refused);
    put(out, "battery_percent", heartbeat.batteryPercent);
    put(out, "charging", heartbeat.charging);
    put(out, "temperature_celsius", heartbeat.temperatureCelsius);
    put(out, "disk_free_bytes", heartbeat.diskFreeBytes);
    put(out, "locked", heartbeat.locked);
    json::array failing;
    for (const auto &code : heartbeat.failing)
        if (failing.size() < mostFailing)
            failing.push_back(json::string(beginningOf(code, longestFailing)));
    out["failing"] = std::move(failing);
    return out;
}

Heartbeat heartbeatFrom(const json::object &object)
{
    Heartbeat out;
    if (const auto *program = findString(object, "version"))
        out.version = beginningOf(view(*program), longestVersion);
    out.configVersion = numberIn(object, "config_version", 0, anyCount);
    out.clock = timeIn(object, "clock");
    out.queueLength = numberIn(object, "queue_length", 0, anyCount);
    out.queueOldestAt = timeIn(object, "queue_oldest_at");
    out.refused = numberIn(object, "refused", 0, anyCount);
    out.batteryPercent = numberIn(object, "battery_percent", 0, 100);
    out.charging = flagIn(object, "charging");
    out.temperatureCelsius = numberIn(object, "temperature_celsius", -60, 200);
    out.diskFreeBytes = numberIn(object, "disk_free_bytes", 0, anyCount);
    out.locked = flagIn(object, "locked");
    if (const auto *failing = findArray(object, "failing"))
        for (const auto &each : *failing) {
            const auto *code = each.if_string();
            if (code && out.failing.size() < mostFailing)
                out.failing.emplace_back(beginningOf(view(*code), longestFailing));
        }
    return out;
}

std::string_view batteryBand(const Heartbeat &heartbeat)
{
    if (!heartbeat.batteryPercent)
        return heartbeat.charging == true ? "mains" : "";
    const auto percent = *heartbeat.batteryPercent;
    return percent >= 80 ? "full" : percent >= 40 ? "good" : percent >= 15 ? "low" : "critical";
}

std::string_view heatBand(const Heartbeat &heartbeat)
{
    if (!heartbeat.temperatureCelsius)
        return "";
    const auto celsius = *heartbeat.temperatureCelsius;
    return celsius >= 80 ? "hot" : celsius >= 60 ? "warm" : "normal";
}

} // namespace vouch::protocol
