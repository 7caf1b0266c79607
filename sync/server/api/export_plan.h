#pragma once

#include "sync/server/api/export_columns.h"

namespace vouch::server {

class StoreView;

enum class ExportFormat { Csv, Jsonl, Xlsx };
std::optional<ExportFormat> exportFormatFrom(std::string_view text);
std::string_view toText(ExportFormat format);
/// "text/csv; charset=utf-8; header=present".
std::string_view mediaType(ExportFormat format);

/// What an export shall hold and how.
struct ExportPlan
{
    ExportFormat format = ExportFormat::Csv;
    ExportFilter filter;
    std::vector<Column> columns; ///< none: JSON lines hold the records as they are kept
    Labels labels;
    json::object asked; ///< the parameters that were given, for the audit log and the manifest
};

/// From the parameters from, to, store, region, checklist, touchpoint, marked (include, exclude,
/// only), columns and labels (codes, or a language), of which `asked` gives the text or nothing.
/// Of checklists it knows what `view` shows. Failure `request-malformed`.
Result<ExportPlan> planExport(
    ExportFormat format, const StoreView &view,
    const std::function<std::string(const std::string &)> &asked);

} // namespace vouch::server
