#pragma once

#include "core/base/json.h"
#include "core/base/time.h"

#include <bitset>

namespace vouch {

/// When a store is open, week by week, on its own wall clock.
///
/// As a setting: { "mon": ["09:00-13:00", "15:00-22:00"], "fri": ["14:00-02:00"], … }. A span ends
/// before its second time; when that is not after the first, it ends on the next day ("24:00" is
/// midnight). Spans may touch and overlap. A day without a member has none of its own.
class OpeningHours
{
public:
    /// Failure `opening-hours-malformed`, where = "fri/0": the day and which of its spans; also
    /// when there is no open minute in the whole week.
    static Result<OpeningHours> parse(const json::object &week);

    bool isOpen(std::chrono::weekday day, int minuteOfDay) const;
    bool isOpen(const LocalTime &time) const;
    /// 0–60, of the hour 0–23.
    int minutesOpenInHour(std::chrono::weekday day, int hour) const;

    bool operator==(const OpeningHours &) const = default;

private:
    static constexpr int minutesADay = 24 * 60;
    static constexpr int minutesAWeek = 7 * minutesADay;

    std::bitset<minutesAWeek> m_open; ///< from Monday 00:00
};

} // namespace vouch
