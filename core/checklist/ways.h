#pragma once

#include "core/checklist/outcomes.h"

#include <cstdint>
#include <string>
#include <vector>

/// Every way through a checklist. A condition looks at one question, so that the ways form a tree,
/// and the whole of it is reckoned without walking each branch on its own.
namespace vouch::checklist {

/// One way by what was counted on it: the pages that it shows, or the taps that it takes.
struct Way
{
    int count = 0;
    std::vector<std::string> questions; ///< codes, in the order in which they are asked
};

struct Ways
{
    /// How many there are, told apart by which questions are asked and offered; at most 10^18. 0
    /// when nobody gets to the end; then the rest but `reachable` says nothing.
    std::uint64_t number = 0;
    bool complete = true;  ///< false: `number` and the greatest counts may be too low
    Way shortest, longest; ///< pages; what is on request is none
    Way fewestTaps, mostTaps;
    std::vector<bool> reachable; ///< each question of the checklist
};

Ways waysThrough(const Checklist &checklist);

} // namespace vouch::checklist
