#pragma once

#include "core/checklist/taps.h"

#include <cstddef>
#include <map>
#include <vector>

namespace vouch::checklist {

/// Which of some conditions an answer meets, in their order.
using Met = std::vector<bool>;

/// All answers to one question, those together that the conditions cannot tell apart.
struct Outcomes
{
    std::map<Met, Taps> classes; ///< with the taps of the quickest and slowest answer of a class
    bool complete = true;        ///< false: there are more, but no condition is met by those alone
};

/// The most classes that are looked at.
inline constexpr std::size_t maxOutcomes = 1024;

/// Of `question`, which is reached, for `conditions`, which all look at it. Empty only when the
/// question is required and nothing can answer it.
Outcomes outcomesOf(const Question &question, const std::vector<const Condition *> &conditions);

} // namespace vouch::checklist
