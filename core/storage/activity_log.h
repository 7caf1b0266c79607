#pragma once

#include "core/storage/kiosk_store.h"

/// What the kiosk did, hour by hour of the store's wall clock (its days are business days).
/// Nobody's answers are in it; it tells how much the answers stand for: who switched the kiosk off
/// on a bad day, where people give up.
///
/// When an hour is over and its last check is closed, one record of kind `activity` goes into the
/// chain and the outbox, with the hour's day, hour and beginning (`opened_at`), and the member
///     "activity": { "minutes": 58, "minutes_open": 60, "opened": 7, "scored": 7, "completed": 5,
///                   "corrected": 1, "left": { "improve": 1 }, "warnings": 2, "more_time": 1 }
/// `minutes`       in which a shopper could have answered, 0–60
/// `minutes_open`  of the opening hours; left out where they are not known
/// `opened`        checks of kind `survey` that opened in this hour; the next three are of these
/// `scored`        with a score when they closed, whatever their state
/// `completed`     that reached thanks
/// `corrected`     in which an answer was changed
/// `left`          abandoned ones by the question on whose page they were left. Those that a
///                 restart ended are in none: opened − completed − all of `left`.
/// `warnings`      idle warnings shown
/// `more_time`     warnings that were answered by "More time"
/// An hour of which nothing is known (the tablet was off) has no record. There can be two of one
/// hour: where the clocks go back, and where the tablet's clock was set back; they add up.
namespace vouch::storage {

/// Gathers what the checks themselves do not tell, and closes the hours. What the checks tell is
/// counted from their rows when the hour closes, so that a crash loses none of it; it can lose what
/// was gathered since the last tick().
class ActivityLog
{
public:
    /// What a tick may add at most. Longer silence means that the program stood still.
    static constexpr std::chrono::milliseconds longestTick = std::chrono::minutes(2);

    ActivityLog(KioskStore &store, const Clock &clock, TimeZone zone = TimeZone::utc());

    /// Whose hours these are from now on; a null device before the enrolment. Business days begin
    /// at the hour `dayStart`, which the store is told too.
    void setPlace(const Uuid &device, const std::string &store, TimeZone zone, int dayStart = 0);
    /// Whether a shopper could answer now: false in training, in the manager's view, while the
    /// screen is being cleaned, and when answers cannot be stored. It starts as false.
    void setAvailable(bool available);
    void warned();
    void gaveMoreTime();

    /// Stores what was gathered and closes the hours that are over. To be called every minute,
    /// after each closing, at the start after closeLeftOpen(), and before the end. What could not
    /// be stored is kept for the next call.
    Result<void> tick();

private:
    LocalHour hourAt(Timestamp time) const;
    ActivityShare &share(const LocalHour &hour);
    void gather();

    KioskStore &m_store;
    const Clock &m_clock;
    TimeZone m_zone;
    int m_dayStart = 0;
    Uuid m_device;
    std::string m_place;
    bool m_available = false;
    std::int64_t m_since = 0; ///< by the monotonic clock; while available
    std::vector<ActivityShare> m_gathered;
};

} // namespace vouch::storage
