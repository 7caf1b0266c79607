#include "sync/server/api/export_stream.h"

#include "sync/server/api/export_text.h"
#include "sync/server/api/export_workbook.h"

namespace vouch::server {

Result<bool> ExportStream::next(std::string &piece)
{
    piece.clear();
    const auto more = make(piece);
    m_hash.add(piece);
    m_bytes += static_cast<std::int64_t>(piece.size());
    return more;
}

std::unique_ptr<ExportStream>
openExport(ExportReader reader, ExportPlan plan, WorkbookLimits limits)
{
    switch (plan.format) {
    case ExportFormat::Csv:
        return std::make_unique<CsvExport>(std::move(reader), std::move(plan));
    case ExportFormat::Jsonl:
        return std::make_unique<JsonLinesExport>(std::move(reader), std::move(plan));
    case ExportFormat::Xlsx:
        return std::make_unique<WorkbookExport>(std::move(reader), std::move(plan), limits);
    }
    return nullptr;
}

} // namespace vouch::server
