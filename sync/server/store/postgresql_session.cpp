#include "sync/server/store/postgresql_session.h"

#include "sync/server/store/database_address.h"
#include "sync/server/store/sql_dialect.h"

#include <libpq-fe.h>

#include <array>
#include <utility>

namespace vouch::server {

namespace {

/// What holds when the URL does not say otherwise: a peer that is gone is noticed in seconds, and
/// a statement that waits for a lock does not wait for ever.
constexpr std::array<std::pair<const char *, const char *>, 7> defaults{{
    {"connect_timeout", "5"},
    {"keepalives_idle", "10"},
    {"keepalives_interval", "5"},
    {"keepalives_count", "3"},
    {"tcp_user_timeout", "20000"},
    {"application_name", "vouch-central"},
    {"client_encoding", "UTF8"},
}};

SqlFault faultOfState(std::string_view state)
{
    const auto kind = state.substr(0, 2);
    if (state == "40001" || state == "40P01")
        return SqlFault::Collided;
    if (state == "53100")
        return SqlFault::DiskFull;
    if (kind == "53" || state == "55P03")
        return SqlFault::Busy;
    if (kind == "08" || state == "57P01" || state == "57P02" || state == "57P03" ||
        state == "25006")
        return SqlFault::ConnectionLost;
    if (kind == "XX" && state != "XX000")
        return SqlFault::Damaged;
    if (kind == "22" || kind == "23" || kind == "54")
        return SqlFault::OwnFault;
    return SqlFault::Other;
}

/// libpq ends its messages with a line feed, and may need several lines.
std::string oneLine(std::string_view message)
{
    std::string out;
    for (const char c : message)
        out += c == '\n' || c == '\t' ? ' ' : c;
    while (!out.empty() && (out.back() == ' ' || out.back() == '.'))
        out.pop_back();
    return out;
}

std::unique_ptr<PGconn, PostgresqlFree> connect(const std::string &url)
{
    std::vector<const char *> names, values;
    for (const auto &[name, value] : defaults) {
        names.push_back(name);
        values.push_back(value);
    }
    names.push_back("dbname"); // a URL here stands for all that it says, over what came before
    values.push_back(url.c_str());
    names.push_back(nullptr);
    values.push_back(nullptr);
    return std::unique_ptr<PGconn, PostgresqlFree>(
        PQconnectdbParams(names.data(), values.data(), 1));
}

std::uint64_t bigEndian(const char *bytes, int size)
{
    std::uint64_t out = 0;
    for (int i = 0; i < size; ++i)
        out = out << 8 | static_cast<unsigned char>(bytes[i]);
    return out;
}

/// Digits of base 10000: count, weight of the first, sign, scale, then the digits.
std::int64_t wholePart(const char *bytes)
{
    const auto at = [&](int i) { return static_cast<std::int16_t>(bigEndian(bytes + 2 * i, 2)); };
    std::int64_t out = 0;
    for (int i = 0; i <= at(1); ++i)
        out = out * 10000 + (i < at(0) ? at(4 + i) : 0);
    return static_cast<std::uint16_t>(at(2)) == 0x4000 ? -out : out;
}

constexpr Oid boolType = 16, int2Type = 21, int4Type = 23, numericType = 1700;

/// The length of the well-formed UTF-8 character at `text`'s start; 0 when there is none.
std::size_t characterSize(std::string_view text)
{
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const auto lead = byte(0);
    const std::size_t size = lead < 0x80                   ? 1
                             : lead >= 0xc2 && lead < 0xe0 ? 2
                             : lead >= 0xe0 && lead < 0xf0 ? 3
                             : lead >= 0xf0 && lead < 0xf5 ? 4
                                                           : 0;
    if (size == 0 || size > text.size())
        return 0;
    for (std::size_t i = 1; i < size; ++i)
        if ((byte(i) & 0xc0) != 0x80)
            return 0;
    const bool isOverlong = (lead == 0xe0 && byte(1) < 0xa0) || (lead == 0xf0 && byte(1) < 0x90);
    const bool isOutside = (lead == 0xed && byte(1) >= 0xa0) || (lead == 0xf4 && byte(1) >= 0x90);
    return isOverlong || isOutside ? 0 : size;
}

} // namespace

void PostgresqlFree::operator()(pg_conn *connection) const
{
    PQfinish(connection);
}

void PostgresqlFree::operator()(pg_result *result) const
{
    PQclear(result);
}

// --- Parameters ----------------------------------------------------------------------------------

void PostgresqlParameters::append(unsigned type, std::string_view bytes, int format)
{
    m_parameters.push_back({type, m_bytes.size(), static_cast<int>(bytes.size()), format});
    m_bytes += bytes;
    m_bytes += '\0'; // behind those in the text form
}

void PostgresqlParameters::add(std::int64_t value)
{
    char bytes[8];
    for (int i = 7; i >= 0; --i, value >>= 8)
        bytes[i] = static_cast<char>(value & 0xff);
    append(pg_type::int8, {bytes, sizeof bytes}, 1);
}

void PostgresqlParameters::add(bool value)
{
    append(pg_type::inferred, value ? "1" : "0", 0);
}

std::string textForPostgresql(std::string_view value)
{
    std::string clean;
    for (std::size_t i = 0; i < value.size();) {
        const auto size = characterSize(value.substr(i));
        if (size == 0)
            clean += "\xef\xbf\xbd";
        else if (value[i] == '\0')
            clean += "\xe2\x90\x80";
        else
            clean += value.substr(i, size);
        i += size == 0 ? 1 : size;
    }
    return clean;
}

void PostgresqlParameters::addText(std::string_view value)
{
    append(pg_type::text, textForPostgresql(value), 1);
}

void PostgresqlParameters::addBytes(std::string_view value, unsigned type)
{
    append(type, value, 1);
}

void PostgresqlParameters::addNull(unsigned type)
{
    m_parameters.push_back({type, 0, -1, 1});
}

// --- Rows ----------------------------------------------------------------------------------------

PostgresqlRows::PostgresqlRows(std::unique_ptr<pg_result, PostgresqlFree> result)
    : m_result(std::move(result))
    , m_count(PQntuples(m_result.get()))
{
}

int PostgresqlRows::changed() const
{
    return std::atoi(PQcmdTuples(m_result.get()));
}

bool PostgresqlRows::isNull(int row, int column) const
{
    return PQgetisnull(m_result.get(), row, column) != 0;
}

std::int64_t PostgresqlRows::integer(int row, int column) const
{
    if (isNull(row, column))
        return 0;
    const char *value = PQgetvalue(m_result.get(), row, column);
    switch (PQftype(m_result.get(), column)) {
    case pg_type::int8:
        return static_cast<std::int64_t>(bigEndian(value, 8));
    case int4Type:
        return static_cast<std::int32_t>(bigEndian(value, 4));
    case int2Type:
        return static_cast<std::int16_t>(bigEndian(value, 2));
    case boolType:
        return *value;
    case numericType:
        return wholePart(value);
    default:
        throw SqlError(SqlFault::Other, "A column is no number");
    }
}

std::string_view PostgresqlRows::bytes(int row, int column) const
{
    const auto size = static_cast<std::size_t>(PQgetlength(m_result.get(), row, column));
    return {PQgetvalue(m_result.get(), row, column), size};
}

std::string PostgresqlRows::text(int row, int column) const
{
    switch (PQftype(m_result.get(), column)) {
    case pg_type::int8:
    case int4Type:
    case int2Type:
    case boolType:
    case numericType:
        return isNull(row, column) ? std::string() : std::to_string(integer(row, column));
    default:
        return std::string(bytes(row, column));
    }
}

// --- Session -------------------------------------------------------------------------------------

PostgresqlSession::PostgresqlSession(
    std::string url, std::unique_ptr<pg_conn, PostgresqlFree> connection)
    : m_url(std::move(url))
    , m_shownUrl(withoutPassword(m_url))
    , m_connection(std::move(connection))
{
}

Result<std::unique_ptr<PostgresqlSession>> PostgresqlSession::open(const std::string &url)
{
    auto connection = connect(url);
    std::unique_ptr<PostgresqlSession> out(new PostgresqlSession(url, std::move(connection)));
    if (out->isConnected())
        return guarded([&]() -> Result<std::unique_ptr<PostgresqlSession>> {
            out->begun();
            return std::move(out);
        });
    const auto message = oneLine(PQerrorMessage(out->raw()));
    // libpq tells the two apart in words only; a server that answered says FATAL.
    const bool answered = message.find("FATAL") != message.npos;
    return Failure{
        answered ? "database-refused" : "database-unreachable",
        (answered ? "The database refuses the connection: " : "The database cannot be reached: ") +
            message +
            (answered ? ". Check user, password, rights and the name of the database."
                      : ". Check the address, and that PostgreSQL runs there."),
        out->shownUrl()};
}

void PostgresqlSession::begun()
{
    // Its notices are for people at a terminal.
    PQsetNoticeProcessor(
        m_connection.get(), [](void *, const char *) {}, nullptr);
    // What was answered must be on the disk; more than that may be asked for by who runs it.
    exec("SET lock_timeout = '20s'; SET idle_in_transaction_session_timeout = 0; "
         "SELECT set_config('synchronous_commit', 'on', false) "
         "WHERE current_setting('synchronous_commit') IN ('off', 'local')");
}

bool PostgresqlSession::isConnected() const
{
    return PQstatus(m_connection.get()) == CONNECTION_OK;
}

void PostgresqlSession::settle()
{
    if (isConnected() && PQtransactionStatus(m_connection.get()) == PQTRANS_IDLE)
        return;
    if (isConnected()) {
        PQclear(PQexec(m_connection.get(), "ROLLBACK"));
        if (isConnected() && PQtransactionStatus(m_connection.get()) == PQTRANS_IDLE)
            return;
    }
    m_statements.clear();
    m_connection = connect(m_url);
    if (!isConnected())
        throw SqlError(SqlFault::ConnectionLost, oneLine(PQerrorMessage(m_connection.get())));
    begun();
}

std::unique_ptr<pg_result, PostgresqlFree> PostgresqlSession::checked(pg_result *result) const
{
    std::unique_ptr<pg_result, PostgresqlFree> out(result);
    switch (PQresultStatus(result)) {
    case PGRES_COMMAND_OK:
    case PGRES_TUPLES_OK:
    case PGRES_EMPTY_QUERY:
        return out;
    default:
        break;
    }
    const char *state = PQresultErrorField(result, PG_DIAG_SQLSTATE);
    const char *message = PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY);
    const bool isLost = !isConnected() || !state;
    throw SqlError(
        isLost ? SqlFault::ConnectionLost : faultOfState(state),
        oneLine(message ? message : PQerrorMessage(m_connection.get())));
}

