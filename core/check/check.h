#pragma once

#include "core/base/crypto.h"
#include "core/base/json.h"
#include "core/base/time.h"
#include "core/base/uuid.h"

#include <optional>
#include <string>
#include <vector>

/// One record: a check with its items, as design.md's contract (v1) has it on the wire.
namespace vouch::check {

/// open → completed | abandoned. An open check never travels.
enum class State { Open, Completed, Abandoned };
std::string_view toText(State state);
std::optional<State> stateFrom(std::string_view text);

/// Kinds that this version makes; others are kept and hashed as they come.
namespace kind {
inline constexpr std::string_view survey = "survey";
inline constexpr std::string_view training = "training"; ///< in no score
inline constexpr std::string_view activity = "activity"; ///< what the kiosk did in an hour
inline constexpr std::string_view mark = "mark";         ///< of earlier records; see marks.h
} // namespace kind
/// Whether records of this kind hold a shopper's answers, and so every member of Check.
bool isConversation(std::string_view kindName);

/// Item types that this version makes; others are kept and hashed as they come.
namespace item_type {
inline constexpr std::string_view scale = "scale";     ///< integer
inline constexpr std::string_view choice = "choice";   ///< code
inline constexpr std::string_view choices = "choices"; ///< array of codes
inline constexpr std::string_view yesNo = "yes-no";    ///< true or false
inline constexpr std::string_view number = "number";   ///< decimal as a string
inline constexpr std::string_view text = "text";       ///< string; hashed by digest
inline constexpr std::string_view contact = "contact"; ///< hashed by digest
} // namespace item_type

/// Quality marks: the record counts all the same, and the score can be read without it.
/// What each means is said in marks.h.
namespace mark {
inline constexpr std::string_view burst = "burst";
inline constexpr std::string_view repeat = "repeat";
inline constexpr std::string_view closedHours = "closed_hours";
inline constexpr std::string_view training = "training";
} // namespace mark

/// Text and contacts enter the hash by their digest only, so that they can be erased later.
bool isErasable(std::string_view itemType);

struct Item
{
    std::string question;
    std::string type;
    json::value value;
    /// Only for erasable types: 32 and 64 hexadecimal digits; both are made by withDigest().
    std::string salt;
    std::string digest;
    int corrections = 0; ///< how often the answer was changed; sent when over 0
};

/// Where a record stands in its chain.
struct Link
{
    Uuid chain;
    std::int64_t sequence = 0; ///< from 1
    std::string hash;          ///< of that record; 64 zeros when sequence is 0
};

/// 64 zeros: what stands before the first record of a chain.
const std::string &noHash();

/// When a record counts: the business day, and the hour of the store's wall clock.
struct CountedTime
{
    Day day;
    int hour = 0;

    bool operator==(const CountedTime &) const = default;
};

struct Check
{
    Uuid id;
    Uuid device;
    std::string store;
    std::string kind;
    std::string checklist;
    int version = 0;
    std::string series;
    std::string touchpoint;
    std::string language;
    Timestamp openedAt;
    Timestamp closedAt;
    int utcOffsetMinutes = 0;
    Day day;      ///< the tablet's business day at opening
    int hour = 0; ///< the tablet's local hour at opening
    Uuid boot;
    std::int64_t monotonicMs = 0; ///< at closing, within `boot`
    State state = State::Open;
    std::optional<int> score; ///< 0–10
    std::vector<std::string> marks;
    std::vector<Item> items;
    /// Of the kinds `activity` and `mark`: the member that is named like the kind. Such a record
    /// has it instead of checklist, version, series, touchpoint, language, state, score, marks and
    /// items.
    json::object body;

    // Set by the closing transaction.
    Uuid chain;
    std::int64_t sequence = 0;
    std::string previous;
    std::string hash;
};

/// The record as it travels; `hash` is a member when it is set.
json::object toJson(const Check &check);

/// Reads and checks every member that the contract names; unknown ones are left alone. Of a kind
/// that is no conversation only the identity and the place in the chain must be there. Does not
/// verify hash or digests. Failure `check-malformed`, where = the member.
Result<Check> fromJson(const json::object &record);

/// Gives an erasable item a fresh salt and its digest; others are returned as they are.
Result<Item> withDigest(Item item);

/// The canonical form of a record, written once for all that is asked of it. The record outlives it
/// and does not change.
class CanonicalRecord
{
public:
    /// Failure `number-not-integer`.
    static Result<CanonicalRecord> of(const json::object &record);

    const std::string &text() const & { return m_text; }
    std::string text() && { return std::move(m_text); }
    /// BLAKE2b-256 of the text without `hash`, and without `value` and `salt` of erasable items.
    crypto::Hash hash() const;
    /// Recomputes hash and digests. An erased item (neither value nor salt) is fine.
    /// Failures `hash-mismatch`, `digest-mismatch`.
    Result<void> verify() const;

private:
    struct Range
    {
        std::size_t from = 0;
        std::size_t to = 0;
    };
    struct Erasable
    {
        const json::object *item = nullptr;
        Range value; ///< in the text; empty when it is not there
    };

    explicit CanonicalRecord(const json::object &record);
    void note(const PlacedMember &member);

    const json::object *m_record;
    std::string m_text;
    std::vector<Range> m_notHashed; ///< members, in order
    std::vector<Erasable> m_erasable;
};

/// CanonicalRecord::hash() as 64 hexadecimal digits. Failure `number-not-integer`.
Result<std::string> hashOf(const json::object &record);

/// Puts a closed check behind `last` in the chain: sets chain, sequence, previous and hash.
Result<Link> append(Check &check, const Link &last);

/// CanonicalRecord::verify(). Failure `number-not-integer` besides.
Result<void> verify(const json::object &record);

} // namespace vouch::check
