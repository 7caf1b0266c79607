#pragma once

#include <string>

namespace vouch::central {

/// One line of standard input, without its end. On a terminal `prompt` asks for it, and what is
/// typed does not show.
std::string readSecretLine(const std::string &prompt);

} // namespace vouch::central
