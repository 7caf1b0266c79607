#include "sync/server/store/database_copy.h"

#include "sync/server/store/postgresql_array.h"
#include "sync/server/store/schema_postgresql.h"
#include "sync/server/store/store.h"
#include "sync/server/store/verification.h"

namespace vouch::server {

namespace {

namespace fs = std::filesystem;
using Progress = std::function<void(const std::string &)>;

constexpr std::size_t rowsAtOnce = 5000;
constexpr std::size_t bytesAtOnce = 8u << 20;

struct Column
{
    std::string name;
    unsigned type;  ///< of an array of it
    bool isCounted; ///< PostgreSQL gives new rows a number
};

std::vector<std::string> tablesOf(SQLite::Database &from)
{
    std::vector<std::string> out;
    SQLite::Statement rows(
        from, "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' "
              "AND name NOT LIKE 'comment_index%' " // the other engine has its own
              "ORDER BY rowid");                    // what is referred to was made before
    while (rows.executeStep())
        out.push_back(rows.getColumn(0).getString());
    return out;
}

std::vector<Column>
columnsOf(SQLite::Database &from, PostgresqlSession &to, const std::string &table)
{
    std::vector<Column> out;
    SQLite::Statement rows(from, "SELECT name, type FROM pragma_table_info(?)");
    rows.bind(1, table);
    while (rows.executeStep()) {
        const auto name = rows.getColumn(0).getString();
        const auto type = rows.getColumn(1).getString();
        const bool isCounted =
            to.ask(
                "SELECT is_identity FROM information_schema.columns WHERE table_schema = "
                "current_schema() AND table_name = '" +
                table + "' AND column_name = '" + name + "'") == "YES";
        out.push_back(
            {name,
             type == "INTEGER" ? pg_type::int8Array
             : type == "BLOB"  ? pg_type::byteaArray
                               : pg_type::textArray,
             isCounted});
    }
    return out;
}

/// One table, page by page.
class TableCopy
{
public:
    TableCopy(SQLite::Database &from, PostgresqlSession &to, const std::string &table)
        : m_from(from)
        , m_to(to)
        , m_table(table)
        , m_columns(columnsOf(from, to, table))
    {
        for (std::size_t i = 0; i < m_columns.size(); ++i) {
            const std::string comma = i > 0 ? ", " : "";
            m_names += comma + '"' + m_columns[i].name + '"';
            m_places += comma + '?';
        }
        m_insert =
            "INSERT INTO " + m_table + " (" + m_names + ") SELECT * FROM unnest(" + m_places + ")";
    }

    void copy()
    {
        startPage();
        SQLite::Statement rows(m_from, "SELECT " + m_names + " FROM " + m_table);
        while (rows.executeStep()) {
            for (std::size_t i = 0; i < m_columns.size(); ++i)
                add(rows.getColumn(static_cast<int>(i)), m_page[i]);
            if (++m_rows >= rowsAtOnce || m_bytes >= bytesAtOnce)
                writePage();
        }
        writePage();
        for (const auto &column : m_columns)
            if (column.isCounted)
                m_to.ask(
                    "SELECT setval(pg_get_serial_sequence('" + m_table + "', '" + column.name +
                    "'), (SELECT coalesce(max(\"" + column.name + "\"), 0) + 1 FROM " + m_table +
                    "), false)");
    }

private:
    void startPage()
    {
        m_page.clear();
        for (const auto &column : m_columns)
            m_page.emplace_back(column.type);
        m_rows = m_bytes = 0;
    }

    void add(const SQLite::Column &value, PostgresqlArray &column)
    {
        if (value.isNull())
            return column.addNull();
        if (column.type() == pg_type::int8Array)
            return column.add(std::int64_t{value.getInt64()});
        const auto bytes = value.getString();
        m_bytes += bytes.size();
        column.add(bytes);
    }

    void writePage()
    {
        if (m_rows == 0)
            return;
        PostgresqlParameters parameters;
        for (const auto &column : m_page)
            parameters.addBytes(column.bytes(), column.type());
        m_to.run(m_insert.c_str(), parameters);
        startPage();
    }

