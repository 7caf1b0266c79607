#pragma once

#include "sync/server/store/comments.h"
#include "sync/server/store/sql_connection.h"

#include <map>

/// How the table of comments is written and checked.
namespace vouch::server {

/// What tells apart answers of one part of a day in an order that is not that of answering: 56
/// random bits of a UUIDv7, or of the hash of an answer that was brought in.
std::int64_t shuffleOf(const Uuid &id);

/// Their records were inserted in this transaction. On PostgreSQL with one statement.
void addComments(Connection &connection, const std::vector<CommentRow> &rows);
/// The words of comments that were deleted leave the index too, which keeps them else until it next
/// merges. Writes the whole index: half a second with a million comments. Of SQLite; PostgreSQL's
/// vacuum does it.
void forgetDeletedComments(Connection &connection);

/// What a record's row says beside the text.
struct CommentFacts
{
    std::int64_t store = 0;
    Day day;
    std::optional<int> score;
    bool isMarked = false;

    bool operator==(const CommentFacts &) const = default;
};
struct StoredComment
{
    CommentRow row; ///< without its id
    CommentFacts facts;

    bool operator==(const StoredComment &) const = default;
};
/// By the record's number; of those above `from` up to `to`.
std::map<std::int64_t, StoredComment>
storedComments(Connection &connection, std::int64_t from, std::int64_t to);

} // namespace vouch::server
