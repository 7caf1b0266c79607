#pragma once

#include "core/base/clock.h"
#include "core/base/shop_clock.h"
#include "core/check/check.h"
#include "core/check/contact.h"
#include "sync/protocol/batch.h"
#include "sync/protocol/enrolment.h"
#include "sync/server/store/database_address.h"
#include "sync/server/store/entities.h"
#include "sync/server/store/erasure.h"
#include "sync/server/store/figures_query.h"
#include "sync/server/store/score_query.h"

#include <chrono>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <set>

/// Everything that the central server keeps, on SQLite or PostgreSQL. All SQL of the server lives
/// in this folder.
namespace vouch::server {

/// How a batch came.
enum class Arrival {
    Sent,
    Carried, ///< in a file, signed at any time before: it tells nothing of the tablet's clock
    Imported ///< made here (responses.h); stored only when it goes on where its chain ends
};

class ExportReader;
struct AuditHead;
struct AuditNote;
struct AuditPage;
struct AuditQuery;
struct AuditVerdict;
struct ChainSettings;
struct ChainVerdict;
struct DeviceChange;
struct DeviceCode;
struct DevicePage;
struct DeviceQuery;
struct ExpectedDevice;
struct CommentPage;
struct CommentQuery;
struct CountedComment;
struct ContactPage;
struct ContactQuery;
struct ExportFilter;
struct LedgerPage;
struct LedgerQuery;
struct LedgerTotals;
struct NewNote;
struct NewPublication;
struct Note;
struct Presence;
struct PresenceQuery;
struct PublicationPage;
struct PublicationQuery;
struct QuarantinePage;
struct QuarantineQuery;
struct QuarantineRetry;
struct RateQuery;
struct RateRow;
struct ResponseOutcome;
struct ResponseRow;
struct SaleOutcome;
struct SingleAnswerPage;
struct SingleAnswerQuery;
struct SaleRow;
struct ScoredQuery;
struct ScoredRecord;
struct ScoredSample;
struct Structure;
struct StructureReport;
struct StructureWishes;
struct Verification;

inline constexpr std::chrono::days codeLifetime{7};
inline constexpr std::chrono::hours enrolRepeat{24}; ///< same code + same key: the same device
inline constexpr std::chrono::hours sessionLifetime{12};
inline constexpr std::chrono::days longestTokenLife{3650};
/// From here on the server's day and hour count instead of the tablet's.

/// So long a store that has just been opened gives the tablets to contradict its clock.
inline constexpr std::chrono::hours witnessWait{1};

/// What the tablets say of the server's clock, within a day.
enum class ClockWitness { None, For, Against };

/// How a server's data stands, for monitoring.
struct StoreFigures
{
    std::size_t queued = 0; ///< jobs that wait for the writer
    std::size_t mostQueued = 0;
    std::int64_t databaseBytes = 0;
    std::int64_t walBytes = 0;                 ///< SQLite's; 0 elsewhere
    std::optional<std::int64_t> diskFreeBytes; ///< PostgreSQL's disk is not known here
    std::int64_t devices = 0;                  ///< not revoked; so are those that were seen
    std::int64_t seenWithinHour = 0;
    std::int64_t seenWithinDay = 0;
    std::int64_t seenWithinWeek = 0;
};

/// Safe from any thread. Reads use a pool of read-only connections and see what is committed.
/// Writes go through one writer thread; all but ingest() wait for their commit: never call them on
/// an event loop. Failures beside those named: `unavailable` (the queue is full, the disk is full
/// or the database is busy: try again later), `disk-full`, `database-error`, `database-damaged`.
class Store
{
public:
    struct Options
    {
        std::size_t mostQueued = 128; ///< jobs; beyond it ingest() answers `unavailable` at once
        /// Called after a commit with the ids of the stores whose state changed: on the writer
        /// thread, and on another one with what other servers on the same database changed. Must
        /// be quick and must not write to the store.
        std::function<void(const std::set<std::string> &)> onChanged;
        /// From how many pages in the log on the writer copies them into the database; while
        /// nothing waits, from a quarter of them on.
        int checkpointFrames = 4000;
    };

