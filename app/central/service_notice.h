#pragma once

#include <string_view>

namespace vouch::central {

/// Tells systemd ("READY=1"), when it wants to know (NOTIFY_SOCKET); else nothing.
void notifyService(std::string_view state);

/// Lets the process have as many file descriptors as it may, of which each connection takes one.
void raiseFileLimit();

} // namespace vouch::central
