#pragma once

#include <filesystem>

namespace vouch::bench {

/// How many seconds it takes to write the records of the server's database `from` into a new one,
/// `to`: the same tables, indexes and settings, one prepared INSERT, `groups` transactions. No
/// counters, no chains, nothing looked at: less cannot be done.
double
bareMinimum(const std::filesystem::path &from, const std::filesystem::path &to, std::size_t groups);

} // namespace vouch::bench
