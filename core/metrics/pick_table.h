#pragma once

#include "core/metrics/nps.h"

#include <cstddef>
#include <string>
#include <unordered_map>
#include <vector>

/// What was picked from the two lists of criteria, by store and week: what driver analysis works
/// on. 9–10 are shown "What did you like most?", 0–8 "What could we do better?" (method.md §2).
namespace vouch::metrics {

enum class PickList { Liked, Improve };

/// Scores that the lists are told apart by.
enum class Band { Detractor, Passive, Nine, Ten };
inline constexpr std::size_t bandCount = 4;

constexpr Band bandOf(int score)
{
    return score == 10  ? Band::Ten
           : score == 9 ? Band::Nine
           : score >= 7 ? Band::Passive
                        : Band::Detractor;
}

/// A count for each Band.
struct BandCounts
{
    std::array<std::int64_t, bandCount> at{};

    std::int64_t &operator[](Band band) { return at[static_cast<std::size_t>(band)]; }
    std::int64_t operator[](Band band) const { return at[static_cast<std::size_t>(band)]; }
    /// Of the bands that are shown a list.
    std::int64_t of(PickList list) const
    {
        return list == PickList::Liked ? at[2] + at[3] : at[0] + at[1];
    }
    std::int64_t sum() const { return at[0] + at[1] + at[2] + at[3]; }
    BandCounts &operator+=(const BandCounts &other)
    {
        for (std::size_t i = 0; i < bandCount; ++i)
            at[i] += other.at[i];
        return *this;
    }
    bool operator==(const BandCounts &) const = default;
};

/// One scored check.
struct PickedCheck
{
    int score = 0;
    /// Whether the list came on screen; without it nothing is picked.
    bool shown = false;
    /// A bit for each criterion, the first the lowest.
    std::uint64_t picks = 0;
};

/// One store's week.
struct PickCell
{
    std::size_t store = 0;
    int week = 0;
    BandCounts scored;
    BandCounts shown;
    /// Picked at least one.
    BandCounts picking;
    /// By criterion: who picked it.
    std::vector<BandCounts> picks;
};

class PickTable
{
public:
    /// Criteria by their codes, the same on both lists, at most 64.
    explicit PickTable(std::vector<std::string> criteria);

    /// `store` and `week` are any numbers that tell stores and weeks apart; week from 0. Requires a
    /// score within 0–10 and no bit beyond the criteria.
    void add(std::size_t store, int week, const PickedCheck &check);

    /// Likewise, many at once. Requires as many picks as criteria.
    void add(const PickCell &counted);

    const std::vector<std::string> &criteria() const { return m_criteria; }
    /// In the order of their first check.
    const std::vector<PickCell> &cells() const { return m_cells; }
    /// All cells together.
    PickCell pooled() const;

private:
    PickCell &cell(std::size_t store, int week);

    std::vector<std::string> m_criteria;
    std::vector<PickCell> m_cells;
    std::unordered_map<std::uint64_t, std::size_t> m_at;
};

} // namespace vouch::metrics
