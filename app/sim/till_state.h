#pragma once

#include "app/sim/planted.h"
#include "app/sim/till.h"

#include <filesystem>
#include <optional>

namespace vouch::sim {

/// What a run leaves for the next one: identities, chains, what was not acknowledged, and how far
/// the chain's life has been told.
struct ChainState
{
    std::uint64_t seed = 1;
    Window window{};
    Timestamp madeUntil{}; ///< every conversation closed until then is a record
    std::vector<Till> tills;

    Till *find(const std::string &store, int number);
};

/// Nothing when there is no such file. Failures `state-malformed`, `state-unreadable`.
Result<std::optional<ChainState>> loadState(const std::filesystem::path &file);

/// Replaces the file as a whole; readable by its owner only. Failure `state-unwritable`.
Result<void> saveState(const ChainState &state, const std::filesystem::path &file);

} // namespace vouch::sim
