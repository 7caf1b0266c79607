#pragma once

#include "sync/server/store/sql_error.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

struct pg_conn;
struct pg_result;

namespace vouch::server {

/// Types of parameters, by their numbers in PostgreSQL's catalogue.
namespace pg_type {
inline constexpr unsigned inferred = 0;
inline constexpr unsigned bytea = 17;
inline constexpr unsigned int8 = 20;
inline constexpr unsigned text = 25;
inline constexpr unsigned byteaArray = 1001;
inline constexpr unsigned textArray = 1009;
inline constexpr unsigned int8Array = 1016;
} // namespace pg_type

/// PostgreSQL's text holds no NUL and nothing that is not UTF-8: U+2400 and U+FFFD stand there.
std::string textForPostgresql(std::string_view text);

/// The parameters of one execution, in the binary form. Bytes are copied.
class PostgresqlParameters
{
public:
    void add(std::int64_t value);
    /// As a number or as a truth value, whichever stands there.
    void add(bool value);
    void addText(std::string_view value);
    void addBytes(std::string_view value, unsigned type = pg_type::bytea);
    void addNull(unsigned type);

private:
    friend class PostgresqlSession;
    struct Parameter
    {
        unsigned type;
        std::size_t at;
        int size; ///< -1: NULL
        int format;
    };
    void append(unsigned type, std::string_view bytes, int format);

    std::vector<Parameter> m_parameters;
    std::string m_bytes;
};

/// Closes what libpq gave.
struct PostgresqlFree
{
    void operator()(pg_conn *connection) const;
    void operator()(pg_result *result) const;
};

/// Rows as they came, all of them; columns in the binary form.
class PostgresqlRows
{
public:
    PostgresqlRows() = default;
    explicit PostgresqlRows(std::unique_ptr<pg_result, PostgresqlFree> result);

    int count() const { return m_count; }
    int changed() const;
    bool isNull(int row, int column) const;
    /// Of any integer type, numeric (cut to a whole number) and boolean; NULL is 0.
    std::int64_t integer(int row, int column) const;
    /// Of text and bytea; of anything else that integer() reads as its digits.
    std::string_view bytes(int row, int column) const;
    std::string text(int row, int column) const;

private:
    std::unique_ptr<pg_result, PostgresqlFree> m_result;
    int m_count = 0;
};

/// A connection with its prepared statements. Belongs to one thread at a time. What fails throws
/// SqlError; a lost connection is made anew by settle().
class PostgresqlSession
{
public:
    /// Connects. Failures `database-unreachable`, `database-refused` (user, password, rights, no
    /// such database); none shows the password.
    static Result<std::unique_ptr<PostgresqlSession>> open(const std::string &url);

    /// Ends an open transaction, and connects anew when the connection is lost.
    void settle();
    bool isConnected() const;
    /// `sql` is a literal in the common dialect: statements are kept by its address.
    PostgresqlRows run(const char *sql, const PostgresqlParameters &parameters);
    /// Any number of statements in PostgreSQL's own words, without parameters.
    void exec(const std::string &sql);
    /// Of the first row's first column.
    std::string ask(const std::string &sql);
    /// COMMIT, or an error: a transaction that failed ends as ROLLBACK without one.
    void commit();

    pg_conn *raw() const { return m_connection.get(); }
    const std::string &shownUrl() const { return m_shownUrl; }

private:
    PostgresqlSession(std::string url, std::unique_ptr<pg_conn, PostgresqlFree> connection);
    const std::string &prepared(const char *sql, const PostgresqlParameters &parameters);
    std::unique_ptr<pg_result, PostgresqlFree> checked(pg_result *result) const;
    void begun();

    std::string m_url;
    std::string m_shownUrl;
    std::unique_ptr<pg_conn, PostgresqlFree> m_connection;
    std::unordered_map<const char *, std::string> m_statements;
};

} // namespace vouch::server
