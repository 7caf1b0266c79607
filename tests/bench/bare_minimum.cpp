#include "tests/bench/bare_minimum.h"

#include "sync/server/store/server_schema.h"

#include <QtGlobal>

#include <chrono>
#include <variant>
#include <vector>

namespace vouch::bench {

namespace {

struct Nothing
{
};
struct Bytes
{
    std::string bytes;
    bool isText = false;
};
using Value = std::variant<Nothing, std::int64_t, Bytes>;
using Row = std::vector<Value>;

Value valueOf(const SQLite::Column &column)
{
    if (column.isNull())
        return Nothing();
    if (column.isInteger())
        return std::int64_t(column.getInt64());
    return Bytes{column.getString(), column.isText()};
}

void bind(SQLite::Statement &statement, int index, const Value &value)
{
    if (const auto *number = std::get_if<std::int64_t>(&value))
        statement.bind(index, *number);
    else if (const auto *bytes = std::get_if<Bytes>(&value); bytes && bytes->isText)
        statement.bindNoCopy(index, bytes->bytes);
    else if (bytes)
        statement.bindNoCopy(index, bytes->bytes.data(), static_cast<int>(bytes->bytes.size()));
    else
        statement.bind(index);
}

std::vector<Row> rowsOf(SQLite::Statement &statement)
{
    std::vector<Row> out;
    while (statement.executeStep()) {
        Row row;
        for (int i = 0; i < statement.getColumnCount(); ++i)
            row.push_back(valueOf(statement.getColumn(i)));
        out.push_back(std::move(row));
    }
    return out;
}

std::string insertInto(const std::string &table, std::size_t columns)
{
    std::string out = "INSERT OR IGNORE INTO " + table + " VALUES (?";
    for (std::size_t i = 1; i < columns; ++i)
        out += ",?";
    return out + ")";
}

void insert(SQLite::Statement &statement, const Row &row)
{
    for (std::size_t i = 0; i < row.size(); ++i)
        bind(statement, static_cast<int>(i) + 1, row[i]);
    statement.exec();
    statement.reset();
}

} // namespace

BareMinimum::BareMinimum(const std::filesystem::path &from, const std::filesystem::path &to)
    : m_from(storage::Database::open(from, storage::Database::Mode::ReadOnly).value())
    , m_to(storage::Database::open(to, storage::Database::Mode::ReadWrite).value())
{
    if (const auto made = storage::migrate(*m_to, server::serverMigrations(), 1); !made)
        qFatal("%s", made.failure().text().c_str());
    m_to->raw().exec("PRAGMA wal_autocheckpoint=4000"); // as the server's writer
}

void BareMinimum::copy(const char *table)
{
    SQLite::Statement all(m_from->raw(), std::string("SELECT * FROM ") + table);
    const auto rows = rowsOf(all);
    if (rows.empty())
        return;
    SQLite::Statement one(m_to->raw(), insertInto(table, rows.front().size()));
    for (const auto &row : rows)
        insert(one, row);
}

double BareMinimum::write(std::size_t groups)
{
    for (const char *table : {"stores", "devices", "chains", "measures"})
        copy(table);
    SQLite::Statement newer(
        m_from->raw(), "SELECT * FROM records WHERE number > ? ORDER BY number");
    newer.bind(1, m_last);
    const auto rows = rowsOf(newer);
    newer.reset();
    m_last = std::get<std::int64_t>(rows.back().front());
    auto &raw = m_to->raw();
    SQLite::Statement one(raw, insertInto("records", rows.front().size()));
    const auto since = std::chrono::steady_clock::now();
    for (std::size_t group = 0, at = 0; group < groups; ++group) {
        SQLite::Transaction transaction(raw, SQLite::TransactionBehavior::IMMEDIATE);
        for (const auto end = rows.size() * (group + 1) / groups; at < end; ++at)
            insert(one, rows[at]);
        transaction.commit();
    }
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - since).count();
}

} // namespace vouch::bench
