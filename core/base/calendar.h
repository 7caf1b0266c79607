#pragma once

#include "core/base/time.h"

#include <optional>
#include <string>
#include <string_view>

/// How a chain divides time: where its days and weeks begin, and whose months it counts by.
namespace vouch {

enum class Calendar { Gregorian, Jalali };
/// "gregorian" | "jalali".
std::string_view toText(Calendar calendar);
std::optional<Calendar> calendarFrom(std::string_view text);

/// "mon" … "sun".
std::string_view toText(std::chrono::weekday day);
std::optional<std::chrono::weekday> weekdayFrom(std::string_view text);

/// A date of the Solar Hijri calendar, by the rule of 33 years: right for 1865 to 2123.
struct JalaliDate
{
    int year = 0;
    int month = 0; ///< 1–12
    int day = 0;   ///< 1–31

    bool operator==(const JalaliDate &) const = default;
};
JalaliDate jalaliDate(Day day);

/// "2026-11" or "1405-09": the month that the day lies in.
std::string monthKey(Day day, Calendar calendar);

/// The first day of that month, and of the next one.
Day firstOfMonth(Day day, Calendar calendar);
Day firstOfNextMonth(Day day, Calendar calendar);

/// The first day of the week that the day lies in.
Day firstOfWeek(Day day, std::chrono::weekday weekStart);

/// The latest hour that a business day may begin at.
inline constexpr int latestDayStart = 12;

/// The business day of an instant in a shop whose days begin at the hour `dayStart`: what is before
/// that hour belongs to the day before.
Day businessDay(const LocalTime &time, int dayStart);
/// How many hours after its business day began an hour of the wall clock comes.
constexpr int hourOfBusinessDay(int hour, int dayStart)
{
    return (hour - dayStart + 24) % 24;
}
/// The calendar's day of an hour of a business day.
Day calendarDay(Day businessDay, int hour, int dayStart);

} // namespace vouch
