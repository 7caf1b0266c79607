#pragma once

#include "core/base/time.h"
#include "core/metrics/nps.h"

#include <span>
#include <vector>

/// Scores that are told by long periods only: of the company by quarters, of employees by weeks.
///
/// Source: method.md §4 (how often, and the least answers of an employees' score).
namespace vouch::metrics {

/// All answers of one business day.
struct DayTally
{
    Day day;
    Tally tally;
};

/// A quarter of the Gregorian year.
struct Quarter
{
    int year = 0;
    int quarter = 0; ///< 1–4

    friend auto operator<=>(const Quarter &, const Quarter &) = default;
};

Quarter quarterOf(Day day);
/// The day after its last.
Day endOf(Quarter quarter);

struct QuarterScore
{
    Quarter quarter;
    Tally tally;
    Sufficiency sufficiency = Sufficiency::TooFew;
    /// Against the quarter before and the same a year ago; undefined without answers on either
    /// side.
    std::optional<Difference> sincePrevious;
    std::optional<Difference> sinceLastYear;
};

/// The relational index: quarters with answers, the earliest first. A quarter is told when it is
/// over, so that the figure moves four times a year: when `lastClosed` is its last day or later.
/// Requires days in any order, each once or several times.
std::vector<QuarterScore> relationalIndex(std::span<const DayTally> days, Day lastClosed);

/// The least answers of an employees' score. Below, nothing is told, not even how many.
inline constexpr std::int64_t leastOfEmployees = 7;

struct EmployeeScore
{
    Tally tally;
    double nps = 0;
    Interval range;
};

/// Undefined under leastOfEmployees answers.
std::optional<EmployeeScore> employeeScore(const Tally &tally);

struct EmployeeWeek
{
    Day first;
    std::optional<EmployeeScore> score;
};

/// Whole weeks that are over by `lastClosed` and in which anybody was asked, the earliest first; no
/// finer view exists. Weeks begin where the chain says.
std::vector<EmployeeWeek> employeeWeeks(
    std::span<const DayTally> days, Day lastClosed,
    std::chrono::weekday firstDay = std::chrono::Monday);

} // namespace vouch::metrics
