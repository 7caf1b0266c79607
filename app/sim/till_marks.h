#pragma once

#include "core/check/marks.h"

#include <deque>
#include <string>
#include <vector>

/// Quality marks as a tablet makes them: the rules are those of core/check/marks.h.
namespace vouch::sim {

/// A survey as the rules look at it.
struct Seen
{
    Uuid id;
    check::Opening opening;
    std::optional<check::Rated> rated; ///< absent: no score
    std::vector<std::string> marks;    ///< its own and those it got later
};

/// What one tablet's rules remember, the newest first. A new run of the simulator begins without.
using Recent = std::deque<Seen>;

/// Earlier checks that a check has shown to be part of something.
struct LaterMarks
{
    std::string mark;
    std::vector<Uuid> checks; ///< at least one, in the order of opening
};

/// Marks the check that has just ended and remembers it; `openedMonotonicMs` is when it opened.
std::vector<LaterMarks>
markAsTablets(Recent &recent, check::Check &check, std::int64_t openedMonotonicMs);

} // namespace vouch::sim
