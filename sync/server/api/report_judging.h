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
    bool areComparable = true; ///< the question was the same in both
};

struct ScoredPlace
{
    std::string name;
    metrics::Tally tally;
};

/// A touchpoint of a store, and the tablets that were answered there.
struct TouchpointTablets
{
    ScoredPlace touchpoint;
    std::vector<ScoredPlace> tablets;
};

/// Where the scores of a month may stand out: without marked answers, whatever the official score
/// is, for a clerk's row of tens would be an hour to learn from.
struct MonthScores
{
    std::vector<WeekHour> hours;
    std::vector<metrics::DayTally> days;   ///< of one wording, up to the report's last
    std::vector<TouchpointTablets> places; ///< of a store
};

/// Judgement, since when, and target. `days` of one wording, closed, up to the report's last.
void judgeMonth(
    ReportFigures &report, const std::vector<metrics::DayTally> &days, std::optional<int> target);

/// Both lists and what goes with the score; after judgeMonth(). `names` stand for the criteria.
void judgePicks(
    ReportFigures &report, const MonthPicks &picks, const std::vector<std::string> &names);

/// Hours, weekdays, touchpoints and tablets that surely differ from the others, those of lower
/// scores first; judged together.
void judgeStandouts(ReportFigures &report, const MonthScores &month);

/// What to do, the most urgent first; after all the others.
void chooseActions(ReportFigures &report);

} // namespace vouch::server
