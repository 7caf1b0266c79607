#pragma once

#include "app/sim/planted.h"

#include <string>
#include <vector>

namespace vouch::sim {

/// What the cash registers counted in the hours of the window that are over, for `vouch-central
/// import --kind sales`: store, day, hour, count.
std::string salesTable(
    const std::vector<Shop> &shops, const Window &window, std::uint64_t seed, const LocalTime &now);

} // namespace vouch::sim