    /// Creates or migrates. With a file `file`.lock keeps a second server away for as long as this
    /// lives; on PostgreSQL several work side by side. `clock` outlives the store. Failures
    /// `data-in-use`, `schema-newer`, `database-foreign`, `database-unreadable`,
    /// `database-unreachable`, `database-refused`.
    static Result<std::unique_ptr<Store>>
    open(const DatabaseAddress &database, const Clock &clock, Options options);
    static Result<std::unique_ptr<Store>> open(const DatabaseAddress &database, const Clock &clock)
    {
        return open(database, clock, Options());
    }
    /// Finishes what is queued; then every completion has been called.
    ~Store();

    /// Whether this server is the one that does what is scheduled, among those that share the
    /// database. After a cut connection two may think so for some seconds: what is scheduled must
    /// bear to be done twice. Whoever asks for the first time does not lead yet.
    bool leads() const;

    // --- Records ---------------------------------------------------------------------------------

    using IngestDone = std::function<void(Result<protocol::BatchAnswer>)>;
    /// Takes a batch whose signature `device`'s key has verified. Validates here, on the calling
    /// thread, then queues. `done` must be quick, must not write to the store (it holds the writer)
    /// and must not throw; it is called exactly once: after the commit on the writer thread,
    /// or at once with `unavailable` or `device-mismatch` (the envelope names another device).
    void ingest(
        const Device &device, protocol::Batch batch, IngestDone done,
        Arrival arrival = Arrival::Sent);
    /// Same, waiting for the answer.
    Result<protocol::BatchAnswer>
    ingest(const Device &device, protocol::Batch batch, Arrival arrival = Arrival::Sent);

    /// Brings in answers from elsewhere (responses.h) to a checklist; when that is empty, to the
    /// only transactional one that is published. One outcome a row, in order. Failures
    /// `checklist-unclear`, `key-unwritable`, and those of ingest().
    Result<std::vector<ResponseOutcome>> importResponses(
        const std::vector<ResponseRow> &rows, const std::string &checklist, const Actor &by = {});

    /// For all chains of a device.
    Result<protocol::Have> have(const Uuid &device) const;

    // --- Regions, stores and devices -------------------------------------------------------------
    // Whatever changes here and below goes into the audit log with `by`, in one transaction.

    /// Failures `region-exists`, `region-malformed`, `not-found` (its parent).
    Result<void> addRegion(const Region &region, const Actor &by = {});
    /// Its name and parent. Failures as above, `region-circle`, `not-found`.
    Result<void> changeRegion(const Region &region, const Actor &by = {});
    /// By id.
    Result<std::vector<Region>> regions() const;

    /// Makes its region, at the top, when that is not there. Failures `store-exists`,
    /// `store-malformed`, `zone-unknown`.
    Result<void> addStore(const StoreInfo &store, const Actor &by = {});
    /// Name, region (which must be there), time zone and target. Failures as above, `not-found`.
    Result<void> changeStore(const StoreInfo &store, const Actor &by = {});
    /// By id.
    Result<std::vector<StoreStatus>> stores() const;
    Result<std::optional<StoreInfo>> findStore(const std::string &id) const;
    /// Failure `not-found`.
    Result<StoreState> state(const std::string &store) const;

    /// The whole structure (structure.h).
    Result<Structure> structure() const;
    /// Applies all of the wishes, or none when one is refused or `isTrial`; the report tells.
    Result<StructureReport>
    changeStructure(const StructureWishes &wishes, bool isTrial, const Actor &by = {});
    /// What reports count by.
    Result<ChainSettings> chainSettings() const;

