#include "sync/server/store/clock_error.h"

#include "sync/server/store/store.h"

namespace vouch::server {

namespace {

using std::chrono::milliseconds;

/// There was no Vouch before.
constexpr Timestamp firstVouch = std::chrono::sys_days(std::chrono::year(2025) / 1 / 1);
/// What a shopper brings to its end sooner; one that seems to take longer had its clock set in the
/// middle. What was left open may be closed much later.
constexpr std::chrono::hours longestConversation{1};

bool wasSetWithin(const check::Check &check)
{
    const bool isConversation =
        check.kind == check::kind::survey || check.kind == check::kind::training;
    return isConversation && check.state == check::State::Completed &&
           check.closedAt - check.openedAt > longestConversation;
}

} // namespace

TabletClock TabletClock::of(const protocol::Batch &batch, std::int64_t errorMs)
{
    return {errorMs, batch.sentAt + milliseconds(errorMs), batch.boot, batch.monotonicMs};
}

std::int64_t clockErrorOf(const check::Check &check, const TabletClock &clock)
{
    if (check.boot == clock.boot) {
        const bool isBefore = check.monotonicMs > 0 && check.monotonicMs <= clock.monotonicMs;
        if (!isBefore)
            return clock.errorMs; // no monotonic clock made these: an import, or a foreign client
        const auto closed = clock.at - milliseconds(clock.monotonicMs - check.monotonicMs);
        return (closed - (wasSetWithin(check) ? check.openedAt : check.closedAt)).count();
    }
    const auto started = clock.at - milliseconds(clock.monotonicMs);
    for (const auto error : {clock.errorMs, std::int64_t(0)}) {
        const auto opened = check.openedAt + milliseconds(error);
        if (opened >= firstVouch && opened <= started + toleratedClockError)
            return error;
    }
    return (started - check.openedAt).count();
}

} // namespace vouch::server
