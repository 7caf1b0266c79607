#include "sync/server/api/report_month.h"

#include "sync/protocol/codes.h"
#include "sync/server/report/report_figures.h"

#include <algorithm>

namespace vouch::server {

namespace {

Failure noMonth(const std::string &message)
{
    return {std::string(protocol::code::malformed), message, "month"};
}

/// Year and month as numbers; nothing when it is no month.
std::optional<std::pair<int, int>> numbersOf(const std::string &key)
{
    if (key.size() != 7 || key[4] != '-')
        return std::nullopt;
    int numbers[2] = {0, 0};
    for (std::size_t i = 0; i < key.size(); ++i) {
        if (i == 4)
            continue;
        if (key[i] < '0' || key[i] > '9')
            return std::nullopt;
        auto &number = numbers[i > 4];
        number = number * 10 + (key[i] - '0');
    }
    if (numbers[0] < 1 || numbers[1] < 1 || numbers[1] > 12)
        return std::nullopt;
    return std::pair(numbers[0], numbers[1]);
}

Day firstDayOf(int year, int month, Calendar calendar)
{
    if (calendar == Calendar::Gregorian)
        return Day(std::chrono::year(year) / month / 1);
    // 1 Farvardin is on 19 to 22 March; the first six months have 31 days, the others 30.
    const Day spring(std::chrono::year(year + 621) / std::chrono::March / 25);
    return firstOfMonth(
        firstOfMonth(spring, calendar) +
            std::chrono::days((month - 1) * 30 + std::min(month - 1, 6)),
        calendar);
}

} // namespace

Result<ReportMonthSpan> reportMonth(const std::string &key, Calendar calendar, Day today)
{
    const auto numbers = numbersOf(key);
    if (!numbers)
        return noMonth("Name a month as 2026-11, or as 1405-08 where the chain's calendar is so.");
    ReportMonthSpan out;
    out.first = firstDayOf(numbers->first, numbers->second, calendar);
    const auto end = firstOfNextMonth(out.first, calendar);
    out.isWhole = end <= today;
    out.last = std::min(end, today) - std::chrono::days(1);
    if (out.last < out.first)
        return noMonth(
            "This month has no closed day yet" +
            std::string(
                calendar == Calendar::Jalali ? " (the chain's months are those of the Solar Hijri "
                                               "calendar)."
                                             : "."));
    out.trendStarts = {out.first};
    while (out.trendStarts.size() < std::size_t(reportMonths))
        out.trendStarts.insert(
            out.trendStarts.begin(),
            firstOfMonth(out.trendStarts.front() - std::chrono::days(1), calendar));
    out.monthBefore = out.trendStarts[reportMonths - 2];
    return out;
}

} // namespace vouch::server
