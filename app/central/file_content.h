#pragma once

#include "core/base/result.h"

#include <string>

namespace vouch::central {

/// Failure `file-unreadable`.
Result<std::string> contentOf(const std::string &file);

} // namespace vouch::central
