#include "sync/server/store/device_status.h"

#include <cstdlib>

namespace vouch::server {

namespace {

bool isMissing(const DeviceStatus &status, Timestamp now)
{
    const auto silence = now - *status.device.lastSeenAt;
    return silence > seenWhileClosed || (status.isOpen != false && silence > seenWithin);
}

bool isBehind(const DeviceStatus &status)
{
    return status.report.configVersion && *status.report.configVersion < status.configVersion &&
           status.configSince && *status.device.lastSeenAt > *status.configSince + seenWithin;
}

} // namespace

std::vector<std::string_view> attentionTo(const DeviceStatus &status, Timestamp now)
{
    std::vector<std::string_view> out;
    if (status.device.revoked || status.isReplaced)
        return out;
    if (!status.device.lastSeenAt)
        return {attention::neverSeen};
    const auto &report = status.report;
    const auto say = [&](bool holds, std::string_view what) {
        if (holds)
            out.push_back(what);
    };
    say(isMissing(status, now), attention::notSeen);
    say(status.silence.has_value(), attention::silent);
    say(report.queueLength.value_or(0) > 0 && report.queueOldestAt &&
            now - *report.queueOldestAt > queueWithin,
        attention::queueOld);
    say(report.refused.value_or(0) > 0, attention::refused);
    say(report.charging != true && protocol::batteryBand(report) == "critical",
        attention::batteryLow);
    say(protocol::heatBand(report) == "hot", attention::hot);
    say(report.diskFreeBytes && *report.diskFreeBytes < leastDiskBytes, attention::diskLow);
    say(std::chrono::milliseconds(std::llabs(status.clockErrorMs.value_or(0))) > clockWithin,
        attention::clockOff);
    say(report.locked == false, attention::unlocked);
    say(!report.failing.empty(), attention::failing);
    say(isBehind(status), attention::configBehind);
    return out;
}

} // namespace vouch::server
