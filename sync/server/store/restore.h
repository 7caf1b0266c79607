#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"

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

/// Puts the back-up `from` in the place of `database`, which no program may have open. The copy is
/// checked first: whole, ours, of no newer schema. What was there is set aside, never overwritten;
/// at every moment there is one or the other. Failures `data-in-use`, `backup-missing`,
/// `database-foreign`, `schema-newer`, `database-damaged`, `disk-full`, `file-unwritable`.
Result<Restored> restoreDatabase(
    const std::filesystem::path &from, const std::filesystem::path &database, const Clock &clock);

} // namespace vouch::server
