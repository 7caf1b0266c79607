#include "sync/server/api/reason_lists.h"

#include "core/checklist/path.h"

#include <algorithm>

namespace vouch::server {

namespace {

using metrics::Band;
using metrics::PickList;

/// What a PickTable can hold.
constexpr std::size_t mostCriteria = 64;

constexpr std::pair<std::string_view, PickList> reasonLists[] = {
    {"liked", PickList::Liked}, {"improve", PickList::Improve}};

/// The lowest score of each band: a list is shown to a whole band or to none of it.
constexpr std::pair<Band, std::size_t> bandScores[] = {
    {Band::Detractor, 0}, {Band::Passive, 7}, {Band::Nine, 9}, {Band::Ten, 10}};

} // namespace

ReasonLists::ReasonLists(
    const std::vector<checklist::Checklist> &checklists, const std::string &language)
{
    std::vector<const checklist::Checklist *> asked;
    for (const auto &checklist : checklists)
        if (checklist.measurement == checklist::Measurement::TransactionalNps)
            asked.push_back(&checklist);
    std::stable_sort(asked.begin(), asked.end(), [](const auto *a, const auto *b) {
        return a->version < b->version;
    });
    for (const auto *checklist : asked)
        learn(*checklist, language);
}

void ReasonLists::learn(const checklist::Checklist &checklist, const std::string &language)
{
    Lists reached{};
    for (const auto &[code, list] : reasonLists) {
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
            if (const auto at = criterionOf(choice.code)) {
                m_names[*at] = name;
            } else if (m_criteria.size() < mostCriteria) {
                m_criteria.push_back(choice.code);
                m_names.emplace_back(name);
            }
        }
    }
    m_bySeries[{checklist.id, checklist.series}] = reached;
}

std::string_view ReasonLists::questionOf(PickList list)
{
    return reasonLists[list == PickList::Liked ? 0 : 1].first;
}

std::set<std::string> ReasonLists::questions()
{
    std::set<std::string> out;
    for (const auto &[code, list] : reasonLists)
        out.emplace(code);
    return out;
}

std::optional<std::size_t> ReasonLists::criterionOf(const std::string &code) const
{
    const auto at = std::find(m_criteria.begin(), m_criteria.end(), code);
    return at == m_criteria.end()
               ? std::nullopt
               : std::optional(static_cast<std::size_t>(at - m_criteria.begin()));
}

const ReasonLists::Lists &ReasonLists::ofSeries(const TraitTable::Series &series) const
{
    static const Lists none{};
    const auto known = m_bySeries.find({series.checklist, series.series});
    return known == m_bySeries.end() ? none : known->second;
}

metrics::PickCell ReasonLists::cellOf(const TraitTable &counted, const TraitTable::Cell &cell) const
{
    metrics::PickCell out{cell.store, cell.week, cell.scored, {}, {}, {}};
    out.picks.resize(m_criteria.size());
    const auto &lists = ofSeries(counted.series[cell.series]);
    for (const auto &[band, score] : bandScores)
        if (lists[score])
            out.shown[band] = cell.scored[band];
    for (const auto &[number, bands] : cell.traits) {
        const auto &trait = counted.traits[number];
        const auto at = criterionOf(trait.code);
        for (const auto &[band, score] : bandScores) {
            if (!lists[score] || questionOf(*lists[score]) != trait.question)
                continue; // nobody was shown it there
            if (trait.code.empty())
                out.picking[band] += bands[band];
            else if (at)
                out.picks[*at][band] += bands[band];
        }
    }
    return out;
}

metrics::PickTable ReasonLists::tableOf(const TraitTable &counted) const
{
    metrics::PickTable out(m_criteria);
    for (const auto &cell : counted.cells)
        out.add(cellOf(counted, cell));
    return out;
}

} // namespace vouch::server