    /// A one-time enrolment code, "XXXX-XXXX-XXXX" (60 bits); only its hash is stored. A tablet
    /// enrolled with it is called `name` unless that is empty. Failure `not-found`.
    Result<std::string>
    makeDeviceCode(const std::string &store, const std::string &name, const Actor &by = {});
    /// One for each, all or none; device_codes.h. Failures `not-found`, `request-malformed`.
    Result<std::vector<DeviceCode>>
    makeDeviceCodes(const std::vector<ExpectedDevice> &devices, const Actor &by = {});
    /// A code for the tablet that takes this one's place: its shop, its name and its history. The
    /// former one can still send what it holds. Failures `not-found`, `device-replaced`.
    Result<DeviceCode> replaceDevice(const Uuid &id, const Actor &by = {});
    /// Its name and its shop; it goes on with its token. Failures `not-found`, `request-malformed`.
    Result<void> changeDevice(const Uuid &id, const DeviceChange &change, const Actor &by = {});
    /// How they are: device_status.h.
    Result<DevicePage> deviceStatuses(const DeviceQuery &query) const;
    /// Checks the proof. A key that is known keeps its id and gets a new token; the old one ends,
    /// by a repeated code once the new one is used. `from` is the tablet's address. Failures
    /// `proof-invalid`, `code-unknown`, `code-expired`, `code-used`, `device-revoked`.
    Result<protocol::EnrolmentAnswer>
    enrol(const protocol::EnrolmentRequest &request, const std::string &from = {});
    /// Revoked devices too; nothing when no device has this token.
    Result<std::optional<Device>> deviceByToken(const std::string &token) const;
    Result<std::vector<Device>> devices() const;
    /// Takes nothing more from it, or takes it back. Failure `not-found`.
    Result<void> setDeviceRevoked(const Uuid &id, bool revoked, const Actor &by = {});
    Result<void> revokeDevice(const Uuid &id, const Actor &by = {})
    {
        return setDeviceRevoked(id, true, by);
    }
    /// The device is given a new token (nextDeviceToken()) until it uses that: then the old one
    /// ends. Nothing that is lost on the way shuts it out. Failures `not-found`, `device-revoked`.
    Result<void> rotateDeviceToken(const Uuid &id, const Actor &by = {});
    /// The new token that a device is to use from now on; one that was given before and not used
    /// yet ends. Empty when none is due. Failure `not-found`.
    Result<std::string> nextDeviceToken(const Uuid &id);
    /// Ends its token at once. It keeps its answers until it is enrolled with a new code. Failure
    /// `not-found`.
    Result<void> endDeviceToken(const Uuid &id, const Actor &by = {});
    /// Keeps the latest heartbeat (JSON) and when it came. Failure `not-found`.
    Result<void> recordHeartbeat(const Uuid &device, const std::string &json);

    // --- People ----------------------------------------------------------------------------------

    /// `passwordHash` is made by the caller, on a bounded pool. Failures `user-exists`,
    /// `user-malformed`, `not-found` (a region or a store).
    Result<void> addUser(const User &user, const Actor &by = {});
    /// Who is disabled is signed out. Failures as above, and `user-malformed` for the last
    /// administrator, who stays one.
    Result<User>
    changeUser(const std::string &name, const UserChange &change, const Actor &by = {});
    /// Ends the user's sessions but `keptSession` (a token; may be empty). Failure `not-found`.
    Result<void> setPassword(
        const std::string &name, const std::string &hash, const std::string &keptSession,
        const Actor &by = {});
    /// Disabled ones too.
    Result<std::optional<User>> findUser(const std::string &name) const;
    Result<std::vector<User>> users() const;
    /// Shown once; only its hash is stored. Failures `not-found`, `request-malformed`, `forbidden`
    /// (a scope beyond its user's rights).
    Result<MadeApiToken> makeApiToken(const NewApiToken &wanted, const Actor &by = {});
    /// By user; of one only when it is named. Expired ones too.
    Result<std::vector<ApiToken>> apiTokens(const std::optional<std::string> &user = {}) const;
    /// Of `user` only when that is named. Failure `not-found`.
    Result<void> revokeApiToken(
        const std::string &id, const std::optional<std::string> &user, const Actor &by = {});
    /// Nothing when it is unknown or expired, or its user disabled.
    Result<std::optional<TokenHolder>> holderOfApiToken(const std::string &token) const;
    /// Failure `not-found`.
    Result<Session> startSession(const std::string &user, const Actor &by = {});
    /// Nothing when it is unknown or over. `token` of the result is empty.
    Result<std::optional<Session>> findSession(const std::string &token) const;
    Result<void> endSession(const std::string &token, const Actor &by = {});

