#pragma once

#include "sync/server/store/store_parts.h"

namespace vouch::server {

/// A user's columns, of users as u; `behindUser` is the first one after them.
#define VOUCH_USER_COLUMNS                                                                         \
    "u.key, u.name, u.role, u.everywhere, u.may_export, u.disabled, u.password_hash"
inline constexpr int behindUser = 7;

/// The regions and stores that the row's user is bound to, and what they come to now.
User userFrom(Connection &connection, const Query &row);
std::optional<std::int64_t> userKey(Connection &connection, const std::string &name);
Failure userNotFound(const std::string &name);

} // namespace vouch::server
