#pragma once

#include "sync/server/store/sql_connection.h"

namespace vouch::server {

/// Sequences of a chain, both included; none when first > last.
struct Sequences
{
    std::int64_t first = 1;
    std::int64_t last = 0;
    bool isWholeChain = false; ///< the days do not rise with the sequence
};

/// Where all records of the chain are whose day that counts is one of these, both included. Found
/// by halves, as days rise with the sequence; where the ledger knows of more records than are there
/// (a clock was set back, or answers were brought in without order), it is the whole chain. One
/// query; looks at the records of those days.
Sequences sequencesOf(Connection &connection, std::int64_t chain, Day from, Day to);

} // namespace vouch::server
