#pragma once

#include "core/base/calendar.h"
#include "core/base/result.h"

#include <vector>

namespace vouch::server {

/// The days of a report's month.
struct ReportMonthSpan
{
    Day first, last; ///< the closed days: `last` is before the month's end while it runs
    bool isWhole = true;
    Day monthBefore;              ///< the first day of it
    std::vector<Day> trendStarts; ///< the first days of the last 13 months, this one last
};

/// "2026-11", or "1405-08" of the Solar Hijri calendar. `today` is the business day that is
/// running. Failure `request-malformed`: no month, or one without a closed day yet.
Result<ReportMonthSpan> reportMonth(const std::string &key, Calendar calendar, Day today);

} // namespace vouch::server
