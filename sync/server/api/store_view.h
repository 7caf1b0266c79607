#pragma once

#include "sync/server/store/comments.h"
#include "sync/server/store/contacts.h"
#include "sync/server/store/device_status.h"
#include "sync/server/store/export_reader.h"
#include "sync/server/store/ledger.h"
#include "sync/server/store/notes.h"
#include "sync/server/store/presence.h"
#include "sync/server/store/publications.h"
#include "sync/server/store/quarantine.h"
#include "sync/server/store/sales.h"
#include "sync/server/store/scored_records.h"
#include "sync/server/store/single_answers.h"
#include "sync/server/store/store.h"
#include "sync/server/store/structure.h"

namespace vouch::server {

/// A note, and whether all that it is for is seen.
struct SeenNote
{
    Note note;
    bool isWhollySeen = false;
};

/// The store as one caller sees it. Endpoints read through it and not from the store, so that what
/// lies outside the caller's scope is absent in one place for all: from rows, sums, exports, events
/// and errors. What is not there and what may not be seen look the same.
class StoreView
{
public:
    /// `store` outlives this. `regions` are those that the caller was given, by name: with all
    /// that lies below them, and whether or not they have stores.
    StoreView(const Store &store, StoreSet scope, std::set<std::string> regions = {})
        : m_store(store)
        , m_scope(std::move(scope))
        , m_regions(std::move(regions))
    {
    }

    const StoreSet &scope() const { return m_scope; }

    Result<std::vector<StoreStatus>> stores() const;
    Result<std::optional<StoreInfo>> findStore(const std::string &id) const;
    /// Those that the caller was given, and those with a store that is seen; a parent that is not
    /// among them is left out. All, when the scope is the whole chain.
    Result<std::vector<Region>> regions() const;
    /// The stores asked for: one, those of a region of regions() and below it, both, or all that
    /// are seen. Failure `not-found`.
    Result<StoreSet> select(const std::string &store, const std::string &region) const;
    Result<DevicePage> deviceStatuses(DeviceQuery query) const;
    Result<std::vector<PinStatus>> pins() const;
    /// The chain's own settings, hours and touchpoints; of the rest what is seen.
    Result<Structure> structure() const;

    /// Of surveys, in days of UTC, both included: those for the chain or for any of `stores`, the
    /// oldest first; none that were taken back.
    Result<std::vector<Publication>>
    publishedChecklists(const StoreSet &stores, Day from, Day to) const;
    Result<std::vector<ChecklistVersion>> checklists() const { return m_store.checklists(m_scope); }
    Result<Presences> presence(PresenceQuery query) const;
    Result<ScoredSample> eachScoredRecord(ScoredQuery query, const TakeScored &take) const;

    // As the store's own.
    Result<ChainSettings> chainSettings() const { return m_store.chainSettings(); }
    Result<std::vector<ScoreRow>> score(ScoreQuery query) const;
    Result<std::vector<SeriesDay>> seriesDays(ScoreQuery query) const;
    Result<std::map<std::string, std::vector<metrics::DayTally>>> storeDays(ScoreQuery query) const;
    Result<EmployeeFigures> employeeWeeks(ScoreQuery query) const;
    Result<std::vector<WeekHour>> weekHours(ScoreQuery query) const;
    Result<std::vector<TouchpointScore>> touchpointScores(ScoreQuery query) const;
    Result<std::vector<KioskScore>> kioskScores(ScoreQuery query) const;
    Result<TraitTable> weeklyTraits(
        ScoreQuery query, const std::set<std::string> &questions,
        std::chrono::weekday weekStart) const;
    Result<std::map<Trait, metrics::BandCounts>> traits(ScoreQuery query) const;
    Result<std::map<std::string, std::int64_t>> markReasons(ScoreQuery query) const;
    Result<std::vector<RateRow>> responseRate(RateQuery query) const;
    Result<ExportReader> exportRecords(ExportFilter filter) const;
    /// Those for what select() gives of these two: for its stores, for a region that any of them
    /// lies in, and for the chain. A region that is asked for is so with all below it that is seen,
    /// also without stores; so are all when nothing is asked for. A region that is not seen is not
    /// named: to its reader the note is the chain's. Failure `not-found`.
    Result<std::vector<SeenNote>>
    notes(const std::string &store = {}, const std::string &region = {}) const;
    /// Only who sees all that a note is for may write or remove it. Failures `not-found`,
    /// `forbidden`.
    Result<void> mayNote(const NewNote &note) const;
    Result<CommentPage> comments(CommentQuery query) const;
    Result<std::int64_t> eachComment(CommentQuery query, const TakeComment &take) const;
    Result<SingleAnswerPage> singleAnswers(SingleAnswerQuery query) const;
    Result<ContactPage> contacts(ContactQuery query) const;
    Result<LedgerPage> ledger(LedgerQuery query) const;
    Result<LedgerTotals> ledgerTotals(LedgerQuery query) const;
    Result<QuarantinePage> quarantine(QuarantineQuery query) const;

private:
    struct Places;
    Result<Places> places() const;
    /// Those of `stores` that are seen.
    StoreSet seen(const StoreSet &stores) const;

    const Store &m_store;
    StoreSet m_scope;
    std::set<std::string> m_regions;
};

} // namespace vouch::server
