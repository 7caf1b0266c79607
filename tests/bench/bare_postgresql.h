#pragma once

#include <cstdint>
#include <string>

struct pg_conn;
struct pg_result;

namespace vouch::bench {

/// As BareMinimum, on PostgreSQL: over a connection of its own, into a table with the same columns
/// and indexes beside the server's own, and nothing else done.
class BareTable
{
public:
    BareTable(const std::string &url, std::string name);
    BareTable(const BareTable &) = delete;
    BareTable &operator=(const BareTable &) = delete;
    ~BareTable();

protected:
    const std::string &name() const { return m_name; }
    pg_conn *connection() const { return m_connection; }
    void exec(const std::string &sql);
    /// Selects what came into `records` since the last time.
    std::string newer() const;
    void wroteAll();

private:
    pg_conn *m_connection;
    std::string m_name;
    std::int64_t m_last = 0; ///< the number of the newest record that was written
};

/// One prepared INSERT, executed for each row.
class BareInserts : BareTable
{
public:
    enum class Wait {
        Row,        ///< for what each row says, before the next is sent
        Transaction ///< for all of it at the end (libpq's pipeline)
    };
    BareInserts(const std::string &url, Wait wait);

    /// How many seconds it takes to write what came in since the last time, in `groups`
    /// transactions. Reading it is not counted.
    double write(std::size_t groups);

private:
    void insert(const pg_result *rows, int row);
    void finishPipeline();

    Wait m_wait;
};

/// COPY in the binary form.
class BareCopy : BareTable
{
public:
    explicit BareCopy(const std::string &url);

    /// As of BareInserts, in one transaction.
    double write();

private:
    std::string copyOut();
};

} // namespace vouch::bench
