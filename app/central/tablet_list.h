#pragma once

#include "core/base/json.h"

#include <string>
#include <string_view>

namespace vouch::central {

/// CSV with a header that has the columns store and name (which may be absent), as [{store, name}].
/// Failures of csv_reader.h, where = "FILE:line".
Result<json::array> tabletListFrom(std::string_view csv, const std::string &file);

} // namespace vouch::central
