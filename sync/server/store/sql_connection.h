#pragma once

#include "core/base/time.h"
#include "core/base/uuid.h"
#include "core/storage/database.h"
#include "sync/server/store/database_address.h"
#include "sync/server/store/postgresql_session.h"
#include "sync/server/store/sql_dialect.h"

#include <condition_variable>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace vouch::server {

struct KnownSeries;
class PostgresqlArray;

/// One connection with its prepared statements, to SQLite or to PostgreSQL. Belongs to one thread
/// at a time.
class Connection
{
public:
    explicit Connection(std::unique_ptr<storage::Database> database)
        : m_sqlite(std::move(database))
    {
    }
    explicit Connection(std::unique_ptr<PostgresqlSession> session)
        : m_postgresql(std::move(session))
    {
    }

    /// Nothing on the other engine.
    storage::Database *sqlite() { return m_sqlite.get(); }
    PostgresqlSession *postgresql() { return m_postgresql.get(); }
    bool isPostgresql() const { return m_postgresql != nullptr; }

    /// Ends a transaction that was left open because its BEGIN or ROLLBACK failed half-way, and
    /// makes a lost connection anew. To be called before the next one begins. Throws what the
    /// engine throws.
    void settle();

    /// Kept from one reading to the next by Measurements; nothing before the first.
    std::shared_ptr<const KnownSeries> knownSeries;

private:
    friend class Query;
    /// `sql` is a literal: statements are kept by its address.
    SQLite::Statement &prepared(const char *sql);

    std::unique_ptr<storage::Database> m_sqlite;
    std::unique_ptr<PostgresqlSession> m_postgresql;
    std::unordered_map<const char *, std::unique_ptr<SQLite::Statement>> m_statements;
};

/// Rolls back at its end unless committed. Throws what the engine throws.
class Transaction
{
public:
    /// Recording is writing that may add records.
    enum class Kind { Snapshot, Writing, Recording };

    /// A snapshot shows one moment throughout, and nothing can be written in it.
    Transaction(Connection &connection, Kind kind);
    Transaction(const Transaction &) = delete;
    Transaction &operator=(const Transaction &) = delete;
    ~Transaction();

    void commit();

private:
    Connection &m_connection;
    std::optional<SQLite::Transaction> m_sqlite;
    bool m_open = true;
};

/// The highest number of a record below which none will come any more: the end of what may be read
/// on in later snapshots. On SQLite numbers are committed in their order; on PostgreSQL it waits
/// for those that are being written. In a snapshot, before anything is read in it.
std::int64_t lastSettledRecord(Connection &connection);

/// Bytes as a parameter, where a string would be text. They are not copied, and must outlive the
/// query.
struct Blob
{
    std::string_view bytes;
};

/// One use of a prepared statement; lets go of it, and of what it read, at the end. The same SQL
/// must not be in use twice at once. SQL is as sql_dialect.h says. Throws what the engine throws:
/// see sql_error.h.
class Query
{
public:
    template <class... Values>
    Query(Connection &connection, const char *sql, const Values &...values)
        : m_sql(sql)
        , m_sqlite(connection.m_sqlite ? &connection.prepared(sql) : nullptr)
        , m_postgresql(connection.m_postgresql.get())
    {
        (bind(values), ...);
    }
    template <class... Values>
    Query(Connection &connection, const SqlPair &sql, const Values &...values)
        : Query(connection, connection.m_sqlite ? sql.sqlite : sql.postgresql, values...)
    {
    }
    Query(const Query &) = delete;
    Query &operator=(const Query &) = delete;
    ~Query();

    bool next() { return m_sqlite ? m_sqlite->executeStep() : nextRow(); }
    /// For statements without rows; the number of rows that changed.
    int run();

