#pragma once

#include "app/sim/shop.h"
#include "core/metrics/nps.h"

#include <map>
#include <string>
#include <vector>

namespace vouch::sim {

/// What one store's tills made and what the server said to it.
struct StoreTotals
{
    std::int64_t made = 0;
    std::int64_t accepted = 0;
    std::int64_t duplicate = 0;
    std::int64_t rejected = 0; ///< conflicts too
    metrics::Tally scores;     ///< of those that are with the server and count

    StoreTotals &operator+=(const StoreTotals &other);
};

using Totals = std::map<std::string, StoreTotals>;

/// One line a store, then "all", whose answers are pooled.
std::string table(const std::vector<Shop> &shops, const Totals &totals);

} // namespace vouch::sim
