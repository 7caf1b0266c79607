#include "sync/server/api/export_text.h"

#include <algorithm>

namespace vouch::server {

namespace {

const Column &standardColumn(std::string_view name)
{
    const auto &all = standardColumns();
    return *std::find_if(all.begin(), all.end(), [&](const Column &c) { return c.name == name; });
}

} // namespace

CsvExport::CsvExport(ExportReader reader, ExportPlan plan)
    : m_reader(std::move(reader))
    , m_plan(std::move(plan))
{
}

Result<bool> CsvExport::make(std::string &piece)
{
    if (!std::exchange(m_begun, true)) {
        for (const auto &column : m_plan.columns)
            m_line.text(column.name);
        piece = csv::byteOrderMark;
        m_line.endInto(piece);
    }
    return m_reader.next([&](const ExportRow &row) {
        if (!isResponse(row))
            return;
        for (const auto &column : m_plan.columns) {
            column.read(row, m_plan.labels, m_cell);
            switch (m_cell.kind) {
            case Cell::Kind::Empty:
                m_line.empty();
                break;
            case Cell::Kind::Text:
                m_line.text(m_cell.text);
                break;
            case Cell::Kind::Integer:
                m_line.number(m_cell.number);
                break;
            case Cell::Kind::Decimal:
                m_line.decimal(m_cell.text);
                break;
            }
        }
        m_line.endInto(piece);
        ++m_rows;
    });
}

JsonLinesExport::JsonLinesExport(ExportReader reader, ExportPlan plan)
    : m_reader(std::move(reader))
    , m_plan(std::move(plan))
{
}

Result<bool> JsonLinesExport::make(std::string &piece)
{
    return m_reader.next([&](const ExportRow &row) {
        if (m_plan.columns.empty())
            addRecord(row, piece);
        else if (isResponse(row))
            addColumns(row, piece);
        else
            return;
        ++m_rows;
    });
}

void JsonLinesExport::addRecord(const ExportRow &row, std::string &out) const
{
    Cell segment;
    standardColumn("segment").read(row, m_plan.labels, segment);
    json::array laterMarks;
    for (const auto &mark : row.laterMarks)
        laterMarks.emplace_back(mark);
    const json::object central{
        {"later_marks", std::move(laterMarks)},
        {"received_at", formatUtc(row.receivedAt)},
        {"store_name", row.store->name},
        {"region", row.store->region},
        {"day", formatDay(row.day)},
        {"hour", row.hour},
        {"segment", segment.text}};
    out.append(row.canonical.substr(0, row.canonical.size() - 1)).append(",\"central\":");
    out.append(json::serialize(central)).append("}\n");
}

void JsonLinesExport::addColumns(const ExportRow &row, std::string &out)
{
    char before = '{';
    for (const auto &column : m_plan.columns) {
        out += std::exchange(before, ',');
        appendJsonString(out, column.name);
        out += ':';
        column.read(row, m_plan.labels, m_cell);
        appendJson(out, m_cell);
    }
    out += "}\n";
}

void appendJson(std::string &out, const Cell &cell)
{
    switch (cell.kind) {
    case Cell::Kind::Empty:
        out += "null";
        break;
    case Cell::Kind::Text:
    case Cell::Kind::Decimal:
        appendJsonString(out, cell.text);
        break;
    case Cell::Kind::Integer:
        out += std::to_string(cell.number);
        break;
    }
}

} // namespace vouch::server
