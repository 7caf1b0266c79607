#pragma once

#include "core/base/json.h"

#include <string>

namespace vouch::central {

/// A page of labels to print, whole in itself, from the labels of a request `device-codes`.
std::string labelPage(const json::array &labels);

} // namespace vouch::central
