#pragma once

#include "core/base/uuid.h"

namespace vouch {

/// The machine's present boot: Clock::monotonicMs() is comparable within one only. Linux's
/// boot_id; a random id, the same for the life of the program, where there is none.
Uuid currentBoot();

} // namespace vouch
