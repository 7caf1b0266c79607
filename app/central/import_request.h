#pragma once

#include "app/central/administration.h"

namespace vouch::server {
class Store;
}

namespace vouch::central {

/// Members device, public_key (base64, as the file states them) and batch (JSON as a text). Takes
/// the batch as if its tablet had sent it; gives how many records had each outcome, and `problems`.
/// Failures `device-unknown`, `device-mismatch`, `signature-invalid`, and those of decoding and of
/// Store::ingest.
Result<json::object>
importBatch(server::Store &store, const json::object &request, const Sink &sink);

} // namespace vouch::central
