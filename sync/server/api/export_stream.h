#pragma once

#include "sync/server/api/export_plan.h"
#include "sync/server/api/sha256.h"

#include <filesystem>
#include <memory>

namespace vouch::server {

/// An export as the bytes of a file, piece by piece, one row a check, in the order of arrival.
class ExportStream
{
public:
    virtual ~ExportStream() = default;

    /// The next piece, empty while there is work but nothing to send yet. False at the end.
    Result<bool> next(std::string &piece);

    /// Of all pieces so far.
    std::int64_t rows() const { return m_rows; }
    std::int64_t bytes() const { return m_bytes; }
    /// Once, after the end.
    std::string sha256() { return m_hash.finish(); }

protected:
    /// As next().
    virtual Result<bool> make(std::string &piece) = 0;

    std::int64_t m_rows = 0;

private:
    Sha256 m_hash;
    std::int64_t m_bytes = 0;
};

struct WorkbookLimits
{
    std::int64_t rowsOfSheet = 1'048'576; ///< its header included: what Excel takes
};

std::unique_ptr<ExportStream>
openExport(ExportReader reader, ExportPlan plan, WorkbookLimits limits = {});

} // namespace vouch::server
