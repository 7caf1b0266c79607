#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "sync/server/store/database_address.h"

#include <cstdint>
#include <filesystem>

namespace vouch::server {

struct Restored
{
    std::int64_t records = 0;
    std::filesystem::path setAside; ///< where the former database lies now; empty: there was none
    std::filesystem::path
        missingKey; ///< the secret sealing key that lies nowhere; empty: it is there
};

/// What becomes of a back-up that holds something else than tablets sent (verification.h).
enum class Altered { Refused, Taken };

/// Puts the back-up `from` in the place of `database`, a file that no program may have open. The
/// copy is checked first: whole, ours, of no newer schema, and (where that is asked) verified. What
/// was there is set aside, never overwritten; at every moment there is one or the other. Failures
/// `data-in-use`, `backup-missing`, `database-foreign`, `schema-newer`, `database-damaged`,
/// `ledger-differs`, `disk-full`, `file-unwritable`.
Result<Restored> restoreDatabase(
    const std::filesystem::path &from, const DatabaseAddress &database, const Clock &clock,
    Altered altered = Altered::Refused);

} // namespace vouch::server
