#pragma once

#include "sync/server/store/sql_connection.h"

/// The step of the schema that brings comments that are searched.
namespace vouch::server {

extern const char commentsSchema[];
/// What each engine adds to it by itself.
extern const SqlPair commentIndexSchema;
/// The schema's version from which on there is one.
inline constexpr std::size_t commentsVersion = 9;

/// Makes the index of a file, and fills both from the records that were there before.
Result<void> indexFormerComments(storage::Database &database);
/// On PostgreSQL, where the index is there.
void indexFormerComments(Connection &connection);

} // namespace vouch::server
