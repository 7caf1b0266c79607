#pragma once

#include "core/base/opening_hours.h"
#include "core/checklist/definition.h"
#include "sync/protocol/codes.h"
#include "sync/server/store/audit.h"
#include "sync/server/store/change_feed.h"
#include "sync/server/store/store.h"
#include "sync/server/store/writer.h"

#include <future>
#include <map>
#include <mutex>

namespace vouch::server {

/// A write of one piece whose caller waits for it.
template <class Work> class WaitedJob : public WriteJob
{
public:
    using Outcome = std::invoke_result_t<Work, Written &>;

    explicit WaitedJob(Work work, std::optional<Uuid> device)
        : m_work(std::move(work))
        , m_device(device)
    {
    }

    std::future<Outcome> outcome() { return m_promise.get_future(); }
    std::optional<Uuid> device() const override { return m_device; }
    void write(Written &written, std::size_t) override { m_outcome = m_work(written); }
    void finish(Result<void> stored) override
    {
        m_promise.set_value(stored ? std::move(*m_outcome) : Outcome(stored.failure()));
    }

private:
    Work m_work;
    const std::optional<Uuid> m_device;
    std::optional<Outcome> m_outcome;
    std::promise<Outcome> m_promise;
};

struct Store::Parts
{
    Parts(DatabaseAddress where, const Clock &time, std::optional<storage::DataLock> held)
        : database(std::move(where))
        , clock(time)
        , lock(std::move(held))
    {
    }

    static Failure busy()
    {
        return {
            std::string(protocol::code::unavailable),
            "The server has more to write than it can take now. Try again later.", ""};
    }

    /// Runs `work` (Written & → Result) on the writer thread and waits for its commit. `work` may
    /// run more than once, and refuses before it writes. `device`: it writes nothing but what is of
    /// this device, and no audit entry; that keeps others waiting less.
    template <class Work>
    auto write(Work work, std::optional<Uuid> device = std::nullopt)
        -> std::invoke_result_t<Work, Written &>
    {
        auto job = std::make_unique<WaitedJob<Work>>(std::move(work), device);
        auto outcome = job->outcome();
        if (!writer->add(std::move(job)))
            return busy();
        return outcome.get();
    }

    /// Where secret keys lie: the secret halves of sealing keys, the seed of import sources.
    const std::filesystem::path &keyFolder() const { return database.keys(); }

    static constexpr std::size_t readerCount = 8;

    const DatabaseAddress database;
    const Clock &clock;
    const std::int64_t openedMs = clock.monotonicMs();
    std::mutex importing;                  ///< one import of answers at a time
    std::optional<storage::DataLock> lock; ///< of the file
    // Destroyed last to first: readers close before the writer's connection empties the log.
    std::unique_ptr<ChangeFeed> feed; ///< on PostgreSQL
    std::unique_ptr<Writer> writer;
    ReaderPool readers;
};

/// The key of a store by its id, or nothing.
std::optional<std::int64_t> storeKey(Connection &connection, const std::string &id);
Failure storeNotFound(const std::string &id);
/// The business day that it is where the zone is; one that was known when the store was added.
Day todayIn(const std::string &zoneName, Timestamp now, int dayStart);
/// The first business day that is not over for a store: today, or tomorrow when its opening hours
/// are known and it does not open again today (method.md §6, "or after closing").
Day firstOpenDay(
    Connection &connection, const std::string &store, const std::string &zoneName, Timestamp now,
    int dayStart);
/// From columns id, name, region, timezone and target_nps.
StoreInfo storeFrom(const Query &row);
ChainSettings chainSettings(Connection &connection);
Failure regionNotFound(const std::string &id);

/// Adds an entry to the audit log, in the transaction of what it tells.
void addAudit(Connection &connection, Timestamp now, const Actor &by, AuditNote note);

/// What the scores of checklists are computed as, read from those that the server knows. A series
/// of a checklist that it does not know is taken for a transactional NPS.
class Measurements
{
public:
    explicit Measurements(Connection &connection);

    checklist::Measurement of(const std::string &checklistId, const std::string &series) const;
    /// What an NPS counts, as a JSON array of the keys of measures: whatever is transactional, at
    /// one touchpoint when that is named.
    std::string counted(const std::optional<std::string> &touchpoint = {}) const;
    /// The same of the query's checklist or measurement, when it names one: of a checklist whatever
    /// is an NPS of some kind. Never what employees said. Failures `employees-by-week`,
    /// `request-malformed` when the checklist has no NPS.
    Result<std::string> counted(const ScoreQuery &query) const;
    bool asksEmployeesOnly(const std::string &checklistId) const;
    /// Checklist and series of what employees answered, by the key of its measure.
    std::map<std::int64_t, std::pair<std::string, std::string>>
    ofEmployees(const std::optional<std::string> &checklistId) const;

private:
    std::set<checklist::Measurement> ofChecklist(const std::string &checklistId) const;
    std::string keysOf(
        const std::optional<std::string> &checklistId, const std::optional<std::string> &touchpoint,
        const std::optional<checklist::Measurement> &asked) const;

    Connection &m_connection;
    std::shared_ptr<const KnownSeries> m_known;
};

/// `employees-by-week`.
Failure employeesByWeekOnly();

/// 32 random bytes for a cookie or a header, and what is kept of them.
std::string makeToken();
/// RFC 9562 version 8: the same key always gives the same id, also on a server that has forgotten.
Uuid deviceId(const std::string &publicKey);
/// What the keys of import sources and the next tokens of tablets are made from; kept in the
/// folder, made when it is not there.
Result<std::string> chainSeed(const std::filesystem::path &folder);
std::string tokenHash(const std::string &token);

/// Makes the first sealing key when there is none; its secret half lies in `folder`. Within a
/// transaction.
Result<void>
ensureSealingKey(Connection &connection, const std::filesystem::path &folder, const Clock &clock);
std::optional<SealingKeyInfo> currentSealingKey(Connection &connection);

/// The settings in force in a store.
json::object settingsOf(Connection &connection, const std::string &store);
/// Of the setting `opening_hours`; nothing: not known.
std::optional<OpeningHours> openingHoursOf(const json::object &settings);
protocol::PinHashes pinHashesOf(Connection &connection, std::int64_t storeKey);

} // namespace vouch::server
