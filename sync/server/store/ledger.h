#pragma once

#include "core/base/time.h"
#include "core/base/uuid.h"
#include "sync/server/store/entities.h"

#include <chrono>
#include <optional>
#include <string>
#include <vector>

/// The ledger: what each tablet made, and what of it is here. Every tablet numbers its records from
/// 1 in a chain of its own and links each to the one before by its hash. The terms:
///
/// made         The highest place of the chain that the tablet has named, in the head of a batch or
///              in its last heartbeat, or that is known here.
/// received     Records stored, of every kind; also those beyond the first at one place.
/// refused      Records that could not be taken, as long as they cannot. They keep their place.
/// conflicting  Records kept aside because one with the same id and other content came first.
/// forked       Records received at a place where another stood already: the same identity runs on
///              two tablets. Both count.
/// missing      Places from 1 to made that are known as none of received, refused, conflicting.
///              Those behind the last known one are usually still on the tablet.
/// late         Received over `lateAfter` after closing, by the server's clock where the tablet's
///              was too wrong. A tablet without a network is late; it is no fault.
/// marked       Received with a quality mark of its own or of a later record.
///
/// Days are the business days that count everywhere. A missing place has no day of its own: it is
/// put on a day only when the known places on both sides of its gap are of that one day, else in
/// the chain's row without a day, where the gap says between which days it lies. Also without a day
/// are refused records that state none that can be read, and records of kinds that have none.
namespace vouch::server {

inline constexpr std::chrono::hours lateAfter{24};

/// Which chains and days, and what the asking person may see at all. Absent: everything.
///
/// What lies outside a scope is absent: a row counts the shops in it only, and what concerns a
/// chain as a whole (made, missing, gaps, the verdict) is told only to who sees every shop that the
/// device has belonged to.
struct LedgerQuery
{
    std::optional<std::string> store;
    std::optional<std::string> region;
    std::optional<Uuid> device;
    std::optional<Uuid> chain;
    std::optional<Day> from; ///< business days, both included; made and missing are not bound
    std::optional<Day> to;
    StoreSet scope = StoreSet::all(); ///< what may be seen at all
    bool onlyOpen = false;            ///< only chains with something to look at
    std::int64_t after = 0;           ///< what the page before gave as `next`
    std::size_t limit = 100;          ///< chains a page
    bool withDays = false;
};

struct LedgerCounts
{
    std::int64_t received = 0;
    std::int64_t refused = 0;
    std::int64_t conflicting = 0;
    std::int64_t forked = 0;
    std::int64_t late = 0;
    std::int64_t marked = 0;

    LedgerCounts &operator+=(const LedgerCounts &other);
    bool operator==(const LedgerCounts &) const = default;
};

/// One business day of a chain in one shop.
struct LedgerDay
{
    std::optional<Day> day; ///< nothing: the chain's row without a day
    std::string store;      ///< empty: none is known
    LedgerCounts counts;
    std::int64_t missing = 0;
};

/// A run of missing places, and the days of the known ones beside it.
struct LedgerGap
{
    std::int64_t first = 0;
    std::int64_t last = 0;
    std::optional<Day> after;  ///< nothing: it begins the chain, or no day can be told
    std::optional<Day> before; ///< nothing: nothing behind it is known, or no day can be told
};

/// What concerns a chain as a whole.
struct ChainWhole
{
    std::int64_t made = 0;
    std::int64_t missing = 0;
    std::int64_t last = 0;       ///< the highest place known here
    std::vector<LedgerGap> gaps; ///< the first `mostGaps`
    bool moreGaps = false;
    bool forked = false;
    bool cloned = false; ///< a tablet went on with it while another did with a newer chain
    std::optional<std::int64_t> signedTo; ///< the tablet's signature is kept up to this place
    // As the tablet's last heartbeat says.
    std::vector<std::int64_t> alteredOnTablet; ///< also those added or written anew there
    std::vector<std::int64_t> missingOnTablet;
    bool headAlteredOnTablet = false; ///< what stands there for the chain beside its records
    std::optional<std::int64_t> clockErrorMs; ///< server − tablet, when its newest record came
};

struct ChainLedger
{
    std::int64_t key = 0; ///< the order of the pages
    Uuid chain;
    Uuid device;
    std::string deviceName;
    std::string store; ///< where the device stands now; empty when that may not be seen
    bool revoked = false;
    std::optional<Timestamp> lastSeenAt;
    std::optional<Uuid> replacedBy; ///< the tablet that took its place, when that may be seen
    LedgerCounts counts;            ///< of the days and shops asked for
    std::optional<ChainWhole> whole;
    std::vector<LedgerDay> days; ///< when asked for
};

struct LedgerPage
{
    std::vector<ChainLedger> chains;
    std::optional<std::int64_t> next; ///< nothing: this was the last page
};

/// All chains of the query together.
struct LedgerTotals
{
    std::int64_t chains = 0;
    std::int64_t open = 0; ///< of these with something to look at
    std::int64_t made = 0; ///< of the chains that are told as a whole; so is missing
    std::int64_t missing = 0;
    LedgerCounts counts;
};

inline constexpr std::size_t mostGaps = 20;

} // namespace vouch::server
