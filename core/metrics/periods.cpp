#include "core/metrics/periods.h"

#include <map>

namespace vouch::metrics {

namespace {

std::optional<Difference>
since(const std::map<Quarter, Tally> &quarters, const Tally &now, Quarter then)
{
    const auto found = quarters.find(then);
    return found == quarters.end() ? std::nullopt : difference(now, found->second);
}

} // namespace

Quarter quarterOf(Day day)
{
    const std::chrono::year_month_day date(day);
    return {
        static_cast<int>(date.year()),
        (static_cast<int>(static_cast<unsigned>(date.month())) - 1) / 3 + 1};
}

Day endOf(Quarter quarter)
{
    const std::chrono::year_month last =
        std::chrono::year(quarter.year) / std::chrono::month(3U * unsigned(quarter.quarter));
    return Day((last + std::chrono::months(1)) / std::chrono::day(1));
}

std::vector<QuarterScore> relationalIndex(std::span<const DayTally> days, Day lastClosed)
{
    std::map<Quarter, Tally> quarters;
    for (const auto &[day, tally] : days) {
        const auto quarter = quarterOf(day);
        if (endOf(quarter) <= lastClosed + std::chrono::days(1) && tally.count() > 0)
            quarters[quarter] += tally;
    }
    std::vector<QuarterScore> out;
    for (const auto &[quarter, tally] : quarters) {
        const Quarter previous = quarter.quarter == 1 ? Quarter{quarter.year - 1, 4}
                                                      : Quarter{quarter.year, quarter.quarter - 1};
        out.push_back(
            {quarter, tally, sufficiency(tally.count()), since(quarters, tally, previous),
             since(quarters, tally, {quarter.year - 1, quarter.quarter})});
    }
    return out;
}

std::optional<EmployeeScore> employeeScore(const Tally &tally)
{
    if (tally.count() < leastOfEmployees)
        return std::nullopt;
    return EmployeeScore{tally, *nps(tally), *interval(tally)};
}

std::vector<EmployeeWeek>
employeeWeeks(std::span<const DayTally> days, Day lastClosed, std::chrono::weekday firstDay)
{
    std::map<Day, Tally> weeks;
    for (const auto &[day, tally] : days) {
        const Day first = day - (std::chrono::weekday(day) - firstDay);
        if (first + std::chrono::days(6) <= lastClosed && tally.count() > 0)
            weeks[first] += tally;
    }
    std::vector<EmployeeWeek> out;
    for (const auto &[first, tally] : weeks)
        out.push_back({first, employeeScore(tally)});
    return out;
}

} // namespace vouch::metrics
