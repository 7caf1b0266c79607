#include "core/metrics/funnel.h"

#include <algorithm>

namespace vouch::metrics {

Funnel funnel(const Stages &stages)
{
    Funnel out;
    if (stages.sales && stages.scored <= *stages.sales)
        out.responseRate = proportion(stages.scored, *stages.sales);
    out.scored = proportion(stages.scored, stages.opened);
    out.listed = proportion(stages.listed, stages.scored);
    out.completed = proportion(stages.completed, stages.scored);
    return out;
}

std::optional<double> coverage(std::int64_t minutesAvailable, std::int64_t minutesOpen)
{
    if (minutesOpen <= 0)
        return std::nullopt;
    return std::clamp(
        static_cast<double>(minutesAvailable) / static_cast<double>(minutesOpen), 0.0, 1.0);
}

} // namespace vouch::metrics
