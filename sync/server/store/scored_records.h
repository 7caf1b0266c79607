#pragma once

#include "core/check/record_view.h"
#include "sync/server/store/entities.h"

#include <functional>

namespace vouch::server {

/// Scored checks of transactional NPS, for what no counter holds (ratings).
///
/// When the stores asked for have more of them than may be looked at, a sample is read: what one
/// chain has of a few days that follow each other, so few that some fifty answers are expected,
/// is in it as a whole or not at all. These parts are numbered chain by chain, and of each `oneIn`
/// numbers that follow each other one is drawn, so that the sample lies evenly over stores and
/// seasons. The same question about the same answers draws the same; answers and tablets of other
/// stores change nothing of it. A chain in which days do not rise with the sequence is read from
/// end to end for whatever is drawn of it; else little is touched beside the sample.
///
/// Held in memory: a few words for each chain of the stores asked for, and one record (PostgreSQL
/// hands over up to a thousand). A reader is given back after some thousand of them.
struct ScoredQuery
{
    StoreSet stores = StoreSet::all();
    Day from, to; ///< business days, both included
    bool withMarked = true;
    /// So many are expected to be looked at, at most; > 0. Parts differ in size: it is not exact.
    std::int64_t mostLookedAt;
};

/// Is gone when the call returns.
struct ScoredRecord
{
    const std::string &store;
    Day day;
    int score = 0;
    const check::RecordView &record;
};
using TakeScored = std::function<void(const ScoredRecord &)>;

/// Of how many answers of the stores asked for one was looked at: their number, whatever else the
/// caller goes by, divided by `mostLookedAt` and rounded up.
struct ScoredSample
{
    int oneIn = 1;
};

} // namespace vouch::server
