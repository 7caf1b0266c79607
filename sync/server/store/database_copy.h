#pragma once

#include "core/base/clock.h"
#include "sync/server/store/database_address.h"

#include <cstdint>
#include <functional>

namespace vouch::server {

struct Copied
{
    std::int64_t chains = 0;
    std::int64_t records = 0;
};

/// Copies all of a chain from a file into an empty database on PostgreSQL, with the secret keys, in
/// one transaction: afterwards all of it is there, or nothing. Then verifies every chain and
/// counter on both sides and compares what they found. The server on the file must be stopped: what
/// tablets make meanwhile waits on them. `progress` is told what is being done. Failures as of
/// Store::open(), `database-not-empty`, `copy-differs`, and what verifying finds.
Result<Copied> copyDatabase(
    const DatabaseAddress &from, const DatabaseAddress &to, const Clock &clock,
    const std::function<void(const std::string &)> &progress);

} // namespace vouch::server
