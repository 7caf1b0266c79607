#include "core/base/calendar.h"

#include <algorithm>
#include <array>

namespace vouch {

namespace {

constexpr std::array<std::string_view, 7> dayNames{"sun", "mon", "tue", "wed", "thu", "fri", "sat"};

/// Floored, for years before the epoch too.
constexpr int floorDiv(int a, int b)
{
    return a / b - (a % b < 0 ? 1 : 0);
}

/// 1 Farvardin of a year: eight leap years in 33.
Day firstOfJalaliYear(int year)
{
    constexpr Day epoch(
        std::chrono::days(-492268)); // 1 Farvardin 1, 19 March 622 of the Julian calendar
    return epoch + std::chrono::days(365 * (year - 1) + floorDiv(8 * year + 21, 33));
}

} // namespace

std::string_view toText(Calendar calendar)
{
    return calendar == Calendar::Jalali ? "jalali" : "gregorian";
}

std::optional<Calendar> calendarFrom(std::string_view text)
{
    for (const auto calendar : {Calendar::Gregorian, Calendar::Jalali})
        if (toText(calendar) == text)
            return calendar;
    return std::nullopt;
}

std::string_view toText(std::chrono::weekday day)
{
    return dayNames[day.c_encoding()];
}

std::optional<std::chrono::weekday> weekdayFrom(std::string_view text)
{
    const auto found = std::find(dayNames.begin(), dayNames.end(), text);
    if (found == dayNames.end())
        return std::nullopt;
    return std::chrono::weekday(unsigned(found - dayNames.begin()));
}

JalaliDate jalaliDate(Day day)
{
    const std::chrono::year_month_day date(day);
    int year = int(date.year()) - 621;
    while (firstOfJalaliYear(year) > day)
        --year;
    const int ofYear = static_cast<int>((day - firstOfJalaliYear(year)).count());
    // Six months of 31 days, then of 30.
    const int month = ofYear < 186 ? ofYear / 31 : (ofYear - 186) / 30 + 6;
    const int before = month < 6 ? month * 31 : 186 + (month - 6) * 30;
    return {year, month + 1, ofYear - before + 1};
}

std::string monthKey(Day day, Calendar calendar)
{
    if (calendar == Calendar::Gregorian)
        return formatDay(day).substr(0, 7);
    const auto date = jalaliDate(day);
    return std::to_string(date.year) + (date.month < 10 ? "-0" : "-") + std::to_string(date.month);
}

Day firstOfMonth(Day day, Calendar calendar)
{
    const std::chrono::year_month_day date(day);
    const int ofMonth =
        calendar == Calendar::Jalali ? jalaliDate(day).day : int(unsigned(date.day()));
    return day - std::chrono::days(ofMonth - 1);
}

Day firstOfNextMonth(Day day, Calendar calendar)
{
    // No month is shorter than 28 days or longer than 31.
    return firstOfMonth(firstOfMonth(day, calendar) + std::chrono::days(31), calendar);
}

Day firstOfWeek(Day day, std::chrono::weekday weekStart)
{
    return day - (std::chrono::weekday(day) - weekStart);
}

Day businessDay(const LocalTime &time, int dayStart)
{
    return time.hour < dayStart ? time.day - std::chrono::days(1) : time.day;
}

Day calendarDay(Day businessDay, int hour, int dayStart)
{
    return hour < dayStart ? businessDay + std::chrono::days(1) : businessDay;
}

} // namespace vouch
