#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

/// Which of many nested groups may be told when none may be told of few answers, and none may be
/// worked out as the difference of others.
///
/// Source: L. H. Cox, "Suppression Methodology and Statistical Disclosure Control", Journal of the
/// American Statistical Association 75 (1980) 377–385 (complementary suppression).
///
/// It holds for what one reader is told. Two who see different groups may put together what each is
/// told, and what counts records without their content (the ledger, a tablet's hours) tells how
/// many there are: only what was answered is hidden, as method.md §4 asks.
namespace vouch::metrics {

/// A shop, a region with what lies below it, all of them together.
struct NestedGroup
{
    /// The place of the group around it, which stands before it; of the first one, which is around
    /// all, 0.
    std::size_t around = 0;
    std::int64_t answers = 0; ///< of its own, beside those of the groups within it
};

/// For each group whether it may be told: it has `least` answers or more, and so have those groups
/// within it together that may not be told, unless they have none.
std::vector<bool> mayBeTold(std::span<const NestedGroup> groups, std::int64_t least);

} // namespace vouch::metrics
