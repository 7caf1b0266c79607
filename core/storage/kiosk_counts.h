#pragma once

#include "core/storage/database.h"

#include <cstdint>

/// Counters of what the closed surveys with a score come to, so that figures are read without
/// looking at the records: the tables `score_counts`, `mark_counts`, `pick_counts`, `list_counts`.
/// They move in the transaction that closes a check, or that marks a closed one. Checks that are
/// open, a handful at most, are not in them: whoever reads adds those.
namespace vouch::storage {

/// Adds what a closed check comes to, or takes it out again with `times` −1: before its marks
/// change, and back after that. Throws SQLite::Exception.
void countCheck(Database &database, std::int64_t row, int times);

/// Counts everything anew. Throws SQLite::Exception.
void countAllChecks(Database &database);

} // namespace vouch::storage
