#pragma once

#include "core/base/opening_hours.h"
#include "core/check/check.h"

#include <chrono>
#include <optional>
#include <span>

/// Quality marks: which answers look like a game, a fraud or an exercise. A mark is no accusation:
/// the record is kept and counts all the same, and every score can be read with and without it.
///
/// The rules look at the checks of kind `survey` of one tablet, in the order in which they opened:
///
/// `burst`        One of `burstChecks` checks that opened within `burstWindow`, scored or not. Time
///                is the monotonic clock's where both opened in one boot, else the wall clock's.
/// `repeat`       One of `repeatScores` scored checks in a row of one checklist with equal scores,
///                however far apart. Another checklist's ends the row; unscored ones do not.
/// `closed_hours` It opened outside the store's opening hours, where these are known.
/// `training`     It is of kind `training`; such a check has no other mark and counts in no rule.
///
/// The check that completes a burst or a row is marked in its own record. Those before it are
/// sealed by then: one record of kind `mark` names them. Its member:
///     "mark": { "mark": "burst", "action": "add", "checks": ["<id>", …],
///               "rule": { "checks": 6, "window_ms": 60000 } }      (`repeat`: { "scores": 10 })
/// It concerns only records of the device that made it, and whoever gets it before them keeps it
/// for them. Another action than `add` is kept without effect.
///
/// How many honest answers are marked (tests/core/check simulates it and computes it from the
/// rules). A row needs p¹⁰, where p is the commonest score's share. With 61.6 % promoters, 70 % of
/// them tens (p = 0.431, where six tens in a row come 3.7 times in 1,000 answers), ten in a row
/// come 0.13 times in 1,000 answers and 1.4 of 1,000 answers are marked `repeat`; 0.4 at p = 0.378
/// and 4.5 at p = 0.49, the demo's worst and best shops. Of 16 answers a till and day not one in a
/// million is marked `burst`, even at the peak; of 500 a day 2.3 in 1,000, if conversations took no
/// time.
namespace vouch::check {

struct MarkPolicy
{
    int burstChecks = 6;
    std::chrono::milliseconds burstWindow{60000};
    int repeatScores = 10;
    std::optional<OpeningHours> hours; ///< nothing: unknown, and nothing is marked for them
};

/// When a check opened, for the burst's rule.
struct Opening
{
    Timestamp at;
    Uuid boot;
    std::optional<std::int64_t> monotonicMs; ///< within `boot`; records of old versions lack it
};

/// How far apart two checks opened.
std::chrono::milliseconds apart(const Opening &one, const Opening &other);

/// Whether the first of `openings`, newest first, completes a burst with those behind it; needs
/// `burstChecks` of them.
bool completesBurst(std::span<const Opening> openings, const MarkPolicy &policy);

/// What the row's rule looks at.
struct Rated
{
    std::string checklist;
    int score = 0;
};

/// Whether the first of `rated`, newest first, completes a row; needs `repeatScores` of them.
bool completesRow(std::span<const Rated> rated, const MarkPolicy &policy);

/// Whether the check opened when the store was closed.
bool isOutsideHours(const Check &check, const MarkPolicy &policy);

/// The member of a record of kind `mark`.
struct LaterMark
{
    std::string mark;
    bool adds = true; ///< action is `add`
    std::vector<Uuid> checks;
};

json::object
laterMarkBody(std::string_view mark, std::span<const Uuid> checks, const MarkPolicy &policy);
/// Of a record's body; nothing where it does not look like one.
std::optional<LaterMark> laterMarkFrom(const Check &record);

} // namespace vouch::check
