#include "core/metrics/pick_table.h"

#include <bit>

namespace vouch::metrics {

namespace {

void addTo(PickCell &sum, const PickCell &cell)
{
    sum.scored += cell.scored;
    sum.shown += cell.shown;
    sum.picking += cell.picking;
    for (std::size_t i = 0; i < sum.picks.size(); ++i)
        sum.picks[i] += cell.picks[i];
}

} // namespace

PickTable::PickTable(std::vector<std::string> criteria)
    : m_criteria(std::move(criteria))
{
}

void PickTable::add(std::size_t store, int week, const PickedCheck &check)
{
    auto &to = cell(store, week);
    const Band band = bandOf(check.score);
    ++to.scored[band];
    if (!check.shown)
        return;
    ++to.shown[band];
    if (check.picks != 0)
        ++to.picking[band];
    for (std::uint64_t left = check.picks; left != 0; left &= left - 1)
        ++to.picks[static_cast<std::size_t>(std::countr_zero(left))][band];
}

void PickTable::add(const PickCell &counted)
{
    addTo(cell(counted.store, counted.week), counted);
}

PickCell PickTable::pooled() const
{
    PickCell sum;
    sum.picks.resize(m_criteria.size());
    for (const auto &cell : m_cells)
        addTo(sum, cell);
    return sum;
}

PickCell &PickTable::cell(std::size_t store, int week)
{
    const auto key = static_cast<std::uint64_t>(store) << 24U | static_cast<std::uint64_t>(week);
    const auto [found, fresh] = m_at.try_emplace(key, m_cells.size());
    if (fresh) {
        m_cells.push_back({store, week, {}, {}, {}, {}});
        m_cells.back().picks.resize(m_criteria.size());
    }
    return m_cells[found->second];
}

} // namespace vouch::metrics
