#pragma once

#include "core/base/clock.h"
#include "core/base/crypto.h"
#include "core/check/check.h"
#include "core/check/marks.h"
#include "core/metrics/nps.h"
#include "core/storage/database.h"
#include "core/storage/kiosk_recovery.h"

#include <array>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace vouch::storage {

/// A closed record waiting to travel.
struct Outgoing
{
    Uuid id;
    std::string hash;
    std::string canonical; ///< RFC 8785, with hash, values and salts
};

/// What the server said of one record.
struct Acknowledgement
{
    enum class Kind {
        Taken,     ///< accepted or duplicate: leaves the outbox
        Refused,   ///< conflict or rejected: to quarantine with code and reason, content kept
        Unreadable ///< the server refused every batch with it, whole: to quarantine likewise
    };
    Uuid id;
    Kind kind = Kind::Taken;
    std::string code;
    std::string reason;
    /// Of a record that was taken: when the server counts it, where that is not the day and hour
    /// that it states.
    std::optional<check::CountedTime> countedOn = {};
};

struct OutboxStatus
{
    std::int64_t waiting = 0;
    std::int64_t quarantined = 0;
    std::optional<Timestamp> oldest;           ///< closing time of the oldest record waiting
    std::optional<Timestamp> lastAcknowledged; ///< when the server last took one
};

/// An hour of a store's wall clock. The one that a change of the clocks repeats is two.
struct LocalHour
{
    Day day;
    int hour = 0;
    int utcOffsetMinutes = 0;

    auto operator<=>(const LocalHour &) const = default;
};

/// A part of what the checks themselves do not tell of an hour.
struct ActivityShare
{
    LocalHour hour;
    Uuid device;       ///< null before the enrolment
    std::string store; ///< likewise empty
    std::chrono::milliseconds available{0};
    int warnings = 0;
    int moreTime = 0;
};

/// Records in quarantine with the same code.
struct Refusal
{
    std::string code;
    std::string reason;
    std::int64_t count = 0;
};

/// A record in quarantine.
struct QuarantinedRecord
{
    Uuid id;
    std::string kind;
    Timestamp closedAt;
    std::string code;
    std::string reason;
};

/// Which surveys figures are of: answers are compared within one series of a checklist only. With
/// both empty: all of them.
struct SeriesOf
{
    std::string checklist;
    std::string series;
};

/// Business days, both included; without a bound as far as there are any.
struct DayRange
{
    std::optional<Day> from;
    std::optional<Day> to;
};

/// The answers of one hour at one touchpoint, with a quality mark or without.
struct HourCount
{
    Day day;
    int hour = 0; ///< of the store's wall clock
    std::string touchpoint;
    bool marked = false;
    metrics::Tally tally;
};

/// What the tablet's own records say of a range of business days.
struct Figures
{
    metrics::Tally all;      ///< every scored check of kind survey, whatever its state
    metrics::Tally unmarked; ///< those without a quality mark
    std::array<metrics::Tally, 24> hours{};
    std::map<std::string, metrics::Tally> touchpoints;
    std::map<std::string, std::int64_t> marks; ///< mark → how many checks have it; one may have two
    struct Reason
    {
        std::string code;
        std::int64_t count = 0;
    };
    /// By question code ("liked", "improve"): the picks, most mentioned first.
    std::map<std::string, std::vector<Reason>> reasons;
    /// By question code: in how many checks the list was shown, and in how many of them at least
    /// one was picked.
    std::map<std::string, std::int64_t> shownBy, pickedBy;
};

/// A text that a shopper wrote, as it was written.
struct Comment
{
    Uuid id;
    Day day;
    int hour = 0;
    std::optional<int> score;
    std::string language;
    std::string text;
};

/// A scored survey, without what was written.
struct Answer
{
    Uuid id;
    Day day;
    int hour = 0;
    int score = 0;
    bool isMarked = false;
    struct Pick
    {
        std::string question, code;
    };
    std::vector<Pick> picks; ///< of all lists, in the order of picking
};

/// What the tablet itself finds of a chain of its own.
struct ChainReport
{
    /// How many there are, and the first of their sequences.
    struct Sequences
    {
        std::int64_t count = 0;
        std::vector<std::int64_t> first;
    };
    static constexpr std::size_t mostNamed = 20;

