#pragma once

#include "sync/server/api/csv.h"
#include "sync/server/api/export_stream.h"

namespace vouch::server {

/// A header line, the byte order mark before it, and a line a check. Texts are made harmless as
/// csv.h has it; numbers are as they are.
class CsvExport : public ExportStream
{
public:
    CsvExport(ExportReader reader, ExportPlan plan);

private:
    Result<bool> make(std::string &piece) override;

    ExportReader m_reader;
    ExportPlan m_plan;
    csv::Row m_line;
    Cell m_cell;
    bool m_begun = false;
};

/// Without columns: every record, of whatever kind, with its members as they are kept, which its
/// hash covers, and after them "central": {"received_at", "store_name", "region", "day", "hour",
/// "segment", "later_marks"}. With columns: an object of these, a line a check.
class JsonLinesExport : public ExportStream
{
public:
    JsonLinesExport(ExportReader reader, ExportPlan plan);

private:
    Result<bool> make(std::string &piece) override;
    void addRecord(const ExportRow &row, std::string &out) const;
    void addColumns(const ExportRow &row, std::string &out);

    ExportReader m_reader;
    ExportPlan m_plan;
    Cell m_cell;
};

/// The cell as JSON; decimal numbers are texts, as the contract has them.
void appendJson(std::string &out, const Cell &cell);

} // namespace vouch::server
