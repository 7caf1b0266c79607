#pragma once

#include "core/base/result.h"

#include <chrono>
#include <memory>
#include <string>
#include <string_view>

namespace vouch {

/// An instant, UTC, to the millisecond.
using Timestamp = std::chrono::sys_time<std::chrono::milliseconds>;
/// A calendar day without a zone: a store's business day.
using Day = std::chrono::sys_days;

/// "2026-11-22T10:03:05.120Z", always with three decimals.
std::string formatUtc(Timestamp time);
/// Reads exactly what formatUtc writes; years 1970 to 9999. Failure `time-malformed`.
Result<Timestamp> parseUtc(std::string_view text);

/// "2026-11-22".
std::string formatDay(Day day);
/// Reads exactly what formatDay writes. Failure `day-malformed`.
Result<Day> parseDay(std::string_view text);

/// An instant as a store's wall clock shows it.
struct LocalTime
{
    Day day;
    int hour = 0;   ///< 0–23
    int minute = 0; ///< 0–59
    int utcOffsetMinutes = 0;
};

/// A time zone of the system's tzdata. Cheap to copy; safe from any thread.
class TimeZone
{
public:
    /// By its IANA name, "Asia/Dubai". Failure `zone-unknown`.
    static Result<TimeZone> find(const std::string &name);
    static TimeZone utc();

    const std::string &name() const { return m_name; }
    LocalTime local(Timestamp time) const;

private:
    TimeZone(std::string name, const void *zone)
        : m_name(std::move(name))
        , m_zone(zone)
    {
    }

    std::string m_name;
    const void *m_zone; ///< date::time_zone, owned by the library for the program's life
};

} // namespace vouch