    // --- The audit log (audit.h) -----------------------------------------------------------------

    /// For what changes nothing here, or changes it elsewhere.
    Result<void> noteAudit(const AuditNote &note, const Actor &by);
    Result<AuditPage> audit(const AuditQuery &query) const;
    /// Reads all of it, by pages. `known` is a head that was kept elsewhere.
    Result<AuditVerdict> verifyAudit(const std::optional<AuditHead> &known) const;

    // --- Checklists and keys ---------------------------------------------------------------------

    /// `json` has been checked by the caller. The same again is fine. Failure `version-taken`: this
    /// version is there with other content.
    Result<void>
    addChecklist(const std::string &id, int version, const std::string &json, const Actor &by = {});
    /// The versions that any of `stores` is or was given, for itself or with the chain; of a
    /// checklist that none was given, but that has answers there, all. publishedAt is the chain's.
    Result<std::vector<ChecklistVersion>>
    checklists(const StoreSet &stores = StoreSet::all()) const;
    /// Publishes the newest version that was added, for one store or (empty) for the chain. A
    /// store's own publication goes before the chain's. Failure `not-found`.
    Result<void>
    publishChecklist(const std::string &id, const std::string &store, const Actor &by = {});

    // Publications of checklists and settings: publications.h.
    /// Its number. Failures `not-found` (a checklist, a store; a setting that is not set there),
    /// `setting-unknown`, `setting-malformed`, `store-own` (a store that would be staged has a
    /// value of its own), `request-malformed`.
    Result<std::int64_t> publish(const NewPublication &wanted, const Actor &by = {});
    /// Brings what is staged to the rest of the chain. Failures `not-found`, `publication-whole`,
    /// `publication-undone`, `publication-superseded`.
    Result<std::int64_t> widenPublication(std::int64_t number, const Actor &by = {});
    /// Brings back what was there before it. Failures likewise.
    Result<std::int64_t> rollBackPublication(std::int64_t number, const Actor &by = {});
    Result<PublicationPage> publications(const PublicationQuery &query) const;

    /// Failure `not-found`.
    Result<KioskConfig> config(const std::string &store) const;
    Result<SealingKeyInfo> sealingKey() const;

    // --- Settings and PINs -----------------------------------------------------------------------

    /// Sets one for a store or (empty) the chain; the former value goes. Failures
    /// `setting-unknown`, `setting-malformed`, `setting-of-chain` (and a store was named),
    /// `not-found` (its store).
    Result<void> setSetting(const Setting &setting, const Actor &by = {});
    /// From then on the chain's value, or the tablet's default, holds. Failure `not-found`.
    Result<void>
    removeSetting(const std::string &store, const std::string &key, const Actor &by = {});
    /// By store, the chain's first, then by key.
    Result<std::vector<Setting>> settings() const;

    /// `hash` is made by the caller (crypto::Cost::Small: tablets verify it), who has seen to it
    /// that the PINs of a store differ. Failure `not-found`.
    Result<void> setPin(
        const std::string &store, protocol::PinRole role, const std::string &hash,
        const Actor &by = {});
    /// Without any, the tablets go back to what was set on them. Failure `not-found`.
    Result<void> removePin(const std::string &store, protocol::PinRole role, const Actor &by = {});
    /// Failure `not-found`.
    Result<protocol::PinHashes> pinHashes(const std::string &store) const;
    /// By store and role.
    Result<std::vector<PinStatus>> pins() const;

    // --- Reading ---------------------------------------------------------------------------------

