#pragma once

#include "core/storage/database.h"

namespace vouch::server {

inline constexpr std::int32_t applicationId = 0x566f7563; // "Vouc"

/// Every step that brought the central database to what it is; the last is the current version.
std::span<const storage::Migration> serverMigrations();

} // namespace vouch::server
