#include "core/storage/activity_log.h"

#include "core/base/calendar.h"

#include <algorithm>

namespace vouch::storage {

using std::chrono::milliseconds;

ActivityLog::ActivityLog(KioskStore &store, const Clock &clock, TimeZone zone)
    : m_store(store)
    , m_clock(clock)
    , m_zone(std::move(zone))
{
}

void ActivityLog::setPlace(
    const Uuid &device, const std::string &store, TimeZone zone, int dayStart)
{
    gather();
    m_device = device;
    m_place = store;
    m_zone = std::move(zone);
    m_dayStart = dayStart;
    m_store.setCalendar(m_zone, dayStart);
}

void ActivityLog::setAvailable(bool available)
{
    gather();
    m_available = available;
}

void ActivityLog::warned()
{
    ++share(hourAt(m_clock.now())).warnings;
}

void ActivityLog::gaveMoreTime()
{
    ++share(hourAt(m_clock.now())).moreTime;
}

Result<void> ActivityLog::tick()
{
    gather();
    if (!m_gathered.empty()) {
        if (auto stored = m_store.addActivity(m_gathered); !stored)
            return stored;
        m_gathered.clear();
    }
    const auto closed = m_store.closeHours(hourAt(m_clock.now()));
    return closed ? Result<void>() : Result<void>(closed.failure());
}

LocalHour ActivityLog::hourAt(Timestamp time) const
{
    const auto local = m_zone.local(time);
    return {businessDay(local, m_dayStart), local.hour, local.utcOffsetMinutes};
}

ActivityShare &ActivityLog::share(const LocalHour &hour)
{
    const auto at = std::find_if(m_gathered.begin(), m_gathered.end(), [&](const auto &each) {
        return each.hour == hour && each.device == m_device && each.store == m_place;
    });
    if (at != m_gathered.end())
        return *at;
    m_gathered.push_back({hour, m_device, m_place, milliseconds(0), 0, 0});
    return m_gathered.back();
}

void ActivityLog::gather()
{
    const auto monotonic = m_clock.monotonicMs();
    const auto passed = std::min(milliseconds(monotonic - m_since), longestTick);
    m_since = monotonic;
    if (!m_available || passed <= milliseconds(0))
        return;
    const auto now = m_clock.now();
    const auto hour = hourAt(now);
    const auto local = now + std::chrono::minutes(hour.utcOffsetMinutes);
    const auto sinceTheTurn = local - std::chrono::floor<std::chrono::hours>(local);
    const auto here = std::min<milliseconds>(passed, sinceTheTurn);
    share(hour).available += here;
    if (here < passed)
        share(hourAt(now - sinceTheTurn - milliseconds(1))).available += passed - here;
}

} // namespace vouch::storage
