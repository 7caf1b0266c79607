#include "core/base/opening_hours.h"

#include <algorithm>
#include <array>
#include <optional>

namespace vouch {

namespace {

constexpr std::array<std::string_view, 7> days{"mon", "tue", "wed", "thu", "fri", "sat", "sun"};

Failure malformed(std::string message, std::string where)
{
    return {"opening-hours-malformed", std::move(message), std::move(where)};
}

std::optional<int> twoDigits(std::string_view text)
{
    if (text.size() != 2 || text.find_first_not_of("0123456789") != text.npos)
        return std::nullopt;
    return (text[0] - '0') * 10 + (text[1] - '0');
}

/// "09:30" as minutes; up to "24:00".
std::optional<int> timeFrom(std::string_view text)
{
    if (text.size() != 5 || text[2] != ':')
        return std::nullopt;
    const auto hour = twoDigits(text.substr(0, 2)), minute = twoDigits(text.substr(3));
    if (!hour || !minute || *minute > 59 || *hour * 60 + *minute > 24 * 60)
        return std::nullopt;
    return *hour * 60 + *minute;
}

struct Span
{
    int first = 0;
    int length = 0;
};

std::optional<Span> spanFrom(const json::value &value)
{
    const auto *text = value.if_string();
    if (!text || text->size() != 11 || (*text)[5] != '-')
        return std::nullopt;
    const auto from = timeFrom(view(*text).substr(0, 5)), to = timeFrom(view(*text).substr(6));
    if (!from || !to || *from == *to || *from == 24 * 60)
        return std::nullopt;
    return Span{*from, *to > *from ? *to - *from : *to + 24 * 60 - *from};
}

int fromMonday(std::chrono::weekday day)
{
    return static_cast<int>(day.iso_encoding()) - 1;
}

} // namespace

Result<OpeningHours> OpeningHours::parse(const json::object &week)
{
    OpeningHours out;
    for (const auto &member : week) {
        const std::string key(member.key());
        const auto day = std::find(days.begin(), days.end(), key);
        if (day == days.end())
            return malformed("Days are mon, tue, wed, thu, fri, sat and sun.", key);
        const auto *spans = member.value().if_array();
        if (!spans)
            return malformed("A day has a list like [\"09:00-22:00\"].", key);
        const int midnight = static_cast<int>(day - days.begin()) * minutesADay;
        for (std::size_t i = 0; i < spans->size(); ++i) {
            const auto span = spanFrom((*spans)[i]);
            if (!span)
                return malformed(
                    "A span looks like \"09:00-22:00\", or \"14:00-02:00\" over midnight.",
                    key + "/" + std::to_string(i));
            for (int minute = 0; minute < span->length; ++minute)
                out.m_open.set((midnight + span->first + minute) % minutesAWeek);
        }
    }
    if (out.m_open.none())
        return malformed("No day has hours. Leave the setting away where none are known.", "");
    return out;
}

bool OpeningHours::isOpen(std::chrono::weekday day, int minuteOfDay) const
{
    return m_open.test(std::size_t(fromMonday(day) * minutesADay + minuteOfDay));
}

bool OpeningHours::isOpen(const LocalTime &time) const
{
    return isOpen(std::chrono::weekday(time.day), time.hour * 60 + time.minute);
}

int OpeningHours::minutesOpenInHour(std::chrono::weekday day, int hour) const
{
    int open = 0;
    for (int minute = 0; minute < 60; ++minute)
        open += isOpen(day, hour * 60 + minute);
    return open;
}

} // namespace vouch
