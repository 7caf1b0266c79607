#pragma once

#include "tests/bench/shown_kiosk.h"

namespace vouch::bench {

/// Holds so many conversations by touches, of every kind that there is and in every language, and
/// prints what memory they left behind; before that, what the keyboard needs.
void measureMemory(ShownKiosk &shown, int conversations);

} // namespace vouch::bench
