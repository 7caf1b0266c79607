#pragma once

#include "core/metrics/proportion.h"

#include <optional>

/// How many of those who bought and of those who touched the screen answered, and how long the
/// kiosk could be answered at all.
///
/// Source: method.md §2. Shares carry Wilson's interval (proportion.h).
namespace vouch::metrics {

/// Of one period and place; a later stage is never more than an earlier one.
struct Stages
{
    std::int64_t opened = 0;
    /// Gave a score: a response, whatever came after.
    std::int64_t scored = 0;
    /// Of those, took the list of reasons to its end.
    std::int64_t listed = 0;
    /// Of those, reached thanks.
    std::int64_t completed = 0;
    /// From the till, where it tells.
    std::optional<std::int64_t> sales{};
};

struct Funnel
{
    /// Of the sales. Undefined where the till tells nothing or sold nothing, and when more scored
    /// than bought: then the sales are of something else.
    std::optional<Proportion> responseRate;
    std::optional<Proportion> scored;    ///< of those who opened
    std::optional<Proportion> listed;    ///< of those who scored
    std::optional<Proportion> completed; ///< of those who scored
};

/// Every share is undefined where its base is 0.
Funnel funnel(const Stages &stages);

/// Minutes available ÷ minutes open, at most 1. Undefined when the store was not open or its hours
/// are not known (open 0).
std::optional<double> coverage(std::int64_t minutesAvailable, std::int64_t minutesOpen);

} // namespace vouch::metrics
