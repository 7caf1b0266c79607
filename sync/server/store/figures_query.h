#pragma once

#include "core/base/time.h"
#include "core/metrics/nps.h"

#include <optional>
#include <string>

namespace vouch::server {

/// The answers of one business day to one series of a checklist.
struct SeriesDay
{
    Day day; ///< the first of the month, when months were asked for
    std::string checklist;
    std::string series;
    metrics::Tally tally;
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

/// One tablet's part in a store.
struct TabletAnswers
{
    std::string name;
    std::int64_t answers = 0; ///< scored, as its records of kind `activity` say: of whole hours
    std::optional<Timestamp> lastAnswer;
};

} // namespace vouch::server
