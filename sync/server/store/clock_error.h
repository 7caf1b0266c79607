#pragma once

#include "core/check/check.h"
#include "sync/protocol/batch.h"

/// How wrong a tablet's clock was when it made a record, told from what a batch says of its clocks.
namespace vouch::server {

/// A tablet's clocks when it signed a batch.
struct TabletClock
{
    std::int64_t errorMs = 0; ///< server − tablet, of the wall clock
    Timestamp at;             ///< by the server's clock
    Uuid boot;                ///< null: nothing is known of it
    std::int64_t monotonicMs = 0;

    /// Of a batch that came, or was signed, when the tablet's clock was so wrong.
    static TabletClock of(const protocol::Batch &batch, std::int64_t errorMs);
};

/// server − tablet when the check was opened, in milliseconds.
///
/// What was made since the tablet started is dated by its monotonic clock, which nobody sets: a
/// wall clock that was set in between, to right or to wrong, changes nothing. Of an earlier boot
/// only the present error is known; it holds where it puts the check between the first Vouch and
/// the present start, else the tablet's own time does, and where neither can be, the present start.
std::int64_t clockErrorOf(const check::Check &check, const TabletClock &clock);

} // namespace vouch::server
