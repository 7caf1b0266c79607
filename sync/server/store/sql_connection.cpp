#include "sync/server/store/sql_connection.h"

#include <sqlite3.h>

namespace vouch::server {

void Connection::settle()
{
    if (!sqlite3_get_autocommit(m_database->raw().getHandle()))
        m_database->raw().exec("ROLLBACK");
}

SQLite::Statement &Connection::prepared(const char *sql)
{
    auto &statement = m_statements[sql];
    if (!statement)
        statement = std::make_unique<SQLite::Statement>(m_database->raw(), sql);
    return *statement;
}

Query::~Query()
{
    // A failed step reports its error a second time here; it has been thrown already.
    m_statement.tryReset();
    try {
        m_statement.clearBindings();
    } catch (const SQLite::Exception &) {
    }
}

std::optional<Timestamp> Query::maybeTime(int column) const
{
    return isNull(column) ? std::nullopt : std::optional(time(column));
}

Uuid Query::uuid(int column) const
{
    const auto value = m_statement.getColumn(column);
    const auto read = Uuid::fromBytes(value.getBlob(), static_cast<std::size_t>(value.getBytes()));
    return read ? *read : Uuid();
}

void Query::bind(const Uuid &value)
{
    m_statement.bind(++m_bound, value.bytes().data(), static_cast<int>(value.bytes().size()));
}

void Query::bind(Blob value)
{
    m_statement.bindNoCopy(++m_bound, value.bytes.data(), static_cast<int>(value.bytes.size()));
}

Result<void> ReaderPool::open(const std::filesystem::path &file, std::size_t connections)
{
    while (m_idle.size() < connections) {
        auto database = storage::Database::open(file, storage::Database::Mode::ReadOnly);
        if (!database)
            return database.failure();
        m_idle.push_back(std::make_unique<Connection>(std::move(*database)));
    }
    return {};
}

std::unique_ptr<Connection> ReaderPool::take()
{
    std::unique_lock lock(m_mutex);
    m_given.wait(lock, [this] { return !m_idle.empty(); });
    auto connection = std::move(m_idle.back());
    m_idle.pop_back();
    return connection;
}

void ReaderPool::give(std::unique_ptr<Connection> connection)
{
    const std::lock_guard lock(m_mutex);
    m_idle.push_back(std::move(connection));
    m_given.notify_one();
}

} // namespace vouch::server
