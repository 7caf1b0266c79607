#pragma once

#include "core/metrics/nps.h"

#include <string_view>

/// Word of mouth: who would recommend and who would really dissuade.
///
/// Sources: L. Freed, "Innovating Analytics: How the Next Generation of Net Promoter Can Increase
/// Sales and Drive Business Results", Wiley 2013 (the published reading); method.md §4 (both
/// readings). The interval is that of nps.h: an answer counts +1, 0 or −1 here too.
namespace vouch::metrics {

/// Who is a true detractor. The rule is printed beside every figure: ruleText().
enum class WomiRule {
    /// Recommends with 0–6 and dissuades with 7–10; the other 0–6 are false detractors.
    Looser,
    /// Dissuades with 9–10, whatever the recommendation.
    Published
};

/// One English sentence, for translation.
std::string_view ruleText(WomiRule rule);

/// Answers to both questions; who answered only one is not in it.
struct WomiTally
{
    /// counts[recommend][dissuade], each 0–10.
    std::array<std::array<std::int64_t, highestScore + 1>, highestScore + 1> counts{};

    /// Requires both within 0–10.
    void add(int recommend, int dissuade, std::int64_t times = 1);
    std::int64_t count() const;
};

struct Womi
{
    WomiRule rule = WomiRule::Looser;
    std::int64_t count = 0;
    std::int64_t promoters = 0;
    std::int64_t trueDetractors = 0;
    /// 0–6 who would not dissuade by the rule. (Under the published rule a promoter may be a true
    /// detractor too, and counts on both sides.)
    std::int64_t falseDetractors = 0;
    /// % promoters − % true detractors, −100 … +100.
    double womi = 0;
    Interval range;
};

/// Undefined without answers to both questions.
std::optional<Womi> womi(const WomiTally &tally, WomiRule rule);

} // namespace vouch::metrics