const std::string &
PostgresqlSession::prepared(const char *sql, const PostgresqlParameters &parameters)
{
    const auto known = m_statements.find(sql);
    if (known != m_statements.end())
        return known->second;
    std::vector<Oid> types;
    for (const auto &each : parameters.m_parameters)
        types.push_back(each.type);
    const auto name = "s" + std::to_string(m_statements.size());
    checked(PQprepare(
        m_connection.get(), name.c_str(), postgresqlText(sql).c_str(),
        static_cast<int>(types.size()), types.data()));
    return m_statements[sql] = name;
}

PostgresqlRows PostgresqlSession::run(const char *sql, const PostgresqlParameters &parameters)
{
    constexpr int binary = 1;
    const auto &name = prepared(sql, parameters);
    std::vector<const char *> values;
    std::vector<int> sizes, formats;
    for (const auto &each : parameters.m_parameters) {
        values.push_back(each.size < 0 ? nullptr : parameters.m_bytes.data() + each.at);
        sizes.push_back(each.size);
        formats.push_back(each.format);
    }
    return PostgresqlRows(checked(PQexecPrepared(
        m_connection.get(), name.c_str(), static_cast<int>(values.size()), values.data(),
        sizes.data(), formats.data(), binary)));
}

void PostgresqlSession::exec(const std::string &sql)
{
    checked(PQexec(m_connection.get(), sql.c_str()));
}

std::string PostgresqlSession::ask(const std::string &sql)
{
    const auto result = checked(PQexec(m_connection.get(), sql.c_str()));
    return PQntuples(result.get()) > 0 ? PQgetvalue(result.get(), 0, 0) : "";
}

void PostgresqlSession::commit()
{
    const auto result = checked(PQexec(m_connection.get(), "COMMIT"));
    if (std::string_view(PQcmdStatus(result.get())) != "COMMIT")
        throw SqlError(SqlFault::Other, "The transaction had failed and was rolled back");
}

} // namespace vouch::server
