#pragma once

#include "core/check/record_view.h"
#include "sync/server/store/entities.h"

#include <functional>

namespace vouch::server {

/// Scored checks of transactional NPS, for what no counter holds (ratings).
struct ScoredQuery
{
    StoreSet stores = StoreSet::all();
    Day from, to; ///< business days, both included
    bool withMarked = true;
    /// Of the records that came from two days before `from` to `lateDays` after `to`, so many are
    /// looked at, at most; of more a sample is taken, evenly, in whole pages.
    std::int64_t mostLookedAt;

    static constexpr int lateDays = 100;
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

/// Of how many records one was looked at.
struct ScoredSample
{
    int oneIn = 1;
};

} // namespace vouch::server
