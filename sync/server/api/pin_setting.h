#pragma once

#include "sync/server/store/store.h"

namespace vouch::server {

/// Sets a shop's PIN for a role. Hashes it, so it takes a tenth of a second: never on an event
/// loop. Failures `pin-malformed`, `pin-easy`, `pin-taken`, `not-found`.
Result<void> setNewPin(
    Store &store, const std::string &shop, protocol::PinRole role, const std::string &pin,
    const Actor &by);

} // namespace vouch::server
