#pragma once

#include "sync/server/api/reason_lists.h"
#include "sync/server/api/report_judging.h"
#include "sync/server/api/report_month.h"
#include "sync/server/api/store_view.h"
#include "sync/server/report/report_figures.h"

namespace vouch::server {

/// Reads what the reports of one month say, for stores and regions that `view` shows.
class ReportReader
{
public:
    /// `view` outlives this. `month` as reportMonth() has it, up to the last day that is over in
    /// any of `stores`; reasons are named in `language`. Failures those of reportMonth() and of the
    /// store.
    static Result<ReportReader> open(
        const StoreView &view, const StoreSet &stores, const std::string &month,
        const std::string &language, Timestamp now);

    /// Failure `not-found`.
    Result<ReportFigures> store(const std::string &id) const;
    /// Of the stores in it and in what lies below it. Failure `not-found`.
    Result<ReportFigures> region(const std::string &id) const;

private:
    struct Scope;

    ReportReader(const StoreView &view, ReasonLists reasons)
        : m_view(&view)
        , m_reasons(std::move(reasons))
    {
    }

    Result<ReportFigures> read(Scope scope, ReportFigures report) const;
    Result<std::vector<metrics::DayTally>>
    readDays(const Scope &scope, ReportFigures &report) const;
    Result<MonthScores> readMonth(const Scope &scope) const;
    Result<std::vector<TouchpointTablets>> readTouchpoints(ScoreQuery query) const;
    Result<MonthPicks> readPicks(const Scope &scope) const;
    Result<void> readShares(const Scope &scope, ReportFigures &report) const;
    Result<void> readStores(const Scope &scope, ReportFigures &report) const;
    Result<void> readQuality(const Scope &scope, ReportFigures &report) const;
    Result<void> readNotes(const Scope &scope, ReportFigures &report) const;
    ScoreQuery monthOf(const Scope &scope) const;
    std::string nameOf(const std::string &touchpoint) const;

    const StoreView *m_view;
    ReasonLists m_reasons;
    ChainSettings m_chain;
    Structure m_structure;
    ReportMonthSpan m_month;
    Timestamp m_now;
};

} // namespace vouch::server
