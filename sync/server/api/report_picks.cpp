#include "sync/server/api/report_picks.h"

namespace vouch::server {

namespace {

constexpr int daysAWeek = 7;

} // namespace

ReportPicks::ReportPicks(
    const std::vector<checklist::Checklist> &checklists, const std::string &language)
    : m_lists(checklists, language)
    , m_none(m_lists.criteria())
    , m_all(m_lists.criteria())
{
}

metrics::PickedCheck ReportPicks::picked(const ScoredRecord &scored) const
{
    metrics::PickedCheck out{scored.score, false, 0};
    const auto &record = scored.record;
    const auto list =
        m_lists.listOf(record.checklist.text(), std::string(record.version.raw()), scored.score);
    if (!list)
        return out;
    out.shown = true;
    if (const auto *item = record.find(ReasonLists::questionOf(*list)))
        item->value.elements([&](const JsonText &code) {
            const auto &criteria = m_lists.criteria();
            for (std::size_t i = 0; i < criteria.size(); ++i)
                if (code.is(criteria[i]))
                    out.picks |= std::uint64_t{1} << i;
        });
    return out;
}

Result<void> ReportPicks::read(
    const StoreView &view, const StoreSet &stores, Day before, Day first, Day last, bool withMarked)
{
    const auto sample = view.eachScoredRecord(
        {.stores = stores, .from = before, .to = last, .withMarked = withMarked},
        [&](const ScoredRecord &scored) {
            const auto number = m_numbers.try_emplace(scored.store, m_numbers.size()).first->second;
            auto &own = m_byStore.try_emplace(scored.store, m_lists.criteria()).first->second;
            const bool isNow = scored.day >= first;
            const int week =
                static_cast<int>((scored.day - (isNow ? first : before)).count()) / daysAWeek;
            const auto check = picked(scored);
            (isNow ? m_all.now : m_all.before).add(number, week, check);
            (isNow ? own.now : own.before).add(number, week, check);
        });
    if (!sample)
        return sample.failure();
    m_oneIn = sample->oneIn;
    return {};
}

const MonthPicks &ReportPicks::of(const std::string &store) const
{
    const auto found = m_byStore.find(store);
    return found == m_byStore.end() ? m_none : found->second;
}

} // namespace vouch::server
