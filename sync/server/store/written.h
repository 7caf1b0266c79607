#pragma once

#include "core/metrics/nps.h"
#include "sync/server/store/activity.h"
#include "sync/server/store/answer_traits.h"
#include "sync/server/store/comments.h"
#include "sync/server/store/sql_connection.h"

#include <map>
#include <set>
#include <tuple>

namespace vouch::server {

/// What is counted together.
struct Measure
{
    std::string checklist;
    std::string series;
    std::string question; ///< whose answer is the score
    std::string touchpoint;

    auto operator<=>(const Measure &) const = default;
};

/// One scored record, as the counters see it.
struct Scored
{
    std::int64_t store = 0; ///< its key
    std::int64_t measure = 0;
    bool marked = false;
    Day day;
    int hour = 0;
    int score = 0;
    std::int64_t device = 0; ///< its key
};

/// Answers by store, day, measure and marked, each with the hour and with the device.
class Counts
{
public:
    using HourKey = std::tuple<std::int64_t, Day, int, std::int64_t, bool>;
    using DeviceKey = std::tuple<std::int64_t, Day, std::int64_t, std::int64_t, bool>;
    using DayKey = std::tuple<std::int64_t, Day, std::int64_t, bool>;

    void add(const Scored &scored);
    const std::map<HourKey, metrics::Tally> &hours() const { return m_hours; }
    const std::map<DeviceKey, metrics::Tally> &devices() const { return m_devices; }
    std::map<DayKey, metrics::Tally> days() const;
    /// By the first day of the month.
    std::map<DayKey, metrics::Tally> months() const;

private:
    std::map<HourKey, metrics::Tally> m_hours;
    std::map<DeviceKey, metrics::Tally> m_devices;
};

Day firstOfMonth(Day day);

/// What changes in one row of the ledger: records of one chain, day and shop.
struct LedgerDelta
{
    std::int64_t received = 0;
    std::int64_t late = 0;
    std::int64_t marked = 0;
    std::int64_t forked = 0;

    LedgerDelta &operator+=(const LedgerDelta &other)
    {
        received += other.received;
        late += other.late;
        marked += other.marked;
        forked += other.forked;
        return *this;
    }
    bool operator==(const LedgerDelta &) const = default;
};

/// How one identity was seen to run on two tablets: what column `forked` of a chain adds up.
namespace twice {
inline constexpr std::int64_t atOnePlace = 1;  ///< two records at one place of it
inline constexpr std::int64_t besideNewer = 2; ///< it went on beside a newer chain of the device
} // namespace twice

/// By the keys of chain and shop, and the day that counts.
using LedgerKey = std::tuple<std::int64_t, Day, std::int64_t>;

/// What a batch's signature covers, kept for the highest place that came with it.
struct SignedPlace
{
    std::int64_t sequence = 0; ///< 0: the signature cannot be kept
    std::string hash;          ///< 32 bytes, like all hashes here
    Timestamp sentAt;
    Uuid headChain;
    std::int64_t headSequence = 0;
    std::string headHash;
    std::string hashes; ///< one after the other
    std::string signature;
};

/// Both ends included; empty when the first lies behind the last.
struct IdRange
{
    Uuid first;
    Uuid last;
    std::size_t count = 0; ///< how many of it are meant

    auto operator<=>(const IdRange &) const = default;
};

/// One transaction of the writer: the connection, and what is gathered to be written once at its
/// end. Made anew for every attempt, so that a rollback forgets it all.
class Written
{
public:
    explicit Written(Connection &connection)
        : m_connection(connection)
    {
    }

    Connection &connection() { return m_connection; }

    std::int64_t measureKey(const Measure &measure);
    /// Counts one record that was really inserted.
    void count(
        const Scored &scored, const std::vector<Trait> &traits, const std::string &storeId,
        Timestamp answeredAt);
    /// A record that was counted as unmarked is marked from now on. What a shop shows of itself
    /// holds both, so that it does not change.
    void mark(Scored scored, const std::vector<Trait> &traits);

