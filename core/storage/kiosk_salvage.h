#pragma once

#include "core/check/check.h"
#include "core/storage/database.h"
#include "core/storage/kiosk_recovery.h"
#include "core/storage/page_reader.h"

namespace vouch::storage {

/// Brings all that can be read and trusted into an empty database of the present schema: sealed
/// records as they were, with their place in their chain, queued again unless they are known to be
/// acknowledged (twice sent is harmless); what was not sealed yet; settings and identity. The chain
/// that was written to is not gone on with. `newest` is the last record that is known to have been
/// there: up to it, what is not found is missing.
Result<Salvaged>
salvage(const PageReader &from, Database &into, const std::optional<check::Link> &newest);

} // namespace vouch::storage
