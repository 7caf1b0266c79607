#pragma once

#include "core/base/clock.h"
#include "core/base/json.h"

#include <filesystem>
#include <optional>

namespace vouch::storage {

/// What was found in a damaged database.
struct Salvaged
{
    std::int64_t records = 0; ///< sealed ones, each verified by its hash
    std::int64_t answers = 0; ///< without a place in a chain: open ones, those of before enrolment
    std::int64_t damaged = 0; ///< seen, but no copy of them can be trusted
    std::int64_t missing = 0; ///< of the chains' numbers those that were not found
    bool identity = false;    ///< the tablet is still the device that it was
};

/// What became of a database that was found damaged. Kept as setting `recovery`, as JSON.
struct Recovery
{
    Timestamp at;
    std::string setAside; ///< the name of the damaged file, in the same folder
    Salvaged found;
    bool logGone = false; ///< sound as far as it goes: the log, or the end of it, was lost
};
json::object toJson(const Recovery &recovery);
Result<Recovery> recoveryFrom(std::string_view text);
inline constexpr const char *recoverySetting = "recovery";

/// Looks at `folder`/kiosk.db before it is used, without changing it. Where it is damaged, or its
/// log or the end of that was lost after a crash, all that can be read goes into a fresh database
/// in its place; it and its log are set aside as kiosk.damaged-<UTC>.db, never overwritten, never
/// deleted. May be broken off anywhere and called again. What was done; nothing when the database
/// is sound or not there. Failures: `disk-full` and what else keeps the fresh database from being
/// made: nothing is changed.
Result<std::optional<Recovery>>
recoverIfDamaged(const std::filesystem::path &folder, const Clock &clock);

} // namespace vouch::storage
