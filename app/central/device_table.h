#pragma once

#include "core/base/json.h"

namespace vouch::central {

/// The tablets of a request `device-list` with texts for a table, under the same names.
json::object deviceTable(const json::object &result);

} // namespace vouch::central
