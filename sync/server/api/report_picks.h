#pragma once

#include "sync/server/api/reason_lists.h"
#include "sync/server/api/report_judging.h"
#include "sync/server/api/store_view.h"

#include <map>

namespace vouch::server {

/// The reasons that shoppers picked, of some stores, by weeks that begin with the month: read from
/// the records (scored_records.h), once, for as many stores as are asked.
class ReportPicks
{
public:
    /// What the lists `liked` and `improve` of all checklists offer; names in `language`, else in
    /// English, else the codes.
    ReportPicks(const std::vector<checklist::Checklist> &checklists, const std::string &language);

    /// The days from `before` on are the month before, those from `first` on the month.
    Result<void> read(
        const StoreView &view, const StoreSet &stores, Day before, Day first, Day last,
        bool withMarked);

    const std::vector<std::string> &names() const { return m_lists.names(); }
    const MonthPicks &all() const { return m_all; }
    const MonthPicks &of(const std::string &store) const;
    int sampledOneIn() const { return m_oneIn; }

private:
    metrics::PickedCheck picked(const ScoredRecord &scored) const;

    ReasonLists m_lists;
    MonthPicks m_none, m_all;
    std::map<std::string, MonthPicks> m_byStore;
    std::map<std::string, std::size_t> m_numbers;
    int m_oneIn = 1;
};

} // namespace vouch::server
