#pragma once

#include <chrono>
#include <functional>

namespace vouch::kiosk {

/// How long the watchdog waits for what.
struct WatchdogTimes
{
    using Ms = std::chrono::milliseconds;

    Ms start = std::chrono::seconds(60);   ///< until the first pulse
    Ms silence = std::chrono::seconds(20); ///< between two pulses; longer is a hang
    Ms stop = std::chrono::seconds(15);    ///< from SIGTERM to the end
    Ms firstDelay = std::chrono::milliseconds(500);
    Ms longestDelay = std::chrono::minutes(1);
    /// A run of this length ends a row of failures: the next delay is the first one again.
    Ms goodRun = std::chrono::minutes(2);
    /// So many starts in a row without a pulse: the trouble lies outside, the watchdog gives up.
    int failedStarts = 5;
};

/// What the watched process is given.
struct Watched
{
    int pulse = -1; ///< a byte written here every `pulseInterval` says "alive"; −1: nobody looks
    bool again = false; ///< not the first run: what is done once only has been done
};

inline constexpr std::chrono::milliseconds pulseInterval{2000};

/// Runs `kiosk` in a child process and starts it again, later and later, when it crashes or falls
/// silent. Returns its exit code when it ended by itself: left by staff, told to stop, wrong usage,
/// data in use, or a first start that failed. SIGTERM, SIGINT and SIGHUP are handed on as SIGTERM;
/// the child does not outlive this process. Call it before any thread is started.
int watchOver(const std::function<int(Watched)> &kiosk, WatchdogTimes times = {});

} // namespace vouch::kiosk