    /// From counters only. Failures `not-found`, `request-malformed`.
    Result<std::vector<ScoreRow>> score(const ScoreQuery &query) const;
    /// By day (By::Month: by month, of whole ones), then by checklist and series; days with answers
    /// only. Failures as score().
    Result<std::vector<SeriesDay>> seriesDays(const ScoreQuery &query) const;
    /// Of one store, of a region or of all that is seen. Touchpoint and marks are not looked at:
    /// who asked in two ways would know the difference. The chain's official answers count.
    Result<EmployeeFigures> employeeWeeks(const ScoreQuery &query) const;
    /// The days with answers of each store asked for, by its id. Failures as score().
    Result<std::map<std::string, std::vector<metrics::DayTally>>>
    storeDays(const ScoreQuery &query) const;
    /// By weekday and hour; reads a row a store, day and hour. Failures as score().
    Result<std::vector<WeekHour>> weekHours(const ScoreQuery &query) const;
    /// By touchpoint; those with answers only. Failures as score().
    Result<std::vector<TouchpointScore>> touchpointScores(const ScoreQuery &query) const;
    /// Of the one store that is asked for, by name: the tablets that stand in it, and whatever else
    /// brought answers. Failures as score().
    Result<std::vector<KioskScore>> kioskScores(const ScoreQuery &query) const;
    /// What the answers of each store, week and series have beside their score: picks from the
    /// lists asked for. Failures as score().
    Result<TraitTable> weeklyTraits(
        const ScoreQuery &query, const std::set<std::string> &questions,
        std::chrono::weekday weekStart) const;
    /// Of all that are asked for together; those that nobody has are not in it. Failures as
    /// score().
    Result<std::map<Trait, metrics::BandCounts>> traits(const ScoreQuery &query) const;
    /// Why answers are marked, by mark: how many have it, whatever `withMarked` says; an answer may
    /// have two. Of the newest `mostMarkedRead` marked ones. Failures `not-found`,
    /// `record-damaged`.
    Result<std::map<std::string, std::int64_t>> markReasons(const ScoreQuery &query) const;
    /// Single answers of the one store that is asked for (single_answers.h); none of several.
    /// Failures `not-found`, `record-damaged`.
    Result<SingleAnswerPage> singleAnswers(const SingleAnswerQuery &query) const;
    /// From counters and sales (sales.h). Failure `not-found`.
    Result<std::vector<RateRow>> responseRate(const RateQuery &query) const;
    /// What the tablets of stores did (presence.h); those without a tablet are not in it.
    Result<std::map<std::string, Presence>> presence(const PresenceQuery &query) const;
    /// Calls `take` for scored checks (scored_records.h), of one chain after the other, each in
    /// its order. Failure `record-damaged`.
    Result<ScoredSample> eachScoredRecord(
        const ScoredQuery &query, const std::function<void(const ScoredRecord &)> &take) const;
    /// What people noted beside the figures (notes.h), by day.
    Result<std::vector<Note>> notes() const;
    /// Its id. Failures `request-malformed`, `not-found`.
    Result<std::int64_t> addNote(const NewNote &note, const Actor &by);
    /// Failure `not-found`.
    Result<void> removeNote(std::int64_t id, const Actor &by);
    /// What shoppers wrote, as it may be shown (comments.h). Failure `not-found`.
    Result<CommentPage> comments(const CommentQuery &query) const;
    /// Calls `take` for the newest of them, `limit` at most; how many there were.
    Result<std::int64_t> eachComment(
        const CommentQuery &query, const std::function<void(const CountedComment &)> &take) const;
    /// One outcome a row, in order; who tells sees the stores of `scope`. Numbers that were there
    /// and are others now are in the audit log.
    Result<std::vector<SaleOutcome>>
    takeSales(const std::vector<SaleRow> &rows, const StoreSet &scope, const Actor &by = {});
    /// Recomputes every counter from the records and compares: `counters-differ`, naming the first
    /// that does. Reads all records, by pages: for tests and for `verify`.
    Result<void> recount() const;
    /// A snapshot of all records stored now. The reader must not outlive the store.
    Result<ExportReader> exportRecords(const ExportFilter &filter) const;

    // --- Contacts (contacts.h) -------------------------------------------------------------------

