#pragma once

#include "sync/server/api/sha256.h"
#include "sync/server/store/export_reader.h"

namespace vouch::server {

enum class ExportFormat { Csv, Jsonl };
std::optional<ExportFormat> exportFormatFrom(std::string_view text);
/// "text/csv; charset=utf-8; header=present".
std::string_view mediaType(ExportFormat format);

/// An export as text, page by page: one row a check, in the order of arrival.
///
/// CSV: the columns of exportColumns(), a header line, the byte order mark before it. `day` and
/// `hour` are what counts; `segment` is empty for what counts in no score (training); several
/// picks are joined by "; "; answers to other questions stand in `other_answers` as JSON. Texts are
/// made harmless as csv.h has it; numbers are as they are.
/// JSON lines: the record's members as they are kept, which its hash covers, and after them
/// "central": {"received_at", "store_name", "region", "day", "hour", "segment"}.
class ExportText
{
public:
    ExportText(ExportReader reader, ExportFormat format);

    /// The next piece; empty at the end.
    Result<std::string> next();

    /// Of all pieces so far.
    std::int64_t rows() const { return m_rows; }
    /// Once, after the end.
    std::string sha256() { return m_hash.finish(); }

private:
    ExportReader m_reader;
    ExportFormat m_format;
    Sha256 m_hash;
    std::int64_t m_rows = 0;
    bool m_begun = false;
};

const std::vector<std::string_view> &exportColumns();

} // namespace vouch::server
