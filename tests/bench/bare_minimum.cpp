#include "tests/bench/bare_minimum.h"

#include "core/storage/database.h"
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
using Value = std::variant<Nothing, std::int64_t, std::string>;
using Row = std::vector<Value>;

Value valueOf(const SQLite::Column &column)
{
    if (column.isNull())
        return Nothing();
    if (column.isInteger())
        return std::int64_t(column.getInt64());
    return std::string(static_cast<const char *>(column.getBlob()), std::size_t(column.getBytes()));
}

void bind(SQLite::Statement &statement, int index, const Value &value)
{
    if (const auto *number = std::get_if<std::int64_t>(&value))
        statement.bind(index, *number);
    else if (const auto *bytes = std::get_if<std::string>(&value))
        statement.bindNoCopy(index, bytes->data(), static_cast<int>(bytes->size()));
    else
        statement.bind(index);
}

/// What the records refer to, and the records themselves in memory.
std::vector<Row> prepare(SQLite::Database &raw, const std::filesystem::path &from)
{
    raw.exec("ATTACH '" + from.string() + "' AS made");
    for (const char *table : {"stores", "devices", "chains", "measures"})
        raw.exec(std::string("INSERT INTO main.") + table + " SELECT * FROM made." + table);
    std::vector<Row> out;
    {
        SQLite::Statement records(raw, "SELECT * FROM made.records ORDER BY number");
        while (records.executeStep()) {
            Row row;
            for (int i = 0; i < records.getColumnCount(); ++i)
                row.push_back(valueOf(records.getColumn(i)));
            out.push_back(std::move(row));
        }
    }
    raw.exec("DETACH made");
    return out;
}

std::string insertOf(std::size_t columns)
{
    std::string out = "INSERT INTO records VALUES (?";
    for (std::size_t i = 1; i < columns; ++i)
        out += ",?";
    return out + ")";
}

} // namespace

double
bareMinimum(const std::filesystem::path &from, const std::filesystem::path &to, std::size_t groups)
{
    const auto database = storage::Database::open(to, storage::Database::Mode::ReadWrite).value();
    if (const auto made = storage::migrate(*database, server::serverMigrations(), 1); !made)
        qFatal("%s", made.failure().text().c_str());
    auto &raw = database->raw();
    raw.exec("PRAGMA wal_autocheckpoint=4000"); // as the server's writer
    const auto rows = prepare(raw, from);
    SQLite::Statement insert(raw, insertOf(rows.front().size()));
    const auto since = std::chrono::steady_clock::now();
    for (std::size_t group = 0, at = 0; group < groups; ++group) {
        SQLite::Transaction transaction(raw, SQLite::TransactionBehavior::IMMEDIATE);
        for (const auto end = rows.size() * (group + 1) / groups; at < end; ++at) {
            for (std::size_t i = 0; i < rows[at].size(); ++i)
                bind(insert, static_cast<int>(i) + 1, rows[at][i]);
            insert.exec();
            insert.reset();
        }
        transaction.commit();
    }
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - since).count();
}

} // namespace vouch::bench
