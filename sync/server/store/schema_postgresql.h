#pragma once

#include "core/storage/database.h"
#include "sync/server/store/sql_connection.h"

namespace vouch::server {

/// Creates or migrates a database on PostgreSQL, in one transaction that keeps other servers which
/// start now waiting. Failures as of storage::migrate(): `schema-newer`, `database-foreign`.
/// `andThen` runs within it.
Result<void>
migratePostgresql(Connection &connection, const std::function<Result<void>()> &andThen);

/// What a plain step for SQLite is in PostgreSQL's words.
std::string postgresqlSchema(std::string_view sqlite);

} // namespace vouch::server
