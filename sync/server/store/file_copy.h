#pragma once

#include "core/base/result.h"

#include <filesystem>

/// Files that are on the disk for good before anybody relies on them.
namespace vouch::server {

/// Why a database cannot be put at `file`, as errno says: `disk-full`, `file-unwritable`.
Failure cannotPlace(const std::filesystem::path &file);

/// Copies (0600) and waits for the disk; replaces what is at `to`. Failures `backup-missing` and
/// those of cannotPlace().
Result<void> copyDurably(const std::filesystem::path &from, const std::filesystem::path &to);

/// After a rename: waits until the folder's entry is on the disk.
Result<void> syncFolderOf(const std::filesystem::path &file);

} // namespace vouch::server
