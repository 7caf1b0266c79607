#pragma once

#include "core/checklist/definition.h"
#include "core/metrics/pick_table.h"
#include "sync/server/store/entities.h"
#include "sync/server/store/figures_query.h"

#include <map>
#include <set>

namespace vouch::server {

/// What the lists of reasons (the questions `liked` and `improve`) of all checklists of
/// transactional NPS offer, and which scores are shown which.
class ReasonLists
{
public:
    /// Names in `language`, else in English, else the codes.
    ReasonLists(const std::vector<checklist::Checklist> &checklists, const std::string &language);

    /// Codes, the same on both lists; no more than a PickTable holds.
    const std::vector<std::string> &criteria() const { return m_criteria; }
    const std::vector<std::string> &names() const { return m_names; }
    static std::string_view questionOf(metrics::PickList list);
    static std::set<std::string> questions();

    /// What the counters know, as driver analysis wants it. The list that a score leads to is that
    /// of the newest version of a series.
    metrics::PickTable tableOf(const TraitTable &counted) const;

private:
    using Lists = std::array<std::optional<metrics::PickList>, metrics::highestScore + 1>;

    void learn(const checklist::Checklist &checklist, const std::string &language);
    std::optional<std::size_t> criterionOf(const std::string &code) const;
    const Lists &ofSeries(const TraitTable::Series &series) const;
    metrics::PickCell cellOf(const TraitTable &counted, const TraitTable::Cell &cell) const;

    std::vector<std::string> m_criteria, m_names;
    std::map<std::pair<std::string, std::string>, Lists> m_bySeries; ///< and checklist
};

} // namespace vouch::server
