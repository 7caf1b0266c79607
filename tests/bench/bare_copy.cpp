#include "tests/bench/bare_copy.h"

#include <libpq-fe.h>

#include <QtGlobal>

#include <chrono>

namespace vouch::bench {

BareCopy::BareCopy(const std::string &url)
    : m_connection(PQconnectdb(url.c_str()))
{
    exec("CREATE TABLE bare_records (LIKE records INCLUDING INDEXES)");
}

BareCopy::~BareCopy()
{
    PQfinish(m_connection);
}

void BareCopy::exec(const std::string &sql)
{
    auto *result = PQexec(m_connection, sql.c_str());
    const auto status = PQresultStatus(result);
    if (status == PGRES_FATAL_ERROR || status == PGRES_BAD_RESPONSE)
        qFatal("%s", PQerrorMessage(m_connection));
    PQclear(result);
}

std::string BareCopy::copyOut()
{
    std::string out;
    exec(
        "COPY (SELECT * FROM records WHERE number > " + std::to_string(m_last) +
        " ORDER BY number) TO STDOUT (FORMAT binary)");
    char *piece = nullptr;
    for (int size = 0; (size = PQgetCopyData(m_connection, &piece, 0)) > 0; PQfreemem(piece))
        out.append(piece, static_cast<std::size_t>(size));
    PQclear(PQgetResult(m_connection));
    PQclear(PQgetResult(m_connection));
    auto *newest = PQexec(m_connection, "SELECT coalesce(max(number), 0) FROM records");
    m_last = std::stoll(PQgetvalue(newest, 0, 0));
    PQclear(newest);
    return out;
}

double BareCopy::write()
{
    const auto rows = copyOut();
    const auto since = std::chrono::steady_clock::now();
    exec("COPY bare_records FROM STDIN (FORMAT binary)");
    if (PQputCopyData(m_connection, rows.data(), static_cast<int>(rows.size())) != 1 ||
        PQputCopyEnd(m_connection, nullptr) != 1)
        qFatal("%s", PQerrorMessage(m_connection));
    PQclear(PQgetResult(m_connection));
    PQclear(PQgetResult(m_connection));
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - since).count();
}

} // namespace vouch::bench
