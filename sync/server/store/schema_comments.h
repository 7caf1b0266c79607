#pragma once

#include "sync/server/store/sql_connection.h"

/// The step of the schema that brings comments that are searched.
namespace vouch::server {

extern const char commentsSchema[];
/// The next step of the schema, of SQLite alone.
extern const char untriggeredIndexSchema[];
/// A step that changes no table: the words of comments are made anew for it.
extern const char reworkedWordsSchema[];
/// What each engine adds to it by itself.
extern const SqlPair commentIndexSchema;
/// The schema's version from which on there is one.
inline constexpr std::size_t commentsVersion = 9;
/// From which on words are what they are in this program. Whoever changes what is masked, or how
/// words are told apart and folded, takes a new version: `verify` compares them.
inline constexpr std::size_t commentWordsVersion = 14;

/// Of a database that had version `former`: makes the index, and fills it and the comments anew
/// from the records. Throws as Query does.
void indexFormerComments(Connection &connection, std::size_t former);

} // namespace vouch::server