    /// The permissions to be contacted, sealed, a page at a time.
    Result<ContactPage> contacts(const ContactQuery &query) const;
    /// Opens one, of a store in `scope`. It is in the audit log before it is told. Failures
    /// `not-found` (erased ones too), `key-missing`, `sealed-unreadable`, `contact-malformed`.
    Result<check::Contact> openContact(const Uuid &check, const StoreSet &scope, const Actor &by);
    /// Makes a new sealing key, which tablets take with their configuration; the old ones
    /// still open what was sealed with them. Failure `key-unwritable`.
    Result<SealingKeyInfo> rotateSealingKey(const Actor &by = {});

    // --- Erasure and retention (erasure.h) -------------------------------------------------------

    /// Erases contact and texts of the record that is meant, and of its copies that were refused or
    /// are in conflict. Failures `erasure-code-malformed`, `not-found`.
    Result<ErasureOutcome> erase(const ErasureRequest &request, const Actor &by);
    Result<Retention> retention() const;
    /// Failure `retention-malformed`.
    Result<void> setRetention(const Retention &wanted, const Actor &by);
    /// Erases all whose time is over. For scheduled work; ends early when `goOn` says false. By a
    /// clock that is years ahead all of it would be: failure `clock-in-doubt` when the tablets are
    /// against it, and when none is heard of nothing is done for the first `witnessWait`.
    Result<RetentionRun> applyRetention(const std::function<bool()> &goOn);
    /// By the tablets that were heard of within a day; one that agrees is enough.
    Result<ClockWitness> clockWitness() const;
    /// Records that a device still holds the erased content of, some of them.
    Result<std::vector<Uuid>> recordsToErase(const Uuid &device) const;
    /// It holds it no longer.
    Result<void> erasedOnTablet(const Uuid &device, const std::vector<Uuid> &records);

    // --- Monitoring ------------------------------------------------------------------------------

    Result<StoreFigures> figures() const;
    /// Why no answer can be taken now, by code: `disk-full`, `writer-busy`, `database-unwritable`;
    /// empty when one can. Writes nothing that lasts; takes some seconds when the writer is stuck.
    std::vector<Failure> obstacles(std::int64_t leastFreeBytes) const;

    // --- The ledger (ledger.h, verification.h, quarantine.h) -------------------------------------

    /// A page of chains from the counters, in the order in which they began; no record is read.
    /// Failure `not-found` (its store).
    Result<LedgerPage> ledger(const LedgerQuery &query) const;
    /// Reads every row of the ledger that the query takes in: one a chain, day and shop.
    Result<LedgerTotals> ledgerTotals(const LedgerQuery &query) const;
    /// Verifies the records of at most `places` places of a chain, behind the place `after`.
    /// Failure `not-found`.
    Result<ChainVerdict>
    verifyChain(std::int64_t chainKey, std::int64_t after, std::int64_t places) const;
    /// Verifies every chain and every counter. Ends early with `stopped` when `goOn` says false.
    Result<Verification> verify(const std::function<bool()> &goOn) const;

    /// What was refused or is in conflict, the newest first.
    Result<QuarantinePage> quarantine(const QuarantineQuery &query) const;
    /// Judges refused records again, all or one by its key, and takes those whose cause is mended.
    /// Failure `not-found`.
    Result<QuarantineRetry> retryRefused(std::optional<std::int64_t> key);

    /// Copies the database, whole and consistent, into `file`, which is there and empty, while
    /// everything goes on: in small steps on the writer's thread. Failures `disk-full`,
    /// `file-unwritable`, `stopped` when `goOn` says false.
    Result<void> backUp(const std::filesystem::path &file, const std::function<bool()> &goOn) const;

    struct Parts; ///< the implementation
    explicit Store(std::unique_ptr<Parts> parts);

private:
    /// Finds what came since the last walk.
    Result<void> walkPersonal(const std::function<bool()> &goOn);
    /// False: not yet.
    Result<bool> mayErase() const;
    Result<std::int64_t> eraseDueCopies(const Retention &rules, Timestamp now);

    std::unique_ptr<Parts> m_parts;
};

} // namespace vouch::server
