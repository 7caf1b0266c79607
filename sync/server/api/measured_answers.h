#pragma once

#include "core/checklist/definition.h"
#include "core/metrics/competitors.h"
#include "core/metrics/womi.h"
#include "sync/server/api/store_view.h"

/// What stands in no counter: answers to further questions of one checklist, read one by one, of
/// some 40,000 records at most, evenly.
namespace vouch::server {

/// The questions that reports know in any checklist (resources/checklists/README.md).
inline constexpr std::string_view dissuadeQuestion = "dissuade";
inline constexpr std::string_view preferQuestion = "prefer";
inline constexpr std::string_view competitorQuestion = "competitor";

/// A transactional survey that asks, on 0–10, how likely one is to dissuade others.
bool asksForWomi(const checklist::Checklist &checklist);
/// Likewise, to buy elsewhere.
bool asksForCompetitors(const checklist::Checklist &checklist);

/// Of one series.
struct MeasuredAnswers
{
    std::int64_t read = 0; ///< scored answers, whatever else they hold
    metrics::WomiTally womi;
    metrics::Tally prefer;
    std::map<std::string, std::int64_t> named; ///< codes, of those who prefer with 9 or 10
};

struct MeasuredSample
{
    std::map<std::string, MeasuredAnswers> bySeries;
    int oneIn = 1;
};

/// Of the query's checklist, which is named, in its days, which are set.
Result<MeasuredSample>
measuredAnswers(const StoreView &view, const StoreSet &stores, const ScoreQuery &query);

} // namespace vouch::server
