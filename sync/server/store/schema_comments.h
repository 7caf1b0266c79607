#pragma once

#include "sync/server/store/sql_connection.h"

/// The step of the schema that brings comments that are searched.
namespace vouch::server {

extern const char commentsSchema[];
/// The next step of the schema, of SQLite alone.
extern const char untriggeredIndexSchema[];
/// What each engine adds to it by itself.
extern const SqlPair commentIndexSchema;
/// The schema's version from which on there is one.
inline constexpr std::size_t commentsVersion = 9;

/// Makes the index, and fills it and the comments from the records that were there before. Throws
/// as Query does.
void indexFormerComments(Connection &connection);

} // namespace vouch::server
