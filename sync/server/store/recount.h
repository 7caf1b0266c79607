#pragma once

#include "sync/server/store/store_parts.h"
#include "sync/server/store/verification.h"

namespace vouch::server {

Failure verifyingStopped();

/// Compares every counter with the records: `counters-differ`, or `stopped`.
Result<void> recountAll(ReaderPool &readers, const KeepGoing &goOn);

} // namespace vouch::server
