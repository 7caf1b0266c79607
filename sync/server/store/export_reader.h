#pragma once

#include "core/check/check.h"
#include "sync/server/store/entities.h"

namespace vouch::server {

/// An absent filter lets everything through.
struct ExportFilter
{
    std::optional<Day> from; ///< the business days that count, both included
    std::optional<Day> to;
    std::optional<std::string> store;
    std::optional<std::string> region; ///< with what lies below it
    StoreSet scope = StoreSet::all();  ///< what may be seen at all
};

/// One record of an export.
struct ExportRow
{
    std::int64_t number = 0; ///< in the order of arrival; gaps mean nothing
    check::Check check;      ///< the store's and the tablet's own day and hour are in here
    std::string canonical;   ///< the record as the server keeps it
    std::vector<std::string> laterMarks; ///< by records of kind `mark`, beside the check's own
    std::string storeName;
    std::string region;
    Timestamp receivedAt;
    std::int64_t clockErrorMs = 0; ///< server − tablet, as estimated when it came
    Day day;                       ///< what counts: the tablet's, or corrected
    int hour = 0;
    bool isNps = true; ///< its score has a segment
};

class ReaderPool;

/// Reads records page by page, up to the last one at the start, holding no lock between pages.
/// Rows are never deleted, so the pages together are one snapshot.
class ExportReader
{
public:
    /// The next page in the order of arrival; empty at the end.
    Result<std::vector<ExportRow>> next();

private:
    friend class Store;
    ExportReader(ReaderPool &pool, ExportFilter filter, std::int64_t last);

    ReaderPool *m_pool;
    ExportFilter m_filter;
    std::int64_t m_after = 0;
    std::int64_t m_last = 0;
};

} // namespace vouch::server
