#include "app/central/table_import.h"

#include "app/central/file_content.h"
#include "sync/server/api/csv_reader.h"

#include <algorithm>
#include <iostream>
#include <map>
#include <set>

namespace vouch::central {

namespace {

constexpr std::size_t linesAtOnce = 2000;
constexpr std::size_t mostTold = 1000; ///< refusals that are printed one by one

struct Columns
{
    std::set<std::string> needed;
    std::set<std::string> optional;
};

Columns columnsOf(const std::string &kind)
{
    if (kind == "sales")
        return {{"store", "day", "hour", "count"}, {"touchpoint"}};
    return {
        {"external_id", "channel", "store", "touchpoint", "answered_at"},
        {"score", "comment", "language", "liked", "improve"}};
}

Result<void> checkColumns(const std::vector<std::string> &header, const Columns &columns)
{
    for (const auto &needed : columns.needed)
        if (std::find(header.begin(), header.end(), needed) == header.end())
            return Failure{
                "column-missing", "The column \"" + needed + "\" is missing; see --help.", needed};
    for (const auto &given : header)
        if (!columns.needed.contains(given) && !columns.optional.contains(given))
            return Failure{
                "column-unknown",
                "There is no column \"" + given + "\"; see --help. Nothing was taken.", given};
    return {};
}

class Report
{
public:
    void add(std::int64_t line, const std::string &status, std::string code, std::string reason)
    {
        ++m_counts[status];
        if (status == "rejected" || status == "conflict") {
            if (m_told++ < mostTold)
                std::cout << "line " << line << ": " << printable(reason) << " [" << printable(code)
                          << "]\n";
        }
    }

    void print(const std::string &kind) const
    {
        if (m_told > mostTold)
            std::cout << "and " << m_told - mostTold << " more\n";
        const std::vector<std::string> order =
            kind == "sales"
                ? std::vector<std::string>{"accepted", "unchanged", "rejected"}
                : std::vector<std::string>{"accepted", "duplicate", "conflict", "rejected"};
        for (const auto &status : order) {
            const auto found = m_counts.find(status);
            std::cout << status << '\t' << (found == m_counts.end() ? 0 : found->second) << '\n';
        }
    }

    std::size_t refused() const { return m_told; }

private:
    std::map<std::string, std::int64_t> m_counts;
    std::size_t m_told = 0;
};

Result<void> sendLines(
    Administration &administration, const json::object &request, const server::csv::Table &table,
    std::size_t from, std::size_t to, Report &report)
{
    json::array rows;
    std::vector<std::int64_t> numbers;
    for (auto i = from; i < to; ++i) {
        const auto &line = table.lines[i];
        if (line.fault) {
            report.add(line.number, "rejected", line.fault->code, line.fault->message);
            continue;
        }
        json::object row;
        for (std::size_t cell = 0; cell < line.cells.size(); ++cell)
            row[table.header[cell]] = line.cells[cell];
        rows.push_back(std::move(row));
        numbers.push_back(line.number);
    }
    auto asked = request;
    asked["rows"] = std::move(rows);
    const auto answer = administration.perform(asked);
    if (!answer)
        return answer.failure();
    const auto &outcomes = answer->at("outcomes").as_array();
    for (std::size_t i = 0; i < outcomes.size() && i < numbers.size(); ++i) {
        const auto &outcome = outcomes[i].as_object();
        report.add(
            numbers[i], textOf(outcome, "status"), textOf(outcome, "code"),
            textOf(outcome, "reason"));
    }
    return {};
}

} // namespace

const char *tableImportHelp()
{
    return "Columns (* must be there; CSV, UTF-8):\n"
           "  responses  external_id*, channel*, store*, touchpoint*, answered_at*, score, "
           "comment,\n"
           "             language, liked, improve\n"
           "             channel: complaint-book, email, letter, sms, telephone or web\n"
           "             answered_at: 2026-11-22T10:03:05Z, 2026-11-22T13:33:05+03:30, or by the\n"
           "             store's clock 2026-11-22 13:33\n"
           "             liked, improve: codes with semicolons between\n"
           "  sales      store*, day*, hour*, count*, touchpoint: of a business day and its hour\n"
           "More: resources/docs/imports.md\n";
}

Result<void> importTable(
    const Environment &environment, const std::string &kind, const std::string &file,
    const std::string &checklist)
{
    const auto content = contentOf(file);
    if (!content)
        return content.failure();
    const auto table = server::csv::read(*content);
    if (!table)
        return Failure{table.failure().code, table.failure().message, file};
    if (const auto fine = checkColumns(table->header, columnsOf(kind)); !fine)
        return fine.failure();
    const auto administration = environment.administration();
    if (!administration)
        return administration.failure();
    Report report;
    const json::object request{{"do", "import-" + kind}, {"checklist", checklist}};
    for (std::size_t from = 0; from < table->lines.size(); from += linesAtOnce) {
        const auto to = std::min(from + linesAtOnce, table->lines.size());
        const auto sent = sendLines(**administration, request, *table, from, to, report);
        if (!sent) {
            report.print(kind);
            return sent.failure();
        }
    }
    report.print(kind);
    if (report.refused() > 0)
        return Failure{
            "lines-refused",
            std::to_string(report.refused()) +
                " lines were refused, as told above; the others were taken. Mend them and import "
                "the file again: what is here already counts once.",
            file};
    return {};
}

} // namespace vouch::central
