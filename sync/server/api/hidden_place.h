#pragma once

#include "sync/server/store/entities.h"

#include <optional>
#include <string>
#include <string_view>

/// Where a list goes on. Records are numbered over all shops, and whoever sees one shop must not
/// learn from these numbers how many answers the others have: what leaves as `next` is hidden from
/// everybody but the servers, and each person's is of use to them alone.
namespace vouch::server {

/// As hexadecimal digits.
std::string hidePlace(std::string_view place, const User &reader);
/// Nothing for what was not hidden for this reader, or before their password changed.
std::optional<std::string> revealPlace(const std::string &text, const User &reader);

} // namespace vouch::server
