#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

/// How comments and single answers are shown so that nobody is unmasked (method.md §6): with the
/// part of the day instead of the hour, and never fewer than so many of one part of a day that is
/// not over.
namespace vouch::check {

/// How many that belong together are shown together, or none of them.
inline constexpr std::size_t leastTogether = 3;

/// Morning from 5, afternoon from 12, evening from 17, night from 22.
enum class DayPart { Night, Morning, Afternoon, Evening };

constexpr DayPart dayPartOf(int hour)
{
    return hour < 5    ? DayPart::Night
           : hour < 12 ? DayPart::Morning
           : hour < 17 ? DayPart::Afternoon
           : hour < 22 ? DayPart::Evening
                       : DayPart::Night;
}

/// As the contract between tablet and server names them, in the order of DayPart.
inline constexpr std::array<std::string_view, 4> dayPartNames{
    "night", "morning", "afternoon", "evening"};

constexpr std::string_view toText(DayPart part)
{
    return dayPartNames[static_cast<std::size_t>(part)];
}

constexpr std::optional<DayPart> dayPartFrom(std::string_view name)
{
    for (std::size_t i = 0; i < dayPartNames.size(); ++i)
        if (dayPartNames[i] == name)
            return static_cast<DayPart>(i);
    return std::nullopt;
}

} // namespace vouch::check
