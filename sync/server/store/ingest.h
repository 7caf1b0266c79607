#pragma once

#include "core/check/marks.h"
#include "sync/protocol/batch.h"
#include "sync/server/store/activity.h"
#include "sync/server/store/answer_traits.h"
#include "sync/server/store/clock_error.h"
#include "sync/server/store/comments.h"
#include "sync/server/store/store.h"
#include "sync/server/store/writer.h"

#include <map>

namespace vouch::server {

/// A device's stores, present and past, as validation needs them.
struct DeviceStores
{
    struct Place
    {
        std::int64_t key = 0;
        TimeZone zone = TimeZone::utc();
    };
    std::int64_t device = 0; ///< its key
    Uuid id;
    int dayStart = 0; ///< the hour at which the chain's business days begin
    std::map<std::string, Place> places;
};

/// Failure `device-revoked` when the device is revoked or unknown.
Result<DeviceStores> deviceStores(Connection &connection, const Uuid &device);

using check::CountedTime;

/// One record of a batch, judged before it is queued so that it cannot fail its neighbours: all
/// that the writer needs of it.
struct Candidate
{
    std::optional<Failure> refusal; ///< then only what follows up to `statedDay` is set
    std::string id;                 ///< as stated
    std::string hash;               ///< as stated
    std::string canonical;
    Uuid chain; ///< its place in the ledger, when that could be read
    std::int64_t sequence = 0;
    std::optional<std::int64_t> statedStore; ///< its key, when it is one of the device's
    std::optional<Day> statedDay;
    std::int64_t clockErrorMs = 0; ///< server − tablet when it was made

    Uuid uuid;                      ///< its id
    crypto::Hash digest{};          ///< its hash
    std::optional<Measure> measure; ///< as what it counts, when it counts
    std::optional<int> score;
    std::vector<Trait> traits; ///< when it counts
    std::int64_t store = 0;
    std::string storeId;
    Day day; ///< what counts: the tablet's, or corrected
    int hour = 0;
    CountedTime stated;    ///< the tablet's
    Timestamp answeredAt;  ///< closed_at by the server's clock as far as that is known
    bool isLate = false;   ///< as ledger.h says
    bool isMarked = false; ///< by itself
    std::optional<check::LaterMark> laterMark; ///< what it says of others
    std::optional<Activity> activity;          ///< what the tablet did in an hour
    std::optional<CommentRow> comment;         ///< what the shopper wrote
};

/// The day and hour that count for a record: the tablet's, or the server's when the tablet's clock
/// was too wrong.
CountedTime countedTime(
    const check::Check &check, const TimeZone &zone, int dayStart, std::int64_t clockErrorMs);
/// Whether a record that came at `receivedAt` is late, as ledger.h says.
bool isLate(const check::Check &check, std::int64_t clockErrorMs, Timestamp receivedAt);

/// Requires the stores of the device that signed the batch, and its clocks.
Candidate judge(
    const json::object &record, const Uuid &device, const DeviceStores &stores,
    const TabletClock &clock, Timestamp now);
/// A record that is here, from its canonical bytes.
Result<check::Check> storedCheck(const std::string &canonical);
/// Each of a batch, in order; a large one with the help of a second thread when one is to spare.
std::vector<Candidate> judgeAll(
    const std::vector<json::object> &records, const Uuid &device, const DeviceStores &stores,
    const TabletClock &clock, Timestamp now, bool isToSpare);

/// What a device is told when a batch as a whole could not be stored: `unavailable`.
Failure cannotStore(const Failure &cause);

/// The question whose answer is the check's score: the first scale item with that value.
std::string scoredQuestion(const check::Check &check);
/// Whether it counts, and as what.
std::optional<Measure> measureOf(const check::Check &check);

/// Failure code of an import that another one of the same source came before: nothing of it is
/// stored. It may look again at what is there, and go on from the new end of the chain.
inline constexpr std::string_view importOvertaken = "import-overtaken";

/// One batch on its way into the database. One without a device is no tablet's sending: records
/// that are here and judged again.
class IngestJob : public WriteJob
{
public:
    IngestJob(
        const DeviceStores &device, const protocol::Batch &batch, std::vector<Candidate> candidates,
        std::int64_t clockErrorMs, Timestamp now, Store::IngestDone done,
        Arrival arrival = Arrival::Sent);

    std::size_t pieces() const override { return m_candidates.size(); }
    std::optional<Uuid> device() const override { return m_deviceId; }
    void write(Written &written, std::size_t piece) override;
    /// On PostgreSQL all of the batch with a few statements.
    void writeAll(Written &written) override;
    void conclude(Written &written) override;
    bool giveUp(std::size_t piece, const Failure &failure) override;
    void finish(Result<void> outcome) override;

private:
    /// Where a record goes: the keys of its chain and of what it counts as.
    struct Place
    {
        std::int64_t chain = 0;
        std::optional<std::int64_t> measure;
        bool isMarked = false;
    };
    /// False when another import took its place in the chain: then nothing more is written.
    bool goesOn(Written &written, const Candidate &candidate);
    Place placeOf(Written &written, const Candidate &candidate) const;
    bool insert(Written &written, const Candidate &candidate, const Place &place);
    /// By id: the hash of what was here, and when it counts.
    using Before = std::map<Uuid, std::pair<std::string, CountedTime>>;
    /// By id and hash: the number of each that was inserted.
    using Inserted = std::map<std::pair<Uuid, std::string>, std::int64_t>;
    Inserted insertTogether(Written &written, const std::vector<Place> &places);
    /// What was here under the ids of the others.
    Before before(Written &written, const Inserted &inserted) const;
    void take(Written &written, std::size_t piece, const Place &place, std::int64_t number);
    void turnDown(Written &written, std::size_t piece, protocol::Status status);
    /// It is here already, and counts at `at`.
    void repeat(Written &written, std::size_t piece, const CountedTime &at);
    void tellCounted(std::size_t piece, const CountedTime &at);
    void
    accept(Written &written, const Candidate &candidate, const Place &place, std::int64_t number);
    bool isMarked(Written &written, const Candidate &candidate) const;
    /// Takes in what a record of kind `mark` says of others, whether they are here or yet to come.
    void addLaterMarks(Written &written, const check::LaterMark &later);
    /// When the very same record counts that came before.
    std::optional<CountedTime> isHere(Written &written, const Candidate &candidate) const;
    /// Another record with its id came before.
    void keepAside(Written &written, const Candidate &candidate);
    void refuse(Written &written, const Candidate &candidate);
    void noLongerRefused(Written &written, const Candidate &candidate);
    bool isPlausible(const Candidate &candidate) const;
    void settle(
        std::size_t piece, protocol::Status status, std::string_view because = {},
        std::string_view reason = {});
    void keepSignatures(Written &written);
    void noteDevice(Written &written);

    const std::int64_t m_device;
    const Uuid m_deviceId;
    const bool m_isSent;
    const bool m_isImported;
    const std::int64_t m_clockErrorMs; ///< server − tablet
    const check::Link m_head;
    const SignedPlace m_signed; ///< without sequence and hash; no signature: there was none
    const std::vector<Candidate> m_candidates;
    const std::vector<Uuid> m_chains; ///< of the candidates, each once
    const IdRange m_ids;              ///< of the candidates that are taken
    const Timestamp m_now;
    protocol::BatchAnswer m_answer;
    bool m_isOvertaken = false;
    Store::IngestDone m_done;
};

} // namespace vouch::server
