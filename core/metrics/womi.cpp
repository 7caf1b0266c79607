#include "core/metrics/womi.h"

namespace vouch::metrics {

namespace {

bool trulyDetracts(int recommend, int dissuade, WomiRule rule)
{
    if (rule == WomiRule::Published)
        return dissuade >= 9;
    return segmentOf(recommend) == Segment::Detractor && dissuade >= 7;
}

} // namespace

std::string_view ruleText(WomiRule rule)
{
    return rule == WomiRule::Published
               ? "True detractors would dissuade others with 9 or 10."
               : "True detractors recommend with 0 to 6 and would dissuade others with 7 to 10.";
}

void WomiTally::add(int recommend, int dissuade, std::int64_t times)
{
    counts.at(static_cast<std::size_t>(recommend)).at(static_cast<std::size_t>(dissuade)) += times;
}

std::int64_t WomiTally::count() const
{
    std::int64_t sum = 0;
    for (const auto &row : counts) {
        for (const auto answers : row)
            sum += answers;
    }
    return sum;
}

std::optional<Womi> womi(const WomiTally &tally, WomiRule rule)
{
    Womi out;
    out.rule = rule;
    // What each answer adds to the score: a promoter who truly detracts adds 0.
    Tally net;
    for (int recommend = lowestScore; recommend <= highestScore; ++recommend) {
        for (int dissuade = lowestScore; dissuade <= highestScore; ++dissuade) {
            const auto answers = tally.counts[static_cast<std::size_t>(recommend)]
                                             [static_cast<std::size_t>(dissuade)];
            const auto segment = segmentOf(recommend);
            const bool promotes = segment == Segment::Promoter;
            const bool detracts = trulyDetracts(recommend, dissuade, rule);
            out.promoters += promotes ? answers : 0;
            out.trueDetractors += detracts ? answers : 0;
            out.falseDetractors += segment == Segment::Detractor && !detracts ? answers : 0;
            net.add(promotes == detracts ? 7 : promotes ? highestScore : lowestScore, answers);
        }
    }
    const auto score = nps(net);
    if (!score)
        return std::nullopt;
    out.count = net.count();
    out.womi = *score;
    out.range = *interval(net);
    return out;
}

} // namespace vouch::metrics