    Uuid chain;
    std::int64_t made = 0; ///< the highest sequence that there has been
    std::int64_t unsealed =
        0;              ///< without a seal, from before there were any: only hashes hold them
    Sequences altered;  ///< their content does not fit their hash, or the table not the record
    Sequences inserted; ///< sound, but not sealed by this tablet: added, or written anew
    Sequences unlinked; ///< they do not name the hash of the record before them
    Sequences missing;
    bool headAltered = false; ///< what stands for the chain beside its records is not this tablet's

    bool isSound() const
    {
        return altered.count + inserted.count + unlinked.count + missing.count == 0 && !headAltered;
    }
};
/// Member `ledger` of the heartbeat: { "<chain>": { "made": n, "altered": [1, …], "inserted": […],
/// "unlinked": […], "missing": […], "head_altered": false } }, each list with the first
/// ChainReport::mostNamed.
json::object toJson(std::span<const ChainReport> reports);

/// Everything that a kiosk keeps, in one SQLite file of its data folder. Each call is one durable
/// transaction: when it returned ok, a power cut does not undo it. One thread only.
/// Failures: those of Database, `check-unknown`, `check-closed`.
class KioskStore
{
public:
    /// Opens or creates `folder`/kiosk.db and holds the folder's lock. A fresh database starts a
    /// new chain and makes the tablet's key. A damaged one is set aside and what can be read of it
    /// recovered into a fresh one: see recovery(). Does not close what was left open: see
    /// closeLeftOpen().
    static Result<std::unique_ptr<KioskStore>>
    open(const std::filesystem::path &folder, const Clock &clock);

    /// What became of a damaged database at the last recovery that there was.
    Result<std::optional<Recovery>> recovery();
    /// The tablet's own key. Failure `identity-damaged`.
    Result<crypto::SigningKey> signingKey() const;

    // Settings and identity: texts by key; the keys are named by those who own them.
    Result<std::optional<std::string>> setting(const std::string &key);
    Result<void> setSetting(const std::string &key, const std::string &value);
    Result<void> setSettings(const std::map<std::string, std::string> &values); ///< all or none
    Result<void> removeSetting(const std::string &key);

    // The conversation.
    /// Stores an open check with the items that it already has (the first tap's score).
    Result<void> openCheck(const check::Check &check);
    /// Sets an item (makes salt and digest itself); a changed value counts as a correction.
    /// `score` is given when the item is the scored question.
    Result<void>
    putItem(const Uuid &id, const check::Item &item, std::optional<int> score = std::nullopt);
    /// Drops the answers of a branch that is no longer reached.
    Result<void> dropItems(const Uuid &id, std::span<const std::string> questions);
    Result<void> setLanguage(const Uuid &id, const std::string &language);
    /// The shopper reached thanks: from now on it closes as completed, whatever happens.
    Result<void> complete(const Uuid &id);
    /// Closes: completed when complete() was reached, else abandoned, left on the page of the
    /// question `leftOn` where that is known. Sets the quality marks, the place in the chain, the
    /// hash and the canonical bytes, and queues the record, all in one transaction; so is the
    /// record of kind `mark` for those before it that now turn out to need one.
    /// A check that names no device yet (the tablet is not enrolled) is closed without a place in
    /// the chain, and waits for adopt().
    Result<check::Check>
    close(const Uuid &id, std::int64_t monotonicMs, const std::string &leftOn = {});
    /// Gives what was answered before the enrolment its device and store, and seals what is closed
    /// of it, in order; how many. Nothing to do is no mistake.
    Result<int> adopt(const Uuid &device, const std::string &store);
    /// Closes all that a former run left open, in the order of opening; how many there were.
    Result<int> closeLeftOpen(std::int64_t monotonicMs);
    Result<std::optional<check::Check>> find(const Uuid &id);

    /// By what rules checks are marked from now on. Before the first call only training is.
    void setMarkPolicy(const check::MarkPolicy &policy);
    /// The store's zone, and the hour at which business days begin (calendar.h): from now on.
    void setCalendar(const TimeZone &zone, int dayStart);
    /// The server says that it is `now`. Where the tablet's clock is off by more than is tolerated,
    /// answers from now on count at the shop's time, in every figure here; their records still say
    /// the tablet's. Once the server has taken a record, it counts here where it does there.
    void learnTime(Timestamp now);
    /// The time in the shop, by which today is today.
    const Clock &shopClock() const;