    /// The number n of which 1…n are all known, of a chain of the device with key `device`.
    std::int64_t contiguous(std::int64_t device, const Uuid &chain);
    std::int64_t chainKey(std::int64_t device, const Uuid &chain);
    /// A place in a chain is known from now on. True when it was before.
    bool know(std::int64_t device, const Uuid &chain, std::int64_t sequence);
    /// What a batch says of the chain that the tablet goes on with, and when it was sent by the
    /// tablet's clock. Going on with a chain after a newer one was begun is what no tablet does:
    /// two have one identity. What was on the way meanwhile, or on a stick, was sent before.
    void knowHead(std::int64_t device, const Uuid &chain, std::int64_t sequence, Timestamp sentAt);
    void setForked(std::int64_t device, const Uuid &chain);
    /// One more of it was kept aside.
    void addConflict(std::int64_t device, const Uuid &chain);
    std::int64_t highest(std::int64_t device, const Uuid &chain);
    void addToLedger(const LedgerKey &key, const LedgerDelta &delta) { m_ledger[key] += delta; }
    void addActivity(const ActivityKey &key, const Activity &activity)
    {
        m_activities[key] += activity;
    }
    void addComment(const CommentRow &row) { m_comments.push_back(row); }
    /// Whether anything of a device lies refused: few have that, and most records need not be
    /// looked for there.
    bool hasRefused(std::int64_t device);
    void setRefused(std::int64_t device) { m_refused[device] = true; }
    /// Whether a record of kind `mark` has named one of the device's, which is yet to come; `of` is
    /// the batch's range. Ids of one batch lie close together, and few are named, so that one look
    /// at the range most often serves all of them.
    bool isNamed(std::int64_t device, const Uuid &id, const IdRange &of);
    void setNamed(std::int64_t device, const Uuid &id, const std::string &mark);
    /// The signature goes when its sequence is 0.
    void keepSignature(std::int64_t chainKey, SignedPlace place);

    /// Writes what was gathered: the last thing before COMMIT.
    void flush();
    /// The ids of those of which something was counted.
    std::vector<std::string> changedStores() const;

private:
    struct Chain
    {
        std::int64_t key = 0;
        std::int64_t contiguous = 0;
        std::int64_t highest = 0;
        std::int64_t head = 0;
        std::int64_t forked = 0; ///< of namespace twice
        std::int64_t conflicting = 0;
        bool dirty = false;
        /// When a newer chain, with which the device was heard to go on, was begun by its clock.
        std::optional<Timestamp> newerSince = {};
    };
    struct StoreDelta
    {
        std::string id;
        std::int64_t answers = 0;
        Timestamp last;
    };

    Chain &chain(std::int64_t device, const Uuid &id);
    void addTraitsOf(const Scored &scored, const std::vector<Trait> &traits, std::int64_t count);
    void flushCounts();
    void flushMarked();
    void flushLedger();
    /// All of it on PostgreSQL: each table with one statement, its rows in the order of the key, so
    /// that servers do not wait for each other.
    void flushTogether();
    void flushSignatures();

    Connection &m_connection;
    Counts m_counts;
    Counts m_noLonger; ///< what is to be taken off again
    TraitKeys m_traitKeys;
    TraitCounts m_traits;
    std::map<Measure, std::int64_t> m_measures;
    using Chains = std::map<std::pair<std::int64_t, Uuid>, Chain>;
    Chains m_chains;
    Chains::iterator m_lastChain = m_chains.end(); ///< asked for: most often the next one too
    std::map<std::int64_t, StoreDelta> m_stores;
    std::map<LedgerKey, LedgerDelta> m_ledger;
    Activities m_activities;
    std::vector<CommentRow> m_comments;
    std::map<std::int64_t, SignedPlace> m_signatures; ///< by the chain's key
    std::map<std::int64_t, bool> m_refused;           ///< by the device's key
    /// What was named in the range that was looked at last; nothing when that were too many.
    std::optional<std::set<Uuid>> m_named;
    std::pair<std::int64_t, IdRange> m_namedIn{};
};

} // namespace vouch::server
