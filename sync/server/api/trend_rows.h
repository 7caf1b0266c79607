#pragma once

#include "sync/server/store/figures_query.h"
#include "sync/server/store/score_query.h"
#include "sync/server/store/structure.h"

#include <vector>

namespace vouch::server {

/// The day on which the answers to a checklist became those to another series of it: its wording,
/// scale or place changed, and what is before is not to be compared with what is after.
struct SeriesBreak
{
    Day day;
    std::string checklist;
    std::string from;
    std::string to;
};

/// The first day on which most answers to a checklist belong to a series newer than those before;
/// it never goes back. Requires `days` in order; by day.
std::vector<SeriesBreak> seriesBreaks(const std::vector<SeriesDay> &days);

/// A day, or a week or month of the chain, of a trend, whether it has answers or not.
struct TrendRow
{
    Day first;
    Day last;
    metrics::Tally tally;
    /// Of days: the `window` days up to this one, as far back as the last break.
    metrics::Tally pooled;
};

struct TrendPlan
{
    By by = By::Day; ///< Day, Week or Month
    Day from;        ///< whole weeks and months
    Day to;
    int window = 7;
    std::chrono::weekday weekStart = std::chrono::Monday;
    Calendar calendar = Calendar::Gregorian;
};

/// No days are asked for beyond `today`; at most 400 single days and 160 weeks, the last ones.
/// Without a first day it is the first with answers; that is filled in by trendRows().
inline constexpr int mostTrendDays = 400;
inline constexpr int mostTrendWeeks = 160;
TrendPlan planTrend(
    By by, std::optional<Day> from, std::optional<Day> to, Day today,
    const ChainSettings &chain = {});

/// Which days must be read for a plan: pooling looks back.
Day readFrom(const TrendPlan &plan);

/// From the first period of the plan that has answers, or has them before it, to the last. `days`
/// by day, or by month when the plan is of Gregorian months.
std::vector<TrendRow> trendRows(
    const TrendPlan &plan, const std::vector<SeriesDay> &days,
    const std::vector<SeriesBreak> &breaks);

} // namespace vouch::server
