#pragma once

#include "core/metrics/nps.h"
#include "core/metrics/proportion.h"

#include <span>
#include <string>
#include <vector>

/// "How likely are you to prefer buying this from another company?", and from 9: "Which one?"
///
/// Source: method.md §4. Rough by nature: our own customers speak of others. The answers to the
/// first question make one score of the other companies together; its promoters are told apart by
/// the name they gave. A company alone has no score, for nobody was asked who would not go there.
namespace vouch::metrics {

struct NamedCompetitor
{
    std::string name;
    /// Answers 9–10 that named it.
    std::int64_t count = 0;
};

struct CompetitorShare
{
    std::string name;
    /// Of all who answered the first question.
    Proportion drawn;
};

struct CompetitorScore
{
    /// In points: above 0, more of our customers lean elsewhere than do not.
    double nps = 0;
    Interval range;
    Sufficiency sufficiency = Sufficiency::TooFew;
    /// Most named first; of equals, as given.
    std::vector<CompetitorShare> named;
    /// 9–10 who named none.
    std::int64_t unnamed = 0;
};

/// Undefined without answers. Requires that no more were named than 9–10 answered.
std::optional<CompetitorScore>
competitorScore(const Tally &prefer, std::span<const NamedCompetitor> named);

} // namespace vouch::metrics
