#pragma once

#include "core/check/record_view.h"
#include "core/checklist/definition.h"
#include "sync/server/store/entities.h"
#include "sync/server/store/sql_connection.h"

#include <functional>
#include <map>

namespace vouch::server {

class Measurements;

enum class MarkedRecords { Included, LeftOut, Only };

/// An absent filter lets everything through.
struct ExportFilter
{
    std::optional<Day> from{}; ///< the business days that count, both included
    std::optional<Day> to{};
    std::optional<std::string> store{};
    std::optional<std::string> region{}; ///< with what lies below it
    StoreSet scope = StoreSet::all();    ///< what may be seen at all
    std::optional<std::string> checklist{};
    std::optional<std::string> touchpoint{};
    MarkedRecords marked = MarkedRecords::Included;
    /// What employees answered is left out, and a checklist of theirs refused with
    /// `employees-by-week`: single answers are finer than the week that may be told (periods.h).
    bool withEmployees = false;
    std::optional<Uuid> id{};              ///< this record only
    std::int64_t after = 0;                ///< only records behind this number
    std::optional<std::int64_t> upTo = {}; ///< an earlier snapshot's end, to read on in it
    bool isReadOn = false; ///< its end will be that of later exports: nothing comes below it later
};

/// One record of an export.
struct ExportRow
{
    std::int64_t number = 0;    ///< in the order of arrival; gaps mean nothing
    std::string_view canonical; ///< the record as the server keeps it
    check::RecordView record;   ///< the store's and the tablet's own day and hour are in here
    std::vector<std::string> laterMarks; ///< by records of kind `mark`, beside the check's own
    const StoreInfo *store = nullptr;    ///< as it was when the export began
    Timestamp receivedAt;
    std::int64_t clockErrorMs = 0; ///< server − tablet, as estimated when it came
    Day day;                       ///< what counts: the tablet's, or corrected
    int hour = 0;
    bool marked = false; ///< by its own marks or later ones
    bool isNps = true;   ///< its score has a segment
};

/// Reads records page by page, up to the last one at the start; all pages together are one
/// snapshot.
class ExportReader
{
public:
    /// Takes one row, which is gone when the call returns.
    using Take = std::function<void(const ExportRow &)>;

    /// Hands on the rows of the next page, in the order of arrival; a page may have none. False
    /// when there are no more pages. Failures `record-damaged` and the store's.
    Result<bool> next(const Take &take);

    /// The last record that the snapshot holds.
    std::int64_t last() const { return m_last; }
    /// How many records are still to be looked at, at most.
    std::int64_t left() const { return m_last - m_after; }

private:
    friend class Store;
    ExportReader(SteadyReads reads, ExportFilter filter);
    Result<void> begin(Connection &connection);
    Result<void> readPage(Connection &connection, std::int64_t upTo, const Take &take);
    bool isAsked(const ExportRow &row) const;
    checklist::Measurement measurementOf(const check::RecordView &record);

    SteadyReads m_reads;
    ExportFilter m_filter;
    std::int64_t m_after = 0;
    std::int64_t m_last = 0;
    std::map<std::int64_t, StoreInfo> m_stores; ///< those asked for, by key
    bool m_everyAsked = true;
    std::string m_asked; ///< their keys, as a JSON array
    std::shared_ptr<const Measurements> m_measurements;
    std::string m_checklist; ///< asked for, as it stands in records; empty: all
    std::string m_touchpoint;
    ExportRow m_row;
    std::string m_lastSeries; ///< of which m_lastMeasurement tells
    checklist::Measurement m_lastMeasurement = checklist::Measurement::TransactionalNps;
};

} // namespace vouch::server
