#include "sync/server/store/sql_connection.h"

#include "sync/protocol/codes.h"
#include "sync/server/store/postgresql_array.h"

#include <sqlite3.h>

namespace vouch::server {

namespace {

std::string_view bytesOf(const Uuid &id)
{
    return {reinterpret_cast<const char *>(id.bytes().data()), id.bytes().size()};
}

Uuid uuidFrom(const void *bytes, std::size_t size)
{
    const auto read = Uuid::fromBytes(bytes, size);
    return read ? *read : Uuid();
}

} // namespace

void Connection::settle()
{
    if (m_postgresql)
        m_postgresql->settle();
    else if (!sqlite3_get_autocommit(m_sqlite->raw().getHandle()))
        m_sqlite->raw().exec("ROLLBACK");
}

SQLite::Statement &Connection::prepared(const char *sql)
{
    auto &statement = m_statements[sql];
    if (!statement)
        statement = std::make_unique<SQLite::Statement>(m_sqlite->raw(), sqliteText(sql));
    return *statement;
}

namespace {

/// Names the advisory lock that is shared by the transactions which number records.
constexpr std::int64_t numberingLock = 0x566f756368000004;

std::string beginning(Transaction::Kind kind)
{
    if (kind == Transaction::Kind::Snapshot)
        return "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";
    std::string out = "BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE";
    if (kind == Transaction::Kind::Recording)
        out += "; SELECT pg_advisory_xact_lock_shared(" + std::to_string(numberingLock) + ")";
    return out;
}

} // namespace

Transaction::Transaction(Connection &connection, Kind kind)
    : m_connection(connection)
{
    if (auto *session = connection.postgresql())
        session->exec(beginning(kind));
    else
        m_sqlite.emplace(
            connection.sqlite()->raw(), kind == Kind::Snapshot
                                            ? SQLite::TransactionBehavior::DEFERRED
                                            : SQLite::TransactionBehavior::IMMEDIATE);
}

std::int64_t lastSettledRecord(Connection &connection)
{
    if (auto *session = connection.postgresql()) {
        // Whoever has a lower number already is waited for, and not for long: new ones wait behind.
        session->exec("SET LOCAL lock_timeout = '2s'");
        session->exec("SELECT pg_advisory_xact_lock(" + std::to_string(numberingLock) + ")");
    }
    Query row(connection, "SELECT coalesce(max(number), 0) FROM records");
    row.next();
    return row.integer(0);
}

Transaction::~Transaction()
{
    if (m_sqlite || !m_open)
        return;
    try {
        m_connection.postgresql()->exec("ROLLBACK");
    } catch (const SqlError &) {
        // The connection is gone, and the transaction with it; settle() sees to both.
    }
}

void Transaction::commit()
{
    if (m_sqlite)
        return m_sqlite->commit();
    m_open = false;
    m_connection.postgresql()->commit();
}

Query::~Query()
{
    if (!m_sqlite)
        return;
    // A failed step reports its error a second time here; it has been thrown already.
    m_sqlite->tryReset();
    try {
        m_sqlite->clearBindings();
    } catch (const SQLite::Exception &) {
    }
}

bool Query::nextRow()
{
    if (m_row < 0)
        m_rows = m_postgresql->run(m_sql, m_parameters);
    return ++m_row < m_rows.count();
}

int Query::run()
{
    if (m_sqlite)
        return m_sqlite->exec();
    return m_postgresql->run(m_sql, m_parameters).changed();
}

std::optional<Timestamp> Query::maybeTime(int column) const
{
    return isNull(column) ? std::nullopt : std::optional(time(column));
}

std::string_view Query::bytes(int column) const
{
    if (!m_sqlite)
        return m_rows.bytes(m_row, column);
    const auto value = m_sqlite->getColumn(column);
    const auto *data = static_cast<const char *>(value.getBlob());
    return {data, static_cast<std::size_t>(value.getBytes())};
}

Uuid Query::uuid(int column) const
{
    const auto found = bytes(column);
    return uuidFrom(found.data(), found.size());
}

void Query::bind(std::int64_t value)
{
    if (m_sqlite)
        m_sqlite->bind(++m_bound, value);
    else
        m_parameters.add(value);
}

void Query::bind(bool value)
{
    if (m_sqlite)
        m_sqlite->bind(++m_bound, value ? 1 : 0);
    else
        m_parameters.add(value);
}

void Query::bind(const std::string &value)
{
    if (m_sqlite)
        m_sqlite->bind(++m_bound, value);
    else
        m_parameters.addText(value);
}

void Query::bind(std::string_view value)
{
    if (m_sqlite)
        m_sqlite->bind(++m_bound, std::string(value));
    else
        m_parameters.addText(value);
}

void Query::bind(const Uuid &value)
{
    if (m_sqlite)
        m_sqlite->bind(++m_bound, value.bytes().data(), static_cast<int>(value.bytes().size()));
    else
        m_parameters.addBytes(bytesOf(value));
}

void Query::bind(Blob value)
{
    if (m_sqlite)
        m_sqlite->bindNoCopy(++m_bound, value.bytes.data(), static_cast<int>(value.bytes.size()));
    else
        m_parameters.addBytes(value.bytes);
}

void Query::bind(const PostgresqlArray &value)
{
    m_parameters.addBytes(value.bytes(), value.type());
}

void Query::bind(const std::vector<PostgresqlArray> &values)
{
    for (const auto &value : values)
        bind(value);
}

void Query::bindNull(unsigned type)
{
    if (m_sqlite)
        m_sqlite->bind(++m_bound);
    else
        m_parameters.addNull(type);
}

namespace {

Result<std::unique_ptr<Connection>> readerOf(const DatabaseAddress &where)
{
    if (where.isPostgresql()) {
        auto session = PostgresqlSession::open(where.url());
        if (!session)
            return session.failure();
        return std::make_unique<Connection>(std::move(*session));
    }
    auto database = storage::Database::open(where.file(), storage::Database::Mode::ReadOnly);
    if (!database)
        return database.failure();
    return std::make_unique<Connection>(std::move(*database));
}

} // namespace

Result<void> SteadyReads::begin()
{
    if (m_snapshot)
        return {};
    auto reader = readerOf(*m_pool->m_database);
    if (!reader)
        return reader.failure();
    m_connection = std::move(*reader);
    return guarded([&]() -> Result<void> {
        m_snapshot = ReaderPool::begin(*m_connection);
        return {};
    });
}

Result<void> ReaderPool::open(const DatabaseAddress &database, std::size_t connections)
{
    m_database = database;
    m_unopened = database.isPostgresql() ? connections : 0;
    while (m_idle.size() + m_unopened < connections) {
        auto reader = readerOf(database);
        if (!reader)
            return reader.failure();
        m_idle.push_back(std::move(*reader));
    }
    return {};
}

std::unique_ptr<Transaction> ReaderPool::begin(Connection &connection)
{
    try {
        return std::make_unique<Transaction>(connection, Transaction::Kind::Snapshot);
    } catch (const SqlError &error) {
        if (error.fault() != SqlFault::ConnectionLost)
            throw;
    }
    // It was idle while the database went away; it may be back already.
    connection.settle();
    return std::make_unique<Transaction>(connection, Transaction::Kind::Snapshot);
}

Result<std::unique_ptr<Connection>> ReaderPool::take()
{
    std::unique_lock lock(m_mutex);
    m_given.wait(lock, [this] { return !m_idle.empty() || m_unopened > 0; });
    if (!m_idle.empty()) {
        auto connection = std::move(m_idle.back());
        m_idle.pop_back();
        return connection;
    }
    --m_unopened;
    lock.unlock();
    auto opened = readerOf(*m_database);
    if (!opened) {
        lock.lock();
        ++m_unopened;
        m_given.notify_one();
        return Failure{
            std::string(protocol::code::unavailable), opened.failure().message,
            opened.failure().where};
    }
    return opened;
}

void ReaderPool::give(std::unique_ptr<Connection> connection)
{
    const std::lock_guard lock(m_mutex);
    m_idle.push_back(std::move(connection));
    m_given.notify_one();
}

} // namespace vouch::server
