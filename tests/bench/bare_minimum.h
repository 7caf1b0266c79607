#pragma once

#include "core/storage/database.h"

namespace vouch::bench {

/// Writes the records of a server's database into another one: the same tables, indexes and
/// settings, one prepared INSERT. No counters, no chains, nothing looked at: less cannot be done.
class BareMinimum
{
public:
    BareMinimum(const std::filesystem::path &from, const std::filesystem::path &to);

    /// How many seconds it takes to write what came into `from` since the last time, in `groups`
    /// transactions. Reading it is not counted.
    double write(std::size_t groups);

private:
    void copy(const char *table);

    std::unique_ptr<storage::Database> m_from;
    std::unique_ptr<storage::Database> m_to;
    std::int64_t m_last = 0; ///< the number of the newest record that was written
};

} // namespace vouch::bench
