#pragma once

#include "sync/server/api/export_stream.h"

namespace vouch::server {

/// A workbook of Excel (XLSX), built row by row in a file that has no name, so that nothing of it
/// stays whatever happens, and then handed on piece by piece. Texts are text cells, which no
/// spreadsheet runs; days and instants (UTC) are dates, local instants texts with their offset. A
/// full sheet is followed by another. Excel takes 32,767 characters in a cell: a longer text is
/// shortened and ends in "…".
class WorkbookExport : public ExportStream
{
public:
    WorkbookExport(ExportReader reader, ExportPlan plan, WorkbookLimits limits);
    ~WorkbookExport() override;

private:
    struct Book;

    Result<bool> make(std::string &piece) override;
    Result<bool> addRows();
    Result<bool> awaitPacking();
    Result<bool> readPiece(std::string &piece);

    ExportReader m_reader;
    ExportPlan m_plan;
    const WorkbookLimits m_limits;
    /// Shared with the thread that packs it, which may outlast a client that went away.
    std::shared_ptr<Book> m_book;
    enum class Stage { Rows, Packing, Reading } m_stage = Stage::Rows;
    Cell m_cell;
};

} // namespace vouch::server
