#pragma once

#include <cstdint>
#include <string>

struct pg_conn;

namespace vouch::bench {

/// As BareMinimum, on PostgreSQL: the same rows by COPY in the binary form, into a table with the
/// same indexes beside the server's own.
class BareCopy
{
public:
    explicit BareCopy(const std::string &url);
    BareCopy(const BareCopy &) = delete;
    BareCopy &operator=(const BareCopy &) = delete;
    ~BareCopy();

    /// How many seconds it takes to write what came in since the last time, in one transaction.
    double write();

private:
    std::string copyOut();
    void exec(const std::string &sql);

    pg_conn *m_connection;
    std::int64_t m_last = 0; ///< the number of the newest record that was written
};

} // namespace vouch::bench
