#include "tests/bench/bare_postgresql.h"

#include <libpq-fe.h>

#include <QtGlobal>

#include <chrono>
#include <memory>
#include <vector>

namespace vouch::bench {

namespace {

using Steady = std::chrono::steady_clock;
using Result = std::unique_ptr<pg_result, decltype(&PQclear)>;

/// Ends the program unless it succeeded.
Result checked(pg_conn *connection, pg_result *result)
{
    const auto status = PQresultStatus(result);
    if (status == PGRES_FATAL_ERROR || status == PGRES_BAD_RESPONSE)
        qFatal("%s", PQerrorMessage(connection));
    return {result, &PQclear};
}

double secondsSince(Steady::time_point since)
{
    return std::chrono::duration<double>(Steady::now() - since).count();
}

} // namespace

BareTable::BareTable(const std::string &url, std::string name)
    : m_connection(PQconnectdb(url.c_str()))
    , m_name(std::move(name))
{
    exec("CREATE TABLE " + m_name + " (LIKE records INCLUDING INDEXES)");
}

BareTable::~BareTable()
{
    PQfinish(m_connection);
}

void BareTable::exec(const std::string &sql)
{
    checked(m_connection, PQexec(m_connection, sql.c_str()));
}

std::string BareTable::newer() const
{
    return "SELECT * FROM records WHERE number > " + std::to_string(m_last) + " ORDER BY number";
}

void BareTable::wroteAll()
{
    const auto newest =
        checked(m_connection, PQexec(m_connection, "SELECT coalesce(max(number), 0) FROM records"));
    m_last = std::stoll(PQgetvalue(newest.get(), 0, 0));
}

BareInserts::BareInserts(const std::string &url, Wait wait)
    : BareTable(url, wait == Wait::Row ? "bare_inserted" : "bare_pipelined")
    , m_wait(wait)
{
    const auto columns = checked(connection(), PQexec(connection(), newer().c_str()));
    std::string sql = "INSERT INTO " + name() + " VALUES ($1";
    for (int column = 2; column <= PQnfields(columns.get()); ++column)
        sql += ",$" + std::to_string(column);
    checked(connection(), PQprepare(connection(), "one", (sql + ")").c_str(), 0, nullptr));
}

void BareInserts::insert(const pg_result *rows, int row)
{
    const auto columns = PQnfields(rows);
    std::vector<const char *> values;
    std::vector<int> lengths;
    for (int column = 0; column < columns; ++column) {
        const bool isNull = PQgetisnull(rows, row, column);
        values.push_back(isNull ? nullptr : PQgetvalue(rows, row, column));
        lengths.push_back(PQgetlength(rows, row, column));
    }
    const std::vector<int> binary(values.size(), 1);
    const auto send = [&](auto *call) {
        return call(connection(), "one", columns, values.data(), lengths.data(), binary.data(), 1);
    };
    if (m_wait == Wait::Row)
        checked(connection(), send(PQexecPrepared));
    else if (send(PQsendQueryPrepared) != 1)
        qFatal("%s", PQerrorMessage(connection()));
}

void BareInserts::finishPipeline()
{
    PQpipelineSync(connection());
    for (bool isAtSync = false; !isAtSync;)
        while (auto *result = PQgetResult(connection()))
            isAtSync = PQresultStatus(checked(connection(), result).get()) == PGRES_PIPELINE_SYNC;
    PQexitPipelineMode(connection());
}

double BareInserts::write(std::size_t groups)
{
    const auto rows = checked(
        connection(),
        PQexecParams(connection(), newer().c_str(), 0, nullptr, nullptr, nullptr, nullptr, 1));
    wroteAll();
    const auto count = static_cast<std::size_t>(PQntuples(rows.get()));
    const auto since = Steady::now();
    for (std::size_t group = 0, at = 0; group < groups; ++group) {
        exec("BEGIN");
        if (m_wait == Wait::Transaction)
            PQenterPipelineMode(connection());
        for (const auto end = count * (group + 1) / groups; at < end; ++at)
            insert(rows.get(), static_cast<int>(at));
        if (m_wait == Wait::Transaction)
            finishPipeline();
        exec("COMMIT");
    }
    return secondsSince(since);
}

BareCopy::BareCopy(const std::string &url)
    : BareTable(url, "bare_copied")
{
}

std::string BareCopy::copyOut()
{
    std::string out;
    exec("COPY (" + newer() + ") TO STDOUT (FORMAT binary)");
    char *piece = nullptr;
    for (int size = 0; (size = PQgetCopyData(connection(), &piece, 0)) > 0; PQfreemem(piece))
        out.append(piece, static_cast<std::size_t>(size));
    PQclear(PQgetResult(connection()));
    PQclear(PQgetResult(connection()));
    wroteAll();
    return out;
}

double BareCopy::write()
{
    const auto rows = copyOut();
    const auto since = Steady::now();
    exec("COPY " + name() + " FROM STDIN (FORMAT binary)");
    if (PQputCopyData(connection(), rows.data(), static_cast<int>(rows.size())) != 1 ||
        PQputCopyEnd(connection(), nullptr) != 1)
        qFatal("%s", PQerrorMessage(connection()));
    checked(connection(), PQgetResult(connection()));
    PQclear(PQgetResult(connection()));
    return secondsSince(since);
}

} // namespace vouch::bench
