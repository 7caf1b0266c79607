#pragma once

#include "sync/server/api/report_month.h"
#include "sync/server/api/report_picks.h"
#include "sync/server/report/report_figures.h"

#include <memory>

namespace vouch::server {

/// Reads what the reports of one month say, for stores and regions that `view` shows.
class ReportReader
{
public:
    /// `view` outlives this. `month` as reportMonth() has it; reasons are named in `language`, and
    /// read once for all of `stores`: only of these may reports be asked. Failures those of
    /// reportMonth() and of the store.
    static Result<ReportReader> open(
        const StoreView &view, const StoreSet &stores, const std::string &month,
        const std::string &language, Timestamp now);

    /// Failure `not-found`.
    Result<ReportFigures> store(const std::string &id) const;
    /// Of the stores in it and in what lies below it: those given to open(). Failure `not-found`.
    Result<ReportFigures> region(const std::string &id) const;

private:
    struct Scope;

    explicit ReportReader(const StoreView &view)
        : m_view(&view)
    {
    }

    Result<ReportFigures>
    read(const Scope &scope, ReportFigures report, const MonthPicks &picks) const;
    Result<std::vector<metrics::DayTally>>
    readDays(const Scope &scope, ReportFigures &report) const;
    Result<void> readShares(const Scope &scope, ReportFigures &report) const;
    Result<void> readStores(const Scope &scope, ReportFigures &report) const;
    Result<void> readQuality(const Scope &scope, ReportFigures &report) const;
    Result<void> readNotes(const Scope &scope, ReportFigures &report) const;
    ScoreQuery monthOf(const Scope &scope) const;

    const StoreView *m_view;
    ChainSettings m_chain;
    Structure m_structure;
    ReportMonthSpan m_month;
    Timestamp m_now;
    std::shared_ptr<ReportPicks> m_picks;
};

} // namespace vouch::server
