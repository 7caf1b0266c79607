#pragma once

#include "core/base/result.h"
#include "core/metrics/pick_table.h"

/// Whether the score of a store is lower in the weeks in which a criterion is named more often.
///
/// Both are taken against the store's own mean and the week's mean over all stores (two-way fixed
/// effects), so that neither a better district nor a bad week for everybody makes an association;
/// then a straight line, with Student's interval. Store-weeks weigh alike. Chance in the shares
/// draws the slope towards 0. It is association, never cause: what changed in the same weeks in the
/// same store may be behind both.
///
/// Source: J. M. Wooldridge, "Econometric Analysis of Cross Section and Panel Data", 2nd ed. 2010,
/// ch. 10.
namespace vouch::metrics {

inline constexpr std::int64_t leastScoredInCell = 30;
inline constexpr std::int64_t leastPickingInCell = 10;
inline constexpr std::size_t leastStores = 3;
inline constexpr std::size_t leastWeeks = 4;
inline constexpr std::size_t leastStoreWeeks = 30;

struct StoreWeekAssociation
{
    std::size_t criterion = 0;
    /// Points of NPS for 10 percentage points more of the checks with a pick naming it; 95 %.
    double slope = 0;
    double low = 0;
    double high = 0;
    /// Of what is left of both, −1 … 1.
    double correlation = 0;
    double pValue = 1;
    /// Among all criteria of the list, by Benjamini and Yekutieli: shares crowd each other out.
    double adjustedPValue = 1;

    bool clear() const { return adjustedPValue <= 0.05; }
};

struct StoreWeeks
{
    std::size_t stores = 0;
    std::size_t weeks = 0;
    std::size_t cells = 0;
    /// Criteria whose share never changes are left out; in the order of the criteria.
    std::vector<StoreWeekAssociation> criteria;
};

/// Over the store-weeks with enough answers; stores and weeks with a single one of them tell
/// nothing and are left out. Failure `store-weeks-too-few`, `stores-too-few`, `weeks-too-few`.
Result<StoreWeeks> storeWeeks(const PickTable &table, PickList list);

} // namespace vouch::metrics
