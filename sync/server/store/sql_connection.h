#pragma once

#include "core/base/time.h"
#include "core/base/uuid.h"
#include "core/storage/database.h"

#include <condition_variable>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace vouch::server {

/// One connection with its prepared statements. Belongs to one thread at a time.
class Connection
{
public:
    explicit Connection(std::unique_ptr<storage::Database> database)
        : m_database(std::move(database))
    {
    }

    storage::Database &database() { return *m_database; }
    /// Ends a transaction that was left open because its BEGIN or ROLLBACK failed half-way. To be
    /// called before the next one begins. Throws SQLite::Exception.
    void settle();

private:
    friend class Query;
    /// `sql` is a literal: statements are kept by its address.
    SQLite::Statement &prepared(const char *sql);

    std::unique_ptr<storage::Database> m_database;
    std::unordered_map<const char *, std::unique_ptr<SQLite::Statement>> m_statements;
};

/// Bytes as a parameter, where a string would be text. They are not copied, and must outlive the
/// query.
struct Blob
{
    std::string_view bytes;
};

/// One use of a prepared statement; lets go of it, and of what it read, at the end. The same SQL
/// must not be in use twice at once. Throws SQLite::Exception.
class Query
{
public:
    template <class... Values>
    Query(Connection &connection, const char *sql, const Values &...values)
        : m_statement(connection.prepared(sql))
    {
        (bind(values), ...);
    }
    Query(const Query &) = delete;
    Query &operator=(const Query &) = delete;
    ~Query();

    bool next() { return m_statement.executeStep(); }
    /// For statements without rows; the number of rows that changed.
    int run() { return m_statement.exec(); }

    bool isNull(int column) const { return m_statement.getColumn(column).isNull(); }
    std::int64_t integer(int column) const { return m_statement.getColumn(column).getInt64(); }
    std::string text(int column) const { return m_statement.getColumn(column).getString(); }
    Timestamp time(int column) const
    {
        return Timestamp(std::chrono::milliseconds(integer(column)));
    }
    std::optional<Timestamp> maybeTime(int column) const;
    Day day(int column) const { return Day(std::chrono::days(integer(column))); }
    Uuid uuid(int column) const;

private:
    void bind(std::int64_t value) { m_statement.bind(++m_bound, value); }
    void bind(int value) { m_statement.bind(++m_bound, value); }
    void bind(bool value) { m_statement.bind(++m_bound, value ? 1 : 0); }
    void bind(const std::string &value) { m_statement.bind(++m_bound, value); }
    void bind(std::string_view value) { m_statement.bind(++m_bound, std::string(value)); }
    void bind(Timestamp value) { bind(std::int64_t(value.time_since_epoch().count())); }
    void bind(Day value) { bind(std::int64_t(value.time_since_epoch().count())); }
    void bind(const Uuid &value);
    void bind(Blob value);
    template <class T> void bind(const std::optional<T> &value)
    {
        if (value)
            bind(*value);
        else
            m_statement.bind(++m_bound);
    }

    SQLite::Statement &m_statement;
    int m_bound = 0;
};

/// Read-only connections to one database. All are opened before the first is needed: on a full disk
/// another one may not open.
class ReaderPool
{
public:
    /// Once, before any read().
    Result<void> open(const std::filesystem::path &file, std::size_t connections);

    /// Runs `work` (Connection & → Result) on one snapshot; waits while all connections are busy.
    template <class Work> auto read(Work &&work) -> decltype(work(std::declval<Connection &>()))
    {
        auto connection = take();
        auto result = storage::guarded([&]() -> decltype(work(*connection)) {
            connection->settle();
            SQLite::Transaction snapshot(connection->database().raw());
            return work(*connection);
        });
        give(std::move(connection));
        return result;
    }

private:
    std::unique_ptr<Connection> take();
    void give(std::unique_ptr<Connection> connection);

    std::mutex m_mutex;
    std::condition_variable m_given;
    std::vector<std::unique_ptr<Connection>> m_idle;
};

} // namespace vouch::server
