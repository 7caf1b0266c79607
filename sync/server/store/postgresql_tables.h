#pragma once

#include <cstddef>

/// The schema as PostgreSQL has it from the beginning; the steps behind are translated
/// (schema_postgresql.cpp).
namespace vouch::server {

/// The first version that there was on PostgreSQL.
inline constexpr std::size_t postgresqlFirstVersion = 4;

/// What the statements need.
extern const char postgresqlSetUp[];
/// In SQLite's words, to be translated: what is written now and then.
extern const char postgresqlPlainTables[];
/// What takes thousands of rows a second, and what only PostgreSQL has.
extern const char postgresqlLargeTables[];

} // namespace vouch::server
