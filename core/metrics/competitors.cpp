#include "core/metrics/competitors.h"

#include <algorithm>

namespace vouch::metrics {

std::optional<CompetitorScore>
competitorScore(const Tally &prefer, std::span<const NamedCompetitor> named)
{
    const auto score = nps(prefer);
    if (!score)
        return std::nullopt;
    CompetitorScore out;
    out.nps = *score;
    out.range = *interval(prefer);
    out.sufficiency = sufficiency(prefer.count());
    out.unnamed = prefer.promoters();
    for (const auto &competitor : named) {
        out.unnamed -= competitor.count;
        out.named.push_back({competitor.name, *proportion(competitor.count, prefer.count())});
    }
    std::stable_sort(out.named.begin(), out.named.end(), [](const auto &a, const auto &b) {
        return a.drawn.count > b.drawn.count;
    });
    return out;
}

} // namespace vouch::metrics
