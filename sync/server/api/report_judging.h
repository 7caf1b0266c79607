#pragma once

#include "core/metrics/pick_table.h"
#include "sync/server/report/report_figures.h"
#include "sync/server/store/figures_query.h"

/// What a month's figures come to: pure, from what was read. Each fills in its part of a report.
namespace vouch::server {

/// What was picked in a month and in the one before.
struct MonthPicks
{
    metrics::PickTable now, before;
};

/// Judgement, since when, and target. `days` of one wording, closed, up to the report's last.
void judgeMonth(
    ReportFigures &report, const std::vector<metrics::DayTally> &days, std::optional<int> target);

/// Both lists and what goes with the score; after judgeMonth(). `names` stand for the criteria.
void judgePicks(
    ReportFigures &report, const MonthPicks &picks, const std::vector<std::string> &names);

/// Hours and weekdays that surely differ from the others, those of lower scores first; judged
/// together. `days` as of judgeMonth().
void judgeHours(
    ReportFigures &report, const std::vector<WeekHour> &hours,
    const std::vector<metrics::DayTally> &days);

/// What to do, the most urgent first; after all the others.
void chooseActions(ReportFigures &report);

} // namespace vouch::server
