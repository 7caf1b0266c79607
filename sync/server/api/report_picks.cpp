#include "sync/server/api/report_picks.h"

#include "core/checklist/path.h"

#include <algorithm>

namespace vouch::server {

namespace {

/// What a PickTable can hold.
constexpr std::size_t mostCriteria = 64;
constexpr int daysAWeek = 7;

constexpr std::pair<std::string_view, metrics::PickList> lists[] = {
    {"liked", metrics::PickList::Liked}, {"improve", metrics::PickList::Improve}};

std::string_view questionOf(metrics::PickList list)
{
    return lists[list == metrics::PickList::Liked ? 0 : 1].first;
}

} // namespace

ReportPicks::ReportPicks(
    const std::vector<checklist::Checklist> &checklists, const std::string &language)
{
    for (const auto &checklist : checklists)
        if (checklist.measurement == checklist::Measurement::TransactionalNps)
            learn(checklist, language);
    m_none = m_all = MonthPicks(m_criteria);
}

void ReportPicks::learn(const checklist::Checklist &checklist, const std::string &language)
{
    auto &reached = m_lists[{checklist.id, std::to_string(checklist.version)}];
    for (const auto &[code, list] : lists) {
        const auto *question = checklist.find(code);
        if (!question)
            continue;
        for (int score = 0; score <= metrics::highestScore; ++score)
            if (checklist::reached(checklist, {{checklist.score, score}}, code))
                reached[static_cast<std::size_t>(score)] = list;
        for (const auto &choice : question->choices) {
            auto name = checklist::in(choice.text, language);
            if (name.empty())
                name = checklist::in(choice.text, "en");
            if (name.empty())
                name = choice.code;
            const auto at = std::find(m_criteria.begin(), m_criteria.end(), choice.code);
            if (at != m_criteria.end()) {
                m_names[static_cast<std::size_t>(at - m_criteria.begin())] = name;
            } else if (m_criteria.size() < mostCriteria) {
                m_criteria.push_back(choice.code);
                m_names.emplace_back(name);
            }
        }
    }
}

metrics::PickedCheck ReportPicks::picked(const ScoredRecord &scored) const
{
    metrics::PickedCheck out{scored.score, false, 0};
    const auto &record = scored.record;
    const auto known = m_lists.find({record.checklist.text(), std::string(record.version.raw())});
    if (known == m_lists.end())
        return out;
    const auto list = known->second[static_cast<std::size_t>(scored.score)];
    if (!list)
        return out;
    out.shown = true;
    if (const auto *item = record.find(questionOf(*list)))
        item->value.elements([&](const JsonText &code) {
            for (std::size_t i = 0; i < m_criteria.size(); ++i)
                if (code.is(m_criteria[i]))
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
            auto &own = m_byStore.try_emplace(scored.store, m_criteria).first->second;
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