    SQLite::Database &m_from;
    PostgresqlSession &m_to;
    const std::string m_table;
    const std::vector<Column> m_columns;
    std::string m_names;
    std::string m_places;
    std::string m_insert; ///< prepared by its address, so it outlives the pages
    std::vector<PostgresqlArray> m_page;
    std::size_t m_rows = 0;
    std::size_t m_bytes = 0;
};

/// Rows that refer to others of their own table come page by page, in any order: such constraints
/// are looked at when all are there.
void deferOwnReferences(PostgresqlSession &to, bool isDeferred)
{
    if (!isDeferred)
        to.exec("SET CONSTRAINTS ALL IMMEDIATE"); // looks at them now, and for the rest of it
    const std::string timing = isDeferred ? "DEFERRABLE INITIALLY DEFERRED" : "NOT DEFERRABLE";
    to.exec(
        "DO $$ DECLARE it record; BEGIN FOR it IN SELECT conrelid::regclass AS place, conname "
        "AS name FROM pg_constraint WHERE contype = 'f' AND conrelid = confrelid "
        "AND connamespace = current_schema()::regnamespace LOOP "
        "EXECUTE format('ALTER TABLE %s ALTER CONSTRAINT %I " +
        timing + "', it.place, it.name); END LOOP; END $$");
}

Result<void> copyAll(SQLite::Database &from, PostgresqlSession &to, const Progress &progress)
{
    if (to.ask("SELECT EXISTS (SELECT 1 FROM stores) OR EXISTS (SELECT 1 FROM sealing_keys)") ==
        "t")
        return Failure{
            "database-not-empty",
            "There is a chain already. Name a database that is empty, made by createdb.",
            to.shownUrl()};
    deferOwnReferences(to, true);
    // Kept until the end: prepared statements are known by where their text lies.
    std::vector<std::unique_ptr<TableCopy>> tables;
    for (const auto &table : tablesOf(from)) {
        progress("copying " + table);
        tables.push_back(std::make_unique<TableCopy>(from, to, table));
        tables.back()->copy();
    }
    deferOwnReferences(to, false);
    return {};
}

Result<void> copyKeys(const fs::path &from, const fs::path &to)
{
    std::error_code error;
    if (!fs::exists(from, error) || fs::equivalent(from, to, error))
        return {};
    fs::create_directories(to, error);
    fs::permissions(to, fs::perms::owner_all, error);
    for (const auto &file : fs::directory_iterator(from, error)) {
        const auto copy = to / file.path().filename();
        if (!fs::exists(copy, error))
            fs::copy_file(file.path(), copy, error);
        if (!error)
            fs::permissions(copy, fs::perms::owner_read | fs::perms::owner_write, error);
        if (error)
            break;
    }
    if (error)
        return Failure{
            "key-unwritable", "The secret keys cannot be copied: " + error.message() + ".",
            to.string()};
    return {};
}

Result<Verification> verifiedWhole(const DatabaseAddress &where, const Clock &clock)
{
    const auto store = Store::open(where, clock);
    if (!store)
        return store.failure();
    auto out = (*store)->verify([] { return true; });
    if (!out || out->isSound())
        return out;
    const auto &difference = out->differences.front();
    return Failure{difference.code, difference.message, where.shown() + ": " + difference.where};
}

Result<void>
copyInto(const DatabaseAddress &from, const DatabaseAddress &to, const Progress &progress)
{
    auto session = PostgresqlSession::open(to.url());
    if (!session)
        return session.failure();
    Connection target(std::move(*session));
    const auto lock = storage::DataLock::acquire(from.file().string() + ".lock");
    if (!lock)
        return lock.failure();
    auto source = storage::Database::open(from.file(), storage::Database::Mode::ReadOnly);
    if (!source)
        return source.failure();
    return migratePostgresql(
        target, [&] { return copyAll((*source)->raw(), *target.postgresql(), progress); });
}

} // namespace

Result<Copied> copyDatabase(
    const DatabaseAddress &from, const DatabaseAddress &to, const Clock &clock,
    const std::function<void(const std::string &)> &progress)
{
    // It is of this version then, and what is copied is known to be sound.
    progress("verifying " + from.shown());
    const auto before = verifiedWhole(from, clock);
    if (!before)
        return before.failure();
    if (const auto keys = copyKeys(from.keys(), to.keys()); !keys)
        return keys.failure();
    if (const auto copied = copyInto(from, to, progress); !copied)
        return copied.failure();
    progress("verifying " + to.shown());
    const auto after = verifiedWhole(to, clock);
    if (!after)
        return after.failure();
    if (after->chains != before->chains || after->records != before->records)
        return Failure{
            "copy-differs",
            "The copy does not hold as many chains and records. Drop it, and keep the file in use.",
            to.shown()};
    return Copied{after->chains, after->records};
}

} // namespace vouch::server
