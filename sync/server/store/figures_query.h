#pragma once

#include "core/base/time.h"
#include "core/base/uuid.h"
#include "core/metrics/periods.h"
#include "sync/server/store/answer_traits.h"

#include <optional>
#include <string>
#include <vector>

namespace vouch::server {

/// The answers of one business day to one series of a checklist.
struct SeriesDay
{
    Day day; ///< the first of the month, when months were asked for
    std::string checklist;
    std::string series;
    metrics::Tally tally;
};

/// What employees answered to one series of a checklist.
struct EmployeeSeries
{
    std::string checklist;
    std::string series;
    std::vector<metrics::EmployeeWeek> weeks; ///< in which anybody answered
};

/// eNPS as it may be told: by whole weeks that are over in every store that is seen. A week has no
/// score when it has under metrics::leastOfEmployees answers, and when from what else may be told
/// the answers of so few could be worked out (disclosure.h).
struct EmployeeFigures
{
    Day from, to; ///< of the weeks that were looked at; none when from > to
    std::chrono::weekday weekStart = std::chrono::Monday;
    std::vector<EmployeeSeries> series; ///< by checklist and series; those with answers
};

struct WeekHour
{
    int weekday = 1; ///< 1 is Monday, 7 Sunday
    int hour = 0;
    metrics::Tally tally;
};

struct TouchpointScore
{
    std::string touchpoint;
    metrics::Tally tally;
};

/// Answers of stores and weeks, as driver analysis reads them.
struct TraitTable
{
    struct Series
    {
        std::string checklist;
        std::string series;
    };
    struct Cell
    {
        std::size_t store = 0;  ///< a number that tells stores apart
        int week = 0;           ///< and one for weeks
        std::size_t series = 0; ///< in `series`
        metrics::BandCounts scored;
        std::vector<std::pair<std::size_t, metrics::BandCounts>> traits; ///< in `traits`
    };
    std::vector<Series> series;
    std::vector<Trait> traits;
    std::vector<Cell> cells;
};

/// Of marked answers, for why they are.
inline constexpr std::int64_t mostMarkedRead = 5000;

/// The score of one place in a store: of the tablet that stands there and of those that it
/// replaced. What was brought in by a channel has a place of its own.
struct KioskScore
{
    Uuid device; ///< the last one there
    std::string name;
    std::string channel; ///< empty: a tablet
    bool stands = false; ///< a tablet in use in this store
    metrics::Tally tally;
    std::optional<Timestamp> lastAnswer; ///< that came from this device, of whatever day
};

} // namespace vouch::server
