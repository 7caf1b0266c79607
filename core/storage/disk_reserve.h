#pragma once

#include <filesystem>

/// A little room in the data folder that nobody else takes: on a full disk SQLite could not even
/// open a database that is there (its log's index needs a file).
namespace vouch::storage {

/// Makes the reserve, or makes it whole again; without room for it there is none for now.
void keepReserve(const std::filesystem::path &folder);
/// Gives its room back to the disk; whether there was any.
bool freeReserve(const std::filesystem::path &folder);

} // namespace vouch::storage
