#include "core/base/opening_hours.h"

#include <algorithm>
#include <array>
#include <optional>

namespace vouch {

namespace {

constexpr std::array<std::string_view, 7> days{"mon", "tue", "wed", "thu", "fri", "sat", "sun"};
constexpr std::string_view exceptionsKey = "exceptions";

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

} // namespace

Result<OpeningHours::Begun>
OpeningHours::begunFrom(const json::value &spans, const std::string &place)
{
    const auto *list = spans.if_array();
    if (!list)
        return malformed("A day has a list like [\"09:00-22:00\"].", place);
    Begun out;
    for (std::size_t i = 0; i < list->size(); ++i) {
        const auto span = spanFrom((*list)[i]);
        if (!span)
            return malformed(
                "A span looks like \"09:00-22:00\", or \"14:00-02:00\" over midnight.",
                place + "/" + std::to_string(i));
        for (int minute = 0; minute < span->length; ++minute)
            out.set(std::size_t(span->first + minute));
    }
    return out;
}

Result<OpeningHours> OpeningHours::parse(const json::object &week)
{
    OpeningHours out;
    bool isEverOpen = false;
    const auto read = [&](const json::value &spans, const std::string &place, Begun &into) {
        const auto begun = begunFrom(spans, place);
        if (!begun)
            return Result<void>(begun.failure());
        into = *begun;
        isEverOpen = isEverOpen || into.any();
        return Result<void>();
    };
    for (const auto &member : week) {
        const std::string key(member.key());
        if (key == exceptionsKey) {
            const auto *dates = member.value().if_object();
            if (!dates || dates->size() > mostExceptions)
                return malformed(
                    "Exceptions are an object like {\"2026-12-25\": []}, of at most " +
                        std::to_string(mostExceptions) + " dates.",
                    key);
            for (const auto &date : *dates) {
                const std::string text(date.key());
                const auto day = parseDay(text);
                if (!day)
                    return malformed("A date looks like 2026-12-25.", key + "/" + text);
                if (auto fine = read(date.value(), key + "/" + text, out.m_exceptions[*day]); !fine)
                    return fine.failure();
            }
            continue;
        }
        const auto day = std::find(days.begin(), days.end(), key);
        if (day == days.end())
            return malformed(
                "Days are mon, tue, wed, thu, fri, sat and sun; dates stand in exceptions.", key);
        auto &begun = out.m_week[std::size_t(day - days.begin())];
        if (auto fine = read(member.value(), key, begun); !fine)
            return fine.failure();
    }
    if (!isEverOpen)
        return malformed("No day has hours. Leave the setting away where none are known.", "");
    return out;
}

const OpeningHours::Begun &OpeningHours::begunOn(Day day) const
{
    const auto found = m_exceptions.find(day);
    return found != m_exceptions.end() ? found->second
                                       : m_week[std::chrono::weekday(day).iso_encoding() - 1];
}

bool OpeningHours::isOpen(Day day, int minuteOfDay) const
{
    return begunOn(day).test(std::size_t(minuteOfDay)) ||
           begunOn(day - std::chrono::days(1)).test(std::size_t(minuteOfDay + minutesADay));
}

bool OpeningHours::isOpen(const LocalTime &time) const
{
    return isOpen(time.day, time.hour * 60 + time.minute);
}

bool OpeningHours::opensAgain(const LocalTime &time, int dayStart) const
{
    auto day = time.day;
    int minute = time.hour * 60 + time.minute;
    int left = (dayStart * 60 - minute + minutesADay - 1) % minutesADay + 1;
    for (; left > 0; --left, ++minute) {
        if (minute == minutesADay) {
            minute = 0;
            day += std::chrono::days(1);
        }
        if (isOpen(day, minute))
            return true;
    }
    return false;
}

int OpeningHours::minutesOpenInHour(Day day, int hour) const
{
    int open = 0;
    for (int minute = 0; minute < 60; ++minute)
        open += isOpen(day, hour * 60 + minute);
    return open;
}

} // namespace vouch