    bool isNull(int column) const
    {
        return m_sqlite ? m_sqlite->getColumn(column).isNull() : m_rows.isNull(m_row, column);
    }
    std::int64_t integer(int column) const
    {
        return m_sqlite ? m_sqlite->getColumn(column).getInt64() : m_rows.integer(m_row, column);
    }
    std::string text(int column) const
    {
        return m_sqlite ? m_sqlite->getColumn(column).getString() : m_rows.text(m_row, column);
    }
    /// Bytes that are gone with the next row.
    std::string_view bytes(int column) const;
    Timestamp time(int column) const
    {
        return Timestamp(std::chrono::milliseconds(integer(column)));
    }
    std::optional<Timestamp> maybeTime(int column) const;
    Day day(int column) const { return Day(std::chrono::days(integer(column))); }
    Uuid uuid(int column) const;

private:
    bool nextRow();
    void bind(std::int64_t value);
    void bind(int value) { bind(std::int64_t(value)); }
    void bind(bool value);
    void bind(const std::string &value);
    void bind(std::string_view value);
    void bind(const char *value) { bind(std::string_view(value)); }
    void bind(Timestamp value) { bind(std::int64_t(value.time_since_epoch().count())); }
    void bind(Day value) { bind(std::int64_t(value.time_since_epoch().count())); }
    void bind(const Uuid &value);
    void bind(Blob value);
    void bind(const PostgresqlArray &value);
    void bind(const std::vector<PostgresqlArray> &values);
    void bindNull(unsigned type);
    template <class T> void bind(const std::optional<T> &value)
    {
        if (value)
            bind(*value);
        else
            bindNull(typeOf(static_cast<const T *>(nullptr)));
    }

    static constexpr unsigned typeOf(const void *) { return pg_type::int8; }
    static constexpr unsigned typeOf(const bool *) { return pg_type::inferred; }
    static constexpr unsigned typeOf(const std::string *) { return pg_type::text; }
    static constexpr unsigned typeOf(const std::string_view *) { return pg_type::text; }
    static constexpr unsigned typeOf(const Uuid *) { return pg_type::bytea; }
    static constexpr unsigned typeOf(const Blob *) { return pg_type::bytea; }

    const char *m_sql;
    SQLite::Statement *m_sqlite;
    int m_bound = 0;
    // On PostgreSQL all rows come at once, with the first.
    PostgresqlSession *m_postgresql;
    PostgresqlParameters m_parameters;
    PostgresqlRows m_rows;
    int m_row = -1;
};

/// Connections that only read. Those to a file are opened before the first is needed: on a full
/// disk another one may not open. Those to PostgreSQL, each a process there, are opened when they
/// are needed and then kept.
class ReaderPool
{
public:
    /// Once, before any read().
    Result<void> open(const DatabaseAddress &database, std::size_t connections);

    /// Runs `work` (Connection & → Result) on one snapshot; waits while all connections are busy.
    template <class Work> auto read(Work &&work) -> decltype(work(std::declval<Connection &>()))
    {
        auto taken = take();
        if (!taken)
            return taken.failure();
        auto &connection = *taken;
        auto result = guarded([&]() -> decltype(work(*connection)) {
            connection->settle();
            const auto snapshot = begin(*connection);
            return work(*connection);
        });
        give(std::move(connection));
        return result;
    }

private:
    friend class SteadyReads;
    static std::unique_ptr<Transaction> begin(Connection &connection);
    Result<std::unique_ptr<Connection>> take();
    void give(std::unique_ptr<Connection> connection);

    std::mutex m_mutex;
    std::condition_variable m_given;
    std::vector<std::unique_ptr<Connection>> m_idle;
    std::size_t m_unopened = 0;
    std::optional<DatabaseAddress> m_database;
};

/// Several reads that go through the records by their numbers, and together show one moment. On
/// SQLite numbers come in order and rows never go, so that each is a read of its own and holds
/// nothing in between; on PostgreSQL a number may appear after a higher one, so that all are in one
/// snapshot, on a connection of its own until this ends. Belongs to one thread at a time; `pool`
/// outlives it.
class SteadyReads
{
public:
    explicit SteadyReads(ReaderPool &pool)
        : m_pool(&pool)
    {
    }

    template <class Work> auto read(Work &&work) -> decltype(work(std::declval<Connection &>()))
    {
        if (!m_pool->m_database->isPostgresql())
            return m_pool->read(work);
        if (const auto ready = begin(); !ready)
            return ready.failure();
        return guarded([&]() -> decltype(work(*m_connection)) { return work(*m_connection); });
    }

private:
    Result<void> begin();

    ReaderPool *m_pool;
    std::unique_ptr<Connection> m_connection;
    std::unique_ptr<Transaction> m_snapshot;
};

} // namespace vouch::server
