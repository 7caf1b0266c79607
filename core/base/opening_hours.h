#pragma once

#include "core/base/json.h"
#include "core/base/time.h"

#include <array>
#include <bitset>
#include <map>

namespace vouch {

/// When a store is open, week by week, on its own wall clock.
///
/// As a setting: { "mon": ["09:00-13:00", "15:00-22:00"], "fri": ["14:00-02:00"], …,
/// "exceptions": { "2026-12-25": [], "2026-12-24": ["09:00-14:00"] } }. A span ends before its
/// second time; when that is not after the first, it ends on the next day ("24:00" is midnight).
/// Spans may touch and overlap. A day without a member has none of its own. An exception replaces
/// what begins on its date; what began the evening before goes on to its end.
class OpeningHours
{
public:
    static constexpr std::size_t mostExceptions = 1000;

    /// Failure `opening-hours-malformed`, where = "fri/0" or "exceptions/2026-12-24/0": the day and
    /// which of its spans; also when there is no open minute at all.
    static Result<OpeningHours> parse(const json::object &week);

    /// The minute of the calendar's day, from 0.
    bool isOpen(Day day, int minuteOfDay) const;
    bool isOpen(const LocalTime &time) const;
    /// Whether it is open, or opens again, on the business day under way, which ends at the hour
    /// `dayStart`.
    bool opensAgain(const LocalTime &time, int dayStart) const;
    /// 0–60, of the hour 0–23 of the calendar's day.
    int minutesOpenInHour(Day day, int hour) const;

    bool operator==(const OpeningHours &) const = default;

private:
    static constexpr int minutesADay = 24 * 60;
    /// What begins on a day, from its midnight on and into the next day.
    using Begun = std::bitset<2 * minutesADay>;

    static Result<Begun> begunFrom(const json::value &spans, const std::string &place);
    const Begun &begunOn(Day day) const;

    std::array<Begun, 7> m_week; ///< from Monday
    std::map<Day, Begun> m_exceptions;
};

} // namespace vouch