    // Activity: see activity_log.h.
    Result<void> addActivity(std::span<const ActivityShare> shares);
    /// Makes the record of each hour but `current` of which something is known and no check is
    /// still open; how many.
    Result<int> closeHours(const LocalHour &current);

    // The outbox.
    /// The oldest records waiting but the first `skip`, in the order of their chain; at most
    /// `limit` and about `maxBytes` of canonical text, but one record at least. A record that looks
    /// sound but was not sealed by this tablet does not travel as if it were: it goes to
    /// quarantine, whole, as `altered-on-tablet`. (One that does not fit its hash travels: the
    /// server refuses it.)
    Result<std::vector<Outgoing>>
    outgoing(std::size_t limit, std::size_t maxBytes, std::size_t skip = 0);
    /// What the server has not taken, waiting or in quarantine, behind the row `after`, which moves
    /// on; likewise at most `limit` and about `maxBytes`. Changes nothing.
    Result<std::vector<Outgoing>>
    untaken(std::int64_t &after, std::size_t limit, std::size_t maxBytes);
    /// Of a record that the server took the tablet drops every contact: its value and salt. Should
    /// the server lose the record, what travels again is the form without them, which a server that
    /// did not lose it knows as a duplicate.
    Result<void> acknowledge(std::span<const Acknowledgement> acknowledgements);
    /// What the server says was erased on request: of these records every contact and every text
    /// leaves the tablet too. Their answers, and their places in the chain, stay.
    Result<void> eraseAnswers(std::span<const Uuid> records);
    Result<OutboxStatus> outbox();
    /// The newest closed record of the present chain; sequence 0 when there is none yet.
    Result<check::Link> head();
    /// The newest closed record of every chain that there has been.
    Result<std::vector<check::Link>> heads();
    /// How many answers have no place in a chain: open ones, and those of before the enrolment.
    Result<std::int64_t> unsealed();
    /// What the server refused, by its code: how many, and one of its reasons.
    Result<std::vector<Refusal>> refusals();
    /// Those records one by one, the newest first.
    Result<std::vector<QuarantinedRecord>> quarantined(std::size_t limit);
    /// Queues again every acknowledged record of `chain` above `sequence` (the server lost them);
    /// how many.
    Result<std::int64_t> queueAbove(const Uuid &chain, std::int64_t sequence);
    /// The highest n of which the server has answered for each of the records 1…n of `chain`: what
    /// a server that lost nothing must at least have.
    Result<std::int64_t> settled(const Uuid &chain);
    /// Puts quarantined records back into the outbox, byte for byte; how many.
    Result<std::int64_t> releaseQuarantine();
    // What the tablet's own records say of themselves; see resources/docs/durability.md.
    /// Looks through all sealed records at once.
    Result<std::vector<ChainReport>> verifyChains();
    /// Looks through the next `records` of them; whether that was the last of a round.
    Result<bool> verifySome(std::size_t records);
    /// Every chain, with what the last whole round found in it.
    Result<std::vector<ChainReport>> ledger();

    /// Begins a new chain, for when the server holds a higher sequence than this tablet.
    Result<void> startChain();

    // What a manager reads; see kiosk_counts.h for why no number of records makes it slow.
    Result<Figures> figures(const DayRange &days, const SeriesOf &of = {});
    /// The hours with answers, in their order.
    Result<std::vector<HourCount>> hourCounts(const DayRange &days, const SeriesOf &of = {});
    /// Of surveys that are closed, the newest first.
    Result<std::vector<Comment>> comments(std::size_t limit, const SeriesOf &of = {});
    /// Likewise.
    Result<std::vector<Answer>> answers(std::size_t limit, const SeriesOf &of = {});

    KioskStore(const KioskStore &) = delete;
    KioskStore &operator=(const KioskStore &) = delete;
    ~KioskStore();

private:
    struct Private;
    explicit KioskStore(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace vouch::storage
